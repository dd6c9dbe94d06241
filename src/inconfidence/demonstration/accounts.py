"""Who may sign in to a demonstration, with what: kept in a data folder that was marked at its birth.

The mark is a file written into an empty folder, before there is a key or a table. Without it nothing is loaded
and nothing here answers, so that the command which shows codes can never show one for a real service.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

MARK = "demonstration.json"
PASSWORD = "patience, kindness and a pencil"  # noqa: S105 – a demonstration's, printed on purpose


class NotADemonstrationError(Exception):
    """The data folder was not made for demonstration."""

    def __str__(self) -> str:
        return "This data folder was not made for demonstration, so no passwords or codes are shown for it."


@dataclass(frozen=True, slots=True)
class Account:
    """A demonstration person: service, sign-in name, name, post, and the secret of their second step."""

    service: str
    username: str
    name: str
    title: str
    secret: str


class InUseError(Exception):
    """The data folder holds something already."""

    def __str__(self) -> str:
        return "This data folder is in use already: a demonstration needs an empty one."


def mark(folder: Path) -> None:
    """Make an empty folder a demonstration's, for good. InUseError when anything lies in it."""
    if folder.exists() and any(folder.iterdir()):
        raise InUseError
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep(folder, ())


def marked(folder: Path) -> bool:
    """Whether this data folder was made for demonstration."""
    return (folder / MARK).exists()


def keep(folder: Path, accounts: tuple[Account, ...]) -> None:
    """Write the accounts beside the data they belong to, readable by its owner only."""
    path = folder / MARK
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump([asdict(account) for account in accounts], file, indent=1)


def accounts(folder: Path) -> tuple[Account, ...]:
    """Everyone who may sign in to this demonstration; NotADemonstrationError for any other folder."""
    if not marked(folder):
        raise NotADemonstrationError
    return tuple(Account(**entry) for entry in json.loads((folder / MARK).read_text(encoding="utf-8")))

"""The stories of a checkout: what a service manager expects of each clause, in `tests/stories`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import inconfidence

CHECKOUT = Path(inconfidence.__file__).parents[2]
STORIES = CHECKOUT / "tests" / "stories"


@dataclass(frozen=True, slots=True)
class Told:
    """One story, as far as coverage needs it: the question or the register it asks, and what came of it."""

    asked: str
    name: str
    outcome: str
    clauses: frozenset[str]


def told(folder: Path = STORIES) -> tuple[Told, ...]:
    """Every story of the folder, in the order of its files; none where the checkout is not there."""
    return tuple(story for file in sorted(folder.glob("*/*.toml")) for story in _in_file(file))


def _in_file(file: Path) -> Iterator[Told]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    for story in table["story"]:
        clauses = frozenset((*story.get("clauses", ()), *story.get("about", ())))
        asked = table.get("question") or story.get("register", "promise")
        yield Told(asked, story["name"], story.get("outcome") or story.get("state", "shown"), clauses)

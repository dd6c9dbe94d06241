"""`demonstration mark | load | who | code`: the demonstration services, and who may sign in to them."""

import base64
import sys
from argparse import Namespace
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from inconfidence.commands.arguments import command
from inconfidence.commands.folder import data_folder, start_on
from inconfidence.commands.printing import BadInput, as_json, nearest, table
from inconfidence.demonstration import accounts
from inconfidence.demonstration.plan import FILES

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands
    from inconfidence.demonstration.loading import Told


def add(commands: "Commands") -> None:
    """Add the commands about the demonstration."""
    group = command(commands, "demonstration", "the demonstration services").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    command(group, "mark", "make an empty data folder a demonstration's, before anything is in it", _mark)
    load = command(group, "load", "make the demonstration services in a data folder marked for them", _load)
    load.add_argument("--size", choices=tuple(FILES), default="medium", help="how many files")
    load.add_argument(
        "--seed", type=int, default=2026, help="the same number makes the same people and files"
    )
    command(group, "who", "who can sign in, and with what", _who)
    code = command(
        group, "code", "the code that a demonstration person would read off their phone now", _code
    )
    code.add_argument("username", metavar="NAME", help="the sign-in name")
    for each in group.choices.values():
        each.add_argument("--data", metavar="DIR", default="", help="the data folder")


def _mark(asked: Namespace) -> int:
    try:
        accounts.mark(data_folder(asked.data))
    except accounts.InUseError as refused:
        raise BadInput(str(refused)) from None
    return 0


def _load(asked: Namespace) -> int:
    folder = data_folder(asked.data)
    _accounts(asked)
    start_on(folder)
    from inconfidence.demonstration.loading import Wish, load
    from inconfidence.team.actions.set_up import nobody_yet

    if not nobody_yet():
        raise BadInput(str(accounts.InUseError()))
    begun, today = monotonic(), datetime.now(UTC).astimezone(ZoneInfo("Europe/London")).date()
    load(folder, Wish(today, asked.seed, asked.size), _progress())
    if asked.json:
        as_json({"services": 5, "seconds": round(monotonic() - begun, 1)})
    else:
        print(f"The demonstration was made in {monotonic() - begun:.0f} s.", file=sys.stderr)
    return 0


def _progress() -> "Told":
    """Says how far each service is: in a line that counts on a terminal, in a log in a line for each tenth."""
    tenths: dict[str, int] = {}

    def told(service: str, done: int, of: int) -> None:
        line, tenth = f"  {service}: {done} of {of}", 10 * done // of
        if sys.stderr.isatty():
            print(f"\r{line}", end="\n" if done == of else "", file=sys.stderr, flush=True)
        elif tenth > tenths.get(service, -1):
            print(line, file=sys.stderr, flush=True)
        tenths[service] = tenth

    return told


def _accounts(asked: Namespace) -> tuple[accounts.Account, ...]:
    try:
        return accounts.accounts(data_folder(asked.data))
    except accounts.NotADemonstrationError as refused:
        raise BadInput(str(refused)) from None


def _who(asked: Namespace) -> int:
    found = _accounts(asked)
    if asked.json:
        as_json([{"service": a.service, "username": a.username, "title": a.title} for a in found])
        return 0
    print("\nWho can sign in (all with the same password):\n")
    for service in dict.fromkeys(account.service for account in found):
        print(service)
        rows = [("  " + a.username, a.name, a.title) for a in found if a.service == service]
        print(table(("  sign-in name", "person", "post"), rows) + "\n")
    print(f"Password: {accounts.PASSWORD}")
    print("Code of the second step: .venv/bin/inconfidence demonstration code NAME")
    return 0


def _code(asked: Namespace) -> int:
    known = {account.username: account for account in _accounts(asked)}
    account = known.get(asked.username.strip().casefold())
    if account is None:
        near = nearest(asked.username, tuple(known))
        raise BadInput(
            f"Nobody in this demonstration signs in as {asked.username}{near}: see `demonstration who`."
        )
    from inconfidence.team import totp

    secret = base64.b32decode(account.secret)
    code = totp.code(secret, totp.step_at(datetime.now(UTC)))
    if asked.json:
        as_json({"username": account.username, "code": code})
    else:
        print(code)
    return 0

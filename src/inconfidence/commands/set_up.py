"""`set-up`: the code that the set-up page asks for, while there is no service."""

from argparse import Namespace
from typing import TYPE_CHECKING

from inconfidence.commands.arguments import command
from inconfidence.commands.folder import data_folder, start_on
from inconfidence.commands.printing import BadInput, as_json

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add `set-up`."""
    parser = command(commands, "set-up", "the code that the set-up page asks for", run)
    parser.add_argument("--data", metavar="DIR", default="", help="the data folder")


def run(asked: Namespace) -> int:
    """Print where the set-up page is and its code. Raises BadInput where there is a service already."""
    start_on(data_folder(asked.data))
    from django.conf import settings

    from inconfidence.team.actions import set_up

    if not set_up.nobody_yet():
        raise BadInput("A service has begun here: the set-up page is for an empty installation only.")
    page = f"{settings.ADDRESS.rstrip('/')}/set-up/"
    if asked.json:
        as_json({"page": page, "code": set_up.set_up_code()})
    else:
        print(f"Begin at {page} with the code {set_up.set_up_code()}")
    return 0

"""`work`: what falls due without anybody present. It needs no key."""

import time
from argparse import Namespace
from typing import TYPE_CHECKING

from inconfidence.commands.arguments import command
from inconfidence.commands.folder import data_folder, start_on
from inconfidence.commands.printing import as_json

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands

PAUSE = 60


def add(commands: "Commands") -> None:
    """Add `work`."""
    parser = command(commands, "work", "do what falls due: end what has run out", run)
    parser.add_argument("--once", action="store_true", help="do it once and stop, instead of every minute")
    parser.add_argument("--data", metavar="DIR", default="", help="the data folder")


def run(asked: Namespace) -> int:
    """Empty idle sittings, end old ones, forget old failed attempts; every minute unless once."""
    start_on(data_folder(asked.data))
    while True:
        done = _round()
        if asked.json:
            as_json({"ended": done})
        elif asked.once or done:
            print(f"{done} ended or forgotten.")
        if asked.once:
            return 0
        time.sleep(PAUSE)


def _round() -> int:
    from django.db import close_old_connections
    from django.utils import timezone

    from inconfidence.team.actions.signing import tidy

    close_old_connections()
    return tidy(timezone.now())

"""`audit verify`: whether the record of every read and write is whole."""

import os
from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from inconfidence.commands.arguments import command
from inconfidence.commands.folder import data_folder, start_on
from inconfidence.commands.printing import BadInput, as_json

if TYPE_CHECKING:
    from inconfidence.audit.verify import Verdict
    from inconfidence.commands.arguments import Commands

BROKEN = 2
ANCHORS = {
    "ok": "The events end where this host last saw them end.",
    "behind": "The newest events are not yet in this host's own note of where the record ends.",
    "none": "This host has no note of where the record ends.",
    "broken": "The record does not end where this host last saw it end.",
}


def add(commands: "Commands") -> None:
    """Add `audit verify`."""
    group = command(commands, "audit", "the record of every read and write").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    verify = command(group, "verify", "check that no event and no sealed record was altered", _verify)
    verify.add_argument("--data", metavar="DIR", default="", help="the data folder")


def _verify(asked: Namespace) -> int:
    """Check everything. 0 when the record is whole, 2 when it is not."""
    _open(asked.data)
    from inconfidence.audit.verify import verify

    verdict = verify(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    if asked.json:
        as_json(asdict(verdict))
    else:
        print(_sentence(verdict))
    return 0 if verdict.ok else BROKEN


def _open(data: str) -> None:
    """Start the program on that data folder. BadInput when there is nothing in it."""
    folder = data_folder(data)
    if not (folder / "keys").is_dir():
        raise BadInput(f"{folder} is no data folder of In Confidence: expected one that holds a key folder.")
    start_on(folder)


def _sentence(verdict: "Verdict") -> str:
    """The verdict for a reader."""
    if verdict.ok:
        found = f"{verdict.events} events: all are as they were written."
    else:
        found = f"{verdict.events} events: the record was altered. First found: {verdict.first_bad}."
    return f"{found} {ANCHORS[verdict.anchor]}"

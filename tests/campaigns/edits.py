"""Sixteen people change the same things at once, over HTTP, with two tabs, stale pages, double presses and drafts.

New notes; notes, meetings, titles of documents, first contacts and cards that stand already. Words are sent, or kept
while they are typed and then left, or sent after the sitting has ended. Afterwards somebody else reads the data with
keys: every edit that was acknowledged stands in history once, or its author was shown both texts, or was told that it
is kept; and what is in no history waits in its author's Unfinished, once. A form that is sent twice is written once.
At least half of what is sent is saved, and people do get in each other's way. Each number is an edit or two: `LARGE`
of them are some 12,000. In each piece one edit is taken away on purpose and must be missed
(`tests/campaigns/test_edits_bite.py` has programs that lose more).
"""

import subprocess
import sys

from bench.piece import Piece, heard
from bench.prove import SEED
from bench.result import ROOT
from tests.campaigns.crash.server import plain

LARGE = 10_000
PIECE = 2_000
SMALL = 160
CONTROL = 160
GUARDS = (
    "src/inconfidence/team/drafts.py",
    "src/inconfidence/team/keeping.py",
    "src/inconfidence/team/middleware.py",
    "src/inconfidence/team/actions",
    "src/inconfidence/vault/spool.py",
    "src/inconfidence/web/forms",
    "src/inconfidence/cases/actions",
    "src/inconfidence/cases/forms/beside.py",
    "src/inconfidence/cases/views",
    "src/inconfidence/audit/record.py",
)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Edits number `first` to `first + count`; one line for each that is lost."""
    return run("rounds", str(first), str(count), str(seed))


def careless(fault: str) -> list[str]:
    """What the campaign says of a program that has this fault (`tests/campaigns/editing/careless.py`)."""
    return run("control", fault, str(CONTROL), str(SEED)).failed


def run(module: str, *words: str) -> Piece:
    """What a module of the campaign finds, in a process of its own."""
    command = [sys.executable, "-m", f"tests.campaigns.editing.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, env=plain(), check=True, stdout=subprocess.PIPE)
    return heard(done.stdout)

"""Sixteen people change the same notes and cards at once, over HTTP, with two tabs, stale pages and double presses.

Afterwards somebody else reads the data with keys: every edit that was acknowledged stands in history once, or its
author was shown both texts, or it waits in their Unfinished. A form that is sent twice is written once.
"""

import json
import subprocess
import sys

from bench.result import ROOT
from tests.campaigns.crash.server import plain

LARGE = 10_000
PIECE = 1_000
SMALL = 160
GUARDS = (
    "src/inconfidence/team/drafts.py",
    "src/inconfidence/team/keeping.py",
    "src/inconfidence/team/middleware.py",
    "src/inconfidence/team/actions",
    "src/inconfidence/vault/spool.py",
    "src/inconfidence/cases/actions",
    "src/inconfidence/audit/record.py",
)


def attempt(first: int, count: int, seed: int) -> list[str]:
    """Edits number `first` to `first + count`; one line for each that is lost."""
    command = [sys.executable, "-m", "tests.campaigns.editing.rounds", str(first), str(count), str(seed)]
    done = subprocess.run(command, cwd=ROOT, env=plain(), check=True, stdout=subprocess.PIPE)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found

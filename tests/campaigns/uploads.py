"""Hostile files sent to the real server over HTTP: bombs, two kinds in one, renamed, macros, broken, altered at random.

Some are as large as a file may be, and now and then two come at once. What is refused is refused in one sentence within
two seconds. The worker that opens it tries nothing its walls forbid, leaves no file, knocks at no door (somebody
listens at the one the files name); the web server's memory grows by 64 MB at most over what it holds at rest, and it
never fails.
"""

import subprocess
import sys

from bench.piece import Piece, heard
from bench.result import ROOT
from tests.campaigns.crash.server import plain

LARGE = 200
PIECE = 40
SMALL = 8
GUARDS = (
    "src/inconfidence/quarantine",
    "src/inconfidence/cases/actions",
    "src/inconfidence/cases/views/documents.py",
    "src/inconfidence/web/uploads.py",
)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Send files number `first` to `first + count`; a line for each that was more than refused."""
    command = [sys.executable, "-m", "tests.campaigns.hostile.rounds", str(first), str(count), str(seed)]
    done = subprocess.run(command, cwd=ROOT, env=plain(), check=True, stdout=subprocess.PIPE)
    return heard(done.stdout)

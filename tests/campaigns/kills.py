"""kill -9 of the web server while people write, on the embedded database.

The real server with its workers is ended at random moments under calls, notes, uploads, consents, changed contacts,
questions, shares and concerns over HTTP. Whatever it had acknowledged must be there when it is opened again with keys;
nothing may be half; the database and the record must be whole.
"""

import subprocess
import sys

from bench.piece import Piece, heard
from bench.result import ROOT
from tests.campaigns.crash.server import plain

LARGE = 500
PIECE = 25
SMALL = 4
GUARDS = (
    "src/inconfidence/vault",
    "src/inconfidence/audit",
    "src/inconfidence/config",
    "src/inconfidence/team/middleware.py",
)


def killed(first: int, count: int, seed: int, engine: str) -> Piece:
    """So many kills on this engine, in a process of its own; what each left wrong."""
    command = [
        sys.executable,
        "-m",
        "tests.campaigns.crash.rounds",
        str(first),
        str(count),
        str(seed),
        engine,
    ]
    done = subprocess.run(command, cwd=ROOT, env=plain(), check=True, stdout=subprocess.PIPE)
    return heard(done.stdout)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Kill numbers `first` to `first + count`; one line for each that left something wrong."""
    return killed(first, count, seed, "sqlite")

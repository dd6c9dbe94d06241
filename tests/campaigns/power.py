"""The power fails, on the embedded database as we serve it.

A service's writes are recorded act by act as the disk is told them; then the power fails at chosen points of that trace
and what was not synced is dropped, torn or partly kept. Whatever the program had acknowledged by then must be there.
The same with SQLite's `synchronous=NORMAL` must lose something: else this test would prove nothing.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.piece import Piece, heard, together
from bench.result import ROOT
from tests.campaigns.crash.server import environment

LARGE = 500
PIECE = 100
SMALL = 25
CONTROL = 12
NOT_THERE = "acknowledged writes are not there"
GUARDS = ("src/inconfidence/vault", "src/inconfidence/audit", "src/inconfidence/config")


def run(module: str, *words: str, told: str = "") -> str:
    """The last line that a module says, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.campaigns.crash.{module}", *words],
        cwd=ROOT,
        env=environment(Path(words[0]) / "live"),
        check=True,
        input=told,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.splitlines()[-1]


def failing(synchronous: str, total: int, first: int, count: int, seed: int) -> Piece:
    """The power fails at points `first` to `first + count` of `total`; what each left wrong."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-power-") as name:
        people = run("workload", name, synchronous, str(seed))
        assert (Path(name) / "trace").stat().st_size > 0
        return heard(run("replay", name, str(total), str(first), str(count), str(seed), told=people))


def attempt(first: int, count: int, seed: int) -> Piece:
    """Points `first` to `first + count`, spread over the whole trace; with a control in each piece."""
    total = LARGE if count >= PIECE else count
    wrong = failing("FULL", total, first % total, count, seed)
    lost = [line for line in failing("NORMAL", CONTROL, 0, CONTROL, seed).failed if NOT_THERE in line]
    fault = [] if lost else [f"from {first}: the control lost nothing, so nothing is proved"]
    return together([wrong, Piece(fault, {"points where the control lost writes": len(lost)})])

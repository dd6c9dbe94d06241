"""Two worlds, of which one has somebody's own file more: who may not know of it gets the same bytes in both.

World two is a byte copy of world one in which the other file was then made through the actions, with the clock
standing still. Every address of the program, of either file and of nobody's, and every form is asked of both by
everybody who is not cleared, with the same cookies; `tests/worlds/masks.py` lists what is masked. Ten leaks put in on
purpose must be found.
"""

import subprocess
import sys

from bench.piece import Piece, heard
from bench.result import ROOT
from tests.campaigns.crash.server import plain

# A pair of worlds and eight who may not know; then ten leaks.
LARGE = 18
PIECE = 8
SMALL = 1
GUARDS = ("src/inconfidence",)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Plays number `first` to `first + count`; a line for each answer that differed, and each leak not found."""
    del seed
    command = [sys.executable, "-m", "tests.worlds.rounds", str(first), str(count)]
    env = plain() | {"DJANGO_SETTINGS_MODULE": "tests.worlds.settings"}
    return heard(subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE).stdout)

"""The time of an answer does not tell what may not be known from what is not: AUC at most 0.55 over 2,000 pairs a page.

A worker of one file asks for the other person's and for nobody's, in pairs, on every page that looks somebody up. A
control in which the time does tell must be noticed.
"""

import subprocess
import sys

from bench.piece import Piece, heard
from bench.result import ROOT
from tests.campaigns.crash.server import plain

# Pairs for each page, in one piece: an area under a curve cannot be put together from parts.
LARGE = 2_000
PIECE = 2_000
SMALL = 60
GUARDS = ("src/inconfidence",)


def attempt(first: int, count: int, seed: int) -> Piece:
    """So many pairs for each page; a line for each whose time tells."""
    del seed
    command = [sys.executable, "-m", "tests.worlds.timing", str(first), str(count)]
    env = plain() | {"DJANGO_SETTINGS_MODULE": "tests.worlds.settings"}
    return heard(subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE).stdout)

"""`python -m tests.campaigns.editing.control FAULT COUNT SEED`: what is said of a program that loses edits.

An empty answer is the campaign's own fault.
"""

import sys
import tempfile
from pathlib import Path

from bench.piece import Piece
from tests.campaigns.editing.careless import Careless
from tests.campaigns.editing.rounds import rounds


def control(fault: str, count: int, seed: int) -> Piece:
    """What the campaign finds in a program with this fault."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-careless-") as name:
        return rounds(Careless(Path(name) / "data", fault=fault), 0, count, seed)


if __name__ == "__main__":
    print(control(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])).told())

"""The worker: one file in on standard input, one answer out on standard output, then it ends.

Everything it needs is imported before the walls go up; the file is read after that.
"""

import os
import sys
from collections.abc import Callable, Mapping

from inconfidence.quarantine import cage, frames
from inconfidence.quarantine.kinds import LARGEST_FILE, LARGEST_OUTCOME, Trouble
from inconfidence.quarantine.opening import JOBS, prepare
from inconfidence.quarantine.opening.trouble import Troubled

Answer = tuple[Mapping[str, object], list[bytes]]


def main(words: list[str]) -> None:
    """`worker JOB SECONDS NUMBER`: nothing else ever stands on the command line."""
    job, number = JOBS[words[0]], int(words[2])
    prepare()
    cage.limit(float(words[1]))
    try:
        cage.close()
    except OSError:
        answer: Answer = ({"trouble": Trouble.CANNOT_LOOK}, [])
    else:
        answer = done(job, everything(), number)
    for piece in frames.packed(*answer):
        write(piece)


def done(job: Callable[[bytes, int], Answer], data: bytes, number: int) -> Answer:
    """What the job says, or what it found wrong."""
    try:
        said, parts = job(data, number)
    except Troubled as wrong:
        return {"trouble": wrong.trouble}, []
    except MemoryError:
        return {"trouble": Trouble.BOMB}, []
    # A parser fails in as many ways as there are broken files; each is the same answer.
    except Exception:  # noqa: BLE001
        return {"trouble": Trouble.BROKEN}, []
    if sum(map(len, parts)) > LARGEST_OUTCOME:
        return {"trouble": Trouble.BOMB}, []
    return said, parts


def everything() -> bytes:
    """The whole file, at most as much of it as may be sent."""
    pieces, left = [], LARGEST_FILE + 1
    while left and (piece := os.read(0, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def write(piece: bytes) -> None:
    """All of a piece, in as many goes as the pipe takes."""
    rest = memoryview(piece)
    while rest:
        rest = rest[os.write(1, rest) :]


if __name__ == "__main__":
    main(sys.argv[1:])
    # No tidying up: what a destructor might still want is behind the walls.
    os._exit(0)

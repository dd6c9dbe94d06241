"""`python -m tests.worlds.timing FIRST COUNT`: does the time of an answer tell what may not be known from what is not?

In the world that has both files, somebody who is not cleared asks for what belongs to the other file and for what is
nobody's, in pairs, which of the two first being drawn. AUC is the chance that the slower of two answers is the one of
the other file: a half when the time tells nothing. Measured twice, as a stranger sees it (`seconds`) and as the
processor spends it, which no other work on the machine can hide (`busy`).
"""

import sys
import tempfile
from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

import django

from bench.piece import Piece

MOST, AT = 0.55, 2_000
WARM = 20
CONTROL = 100
PAGES = (
    "cases/{reference}/",
    "cases/{reference}/reason/",
    "enquiries/{enquiry_id}/",
    "cases/new/?again={reference}",
)
NOBODYS = {
    "reference": "2222-2222",
    "note_id": "00000000-0000-4000-8000-000000000001",
    "item_id": "00000000-0000-4000-8000-000000000002",
    "enquiry_id": "00000000-0000-4000-8000-000000000003",
    "concern_id": "00000000-0000-4000-8000-000000000004",
}


class Times(NamedTuple):
    """How long the answers about the other file took, and how long those about nobody's."""

    theirs: list[float]
    nobodys: list[float]


def auc(times: Times) -> float:
    """The chance that of two answers the slower is the one of the other file; the further from a half, the worse."""
    ranked = sorted([(each, True) for each in times.theirs] + [(each, False) for each in times.nobodys])
    above = sum(place for place, (_, theirs) in enumerate(ranked, start=1) if theirs)
    many, few = len(times.theirs), len(times.nobodys)
    found = (above - many * (many + 1) / 2) / (many * few)
    return max(found, 1 - found)


def main(first: int, count: int) -> None:
    """Measure every page, and tell what came of it in a line."""
    django.setup()
    print(measured(first, count).told())


def measured(first: int, count: int, pages: Sequence[str] = PAGES, who: str = "tom") -> Piece:
    """`count` pairs for each page."""
    from tests.worlds.world import make_pair, playing

    with tempfile.TemporaryDirectory(prefix="inconfidence-times-") as name:
        make_pair(Path(name), "cumbria", "child")
        with playing(Path(name)) as pair:
            found = {page: asked(pair, who, page, first, count) for page in pages}
        with playing(Path(name), "time") as pair:
            control = auc(asked(pair, who, pages[0], first, CONTROL)["busy"])
    most = {
        f"AUC, {how}, {page}": round(auc(times), 3) for page in pages for how, times in found[page].items()
    }
    failed = [f"{name}: {value}" for name, value in most.items() if value > allowed(count)]
    if control <= allowed(CONTROL):
        failed.append("a time that tells was not noticed, so nothing is proved")
    return Piece(
        failed, {"pairs": count * len(pages)}, most | {"AUC where the time tells": round(control, 3)}
    )


def allowed(count: int) -> float:
    """How far from a half is allowed: 0.55 at 2,000 pairs, and as unlikely by chance alone where there are fewer."""
    return 0.5 + (MOST - 0.5) * sqrt(AT / count)


def asked(pair: object, who: str, page: str, first: int, count: int) -> dict[str, Times]:
    """A page asked for in pairs, after a few that do not count."""
    from tests.worlds.world import Asked, Pair

    assert isinstance(pair, Pair)
    chance, world = Random(f"{page} {first}"), pair.two
    paths = [f"/{page.format(**values)}" for values in (pair.made["other"], NOBODYS)]
    found = {"seconds": Times([], []), "busy": Times([], [])}
    for number in range(-WARM, count):
        for which in chance.sample((0, 1), 2):
            pair.number += 1
            world.ask(pair.number, pair.cookies[who], Asked(who, "GET", paths[which]))
            answer = world.hear()
            if number >= 0:
                for how, times in found.items():
                    times[which].append(getattr(answer, how))
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

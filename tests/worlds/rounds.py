"""`python -m tests.worlds.rounds FIRST COUNT`: so many plays, each of one role at one pair of worlds; then the leaks.

The pair: a child's own file beside the mother's, where only the worker and the leads hold a case's key.
"""

import sys
import tempfile
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import django

from bench.piece import Piece, together

PAIRS = (("cumbria", "child"),)


def main(first: int, count: int) -> None:
    """Play, and tell what came of it in a line."""
    django.setup()
    print(played(first, count).told())


def played(first: int, count: int) -> Piece:
    """Plays number `first` to `first + count`, those at one pair of worlds on one copy of it."""
    wanted = plays()[first : first + count]
    with tempfile.TemporaryDirectory(prefix="inconfidence-worlds-") as name:
        pairs = groupby(wanted, key=itemgetter(0, 1))
        return together([at_pair(Path(name), slug, kind, list(own)) for (slug, kind), own in pairs])


def plays() -> list[tuple[str, str, str, str]]:
    """Policy, whose the other file is, who plays, and with which leak: the last ten."""
    from tests.worlds.leaks import LEAKS
    from tests.worlds.plays import ROLES

    sound = [(slug, kind, who, "") for slug, kind in PAIRS for who in ROLES]
    return [*sound, *(("cumbria", "child", leak.who, name) for name, leak in LEAKS.items())]


def at_pair(folder: Path, slug: str, kind: str, wanted: list[tuple[str, str, str, str]]) -> Piece:
    """What is played at one pair: first everybody in turn, then each leak."""
    from tests.worlds.plays import Play
    from tests.worlds.world import make_pair, playing

    home = folder / f"{slug}-{kind}-{len(wanted)}"
    make_pair(home, slug, kind)
    pieces = []
    if everybody := [who for _, _, who, leak in wanted if not leak]:
        with playing(home) as pair:
            for who in everybody:
                play = Play(pair, who).run()
                pieces.append(Piece([f"{slug}, {kind}: {line}" for line in play.failed], play.counted))
    return together([*pieces, *(sprung(home, leak) for *_, leak in wanted if leak)])


def sprung(folder: Path, name: str) -> Piece:
    """The same with a leak, on the page where it is met: it must be found."""
    from tests.worlds.leaks import LEAKS
    from tests.worlds.plays import Play
    from tests.worlds.world import playing

    leak = LEAKS[name]
    with playing(folder, name) as pair:
        play = Play(pair, leak.who, frozenset({leak.route})).run()
    return Piece(
        [] if play.failed else [f"a leak was not found: {name}"], {f"found: {name}": bool(play.failed)}
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

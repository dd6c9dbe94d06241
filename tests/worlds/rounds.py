"""`python -m tests.worlds.rounds FIRST COUNT`: so many plays, each of one role at one pair of worlds; then the leaks.

The pairs are made as they are needed: each service with a child's own file beside the mother's, one with the father's.
"""

import sys
import tempfile
from pathlib import Path

import django

from bench.piece import Piece, together


def main(first: int, count: int) -> None:
    """Play, and tell what came of it in a line."""
    django.setup()
    print(played(first, count).told())


def played(first: int, count: int) -> Piece:
    """Plays number `first` to `first + count`; the last ten are the leaks, which must be found."""
    from tests.disclosure.family import SERVICES
    from tests.worlds.leaks import LEAKS
    from tests.worlds.plays import ROLES
    from tests.worlds.world import make_pair

    pairs = [*((slug, "child") for slug in SERVICES), ("cumbria", "father")]
    plays = [(*pair, who, "") for pair in pairs for who in ROLES]
    plays += [("cumbria", "child", leak.who, name) for name, leak in LEAKS.items()]
    pieces, pair_of = [], ("", "")
    with tempfile.TemporaryDirectory(prefix="inconfidence-worlds-") as name:
        for slug, kind, who, leak in plays[first : first + count]:
            folder = Path(name) / f"{slug}-{kind}"
            if (slug, kind) != pair_of:
                make_pair(folder, slug, kind)
                pair_of = slug, kind
            pieces.append(sprung(folder, leak) if leak else plain(folder, who))
    return together(pieces)


def plain(folder: Path, who: str) -> Piece:
    """One role at one pair: nothing may differ."""
    from tests.worlds.plays import Play
    from tests.worlds.world import playing

    with playing(folder) as pair:
        play = Play(pair, who).run()
    return Piece([f"{folder.name}: {line}" for line in play.failed], play.counted)


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

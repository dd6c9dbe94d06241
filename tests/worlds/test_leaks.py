"""Ten leaks put in on purpose are found, each on the page where it is met; the program itself lets nothing on."""

from pathlib import Path

import pytest

from tests.worlds.leaks import LEAKS
from tests.worlds.masks import MASKS
from tests.worlds.plays import Play
from tests.worlds.world import make_pair, playing


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mother's file with Tom; and her fourteen-year-old's own with the lead, in one of two worlds."""
    folder = tmp_path_factory.mktemp("worlds")
    make_pair(folder, "cumbria", "child")
    return folder


@pytest.mark.campaign
@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_found(worlds: Path, name: str) -> None:
    leak = LEAKS[name]
    with playing(worlds, name) as pair:
        assert Play(pair, leak.who, frozenset({leak.route})).run().failed


@pytest.mark.campaign
@pytest.mark.parametrize("who", sorted({leak.who for leak in LEAKS.values()}))
def test_nothing_is_let_on_where_nothing_leaks(worlds: Path, who: str) -> None:
    met = frozenset(leak.route for leak in LEAKS.values())
    with playing(worlds) as pair:
        play = Play(pair, who, met).run()
    assert play.failed == []
    assert play.counted["differing bytes"] == 0


def test_little_is_masked() -> None:
    assert len(MASKS) <= 4

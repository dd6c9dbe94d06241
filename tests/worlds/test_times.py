"""How far two lots of times are apart."""

import pytest

from tests.worlds.timing import Times, allowed, auc


@pytest.mark.parametrize(
    ("theirs", "nobodys", "says"),
    [
        ([2.0, 3.0], [0.0, 1.0], 1.0),
        ([0.0, 1.0], [2.0, 3.0], 1.0),
        ([0.0, 3.0], [1.0, 2.0], 0.5),
        ([1.0, 3.0], [0.0, 2.0], 0.75),
    ],
)
def test_the_chance_that_the_slower_one_is_theirs(
    theirs: list[float], nobodys: list[float], says: float
) -> None:
    assert auc(Times(theirs, nobodys)) == says


@pytest.mark.parametrize(("count", "most"), [(2_000, 0.55), (500, 0.6), (20, 1.0)])
def test_fewer_pairs_may_lie_further_apart_by_chance(count: int, most: float) -> None:
    assert allowed(count) == pytest.approx(most)

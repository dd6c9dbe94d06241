"""The tests of `doctored.py`. They are run by the campaign's own test, and pytest does not find them by their name."""

import pytest

from tests.campaigns.mutating.doctored import doubled, said


@pytest.mark.parametrize(("many", "word"), [(2, "few"), (3, "enough"), (4, "enough")])
def test_three_are_enough(many: int, word: str) -> None:
    assert said(many) == word


def test_two_twice_are_four() -> None:
    assert doubled(2) == 4

"""From what is known of a birth, and a day, to whose yes counts for what is the young person’s."""

from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any, get_args

import pytest

from inconfidence.policy.standing.passing import (
    Birth,
    Giver,
    Passing,
    Stage,
    counts_as,
    notice_from,
    passing,
)

DAY = timedelta(days=1)
IN_2026, IN_2027 = date(2026, 6, 26), date(2027, 6, 25)


@pytest.mark.parametrize(
    ("birth", "on"),
    [
        (Birth(on=date(2010, 8, 31)), IN_2026),
        (Birth(on=date(2010, 9, 1)), IN_2027),
        (Birth(on=date(2010, 11, 10)), IN_2027),
        (Birth(on=date(2011, 3, 2)), IN_2027),
        (Birth(on=date(2011, 7, 20)), IN_2027),
        (Birth(on=date(2012, 2, 29)), date(2028, 6, 30)),
        (Birth(year=2010), IN_2026),
        (Birth(year=2011), IN_2027),
        (Birth(at_most=15, written=date(2026, 8, 30)), IN_2026),
        (Birth(at_most=15, written=date(2026, 8, 31)), IN_2027),
        (Birth(at_most=15, written=date(2028, 2, 29)), date(2028, 6, 30)),
        (Birth(at_most=10, written=date(2026, 11, 20)), date(2032, 6, 25)),
        (Birth(at_most=4, written=date(2026, 11, 20)), date(2038, 6, 25)),
        (Birth(at_most=18, written=date(2026, 11, 20)), date(2024, 6, 28)),
    ],
)
def test_the_right_passes_on_the_last_friday_in_june_as_early_as_it_can_be(birth: Birth, on: date) -> None:
    assert passing(birth, on - DAY) == Passing(on=on, stage="soon")
    assert passing(birth, on) == Passing(on=on, stage="passed")
    assert passing(birth, on + DAY) == Passing(on=on, stage="passed")


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2027, 3, 24), "before"),
        (date(2027, 3, 25), "soon"),
        (date(2027, 3, 26), "soon"),
        (date(2027, 6, 24), "soon"),
        (date(2027, 6, 25), "passed"),
    ],
)
def test_it_is_said_three_months_before(today: date, stage: Stage) -> None:
    assert passing(Birth(on=date(2011, 7, 20)), today).stage == stage


def test_three_months_before_the_last_day_of_june_is_a_day_of_march() -> None:
    assert notice_from(date(2028, 6, 30)) == date(2028, 3, 30)


@pytest.mark.parametrize(
    "birth", [Birth(), Birth(at_most=15), Birth(written=date(2026, 11, 20))], ids=["nothing", "age", "day"]
)
def test_where_nothing_is_known_nobody_can_tell_that_the_day_has_not_come(birth: Birth) -> None:
    found = passing(birth, date(2026, 11, 20))
    assert found == Passing(on=None, stage="not_known")
    assert found.passed


@pytest.mark.parametrize(
    ("known", "on"),
    [
        ({"on": date(2011, 7, 20), "year": 2010, "at_most": 18, "written": date(2026, 11, 20)}, IN_2027),
        ({"year": 2011, "at_most": 18, "written": date(2026, 11, 20)}, IN_2027),
    ],
)
def test_what_is_surest_counts(known: dict[str, Any], on: date) -> None:
    assert passing(Birth(**known), date(2026, 11, 20)).on == on


@pytest.mark.parametrize(
    ("whose", "stage", "decides"),
    [
        ("young_person", "before", "subject"),
        ("young_person", "soon", "subject"),
        ("young_person", "passed", "young_person"),
        ("young_person", "not_known", "young_person"),
        ("own", "before", "subject"),
        ("own", "soon", "subject"),
        ("own", "passed", "subject"),
        ("own", "not_known", "subject"),
    ],
)
def test_only_one_answers_for_what_is_theirs(whose: Any, stage: Stage, decides: str) -> None:
    now = Passing(on=None, stage=stage)
    for giver in get_args(Giver):
        expected = "subject" if giver == decides else "someone_else"
        assert counts_as(giver, whose, now) == expected


def test_whoever_is_older_is_never_later() -> None:
    """Over eight years of birthdays the day on which the right passes never goes back, and is always such a Friday."""
    births = [date(2008, 1, 1) + DAY * number for number in range(8 * 365)]
    days = [passing(Birth(on=born), born).on for born in births]
    for on in days:
        assert on is not None
        assert (on.month, on.weekday()) == (6, 4)
        assert (on + 7 * DAY).month == 7
    assert all(first <= second for first, second in pairwise(days) if first and second)


def test_a_year_and_an_age_are_never_read_as_later_than_the_birthday_they_stand_for() -> None:
    for born, written in product(
        (date(2010, 1, 1) + DAY * number * 11 for number in range(100)),
        (date(2026, 2, 28), date(2026, 8, 31)),
    ):
        exact = passing(Birth(on=born), written).on
        turned = (written.month, written.day) >= (born.month, born.day)
        age = written.year - born.year - (not turned)
        assert exact is not None
        for vague in (Birth(year=born.year), Birth(at_most=age, written=written)):
            on = passing(vague, written).on
            assert on is not None
            assert on <= exact

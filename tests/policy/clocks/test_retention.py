"""When the periods of keeping end: every worked example of the law, and the days around them."""

from datetime import date, timedelta

import pytest

from inconfidence.policy.clocks.days import birthday
from inconfidence.policy.clocks.retention import (
    Child,
    End,
    File,
    Period,
    care_records,
    eligible_from,
    ends,
    latest,
    review_on,
    without_birth,
    without_period,
    years_after,
)

IN_CARE = Period("in_care", "birthday_18", 75, "P-1", "policy")
SUPERVISION = Period("supervision_order", "birth", 21, "P-2", "policy")
SUPPORT = Period("parent_support", "closure", 12, "P-3", "policy")
LAW = care_records("L-10")
CLOSED = date(2026, 11, 20)
EVERY = ("parent_support", "in_care", "supervision_order")


def file(*children: Child, closed: date = CLOSED, ever: tuple[str, ...] = ("parent_support",)) -> File:
    return File(closed, children, frozenset(ever))


def born(*days: date) -> tuple[Child, ...]:
    return tuple(Child(day) for day in days)


def only(period: Period, *children: Child, closed: date = CLOSED) -> date:
    """The one date that a period gives for these children."""
    (end,) = ends([period], file(*children, closed=closed, ever=(period.category,)))
    return end.day


@pytest.mark.parametrize(
    ("period", "child", "day"),
    [
        (SUPPORT, Child(date(2012, 9, 14)), date(2038, 11, 20)),
        (SUPPORT, Child(None), date(2038, 11, 20)),
        (SUPERVISION, Child(date(2012, 9, 14)), date(2033, 9, 14)),
        (SUPERVISION, Child(date(2020, 5, 1)), date(2041, 5, 1)),
        (SUPERVISION, Child(date(2012, 2, 29)), date(2033, 3, 1)),
        (IN_CARE, Child(date(2012, 9, 14)), date(2105, 9, 14)),
        (IN_CARE, Child(date(2008, 2, 29)), date(2101, 3, 1)),
        (IN_CARE, Child(date(2008, 2, 28)), date(2101, 2, 28)),
        (IN_CARE, Child(date(2012, 9, 14), date(2025, 3, 10)), date(2105, 9, 14)),
        (LAW, Child(date(2012, 9, 14)), date(2087, 9, 14)),
        (LAW, Child(date(2008, 2, 29)), date(2083, 3, 1)),
        (LAW, Child(date(2012, 9, 14), date(2025, 3, 10)), date(2040, 3, 10)),
        (LAW, Child(date(2012, 9, 14), date(2024, 2, 29)), date(2039, 2, 28)),
        (LAW, Child(date(2005, 3, 11), date(2023, 3, 10)), date(2038, 3, 10)),
        (LAW, Child(date(2005, 3, 10), date(2023, 3, 10)), date(2080, 3, 10)),
        (LAW, Child(date(2008, 2, 29), date(2026, 2, 28)), date(2041, 2, 28)),
        (LAW, Child(date(2008, 2, 29), date(2026, 3, 1)), date(2083, 3, 1)),
    ],
)
def test_each_period_gives_its_date(period: Period, child: Child, day: date) -> None:
    assert only(period, child) == day


def test_a_period_from_closure_is_cut_to_the_last_day_of_the_month() -> None:
    assert only(SUPPORT, closed=date(2028, 2, 29)) == date(2040, 2, 29)
    assert only(Period("parent_support", "closure", 6, "P-3", "policy"), closed=date(2028, 2, 29)) == date(
        2034, 2, 28
    )


def test_each_child_gives_a_date_and_what_is_the_same_is_said_once() -> None:
    twins = file(*born(date(2012, 9, 14), date(2012, 9, 14), date(2015, 1, 2)), ever=("supervision_order",))
    assert [end.day for end in ends([SUPERVISION], twins)] == [date(2033, 9, 14), date(2036, 1, 2)]


def test_only_the_categories_of_the_file_give_dates() -> None:
    every = [IN_CARE, SUPERVISION, SUPPORT, LAW]
    child = born(date(2012, 9, 14))
    assert [end.category for end in ends(every, file(*child))] == ["parent_support"]
    assert [end.clause for end in ends(every, file(*child, ever=EVERY))] == ["P-1", "P-2", "P-3", "L-10"]


def test_the_latest_day_wins_and_not_the_longest_period() -> None:
    found = ends([SUPERVISION, SUPPORT], file(*born(date(2012, 9, 14)), ever=EVERY))
    assert latest(found) == End("parent_support", date(2038, 11, 20), "P-3", "policy")
    assert latest([]) is None


def test_of_two_alike_the_first_in_the_document_is_named() -> None:
    alike = Period("supervision_order", "closure", 12, "P-2", "policy")
    found = latest(ends([alike, SUPPORT], file(ever=EVERY)))
    assert found
    assert found.clause == "P-2"


@pytest.mark.parametrize(
    ("children", "missing"),
    [
        ((), ["P-1", "P-2", "L-10"]),
        (born(date(2012, 9, 14)), []),
        ((Child(None),), ["P-1", "P-2", "L-10"]),
        ((Child(date(2012, 9, 14)), Child(None)), ["P-1", "P-2", "L-10"]),
        ((Child(None, date(2025, 3, 10)),), ["P-1", "P-2", "L-10"]),
    ],
)
def test_a_birth_that_is_not_known_is_missed_where_a_period_counts_from_it(
    children: tuple[Child, ...], missing: list[str]
) -> None:
    every = [IN_CARE, SUPERVISION, SUPPORT, LAW]
    assert [period.clause for period in without_birth(every, file(*children, ever=EVERY))] == missing
    assert not without_birth(every, file(*children))


def test_a_category_without_a_period_is_a_gap() -> None:
    assert without_period([SUPPORT, LAW], file(ever=EVERY)) == ("supervision_order",)
    assert without_period([], file(ever=EVERY)) == ("in_care", "parent_support", "supervision_order")
    assert without_period([SUPPORT], file()) == ()


@pytest.mark.parametrize(
    ("closed", "births", "day"),
    [
        (CLOSED, (), date(2032, 11, 20)),
        (CLOSED, (date(2012, 9, 14),), date(2037, 9, 14)),
        (CLOSED, (date(2001, 9, 14),), date(2032, 11, 20)),
        (CLOSED, (date(2007, 11, 19),), date(2032, 11, 20)),
        (CLOSED, (date(2007, 11, 20),), date(2032, 11, 20)),
        (CLOSED, (date(2007, 11, 21),), date(2032, 11, 21)),
        (CLOSED, (date(2001, 9, 14), date(2016, 2, 29)), date(2041, 3, 1)),
        (date(2028, 2, 29), (), date(2034, 2, 28)),
    ],
)
def test_without_a_period_somebody_looks_after_six_years_or_at_twenty_five(
    closed: date, births: tuple[date, ...], day: date
) -> None:
    assert review_on(file(*born(*births), closed=closed)) == day
    assert review_on(file(*born(*births), Child(None), closed=closed)) == day


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2038, 11, 20), date(2038, 11, 21)),
        (date(2038, 12, 31), date(2039, 1, 1)),
        (date(2040, 2, 28), date(2040, 2, 29)),
    ],
)
def test_a_file_may_go_the_day_after(day: date, free: date) -> None:
    assert eligible_from(day) == free


def test_a_leap_day_never_makes_anything_end_earlier_than_the_day_before_it_would() -> None:
    for year in range(1996, 2024, 4):
        leap, eve = date(year, 2, 29), date(year, 2, 28)
        for years in range(1, 120):
            assert birthday(leap, years) > birthday(eve, years)
            assert years_after(leap, years) >= years_after(eve, years)


def test_later_births_and_closings_never_end_earlier() -> None:
    days = [date(2011, 12, 20) + timedelta(days=each) for each in range(500)]
    for period in (IN_CARE, SUPERVISION, LAW):
        found = [only(period, Child(day)) for day in days]
        assert found == sorted(found)
    closings = [only(SUPPORT, closed=day) for day in days]
    assert closings == sorted(closings)

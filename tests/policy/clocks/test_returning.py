"""Which return is due, overdue or there to be asked for: the day before, the day, the day after."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inconfidence import policies
from inconfidence.policy.clocks.returning import Cadence, Mode, Period, period_with, returns

JANUARY = Period(date(2026, 1, 1), 1)
FEBRUARY = Period(date(2026, 2, 1), 1)
SPRING = Period(date(2026, 1, 1), 3)
SUMMER = Period(date(2026, 4, 1), 3)
FROM_THE_FIRST = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("cadence", "day", "first", "last", "name"),
    [
        ("monthly", date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 31), "January 2026"),
        ("monthly", date(2026, 2, 28), date(2026, 2, 1), date(2026, 2, 28), "February 2026"),
        ("monthly", date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        ("monthly", date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31), "December 2026"),
        ("quarterly", date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31), "January to March 2026"),
        ("quarterly", date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30), "April to June 2026"),
        ("quarterly", date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30), "July to September 2026"),
        ("quarterly", date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31), "October to December 2026"),
    ],
)
def test_a_period_is_a_calendar_month_or_quarter(
    cadence: Cadence, day: date, first: date, last: date, name: str
) -> None:
    found = period_with(cadence, day)
    assert found is not None
    assert (found.first, found.last, found.name) == (first, last, name)


def test_on_demand_there_is_no_period() -> None:
    assert period_with("on_demand", date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 1, 31), []),
        (date(2026, 2, 1), ["due"]),
        (date(2026, 2, 28), ["due"]),
        (date(2026, 3, 1), ["overdue", "due"]),
        (date(2026, 3, 31), ["overdue", "due"]),
        (date(2026, 4, 1), ["overdue", "overdue", "due"]),
    ],
)
def test_a_monthly_return_is_due_when_the_month_is_over_and_overdue_a_month_later(
    today: date, states: list[str]
) -> None:
    assert [each.state for each in returns("monthly", "due", FROM_THE_FIRST, (), today)] == states


@pytest.mark.parametrize(
    ("today", "periods"),
    [
        (date(2026, 3, 31), []),
        (date(2026, 4, 1), [SPRING]),
        (date(2026, 6, 30), [SPRING]),
        (date(2026, 7, 1), [SPRING, SUMMER]),
    ],
)
def test_quarterly_figures_are_prepared_and_never_chased(today: date, periods: list[Period]) -> None:
    found = returns("quarterly", "available", FROM_THE_FIRST, (), today)
    assert [each.period for each in found] == periods
    assert {each.state for each in found} <= {"available"}


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2026, 4, 1), "due"), (date(2026, 4, 30), "due"), (date(2026, 5, 1), "overdue")],
)
def test_a_quarterly_return_that_is_sent_is_overdue_a_month_later_too(today: date, state: str) -> None:
    assert [each.state for each in returns("quarterly", "due", FROM_THE_FIRST, (), today)] == [state]


@pytest.mark.parametrize(
    ("cadence", "mode"), [("on_demand", "may"), ("on_demand", "due"), ("monthly", "may")]
)
def test_on_demand_nothing_is_due(cadence: Cadence, mode: Mode) -> None:
    assert returns(cadence, mode, FROM_THE_FIRST, (), date(2030, 1, 1)) == ()


def test_what_was_released_is_owed_no_more() -> None:
    today = date(2026, 3, 15)
    assert [each.period for each in returns("monthly", "due", FROM_THE_FIRST, [FEBRUARY], today)] == [JANUARY]
    assert returns("monthly", "due", FROM_THE_FIRST, [JANUARY, FEBRUARY], today) == ()


def test_a_release_for_another_length_of_time_stands_for_none() -> None:
    found = returns("quarterly", "available", FROM_THE_FIRST, [JANUARY], date(2026, 4, 1))
    assert [each.period for each in found] == [SPRING]


def test_the_period_that_a_service_began_in_counts_whole() -> None:
    found = returns("monthly", "due", date(2026, 1, 31), (), date(2026, 2, 1))
    assert [each.period for each in found] == [JANUARY]


@pytest.mark.parametrize(
    ("cadence", "mode", "today", "says"),
    [
        ("monthly", "due", date(2026, 2, 1), "The return for January 2026 is due."),
        ("monthly", "due", date(2026, 3, 1), "No return for January 2026 has been released."),
        (
            "quarterly",
            "available",
            date(2026, 4, 1),
            "The figures for January to March 2026 are there to be asked for.",
        ),
    ],
)
def test_what_is_owed_is_said_in_a_sentence(cadence: Cadence, mode: Mode, today: date, says: str) -> None:
    assert returns(cadence, mode, FROM_THE_FIRST, (), today)[0].says == says


@pytest.mark.parametrize(
    ("slug", "states"),
    [
        ("bath-and-north-east-somerset", ["overdue", "overdue", "due"]),
        ("cumbria", ["available"]),
        ("coventry", []),
        ("rotherham", []),
        ("blackburn-with-darwen", []),
    ],
)
def test_each_policy_by_its_own_clause(slug: str, states: list[str]) -> None:
    edition = policies.edition(slug)
    cadence, mode = (edition.value("statistics", key) for key in ("cadence", "mode"))
    found = returns(cadence, mode, FROM_THE_FIRST, (), date(2026, 4, 1))  # type: ignore[arg-type]
    assert [each.state for each in found] == states


@given(
    st.sampled_from(["monthly", "quarterly"]),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(0, 1000),
)
def test_the_periods_between_two_days_follow_each_other_without_a_gap(
    cadence: Cadence, since: date, days: int
) -> None:
    today = since + timedelta(days=days)
    found = [each.period for each in returns(cadence, "due", since, (), today)]
    for before, after in pairwise(found):
        assert before.last + timedelta(days=1) == after.first
    assert all(each.last < today for each in found)
    running = period_with(cadence, today)
    assert running is not None
    assert running.first == (found[-1].next.first if found else period_with(cadence, since).first)  # type: ignore[union-attr]

"""From what was on a card and what was given since to what is used: 72 hours, or until it was checked another way."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from inconfidence.policy.standing.reaching import Given, changed, checked

GIVEN = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
OLD, NEW = ("07700 900 123",), ("07700 900 456",)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("after", "used"),
    [
        (timedelta(0), OLD),
        (timedelta(hours=72) - SECOND, OLD),
        (timedelta(hours=72), NEW),
        (timedelta(hours=72) + SECOND, NEW),
    ],
)
def test_what_is_new_waits_for_72_hours(after: timedelta, used: tuple[str, ...]) -> None:
    given = Given(OLD, NEW, GIVEN)
    assert given.used(GIVEN + after) == used
    assert given.waits(GIVEN + after) is (used == OLD)
    assert given.until == GIVEN + timedelta(hours=72)


def test_an_hour_is_an_hour_on_the_night_on_which_clocks_change() -> None:
    london = ZoneInfo("Europe/London")
    given = Given(OLD, NEW, datetime(2026, 10, 23, 12, 0, tzinfo=london).astimezone(UTC))
    assert given.until.astimezone(london).hour == 11


@pytest.mark.parametrize(
    ("before", "now", "waits"),
    [
        (OLD, OLD, False),
        (OLD, NEW, True),
        ((), NEW, True),
        (OLD, (*OLD, *NEW), True),
        ((*OLD, *NEW), NEW, False),
        (OLD, (), False),
        ((*OLD, *NEW), (*NEW, *OLD), False),
    ],
)
def test_only_what_was_not_there_waits_and_what_is_taken_away_is_away_at_once(
    before: tuple[str, ...], now: tuple[str, ...], waits: bool
) -> None:
    given = Given(before, now, GIVEN)
    assert given.waits(GIVEN) is waits
    assert given.used(GIVEN) == (before if waits else now)


def test_given_twice_it_waits_from_the_first_time() -> None:
    first = changed(Given(OLD, OLD, GIVEN), NEW, GIVEN)
    assert changed(first, NEW, GIVEN + timedelta(hours=5)) == first == Given(OLD, NEW, GIVEN)


def test_another_new_one_waits_anew_and_what_was_used_stays_used() -> None:
    first = changed(Given(OLD, OLD, GIVEN), NEW, GIVEN)
    later = GIVEN + timedelta(hours=71)
    second = changed(first, ("another",), later)
    assert second == Given(OLD, ("another",), later)


def test_after_72_hours_the_new_one_is_what_stood_before() -> None:
    first = Given(OLD, NEW, GIVEN)
    later = GIVEN + timedelta(hours=72)
    assert changed(first, ("another",), later) == Given(NEW, ("another",), later)


def test_back_to_what_is_used_waits_for_nothing() -> None:
    back = changed(Given(OLD, NEW, GIVEN), OLD, GIVEN + SECOND)
    assert not back.waits(GIVEN + SECOND)
    assert back.used(GIVEN + SECOND) == OLD


def test_what_was_checked_another_way_is_used_at_once() -> None:
    assert checked(Given(OLD, NEW, GIVEN)) == Given(NEW, NEW, GIVEN)
    assert checked(Given(OLD, NEW, GIVEN)).used(GIVEN) == NEW

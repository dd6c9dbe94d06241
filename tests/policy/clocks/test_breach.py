"""A breach: seventy-two hours that run through everything, over each change of summer time to the second."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence.policy.clocks import BadClock, reckon, reckon_hours, spelt_instant

LONDON = ZoneInfo("Europe/London")
HOURS = timedelta(hours=72)
SECOND = timedelta(seconds=1)
# The last Sundays of March and of October, at one o'clock of the world's time.
CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2027, 3, 28, 1, tzinfo=UTC),
    datetime(2027, 10, 31, 1, tzinfo=UTC),
    datetime(2028, 3, 26, 1, tzinfo=UTC),
    datetime(2028, 10, 29, 1, tzinfo=UTC),
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("aware", "due", "target"),
    [
        ("2026-11-20T16:30:00+00:00", "2026-11-23T16:30:00+00:00", "2026-11-22T16:30:00+00:00"),
        ("2026-10-23T09:00:00+01:00", "2026-10-26T08:00:00+00:00", "2026-10-25T08:00:00+00:00"),
        ("2027-03-26T17:45:00+00:00", "2027-03-29T18:45:00+01:00", "2027-03-28T18:45:00+01:00"),
        ("2026-12-24T18:00:00+00:00", "2026-12-27T18:00:00+00:00", "2026-12-26T18:00:00+00:00"),
        # The same moment, told by somebody in another country.
        ("2026-11-20T11:30:00-05:00", "2026-11-23T16:30:00+00:00", "2026-11-22T16:30:00+00:00"),
    ],
)
def test_worked_examples_to_the_letter(aware: str, due: str, target: str) -> None:
    found = reckon_hours("breach", at(aware), LONDON)
    assert (found.name, found.legal_due.isoformat(), found.target.isoformat()) == ("breach", due, target)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_over_each_change_of_summer_time_to_the_second(change: datetime, seconds: int) -> None:
    """Both ends lie once a second before the change, once on it, and once a second after it."""
    for aware in (change + seconds * SECOND, change - HOURS + seconds * SECOND):
        found = reckon_hours("breach", aware, LONDON)
        assert found.legal_due.astimezone(UTC) - aware == HOURS
        summer = found.legal_due.astimezone(UTC) >= change if change.month == 3 else found.legal_due < change
        assert found.legal_due.utcoffset() == timedelta(hours=summer)
        changed = any("The clocks change in between" in sentence for sentence in found.working)
        assert changed == (aware < change <= found.legal_due.astimezone(UTC))


@settings(deadline=None)
@given(
    st.datetimes(datetime(2018, 5, 26), datetime(2090, 1, 1)),  # noqa: DTZ001 (the offset is drawn beside it)
    st.integers(-14 * 60, 14 * 60),
)
def test_always_seventy_two_hours_whatever_the_offset(naive: datetime, minutes: int) -> None:
    aware = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    found = reckon_hours("breach", aware, LONDON)
    assert found.legal_due - aware == HOURS
    assert found.legal_due.utcoffset() == found.legal_due.astimezone(LONDON).utcoffset()
    assert found.target - aware == timedelta(hours=48)


def test_its_working_in_sentences() -> None:
    assert reckon_hours("breach", at("2026-10-23T09:00:07+01:00"), LONDON).working == (
        "The breach was known on Friday 23 October 2026, 09:00:07 BST.",
        "72 hours later is Monday 26 October 2026, 08:00:07 GMT; nights, weekends and bank holidays count.",
        "The clocks change in between, so the time of day is another; the hours are the same.",
        "The regulator must have been told by Monday 26 October 2026, 08:00:07 GMT.",
        "Aim for Sunday 25 October 2026, 08:00:07 GMT, so that there is room for what goes wrong.",
        "The duty is to tell without undue delay; whoever is later owes reasons.",
        "This is guidance, not legal advice.",
    )


def test_a_moment_is_spelt_with_seconds_where_there_are_any() -> None:
    assert spelt_instant(at("2026-11-20T16:30:00+00:00").astimezone(LONDON)) == (
        "Friday 20 November 2026, 16:30 GMT"
    )
    assert spelt_instant(at("2026-07-01T16:30:05+01:00").astimezone(LONDON)) == (
        "Wednesday 1 July 2026, 16:30:05 BST"
    )


@pytest.mark.parametrize(
    ("name", "aware", "says"),
    [
        ("breach", "2026-11-20T16:30:00", "breach counts hours: expected an instant with its offset."),
        ("foi", "2026-11-20T16:30:00+00:00", "foi counts days; expected one of breach."),
        (
            "breach",
            "2018-05-24T22:59:59+00:00",
            (
                "breach is worked out for dates from Friday 25 May 2018 to Thursday 31 December 2099, not for Thursday"
                " 24 May 2018."
            ),
        ),
    ],
)
def test_what_does_not_fit_is_one_sentence(name: str, aware: str, says: str) -> None:
    with pytest.raises(BadClock) as bad:
        reckon_hours(name, at(aware), LONDON)
    assert str(bad.value) == says


def test_the_first_moment_of_the_law_is_a_moment_of_england() -> None:
    assert reckon_hours("breach", at("2018-05-24T23:00:00+00:00"), LONDON).target == at(
        "2018-05-26T23:00:00+00:00"
    )


def test_a_day_is_no_moment() -> None:
    with pytest.raises(
        BadClock, match=r"^breach counts hours: expected an instant with its offset, not a day\.$"
    ):
        reckon("breach", date(2026, 11, 20))

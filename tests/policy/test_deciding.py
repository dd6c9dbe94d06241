"""From dated entries about one decision to who decides it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from inconfidence.policy.standing.deciding import DecidingEntry, How, decided_how

JUDGED = date(2026, 11, 10)
WRITTEN = datetime(2026, 11, 12, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)
CANNOT = DecidingEntry(how="cannot", on=JUDGED, recorded=WRITTEN)
HELPED = DecidingEntry(how="with_help", on=date(2026, 11, 1), recorded=WRITTEN - timedelta(days=10))


def at(moment: datetime, *entries: DecidingEntry) -> How:
    """How it is decided at this moment of its own day."""
    return decided_how(entries, moment, moment.date())


def test_a_new_decision_starts_from_they_decide_for_themselves() -> None:
    assert at(WRITTEN) == "themselves"


@pytest.mark.parametrize(
    ("moment", "how"), [(WRITTEN - SECOND, "themselves"), (WRITTEN, "cannot"), (WRITTEN + SECOND, "cannot")]
)
def test_a_judgement_counts_once_it_is_written_down(moment: datetime, how: How) -> None:
    assert at(moment, CANNOT) == how


@pytest.mark.parametrize(
    ("today", "how"),
    [(date(2026, 11, 9), "themselves"), (JUDGED, "cannot"), (date(2026, 11, 11), "cannot")],
)
def test_a_judgement_counts_from_its_own_day(today: date, how: How) -> None:
    assert decided_how([CANNOT], WRITTEN, today) == how


def test_the_latest_day_counts_whatever_was_written_down_last() -> None:
    late = DecidingEntry(how="with_help", on=HELPED.on, recorded=WRITTEN + SECOND)
    assert at(WRITTEN + SECOND, CANNOT, late) == "cannot"
    assert at(WRITTEN + SECOND, late, CANNOT) == "cannot"


def test_of_two_of_one_day_the_one_written_down_last_counts() -> None:
    again = DecidingEntry(how="themselves", on=JUDGED, recorded=WRITTEN + SECOND)
    assert at(WRITTEN + SECOND, again, CANNOT) == "themselves"
    assert at(WRITTEN, again, CANNOT) == "cannot"


def test_whoever_was_helped_and_then_could_not_decides_again_with_help() -> None:
    again = DecidingEntry(how="with_help", on=date(2026, 11, 20), recorded=WRITTEN + timedelta(days=8))
    assert at(WRITTEN - timedelta(days=1), HELPED, CANNOT, again) == "with_help"
    assert at(WRITTEN, HELPED, CANNOT, again) == "cannot"
    assert at(WRITTEN + timedelta(days=8), HELPED, CANNOT, again) == "with_help"

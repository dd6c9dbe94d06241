"""From the day a form was given, and the reminders since, to how long it is out and which stands first."""

from datetime import date, timedelta

import pytest

from inconfidence.policy.standing.forms import FormStanding, form_standing, next_reminder, turn

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)
GIVEN = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("given", "waiting"),
    [
        (TODAY, 0),
        (TODAY - DAY, 1),
        (TODAY - 7 * DAY, 7),
        (TODAY + DAY, 0),
        (date(2026, 10, 20), 31),
    ],
)
def test_days_are_counted_from_the_day_it_was_given(given: date, waiting: int) -> None:
    assert form_standing(given, (), TODAY, back=False) == FormStanding(
        out=True, given_on=given, waiting=waiting, reminded_on=None, remind_on=given + 7 * DAY
    )


@pytest.mark.parametrize(("given", "back"), [(None, False), (None, True), (GIVEN, True)])
def test_what_was_never_given_or_is_back_is_not_out(given: date | None, back: bool) -> None:
    found = form_standing(given, (TODAY,), TODAY, back=back)
    assert found == FormStanding(out=False, given_on=None, waiting=0, reminded_on=None, remind_on=None)


@pytest.mark.parametrize(
    ("reminded", "last"),
    [
        ((GIVEN - DAY,), None),
        ((GIVEN,), GIVEN),
        ((GIVEN + DAY, GIVEN + 3 * DAY, GIVEN + 2 * DAY), GIVEN + 3 * DAY),
    ],
)
def test_the_last_reminder_since_it_was_given_counts(reminded: tuple[date, ...], last: date | None) -> None:
    found = form_standing(GIVEN, reminded, TODAY, back=False)
    assert found.reminded_on == last
    assert found.remind_on == (last or GIVEN) + 7 * DAY


def test_the_next_word_is_a_week_later() -> None:
    assert next_reminder(date(2026, 12, 28)) == date(2027, 1, 4)


def test_a_date_in_law_stands_first_then_what_presses_then_the_longest_out() -> None:
    forms = {
        "out since May": (None, False, date(2026, 5, 4)),
        "out since June": (None, False, date(2026, 6, 4)),
        "given today": (None, False, TODAY),
        "not given": (None, False, None),
        "an exclusion": (None, True, date(2026, 11, 18)),
        "an exclusion out longer": (None, True, date(2026, 11, 9)),
        "an appeal in January": (date(2027, 1, 20), False, date(2026, 3, 1)),
        "an appeal next week, and an exclusion": (date(2026, 11, 27), True, TODAY),
    }
    assert sorted(forms, key=lambda name: turn(*forms[name], TODAY)) == [
        "an appeal next week, and an exclusion",
        "an appeal in January",
        "an exclusion out longer",
        "an exclusion",
        "out since May",
        "out since June",
        "given today",
        "not given",
    ]

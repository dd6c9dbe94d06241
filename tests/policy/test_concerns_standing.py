"""A concern that is believed and not passed on that day is shown to the head of service."""

from datetime import date

import pytest

from inconfidence.policy.standing.concerns import Believed, not_passed_on, passed_on
from inconfidence.policy.standing.registers import State

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)


def believed(day: date, passed_on: date | None = None, concern: str = "A") -> Believed:
    return Believed(concern=concern, believed_on=day, passed_on=passed_on)


@pytest.mark.parametrize(
    ("concern", "today", "shown"),
    [
        (believed(TUESDAY), MONDAY, False),
        (believed(TUESDAY), TUESDAY, False),
        (believed(TUESDAY), WEDNESDAY, True),
        (believed(TUESDAY, TUESDAY), WEDNESDAY, False),
        (believed(MONDAY, WEDNESDAY), TUESDAY, True),
        (believed(MONDAY, WEDNESDAY), WEDNESDAY, False),
    ],
)
def test_the_day_itself_is_time_enough(concern: Believed, today: date, shown: bool) -> None:
    assert not_passed_on([concern], today) == ((concern,) if shown else ())
    assert passed_on([concern], today).state is (State.FLAGGED if shown else State.IN_ORDER)


def test_the_oldest_stands_first_and_is_told_in_words() -> None:
    later, same, oldest = believed(TUESDAY), believed(TUESDAY, concern="B"), believed(MONDAY)
    assert not_passed_on([same, later, oldest], WEDNESDAY) == (oldest, later, same)
    assert [line.says for line in passed_on([later, oldest], WEDNESDAY).lines] == [
        "Believed on Monday 23 November 2026, and not passed on.",
        "Believed on Tuesday 24 November 2026, and not passed on.",
    ]

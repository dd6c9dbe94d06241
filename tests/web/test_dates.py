"""Dates as people type them, and as we say them."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from inconfidence.web.forms import DateField
from inconfidence.web.forms.dates import DateBoxes
from inconfidence.web.wording import plain_clock, plain_date, plain_time, short_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["20", "11", "2026"], date(2026, 11, 20)),
        ([" 1 ", "Feb", "2026"], date(2026, 2, 1)),
        (["01", "september", "2026"], date(2026, 9, 1)),
        (["29", "2", "2028"], date(2028, 2, 29)),
    ],
)
def test_a_month_may_be_a_number_or_a_word(typed: list[str], meant: date) -> None:
    assert DateField().clean(typed) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["", "", ""], "Enter the day, the month and the year"),
        (["20", "", "2026"], "The date must include a month"),
        (["", "", "2026"], "The date must include a day and a month"),
        (["31", "2", "2026"], "Enter a real date, like 20 11 2026"),
        (["29", "2", "2027"], "Enter a real date, like 20 11 2026"),
        (["1", "ma", "2026"], "Enter a real date, like 20 11 2026"),
        (["1", "13", "2026"], "Enter a real date, like 20 11 2026"),
        (["x", "1", "2026"], "Enter a real date, like 20 11 2026"),
        (["1", "1", "26"], "Enter the year with four figures, like 2026"),
        (["1", "1", "1850"], "Check the year: it must be between 1900 and 2199"),
        (["1", "1", "2200"], "Check the year: it must be between 1900 and 2199"),
    ],
)
def test_an_error_says_what_is_missing_or_wrong(typed: list[str], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        DateField().clean(typed)


def test_a_date_may_be_left_out_where_it_is_not_required() -> None:
    assert DateField(required=False).clean(["", "", ""]) is None
    assert DateField(required=False).clean(None) is None


@pytest.mark.parametrize(("day", "fits"), [("18", False), ("19", True), ("20", True), ("21", False)])
def test_both_bounds_are_allowed_themselves(day: str, fits: bool) -> None:
    field = DateField(earliest=date(2026, 11, 19), latest=date(2026, 11, 20))
    if fits:
        assert field.clean([day, "11", "2026"]) == date(2026, 11, int(day))
        return
    with pytest.raises(ValidationError, match="November 2026 or"):
        field.clean([day, "11", "2026"])


def test_a_date_to_begin_with_stands_in_its_three_boxes() -> None:
    html = DateBoxes().render("on", date(2026, 11, 20), {"id": "id_on"})
    assert [f'value="{text}"' in html for text in ("20", "11", "2026")] == [True, True, True]


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(0, 0, "midnight"), (9, 5, "9:05am"), (12, 0, "midday"), (12, 30, "12:30pm"), (14, 0, "2pm")],
)
def test_the_time_of_day_in_words(hour: int, minute: int, said: str) -> None:
    assert plain_clock(datetime(2026, 11, 20, hour, minute, tzinfo=UTC)) == said


def test_a_moment_is_told_by_the_clock_on_the_wall() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert plain_date(late) == "Thursday 2 July 2026"
    assert plain_time(late) == "Thursday 2 July 2026 at 12:30am"
    assert short_date(date(2026, 11, 2)) == "2 Nov 2026"

"""A time of day as people type it."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from inconfidence.web.forms import TimeField
from inconfidence.web.forms.times import LIKE, time_from


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:15", time(10, 15)),
        (" 10.15 ", time(10, 15)),
        ("10 15", time(10, 15)),
        ("1015", time(10, 15)),
        ("930", time(9, 30)),
        ("14", time(14)),
        ("2pm", time(14)),
        ("2:30 PM", time(14, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("7", time(7)),
        ("06:00", time(6)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_what_is_typed_is_a_time(typed: str, meant: time) -> None:
    assert TimeField().clean(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "10:60", "13pm", "0am", "soon", "10:1", "10:150", "-9", "٣"])
def test_what_is_none_is_told_what_one_looks_like(typed: str) -> None:
    with pytest.raises(ValidationError, match=LIKE):
        time_from(typed)


@pytest.mark.parametrize("hour", ["0", "2", "6"])
def test_a_small_hour_says_which_half_of_the_day(hour: str) -> None:
    with pytest.raises(ValidationError, match=f"{hour}am or {hour}pm"):
        time_from(hour)


def test_it_may_be_left_out_where_it_is_not_required() -> None:
    assert TimeField(required=False).clean("  ") is None
    with pytest.raises(ValidationError, match="Enter at what time"):
        TimeField(label="At what time?".rstrip("?")).clean("")


def test_a_time_is_shown_again_as_it_is_typed() -> None:
    assert TimeField().prepare_value(time(9, 5)) == "09:05"
    assert TimeField().prepare_value("soon") == "soon"

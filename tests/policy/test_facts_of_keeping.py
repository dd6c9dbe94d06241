"""What a file's dates may be: days, several days, rows; and what cannot be, told in one sentence."""

from datetime import date
from typing import Any

import pytest

from inconfidence.policy.facts import BadFacts, HowLongToKeep, parse
from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.facts.reading import SHAPES
from inconfidence.policy.facts.shapes import Text, Years
from inconfidence.policy.vocabulary import Question

ROW = {"category": "parent_support", "from": "closure", "years": 6, "source": "Version 3"}
COLUMNS = "category, from, years, source"


def test_dates_and_rows_become_the_record() -> None:
    stated = {
        "today": "2026-11-20",
        "closed_on": "2026-11-01",
        "births": ["2012-09-14", None],
        "deaths": [],
        "ever": ["in_care"],
        "holds": ["request"],
        "entered_periods": [ROW],
    }
    assert parse("how_long_to_keep", stated) == HowLongToKeep(
        today=date(2026, 11, 20),
        closed_on=date(2026, 11, 1),
        births=(date(2012, 9, 14), None),
        ever=frozenset({"in_care"}),
        holds=frozenset({"request"}),
        entered_periods=(
            EnteredPeriod(category="parent_support", from_="closure", years=6, source="Version 3"),
        ),
    )


def test_nothing_stated_is_an_open_case_on_an_unknown_day() -> None:
    assert parse("how_long_to_keep", {}) == HowLongToKeep()
    assert parse("how_long_to_keep", {"closed_on": None, "births": []}) == HowLongToKeep()


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"today": "2026-02-30"}, "today is “2026-02-30”; expected a day like 2026-11-20, or nothing."),
        (
            {"births": ["2012-13-40"]},
            "one of births is “2012-13-40”; expected a day like 2026-11-20, or nothing.",
        ),
        ({"births": [None, 3]}, "one of births is 3; expected a day like 2026-11-20, or nothing."),
        (
            {"births": "2012-09-14"},
            "births is “2012-09-14”; expected a list, each of it a day like 2026-11-20, or nothing.",
        ),
        (
            {"births": None},
            "births is nothing; expected a list, each of it a day like 2026-11-20, or nothing.",
        ),
        (
            {"today": "2026-11-20", "births": ["2012-09-14", "2026-11-21"]},
            "births is 2026-11-21, which is still to come; expected a day up to today, 2026-11-20.",
        ),
        (
            {"today": "2026-11-20", "closed_on": "2027-01-01"},
            "closed_on is 2027-01-01, which is still to come; expected a day up to today, 2026-11-20.",
        ),
        (
            {"today": "2026-11-20", "births": ["2012-09-14"], "deaths": ["2026-11-21"]},
            "deaths is 2026-11-21, which is still to come; expected a day up to today, 2026-11-20.",
        ),
        (
            {"births": [None, "2012-09-14"], "deaths": ["2001-01-01", "2012-09-13"]},
            "deaths is 2012-09-13, before the birth on 2012-09-14; expected that day or a later one.",
        ),
        (
            {"births": ["2001-03-02", None, "2012-09-14"], "closed_on": "2012-09-13"},
            "births is 2012-09-14, after the file was closed on 2012-09-13; expected a day up to that one.",
        ),
        (
            {"today": "2026-11-20", "closed_on": "2010-01-01", "births": ["2012-09-14"]},
            "births is 2012-09-14, after the file was closed on 2010-01-01; expected a day up to that one.",
        ),
        (
            {"births": ["2010-01-01"], "deaths": ["2012-01-01", "2013-01-01"]},
            "deaths tells of 2 children and births of 1; expected a birth for each, or nothing.",
        ),
        (
            {"deaths": [None, "2013-01-01", None]},
            "deaths tells of 2 children and births of 0; expected a birth for each, or nothing.",
        ),
        ({"births": ["1899-12-31"]}, "births is 1899-12-31; expected a day in the years 1900 to 2300."),
        ({"today": "2301-01-01"}, "today is 2301-01-01; expected a day in the years 1900 to 2300."),
        (
            {"entered_periods": {}},
            f"entered_periods is a table; expected a list, each of it a table with {COLUMNS}.",
        ),
        ({"entered_periods": [3]}, f"one of entered_periods is 3; expected a table with {COLUMNS}."),
        (
            {"entered_periods": [ROW, {"category": "in_care"}]},
            f"one of entered_periods is a table; expected a table with {COLUMNS}.",
        ),
        (
            {"entered_periods": [ROW | {"category": "in_car"}]},
            "“in_car”; expected one of parent_support, supervision_order, in_care, perhaps in_care.",
        ),
        (
            {"entered_periods": [ROW | {"from": "death"}]},
            "from in one of entered_periods is “death”; expected one of birth, birthday_18, closure",
        ),
        (
            {"entered_periods": [ROW | {"years": 151}]},
            "years in one of entered_periods is 151; expected a whole number from 1 to 150.",
        ),
        (
            {"entered_periods": [ROW | {"years": True}]},
            "years in one of entered_periods is true; expected a whole number from 1 to 150.",
        ),
        (
            {"entered_periods": [ROW | {"source": " "}]},
            "source in one of entered_periods is “ ”; expected words.",
        ),
        ({"holds": ["claim", "requests"]}, "one of holds is “requests”; expected one of request, complaint,"),
        ({"holds": ["requests"]}, "csa_marker, clock_untrusted, perhaps request."),
        ({"holds": ["police", {}]}, "one of holds is a table; expected one of request,"),
        (
            {"holds": ["claim", "police", "claim", "police"]},
            "holds has “claim” twice; expected a list of different words, each one of request,",
        ),
        ({"holds": ["police", "police", "polce"]}, "one of holds is “polce”; expected one of request,"),
        ({"holds": "police"}, "holds is “police”; expected a list of different words, each one of request,"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(stated: dict[str, Any], message: str) -> None:
    with pytest.raises(BadFacts) as caught:
        parse("how_long_to_keep", stated)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "stated",
    [
        {"closed_on": "2012-09-14", "births": ["2012-09-14", None]},
        {"closed_on": "2012-09-15", "births": ["2012-09-14"], "deaths": ["2012-10-01"]},
        {"births": ["2012-09-14"], "deaths": ["2012-09-14"]},
        {"births": ["1900-01-01"], "today": "2300-12-31"},
        {"births": ["2012-09-14"], "deaths": [None, None]},
        {"births": ["2012-09-14", None], "deaths": [None, "2013-01-01"]},
        {
            "today": "2026-11-20",
            "closed_on": "2026-11-20",
            "births": ["2026-11-20"],
            "deaths": ["2026-11-20"],
        },
    ],
)
def test_what_is_only_unusual_is_taken(stated: dict[str, Any]) -> None:
    facts = parse("how_long_to_keep", stated)
    assert isinstance(facts, HowLongToKeep)
    assert facts.fault() == ""


@pytest.mark.parametrize(
    ("found", "read"), [(1, 1), (150, 150), (0, None), (151, None), (True, None), ("6", None)]
)
def test_years_are_whole_and_few(found: object, read: object) -> None:
    assert Years().read(found) == read


@pytest.mark.parametrize(
    ("found", "read"), [(" Version 3 ", "Version 3"), ("", None), (" ", None), (3, None)]
)
def test_words_of_ones_own_are_words(found: object, read: object) -> None:
    assert Text().read(found) == read


def test_the_schema_says_what_a_row_and_a_list_of_days_are() -> None:
    shapes = SHAPES[Question.HOW_LONG_TO_KEEP]
    assert shapes["births"].schema() == {
        "type": "array",
        "items": {"type": ["string", "null"], "format": "date"},
        "default": [],
    }
    row = shapes["entered_periods"].schema()["items"]
    assert row["required"] == ["category", "from", "years", "source"]
    assert row["properties"] == {
        "category": {"type": "string", "enum": ["parent_support", "supervision_order", "in_care"]},
        "from": {"type": "string", "enum": ["birth", "birthday_18", "closure"]},
        "years": {"type": "integer", "minimum": 1, "maximum": 150},
        "source": {"type": "string", "minLength": 1},
    }
    assert row["additionalProperties"] is False
    assert shapes["entered_periods"].read([ROW | {"more": 1}]) is None

"""A review that a document prints has been, and a version begins within a year: day before, day, day after."""

from datetime import date

import pytest

from inconfidence.policy.standing.printed_days import impossible
from tests.policy.elmshire import elmshire

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        ("last_review = 2020-02-29", "last_review = 2026-11-20", ""),
        ("last_review = 2020-02-29", "last_review = 2026-11-21", "a day that has been, or today"),
        ("last_review = 2020-02-29", "", ""),
        ("next_review = 2022-02-28", "next_review = 2090-02-28", ""),
        (
            'edition = "2020-02"\nin_force_from = 2020-02-29',
            'edition = "2027-11"\nin_force_from = 2027-11-20',
            "",
        ),
        (
            'edition = "2020-02"\nin_force_from = 2020-02-29',
            'edition = "2027-11"\nin_force_from = 2027-11-21',
            "a day up to 20 November 2027, within a year",
        ),
        ("in_force_from = 2020-02-29\n", "", ""),
        (
            "rules.need-to-see = {}",
            'rules.need-to-see = {}\nrules.policy-history = { issued = ["2026-11"] }',
            "",
        ),
        (
            "rules.need-to-see = {}",
            'rules.need-to-see = {}\nrules.policy-history = { renamed = ["2026-12"] }',
            "a month that has been, or this one",
        ),
    ],
)
def test_days_that_cannot_be_are_told(line: str, instead: str, expected: str) -> None:
    found = [said for _, _, said in impossible(elmshire(without=line, instead=instead), TODAY)]
    assert found == ([expected] if expected else [])


def test_it_says_where_and_what_was_found() -> None:
    edition = elmshire(without="last_review = 2020-02-29", instead="last_review = 2090-01-01")
    assert [*impossible(edition, TODAY)] == [
        ("service.last_review", "2090-01-01", "a day that has been, or today")
    ]

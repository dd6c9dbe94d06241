"""`retention`: when a file may be destroyed, for scripts and for people."""

import json
from typing import Any

import pytest

from inconfidence import policies
from tests.commands.conftest import Run

CLOSED = {"today": "2026-11-20", "closed_on": "2026-11-20", "births": ["2012-09-14"]}
KEYS = ["destroy_on", "eligible_from", "category", "all", "holds", "review_on"]
BATH = "bath-and-north-east-somerset"


def ran(run: Run, policy: str, facts: dict[str, Any], *more: str) -> Any:
    found = run("retention", "--policy", policy, "--facts", "-", *more, stdin=json.dumps(facts))
    assert (found.code, found.err) == (0, "")
    return found


@pytest.mark.parametrize("policy", policies.slugs())
def test_every_policy_answers_in_the_shape_that_scripts_rely_on(run: Run, policy: str) -> None:
    for facts in ({}, CLOSED, CLOSED | {"ever": ["in_care"], "holds": ["complaint"]}):
        said = ran(run, policy, facts, "--json").json
        assert list(said) == KEYS
        decided = run(
            "decide",
            "how_long_to_keep",
            "--policy",
            policy,
            "--facts",
            "-",
            "--json",
            stdin=json.dumps(facts),
        )
        assert decided.json["answer"] == said


def test_a_file_of_a_child_in_care(run: Run) -> None:
    said = ran(run, BATH, CLOSED | {"ever": ["in_care"], "holds": ["request"]}, "--json").json
    assert said == {
        "destroy_on": "2105-09-14",
        "eligible_from": "2105-09-15",
        "category": "in_care",
        "all": [
            {"category": "in_care", "date": "2105-09-14", "clause": "BN-4.4b"},
            {"category": "parent_support", "date": "2038-11-20", "clause": "BN-4.4d"},
            {"category": "in_care", "date": "2087-09-14", "clause": "L-10"},
        ],
        "holds": ["request"],
        "review_on": None,
    }


@pytest.mark.parametrize(
    ("policy", "facts", "lines"),
    [
        (
            BATH,
            CLOSED | {"ever": ["supervision_order"]},
            [
                "This file may not be destroyed: this file is kept until 20 November 2038.",
                "Its date is Saturday 20 November 2038; it may go from the day after.",
                "a child under a supervision order  2033-09-14  BN-4.4c",
                "the support of a family            2038-11-20  BN-4.4d",
            ],
        ),
        (
            "coventry",
            CLOSED,
            [
                "This file may not be destroyed: no period is set for the support of a family.",
                "A person looks at this file on 14 September 2037.",
                "A person looks at it on Monday 14 September 2037.",
            ],
        ),
        (BATH, {}, ["This file may not be destroyed: the case is open.", "No date can be given."]),
    ],
)
def test_for_people_it_says_why_and_shows_every_date(
    run: Run, policy: str, facts: dict[str, Any], lines: list[str]
) -> None:
    printed = ran(run, policy, facts).out.splitlines()
    assert [line for line in printed if line in lines] == lines


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            {"closed_on": "2026-02-30"},
            "closed_on is “2026-02-30”; expected a day like 2026-11-20, or nothing.",
        ),
        (
            {"births": ["2012-01-01"], "deaths": ["2011-01-01"]},
            "deaths is 2011-01-01, before the birth on 2012-01-01; expected that day or a later one.",
        ),
        (
            {"today": "2026-11-20", "closed_on": "2010-01-01", "births": ["2012-09-14"]},
            "births is 2012-09-14, after the file was closed on 2010-01-01; expected a day up to that one.",
        ),
        (
            {"births": ["2299-09-14"]},
            "births is 2299-09-14, which is still to come; expected a day up to today,",
        ),
        (
            {"births": ["2299-09-14"], "closed_on": "2300-01-01"},
            "closed_on is 2300-01-01, which is still to come; expected a day up to today,",
        ),
        ({"closed": "2026-02-01"}, "how_long_to_keep has no fact “closed”; expected one of today,"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(run: Run, facts: dict[str, Any], message: str) -> None:
    found = run("retention", "--policy", BATH, "--facts", "-", stdin=json.dumps(facts))
    assert (found.code, found.out) == (2, "")
    assert message in found.err


def test_an_unknown_policy_is_told_with_the_nearest(run: Run) -> None:
    found = run("retention", "--policy", "coventri", "--facts", "-", stdin="{}")
    assert (found.code, "perhaps coventry" in found.err) == (2, True)


def test_every_kind_of_fact_explains_itself_to_people(run: Run) -> None:
    told = run("questions").out
    assert "  today: a day like 2026-11-20; none unless stated" in told
    assert "  births: days like 2026-11-20, nothing for one that is not known; none unless stated" in told
    assert "  entered_periods: tables, each with category, from, years, source; none unless stated" in told

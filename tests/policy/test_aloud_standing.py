"""From a form gone through aloud to what still keeps it from counting as come back."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from inconfidence.policy.standing.aloud import GoneThrough, in_doubt, still_missing

WHOLE = GoneThrough()
THROUGH_AN_INTERPRETER = GoneThrough(interpreter="professional")
THROUGH_HER_SISTER = GoneThrough(interpreter="relative")
THROUGH_HER_SON = GoneThrough(interpreter="child")


@pytest.mark.parametrize("said", [WHOLE, THROUGH_AN_INTERPRETER, THROUGH_HER_SISTER, THROUGH_HER_SON])
def test_everything_told_answered_and_confirmed_counts(said: GoneThrough) -> None:
    assert still_missing(said) == ()


@pytest.mark.parametrize(
    ("said", "changes", "missing"),
    [
        (WHOLE, {"statement": False}, "statement"),
        (WHOLE, {"notice": False}, "notice"),
        (WHOLE, {"unanswered": True}, "answers"),
        (WHOLE, {"confirmed": False}, "confirmed"),
        (THROUGH_AN_INTERPRETER, {"named": False}, "interpreter"),
        (THROUGH_HER_SISTER, {"named": False}, "interpreter"),
        (THROUGH_HER_SISTER, {"why_family": False}, "why_family"),
        (THROUGH_HER_SON, {"why_family": False}, "why_family"),
    ],
)
def test_one_thing_that_is_missing_is_enough(
    said: GoneThrough, changes: dict[str, Any], missing: str
) -> None:
    assert still_missing(replace(said, **changes)) == (missing,)


@pytest.mark.parametrize("said", [WHOLE, THROUGH_AN_INTERPRETER])
def test_why_one_of_the_family_interprets_is_asked_only_where_one_does(said: GoneThrough) -> None:
    assert still_missing(replace(said, why_family=False)) == ()


def test_who_interprets_is_asked_only_where_somebody_does() -> None:
    assert still_missing(replace(WHOLE, named=False)) == ()


def test_what_is_missing_is_said_in_the_order_in_which_it_is_done() -> None:
    nothing = GoneThrough(
        statement=False,
        notice=False,
        unanswered=True,
        confirmed=False,
        interpreter="child",
        named=False,
        why_family=False,
    )
    assert still_missing(nothing) == (
        "statement", "notice", "interpreter", "why_family", "answers", "confirmed",
    )  # fmt: skip


def test_more_said_never_leaves_more_missing() -> None:
    for statement, notice, answered, confirmed, named, why in product((False, True), repeat=6):
        said = GoneThrough(
            statement=statement,
            notice=notice,
            unanswered=not answered,
            confirmed=confirmed,
            interpreter="relative",
            named=named,
            why_family=why,
        )
        for better in ({"statement": True}, {"notice": True}, {"unanswered": False}, {"confirmed": True}):
            assert set(still_missing(replace(said, **better))) <= set(still_missing(said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interpreter", "doubt"),
    [("nobody", False), ("professional", False), ("relative", True), ("child", True)],
)
def test_answers_through_the_family_are_in_doubt(interpreter: str, doubt: bool) -> None:
    assert in_doubt(interpreter) is doubt

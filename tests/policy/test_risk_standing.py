"""How far a danger has been talked through, by the dated entries about it."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from inconfidence.policy.facts import WORDS
from inconfidence.policy.standing.risk import RiskEntry, RiskStanding, risk_standing
from inconfidence.policy.vocabulary import Question

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)


def noted(hours: int = 0, **words: Any) -> RiskEntry:
    return RiskEntry(recorded=MONDAY + timedelta(hours=hours), **words)


def test_nothing_written_down_is_nothing_known() -> None:
    assert risk_standing([]) == RiskStanding(belief="none", spoken_to="no", lead_consulted="no")


@pytest.mark.parametrize(
    ("entry", "belief"),
    [
        (noted(belief="wondering"), "wondering"),
        (noted(belief="believed", reasons=True), "believed"),
        (noted(belief="believed"), "wondering"),
        (noted(belief="no_intention"), "no_intention"),
        (noted(lead_consulted=True), "none"),
    ],
)
def test_a_belief_is_held_once_its_reasons_are_written_down(entry: RiskEntry, belief: str) -> None:
    assert risk_standing([entry]).belief == belief


@pytest.mark.parametrize(
    ("entry", "spoken_to"),
    [
        (noted(spoken_to="yes"), "yes"),
        (noted(spoken_to="unsafe", why_unsafe=True), "unsafe"),
        (noted(spoken_to="unsafe"), "no"),
        (noted(spoken_to="no"), "no"),
        (noted(), "no"),
    ],
)
def test_unsafe_counts_with_its_reason(entry: RiskEntry, spoken_to: str) -> None:
    assert risk_standing([entry]).spoken_to == spoken_to


def test_the_latest_word_on_each_part_counts_in_whatever_order_it_is_read() -> None:
    entries = [
        noted(0, belief="wondering", spoken_to="no"),
        noted(1, spoken_to="yes"),
        noted(2, belief="believed", reasons=True),
        noted(3, lead_consulted=True),
    ]
    expected = RiskStanding(belief="believed", spoken_to="yes", lead_consulted="yes")
    assert risk_standing(entries) == risk_standing(reversed(entries)) == expected


def test_words_that_were_not_meant_end_a_concern_and_the_next_one_begins_afresh() -> None:
    not_meant = [
        noted(0, belief="wondering", spoken_to="yes", lead_consulted=True),
        noted(1, belief="no_intention"),
    ]
    assert risk_standing(not_meant) == RiskStanding(
        belief="no_intention", spoken_to="yes", lead_consulted="yes"
    )
    again = [*not_meant, noted(2, belief="wondering")]
    assert risk_standing(again) == RiskStanding(belief="wondering")
    at_once = [*not_meant, noted(2, belief="believed", reasons=True)]
    assert risk_standing(at_once) == RiskStanding(belief="believed")
    assert risk_standing([*not_meant, noted(2, lead_consulted=True)]).belief == "no_intention"


def test_every_word_is_a_word_of_the_question() -> None:
    for fact in fields(RiskStanding):
        assert fact.default in WORDS[Question.MAY_DISCLOSE][fact.name]

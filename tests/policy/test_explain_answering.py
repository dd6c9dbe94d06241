"""Answers about requests in words: one plain sentence on top, the service's own titles in it, one reply outside."""

from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayAnswerRequest, parse
from inconfidence.policy.questions.may_answer_request import may_answer_request
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY, NOT_SUPPLYING
from tests.policy.test_boundaries import POLICIES
from tests.policy.test_boundaries_of_answering import AGREED, OF_TEN, OFFICER, POLICE


def card(short: str, stated: dict[str, Any]) -> Answer:
    edition = policies.edition(POLICIES[short])
    facts = parse("may_answer_request", stated)
    assert isinstance(facts, MayAnswerRequest)
    return answer(may_answer_request(edition, facts), edition, facts)


@pytest.mark.parametrize(
    ("short", "stated", "word", "heading"),
    [
        ("RO", {}, "Yes", "This may be released: everybody may have what we hold about them."),
        (
            "RO",
            {"kind": "view_notes", "requester": "parent"},
            "Yes",
            "This may be released: people see their own notes by arrangement.",
        ),
        (
            "CU",
            {"actor": "worker"},
            "No",
            "This may not be released: only the Service Co-ordinator answers a request.",
        ),
        (
            "BN",
            {"actor": "volunteer", "stage": "log"},
            "Yes",
            "This request may be logged: Volunteer Supporters pass a request on.",
        ),
        (
            "BN",
            {"stage": "close"},
            "Yes",
            "This request may be closed: the Manager closes a request once it is answered.",
        ),
        ("BN", OFFICER, "No", "This may not be released: the parent has not agreed to this request."),
        ("BN", {**AGREED, "told": "no"}, "Not yet", "Not yet: the parent has not heard of this request."),
        (
            "BN",
            {**OF_TEN, "responsibility": "unproven"},
            "Ask the Manager",
            "The Manager decides first whether this may be released.",
        ),
        (
            "BD",
            {**AGREED, "approvals": "one"},
            "Ask the CVS Manager",
            "The CVS Manager and the SENDIASS Manager decide first whether this may be released.",
        ),
        (
            "BD",
            {**AGREED, "approvals": "same_person"},
            "Ask the delegate of the CVS board",
            "The delegate of the CVS board decides first whether this may be released.",
        ),
        (
            "RO",
            {"kind": "council", "stage": "close"},
            "Not yet",
            "Not yet: the service user has no copy of what went.",
        ),
    ],
)
def test_what_the_card_says(short: str, stated: dict[str, Any], word: str, heading: str) -> None:
    said = card(short, stated)
    assert (said.word, said.heading) == (word, heading)


def test_a_no_says_what_would_change_it_in_the_words_of_the_service() -> None:
    said = card("CV", {**AGREED, "extent": "whole"})
    assert [step.says for step in said.steps] == ["Take out only what the request needs."]


def test_the_copy_is_owed_before_closing_to_the_person() -> None:
    owed = {duty.kind: duty for duty in card("RO", AGREED).duties}
    copy = owed["copy_to_service_user"]
    assert (copy.owed_to, copy.when) == ("service_user", "before_closing")
    assert copy.says == "Send the service user a copy of the very same items, and note when and how."


@pytest.mark.parametrize(
    ("short", "stated", "outward"),
    [
        ("BN", POLICE, NEITHER_CONFIRM_NOR_DENY),
        ("CV", {"requester": "relative"}, NEITHER_CONFIRM_NOR_DENY),
        ("BN", {**AGREED, "passed_to_parent": "yes"}, NOT_SUPPLYING),
        ("BN", AGREED, ""),
        ("BN", {"identity": "no"}, ""),
        ("BN", {**POLICE, "stage": "log"}, ""),
    ],
)
def test_what_whoever_asked_hears(short: str, stated: dict[str, Any], outward: str) -> None:
    assert card(short, stated).outward == outward


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({}, "the person whose information it is"),
        (OF_TEN, "the parent"),
        (AGREED, "the officer named in the request"),
        ({"requester": "solicitor", "consent": "specific"}, "the solicitor named in the request"),
        ({**POLICE, "law": "order", "head_decided": "yes"}, "whoever asked"),
        ({"actor": "worker"}, "nobody"),
    ],
)
def test_where_it_goes_is_said_in_words(stated: dict[str, Any], said: str) -> None:
    found = card("BN", stated).answer
    assert found["goes_to_said"] == said
    assert found["answered_by_title"] == "Manager"
    assert "reply_said" not in found


def test_a_reading_stands_only_beside_what_it_is_about() -> None:
    assert "X-05" in {clause.id for clause in card("RO", {}).clauses}
    assert "X-05" not in {clause.id for clause in card("RO", AGREED).clauses}
    assert "X-06" in {clause.id for clause in card("BD", {}).clauses}
    assert "X-06" not in {clause.id for clause in card("BD", AGREED).clauses}
    assert "X-15" in {clause.id for clause in card("BN", {**AGREED, "evidence": "telephone"}).clauses}
    assert "X-15" not in {clause.id for clause in card("BN", OFFICER).clauses}


def test_a_default_behind_the_reason_is_named_as_one() -> None:
    assert card("CV", {**AGREED, "head_decided": "no"}).rests_on_default
    assert not card("RO", {**AGREED, "lead_discussed": "no"}).rests_on_default


@pytest.mark.parametrize(
    ("requester", "about", "fixed"),
    [
        ("subject", "own", False),
        ("subject", "other_enquiry", True),
        ("parent", "own", False),
        ("parent", "child", True),
        ("parent", "other_enquiry", True),
        ("relative", "own", True),
    ],
)
def test_whoever_asks_about_anybody_else_hears_the_one_reply(requester: Any, about: Any, fixed: bool) -> None:
    asked = MayAnswerRequest(requester=requester, about=about, identity="no", child="from_12")
    assert ("reply" in may_answer_request(policies.edition("default"), asked).answer) is fixed

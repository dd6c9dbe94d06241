"""Each departure from a request that may be answered, policy by policy, in tables."""

from datetime import date
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.decision import Decision
from inconfidence.policy.facts import BadFacts, MayAnswerRequest, built, parse
from inconfidence.policy.questions.may_answer_request import may_answer_request
from inconfidence.policy.vocabulary import Question
from tests.policy.test_boundaries import POLICIES, but

OFFICER = {"kind": "council", "requester": "official", "to": "named_officer"}
AGREED = {
    **OFFICER,
    "consent": "specific",
    "evidence": "form_or_letter",
    "approvals": "two",
    "head_decided": "yes",
}
POLICE = {"kind": "outside", "requester": "official"}
ROUTE = {"kind": "parents_route", "requester": "parent"}
MOTHER = {"requester": "parent", "about": "child"}
OF_TEN = {**MOTHER, "child": "under_12"}
OF_TWELVE = {**MOTHER, "child": "from_12"}
AGREES = {"child_authority": "yes"}
NOTES = {"kind": "foi", "about": "case_notes"}
PUBLIC = {"kind": "foi", "requester": "public"}


def decisions(stated: dict[str, Any]) -> dict[str, Decision]:
    facts = built("may_answer_request", stated)
    assert isinstance(facts, MayAnswerRequest)
    return {short: may_answer_request(policies.edition(slug), facts) for short, slug in POLICIES.items()}


def outcomes(stated: dict[str, Any]) -> dict[str, str]:
    return {short: decision.outcome for short, decision in decisions(stated).items()}


@pytest.mark.parametrize(
    ("departure", "expected"),
    [
        ({}, but("permit")),
        ({"actor": "worker"}, but("refuse")),
        ({"actor": "volunteer"}, but("refuse")),
        ({"about": "other_enquiry"}, but("refuse")),
        ({"to": "requester"}, but("permit")),
        ({"to": "mailbox"}, but("refuse")),
        ({"to": "parent"}, but("refuse")),
        ({"to": "named_solicitor"}, but("refuse")),
        ({"to": "someone_else"}, but("refuse")),
        ({"consent": "none"}, but("refuse")),
        ({"consent": "general"}, but("refuse")),
        ({"consent": "refused"}, but("refuse")),
        ({"consent_from": "someone_else"}, but("refuse")),
        ({"evidence": "telephone"}, but("permit", BN="refer", CU="refer")),
        ({"evidence": "none"}, but("refer")),
        ({"told": "no"}, but("refer")),
        ({"lead_discussed": "no"}, but("permit", RO="refer")),
        ({"user_discussed": "no"}, but("permit", RO="refer")),
        ({"approvals": "none"}, but("permit", BD="refer")),
        ({"approvals": "one"}, but("permit", BD="refer")),
        ({"approvals": "same_person"}, but("permit", BD="refer")),
        ({"head_decided": "no"}, but("permit", CV="refer")),
        ({"extent": "whole"}, but("refuse", BN="permit", CU="permit")),
        ({"others_decided": "no"}, but("refer")),
        ({"passed_to_parent": "yes"}, but("permit", BN="refuse", CU="refuse")),
        ({"consent": "refused", "law": "order"}, but("permit")),
        ({"consent": "refused", "law": "requires"}, but("permit")),
        ({"consent": "refused", "law": "permits"}, but("refuse")),
        ({"consent": "refused", "law": "asserted"}, but("refuse")),
        ({"consent": "refused", "law": "order", "told": "no"}, but("permit")),
        ({"consent": "refused", "law": "order", "to": "mailbox"}, but("refuse")),
        ({"consent": "refused", "law": "order", "actor": "worker"}, but("refuse")),
        ({"consent": "refused", "law": "order", "head_decided": "no"}, but("permit", RO="refer", BD="refer")),
        ({"passed_to_parent": "yes", "law": "order"}, but("permit")),
    ],
)
def test_the_council_asks(departure: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes({**AGREED, **departure}) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (POLICE, but("refuse")),
        ({**POLICE, "consent": "general"}, but("refuse")),
        ({**POLICE, "consent": "specific", "evidence": "telephone"}, but("permit")),
        ({**POLICE, "consent": "specific"}, but("refer")),
        ({**POLICE, "consent": "specific", "consent_from": "someone_else"}, but("refuse")),
        ({**POLICE, "consent": "specific", "evidence": "telephone", "told": "no"}, but("refer")),
        ({**POLICE, "consent": "specific", "evidence": "telephone", "to": "mailbox"}, but("refuse")),
        ({**POLICE, "law": "asserted"}, but("refuse")),
        ({**POLICE, "law": "permits"}, but("refuse", BN="refer", CU="refer")),
        ({**POLICE, "law": "permits", "head_decided": "yes"}, but("refuse", BN="permit", CU="permit")),
        (
            {**POLICE, "law": "permits", "head_decided": "yes", "told": "no"},
            but("refuse", BN="refer", CU="refer"),
        ),
        ({**POLICE, "law": "permits", "head_decided": "yes", "to": "someone_else"}, but("refuse")),
        ({**POLICE, "law": "requires"}, but("permit", RO="refer", BD="refer")),
        ({**POLICE, "law": "order", "head_decided": "yes"}, but("permit")),
        ({**POLICE, "law": "order", "about": "other_enquiry", "head_decided": "yes"}, but("permit")),
    ],
)
def test_somebody_outside_asks(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        ({"kind": "view_notes"}, but("permit")),
        ({"kind": "foi"}, but("permit")),
        ({"about": "case_notes"}, but("permit")),
        ({"about": "counts"}, but("refuse")),
        ({"identity": "no"}, but("refer")),
        ({"others_decided": "no"}, but("refer")),
        ({"kind": "view_notes", "others_decided": "no"}, but("refer")),
        ({"to": "parent"}, but("refuse")),
        ({"to": "named_officer"}, but("refuse")),
        ({"requester": "parent"}, but("permit")),
        ({"requester": "parent", "to": "parent"}, but("permit")),
        ({"requester": "parent", "to": "named_solicitor"}, but("refuse")),
        ({"requester": "relative"}, but("refuse")),
        ({"requester": "official"}, but("refuse")),
        ({"requester": "public"}, but("refuse")),
        ({"requester": "solicitor"}, but("refuse")),
        ({"requester": "solicitor", "consent": "general"}, but("refuse")),
        ({"requester": "solicitor", "consent": "specific"}, but("permit")),
        ({"requester": "solicitor", "consent": "specific", "to": "named_solicitor"}, but("permit")),
        ({"requester": "solicitor", "consent": "specific", "to": "parent"}, but("refuse")),
        ({"requester": "solicitor", "consent": "specific", "consent_from": "someone_else"}, but("refuse")),
        ({"requester": "solicitor", "consent": "specific", "about": "child"}, but("refuse")),
        ({"requester": "relative", "consent": "specific"}, but("refuse")),
    ],
)
def test_people_ask_for_their_own(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(stated) == expected


LINE = {"BN": "twelve", "CU": "twelve"}


def by_line(twelve: str, competence: str) -> dict[str, str]:
    return {short: twelve if short in LINE else competence for short in POLICIES}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (OF_TEN, by_line("permit", "permit")),
        ({**OF_TEN, "to": "parent"}, by_line("permit", "permit")),
        ({**OF_TEN, "capacity": "able"}, by_line("refuse", "refuse")),
        ({**OF_TEN, "capacity": "able", "child_authority": "yes"}, by_line("permit", "permit")),
        ({**OF_TEN, "capacity": "unable"}, by_line("permit", "permit")),
        ({**OF_TEN, "turned_12_since": "yes"}, by_line("refer", "refer")),
        ({**OF_TEN, "turned_12_since": "yes", "capacity": "unable"}, by_line("refer", "refer")),
        ({**OF_TEN, "turned_12_since": "yes", "child_authority": "yes"}, by_line("permit", "permit")),
        ({**OF_TEN, "responsibility": "unproven"}, by_line("refer", "refer")),
        ({**OF_TEN, "responsibility": "limited_by_order"}, by_line("refer", "refer")),
        ({**OF_TEN, "responsibility": "unproven", "head_decided": "yes"}, by_line("permit", "permit")),
        ({**OF_TEN, "responsibility": "unproven", "child_authority": "yes"}, by_line("refer", "refer")),
        (OF_TWELVE, by_line("refuse", "refer")),
        ({**OF_TWELVE, "child_authority": "yes"}, by_line("permit", "permit")),
        ({**OF_TWELVE, "child_authority": "yes", "responsibility": "unproven"}, by_line("refer", "refer")),
        ({**OF_TWELVE, **AGREES, "responsibility": "limited_by_order"}, by_line("refer", "refer")),
        (
            {**OF_TWELVE, **AGREES, "responsibility": "limited_by_order", "head_decided": "yes"},
            by_line("permit", "permit"),
        ),
        ({**OF_TWELVE, "responsibility": "limited_by_order"}, by_line("refuse", "refer")),
        ({**OF_TEN, **AGREES, "capacity": "able", "responsibility": "unproven"}, by_line("refer", "refer")),
        (
            {**OF_TEN, **AGREES, "capacity": "able", "responsibility": "limited_by_order"},
            by_line("refer", "refer"),
        ),
        ({**OF_TWELVE, "capacity": "able"}, by_line("refuse", "refuse")),
        ({**OF_TWELVE, "capacity": "unable"}, by_line("permit", "permit")),
        ({**OF_TWELVE, "capacity": "unable", "child_authority": "yes"}, by_line("permit", "permit")),
        (MOTHER, by_line("refuse", "refuse")),
        ({**MOTHER, "child_authority": "yes"}, by_line("permit", "permit")),
        ({**MOTHER, **AGREES, "responsibility": "unproven"}, by_line("permit", "permit")),
        ({**MOTHER, **AGREES, "responsibility": "limited_by_order"}, by_line("refer", "refer")),
        (
            {**MOTHER, **AGREES, "responsibility": "limited_by_order", "head_decided": "yes"},
            by_line("permit", "permit"),
        ),
        ({**MOTHER, **AGREES, "capacity": "able", "responsibility": "unproven"}, by_line("permit", "permit")),
        ({**MOTHER, "capacity": "unable"}, by_line("refer", "refer")),
        ({**MOTHER, "capacity": "unable", "head_decided": "yes"}, by_line("permit", "permit")),
        ({"child": "under_12"}, by_line("refer", "refer")),
        ({"child": "under_12", "capacity": "able"}, by_line("permit", "permit")),
        ({"child": "under_12", "capacity": "unable"}, by_line("refuse", "refuse")),
        ({"child": "under_12", "capacity": "unable", "turned_12_since": "yes"}, by_line("refer", "refer")),
        ({"child": "from_12"}, by_line("permit", "refer")),
        ({"child": "from_12", "capacity": "able"}, by_line("permit", "permit")),
        ({"child": "from_12", "capacity": "unable"}, by_line("refuse", "refuse")),
        ({"child": "from_12", "about": "child"}, by_line("permit", "refer")),
        ({"capacity": "unable"}, by_line("permit", "permit")),
        ({"requester": "parent", "child": "from_12", "capacity": "unable"}, by_line("permit", "permit")),
    ],
)
def test_a_child_is_asked_about_or_asks(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(stated) == expected
    assert outcomes({**stated, "kind": "view_notes"}) == expected


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        (ROUTE, "permit"),
        ({**ROUTE, "requester": "subject"}, "refuse"),
        ({**ROUTE, "requester": "subject", "to": "parent"}, "refuse"),
        ({**ROUTE, "requester": "subject", "to": "named_solicitor"}, "refuse"),
        ({**ROUTE, "requester": "subject", "child": "from_12"}, "refuse"),
        ({**ROUTE, "requester": "subject", "child": "under_12", "capacity": "able"}, "refuse"),
        ({**ROUTE, "requester": "subject", "about": "case_notes", "child": "from_12"}, "refuse"),
        ({**ROUTE, "about": "case_notes"}, "permit"),
        ({**ROUTE, "to": "parent"}, "permit"),
        ({**ROUTE, "to": "named_solicitor"}, "permit"),
        ({**ROUTE, "to": "named_officer"}, "refuse"),
        ({**ROUTE, "to": "mailbox"}, "refuse"),
        ({**ROUTE, "to": "someone_else"}, "refuse"),
        ({**ROUTE, "identity": "no"}, "refer"),
        ({**ROUTE, "others_decided": "no"}, "refer"),
        ({**ROUTE, "about": "counts"}, "refuse"),
        ({**ROUTE, "about": "other_enquiry"}, "refuse"),
        ({**ROUTE, "requester": "solicitor"}, "refuse"),
        ({**ROUTE, "requester": "relative"}, "refuse"),
        ({**ROUTE, "about": "child", "child": "under_12"}, "permit"),
        ({**ROUTE, "about": "child", "child": "from_12"}, "refuse"),
        ({**ROUTE, "about": "child", "child": "from_12", "child_authority": "yes"}, "permit"),
        ({**ROUTE, "actor": "worker"}, "refuse"),
    ],
)
def test_the_parents_take_it_on_where_the_policy_has_that_road(stated: dict[str, str], outcome: str) -> None:
    assert outcomes(stated) == but("refuse", BN=outcome, CU=outcome)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({**PUBLIC, "about": "counts"}, but("permit", BD="refuse")),
        ({**PUBLIC, "about": "small_counts"}, but("refuse")),
        ({**PUBLIC, "about": "case_notes"}, but("refuse")),
        ({**PUBLIC, "about": "other_enquiry"}, but("refuse")),
        ({**PUBLIC, "about": "child"}, but("refuse")),
        ({**PUBLIC, "about": "own"}, but("refuse")),
        ({**PUBLIC, "about": "counts", "actor": "worker"}, but("refuse")),
        ({**PUBLIC, "about": "case_notes", "requester": "relative"}, but("refuse")),
        ({**PUBLIC, "about": "case_notes", "requester": "official"}, but("refuse")),
        ({**PUBLIC, "about": "case_notes", "requester": "solicitor"}, but("refuse")),
        ({**NOTES, "requester": "subject"}, but("permit")),
        ({**NOTES, "requester": "parent"}, but("permit")),
        ({**NOTES, "identity": "no"}, but("refer")),
        ({**NOTES, "others_decided": "no"}, but("refer")),
        ({**NOTES, "to": "parent"}, but("refuse")),
        ({**NOTES, "actor": "worker"}, but("refuse")),
        ({**NOTES, "child": "under_12"}, but("refer")),
        ({**NOTES, "child": "under_12", "capacity": "able"}, but("permit")),
        ({"kind": "foi", "about": "other_enquiry"}, but("refuse")),
        ({"kind": "foi", "about": "counts"}, but("permit", BD="refuse")),
        ({"kind": "foi", **OF_TEN}, but("permit")),
    ],
)
def test_freedom_of_information_is_named(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(stated) == expected


@pytest.mark.parametrize(
    ("stated", "owed"),
    [
        ({"stage": "log"}, ["log_request", "say_not_bound"]),
        ({"stage": "log", "about": "case_notes"}, ["log_request", "say_not_bound"]),
        ({}, ["say_not_bound"]),
        ({"actor": "worker"}, ["say_not_bound"]),
        ({"about": "small_counts"}, ["say_not_bound"]),
        ({"about": "case_notes"}, ["say_not_bound"]),
        ({"about": "other_enquiry"}, ["say_not_bound"]),
        ({"about": "case_notes", "requester": "parent"}, ["record_answer"]),
        ({"stage": "close"}, ["say_not_bound"]),
        ({"stage": "close", "about": "own", "requester": "subject"}, []),
    ],
)
def test_a_charity_says_that_it_is_not_bound(stated: dict[str, str], owed: list[str]) -> None:
    decided = decisions({**PUBLIC, "about": "counts", **stated})
    assert [duty.duty for duty in decided["BD"].duties] == owed
    assert not [
        duty for short in ("BN", "CV") for duty in decided[short].duties if duty.duty == "say_not_bound"
    ]


THEIR_WORD = "the child agrees that this parent asks"
FOR_THEM = "a parent may ask for a child who does not ask alone"


@pytest.mark.parametrize(
    ("stated", "because"),
    [
        ({**OF_TWELVE, **AGREES, "capacity": "able"}, but(THEIR_WORD)),
        ({**OF_TWELVE, **AGREES}, but(THEIR_WORD)),
        ({**OF_TWELVE, **AGREES, "capacity": "unable"}, but(FOR_THEM)),
        ({**OF_TWELVE, "capacity": "unable"}, but(FOR_THEM)),
        ({**OF_TEN, **AGREES, "capacity": "able"}, but(THEIR_WORD)),
        ({**OF_TEN, **AGREES}, but(FOR_THEM)),
        ({**OF_TEN, **AGREES, "capacity": "unable"}, but(FOR_THEM)),
        ({**OF_TEN, **AGREES, "turned_12_since": "yes"}, but(THEIR_WORD)),
        (OF_TEN, but(FOR_THEM)),
    ],
)
def test_a_parent_has_it_on_the_childs_word_or_for_want_of_one(
    stated: dict[str, str], because: dict[str, str]
) -> None:
    decided = decisions(stated)
    assert {short: each.reasons[0].says for short, each in decided.items()} == because
    assert {each.outcome for each in decided.values()} == {"permit"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit", RO="refer", BD="refer")),
        ({"copy_sent": "yes"}, but("permit")),
        ({"copy_sent": "yes", "copy_to": "someone_else"}, but("permit", RO="refer", BD="refer")),
        ({"ended": "declined"}, but("permit")),
        ({"ended": "handed_over"}, but("permit")),
        ({"law": "order"}, but("permit")),
        ({"law": "requires"}, but("permit")),
        ({"law": "permits"}, but("permit", RO="refer", BD="refer")),
        ({"kind": "outside"}, but("permit")),
        ({"kind": "subject_access"}, but("permit")),
        ({"kind": "parents_route"}, but("permit")),
        ({"kind": "foi"}, but("permit")),
        ({"actor": "worker"}, but("refuse")),
        ({"actor": "volunteer"}, but("refuse")),
    ],
)
def test_a_request_is_closed(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes({"kind": "council", "stage": "close", **stated}) == expected


def asked(decision: Decision) -> tuple[str | None, list[str]]:
    return decision.refer_to, [reason.kind for reason in decision.reasons]


@pytest.mark.parametrize(
    ("approvals", "expected"),
    [
        ("none", ("host_manager", ["approval"])),
        ("one", ("host_manager", ["approval"])),
        ("same_person", ("host_delegate", ["approval"])),
        ("two", (None, ["ground"])),
    ],
)
def test_who_is_asked_where_two_must_approve(approvals: str, expected: tuple[str | None, list[str]]) -> None:
    assert asked(decisions({**AGREED, "approvals": approvals})["BD"]) == expected


HEAD, COUNCIL_HEARS = (
    "head_of_service",
    {"council_hears": "We shall not be supplying any documents ourselves."},
)
FIXED = {
    "reply": "We cannot say whether anyone has been in touch with us. We say the same to everybody who asks."
}
HIDDEN = {
    "reply": "We give no figure so small that somebody could be picked out by it. "
    "We hide every such figure for everybody."
}
UNBOUND = {
    "reply": "Our host is a charity, which the Freedom of Information Act does not reach. What we hold for the council "
    "can be asked of the council, and we pass such a request on."
}
AND_JUDGED = ["record_answer", "record_judgement"]
ACCESS, FREEDOM = {"clock": "subject-access"}, {"clock": "foi"}


@pytest.mark.parametrize(
    ("short", "stated", "said"),
    [
        ("CV", {}, {**ACCESS, "goes_to": "the_person"}),
        ("CV", {"requester": "parent"}, {**ACCESS, "goes_to": "the_person"}),
        ("CV", OF_TEN, {**ACCESS, "goes_to": "the_parent"}),
        (
            "CV",
            {"requester": "solicitor", "consent": "specific"},
            {**ACCESS, "goes_to": "the_named_solicitor"},
        ),
        ("CV", {"requester": "solicitor"}, {**ACCESS, "goes_to": "nobody", **FIXED}),
        ("CV", {"identity": "no"}, {**ACCESS, "goes_to": "the_person"}),
        ("CV", {"actor": "worker"}, {**ACCESS, "goes_to": "nobody"}),
        ("CV", {"stage": "log"}, ACCESS),
        ("CV", {"stage": "close"}, {}),
        ("CV", {"kind": "view_notes"}, {**ACCESS, "goes_to": "the_person"}),
        ("RO", {"kind": "view_notes"}, {"goes_to": "the_person"}),
        ("RO", {"kind": "view_notes", "stage": "log"}, {}),
        ("CV", {"kind": "foi"}, {**ACCESS, "goes_to": "the_person"}),
        ("CV", NOTES, {**ACCESS, "goes_to": "the_person"}),
        ("BD", {**NOTES, "requester": "parent"}, {**ACCESS, "goes_to": "the_person"}),
        ("CV", {**NOTES, "stage": "log"}, ACCESS),
        ("CV", {**NOTES, "requester": "relative", "stage": "log"}, FREEDOM),
        ("CV", {**NOTES, "stage": "close"}, {}),
        ("CV", {**PUBLIC, "about": "counts"}, {**FREEDOM, "goes_to": "whoever_asked"}),
        ("CV", {**PUBLIC, "about": "case_notes"}, {**FREEDOM, "goes_to": "nobody", **FIXED}),
        ("CV", {**PUBLIC, "about": "counts", "stage": "log"}, FREEDOM),
        ("CV", {**PUBLIC, "about": "counts", "stage": "close"}, {}),
        ("CV", {**PUBLIC, "about": "small_counts"}, {**FREEDOM, "goes_to": "nobody", **HIDDEN}),
        ("CV", {**PUBLIC, "about": "counts", "actor": "worker"}, {**FREEDOM, "goes_to": "nobody"}),
        ("CV", {"about": "counts", "requester": "public"}, {**ACCESS, "goes_to": "nobody"}),
        ("CV", {**POLICE, "about": "counts"}, {"goes_to": "nobody", **FIXED}),
        ("CV", {**PUBLIC, "about": "other_enquiry"}, {**FREEDOM, "goes_to": "nobody", **FIXED}),
        ("BD", {**PUBLIC, "about": "counts"}, {"goes_to": "nobody", **UNBOUND}),
        ("BD", {**PUBLIC, "about": "small_counts"}, {"goes_to": "nobody", **UNBOUND}),
        ("BD", {**PUBLIC, "about": "counts", "actor": "worker"}, {"goes_to": "nobody", **UNBOUND}),
        ("BD", {**PUBLIC, "about": "case_notes"}, {"goes_to": "nobody", **FIXED}),
        ("BD", {**PUBLIC, "about": "other_enquiry"}, {"goes_to": "nobody", **FIXED}),
        ("BD", {**PUBLIC, "about": "counts", "stage": "log"}, {}),
        ("BD", {**PUBLIC, "about": "counts", "stage": "close"}, {}),
        ("BN", AGREED, {"goes_to": "the_named_officer"}),
        ("BN", {**AGREED, "told": "no"}, {"goes_to": "the_named_officer", **FIXED}),
        ("BN", OFFICER, {"goes_to": "nobody", **FIXED}),
        (
            "BN",
            {**AGREED, "passed_to_parent": "yes"},
            {"goes_to": "nobody", "reply": COUNCIL_HEARS["council_hears"]},
        ),
        ("BN", {**AGREED, "passed_to_parent": "yes", "law": "order"}, {"goes_to": "the_named_officer"}),
        ("BN", {**POLICE, "law": "order"}, {"goes_to": "whoever_asked"}),
        ("BN", ROUTE, {"goes_to": "the_parent", **COUNCIL_HEARS, **ACCESS}),
        (
            "BN",
            {**ROUTE, "to": "named_solicitor"},
            {"goes_to": "the_named_solicitor", **COUNCIL_HEARS, **ACCESS},
        ),
        ("RO", ROUTE, {"goes_to": "nobody", **COUNCIL_HEARS, **ACCESS}),
        ("BN", {**ROUTE, "requester": "subject"}, {"goes_to": "nobody", **COUNCIL_HEARS, **ACCESS}),
        ("BN", {**ROUTE, "requester": "relative"}, {"goes_to": "nobody", **ACCESS, **FIXED}),
        ("BN", {"kind": "council", "stage": "close", "ended": "handed_over"}, COUNCIL_HEARS),
        ("RO", {"kind": "council", "stage": "close", "ended": "handed_over"}, COUNCIL_HEARS),
        ("BN", {"kind": "council", "stage": "close"}, {}),
    ],
)
def test_who_answers_and_where_it_goes(short: str, stated: dict[str, str], said: dict[str, str]) -> None:
    decision = decisions(stated)[short]
    title = policies.edition(POLICIES[short]).titles["head_of_service"]
    assert decision.answer == {"answered_by": HEAD, "answered_by_title": title, **said}


@pytest.mark.parametrize(
    ("short", "stated", "dates"),
    [
        ("BN", {"received": "2027-02-08"}, {"legal_due": "2027-03-08"}),
        ("BN", {"received": "2026-10-31"}, {"legal_due": "2026-11-30"}),
        ("BN", {"received": "2026-11-20"}, {"legal_due": "2026-12-21"}),
        ("BN", {"received": "2026-11-25", "stage": "log"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-25", "identity": "no"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-25", "actor": "worker"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-25", "stage": "close"}, {}),
        ("RO", {"received": "2026-11-25", "kind": "view_notes"}, {}),
        ("BN", {"received": "2026-11-25", "kind": "view_notes"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-20", "kind": "foi"}, {"legal_due": "2026-12-21"}),
        ("BN", {"received": "2026-11-25", **NOTES}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-25", **NOTES, "requester": "parent"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-11-25", **NOTES, "stage": "log"}, {"legal_due": "2026-12-29"}),
        ("BN", {"received": "2026-06-12", **PUBLIC, "about": "counts"}, {"legal_due": "2026-07-14"}),
        ("BN", {"received": "2026-12-18", **PUBLIC, "about": "case_notes"}, {"legal_due": "2027-01-21"}),
        ("BD", {"received": "2026-06-12", **PUBLIC, "about": "counts"}, {}),
        ("BN", {"received": "2026-11-20", **OFFICER}, {}),
        ("BN", {"received": "2026-11-20", **POLICE}, {}),
        ("BN", {"received": "2026-11-20", **ROUTE}, {"legal_due": "2026-12-21"}),
    ],
)
def test_by_when_it_is_due(short: str, stated: dict[str, str], dates: dict[str, str]) -> None:
    said = decisions(stated)[short].answer
    assert {name: day for name, day in said.items() if name == "legal_due"} == dates
    assert ("target" in said) == bool(dates)
    assert said.get("provisional", False) is False
    assert str(said.get("target", "")) <= str(said.get("legal_due", ""))


def test_a_date_beyond_the_holidays_that_are_known_is_provisional() -> None:
    assert decisions({"received": "2029-02-01"})["CV"].answer["provisional"] is True


def test_a_day_that_no_clock_counts_from_is_said_and_decides_nothing() -> None:
    asked = MayAnswerRequest(received=date(2199, 1, 4))
    decision = may_answer_request(policies.edition(POLICIES["CV"]), asked)
    assert decision.outcome == "permit"
    assert "legal_due" not in decision.answer
    assert "2199" in str(decision.answer["undated"])


@pytest.mark.parametrize(
    ("received", "sound"),
    [
        ("1989-12-31", False),
        ("1990-01-01", True),
        ("2099-12-31", True),
        ("2100-01-01", False),
        ("1700-01-01", False),
    ],
)
def test_a_request_came_in_years_that_somebody_means(received: str, sound: bool) -> None:
    if sound:
        assert decisions({"received": received})["CV"].outcome == "permit"
    else:
        with pytest.raises(BadFacts) as caught:
            parse(Question.MAY_ANSWER_REQUEST, {"received": received})
        assert str(caught.value) == f"received is {received}; expected a day in the years 1990 to 2099."


@pytest.mark.parametrize(("received", "sound"), [(20, True), (21, True), (22, False)])
def test_a_request_that_is_still_to_come_has_not_come(received: int, sound: bool) -> None:
    fault = MayAnswerRequest(received=date(2026, 11, received)).fault(date(2026, 11, 21))
    expected = "received is 2026-11-22, which is still to come; expected a day up to today, 2026-11-21."
    assert fault == ("" if sound else expected)
    assert MayAnswerRequest().fault(date(2026, 11, 21)) == ""


def test_without_the_day_it_came_no_date_is_made_up() -> None:
    said = decisions({})["CV"].answer
    assert not {"legal_due", "target", "provisional", "undated"} & set(said)


@pytest.mark.parametrize(
    ("short", "stated", "steps"),
    [
        ("BN", {"actor": "worker"}, ["hand_to_lead"]),
        ("BN", {"actor": "volunteer", "stage": "close"}, ["hand_to_lead"]),
        ("BN", {**POLICE, "law": "order", "actor": "worker"}, ["hand_to_lead"]),
        ("BN", {**POLICE, "law": "order", "to": "mailbox"}, ["send_to_requester"]),
        (
            "BN",
            {**POLICE, "consent": "specific", "evidence": "telephone", "to": "mailbox"},
            ["send_to_requester"],
        ),
        ("BN", {**POLICE, "law": "permits", "head_decided": "yes", "to": "mailbox"}, ["send_to_requester"]),
        ("BN", {"to": "parent", "identity": "no", "others_decided": "no"}, ["send_to_requester"]),
        ("BN", {"identity": "no", "others_decided": "no"}, ["check_identity", "decide_others"]),
        ("BN", {"requester": "solicitor"}, ["ask_about_request"]),
        ("BN", {"requester": "solicitor", "consent": "refused"}, []),
        ("BN", {"requester": "relative"}, []),
        ("BN", {**AGREED, "consent": "none"}, ["ask_about_request"]),
        ("BN", {**AGREED, "consent_from": "someone_else"}, ["ask_about_request"]),
        ("BN", {**AGREED, "consent": "refused"}, []),
        ("CV", {**AGREED, "to": "mailbox", "extent": "whole"}, ["name_officer", "take_extract"]),
        ("RO", {**AGREED, "told": "no", "lead_discussed": "no"}, ["talk_it_through", "consult_lead"]),
        ("BN", {**ROUTE, "to": "mailbox"}, ["send_to_parent"]),
        ("CV", ROUTE, ["treat_as_access"]),
        ("BN", {**ROUTE, "requester": "subject"}, ["treat_as_access"]),
        ("BN", {**ROUTE, "requester": "subject", "about": "counts"}, []),
        ("BN", {**ROUTE, "requester": "relative"}, []),
        ("BN", {**PUBLIC, "about": "small_counts"}, ["hide_small_counts"]),
        ("BN", {**PUBLIC, "about": "case_notes"}, ["treat_as_access"]),
        ("BD", {**PUBLIC, "about": "counts"}, []),
        ("BN", {**PUBLIC, "about": "counts", "actor": "worker"}, ["hand_to_lead"]),
        ("BN", OF_TWELVE, ["ask_child"]),
        ("BN", {"child": "under_12", "capacity": "unable"}, ["judge_child"]),
    ],
)
def test_what_comes_first_or_would_change_it(short: str, stated: dict[str, str], steps: list[str]) -> None:
    assert list(decisions(stated)[short].steps) == steps


@pytest.mark.parametrize(
    ("short", "stated", "duties"),
    [
        ("BN", {}, ["record_answer"]),
        ("BN", {"stage": "log"}, ["log_request"]),
        ("BN", {"stage": "log", "actor": "worker"}, ["log_request", "hand_request_on"]),
        ("BD", {**PUBLIC, "stage": "log", "about": "counts"}, ["log_request", "say_not_bound"]),
        ("BN", {"child": "from_12"}, AND_JUDGED),
        ("BN", {"child": "from_12", "capacity": "able"}, ["record_answer"]),
        ("BN", {"child": "from_12", "stage": "log"}, ["log_request"]),
        ("BN", {"requester": "parent", "child": "from_12"}, ["record_answer"]),
        ("BN", OF_TEN, AND_JUDGED),
        ("CV", OF_TEN, AND_JUDGED),
        ("CV", {**OF_TEN, "capacity": "unable"}, ["record_answer"]),
        ("CV", {"child": "under_12", "capacity": "able"}, ["record_answer"]),
        ("BN", {**OF_TWELVE, **AGREES}, AND_JUDGED),
        ("CV", {**OF_TWELVE, **AGREES}, AND_JUDGED),
        ("BN", {**OF_TWELVE, **AGREES, "capacity": "able"}, ["record_answer"]),
        ("BN", {**OF_TWELVE, "capacity": "unable"}, ["record_answer"]),
        ("BN", {**MOTHER, **AGREES}, ["record_answer"]),
        ("RO", {"kind": "view_notes"}, ["arrange_viewing", "record_answer"]),
        ("BN", AGREED, ["record_answer", "offer_copy"]),
        ("BD", AGREED, ["record_answer", "copy_to_service_user"]),
        ("BN", {**OFFICER, "law": "order", "told": "no"}, ["record_law", "tell_of_request"]),
        ("BN", {**OFFICER, "law": "order"}, ["record_law"]),
        ("BN", {**POLICE, "law": "permits", "head_decided": "yes"}, ["record_answer", "flag_only_allowed"]),
        ("BN", ROUTE, ["record_answer", "reply_not_supplying"]),
        ("BN", {**PUBLIC, "about": "counts"}, ["record_freedom"]),
        ("RO", {**PUBLIC, "about": "counts"}, ["record_freedom", "through_host_team"]),
        ("BN", {"stage": "close"}, []),
    ],
)
def test_what_is_owed(short: str, stated: dict[str, str], duties: list[str]) -> None:
    assert [owed.duty for owed in decisions(stated)[short].duties] == duties


@pytest.mark.parametrize(
    ("short", "stated", "clauses"),
    [
        ("BN", {"stage": "log", "kind": "council"}, ("BN-4.3",)),
        ("BN", {"stage": "log"}, ("BN-4.3", "L-05", "X-27")),
        ("RO", {"stage": "log"}, ("RO-CASEWORK-05a", "L-05", "X-05", "X-27")),
        ("CV", {"stage": "log", "kind": "parents_route"}, ("L-05", "D-14", "X-27")),
        ("BN", {"stage": "log", **PUBLIC, "about": "counts"}, ("BN-4.3", "BN-7.2a", "L-06")),
        ("RO", {"stage": "log", **NOTES}, ("RO-CASEWORK-05a", "L-05", "X-05", "X-27")),
        ("RO", {"stage": "log", **NOTES, "requester": "public"}, ("RO-CASEWORK-05a", "L-06")),
        ("BD", {"stage": "log", **PUBLIC, "about": "counts"}, ("BD-DATA-02c", "BD-ROLE-02", "L-06")),
        ("BN", {"stage": "close"}, ("BN-4.3", "L-05", "X-27")),
        ("RO", {"stage": "close", "kind": "council"}, ("RO-CASEWORK-06c", "RO-CASEWORK-05a")),
        ("RO", {"kind": "view_notes", "stage": "log"}, ("RO-CASEWORK-05a", "L-05", "X-27")),
        (
            "BN",
            {**AGREED, "evidence": "telephone"},
            (
                "BN-7.1a3", "BN-7.1a2", "BN-4.3", "BN-7.1a1", "BN-7.1i", "BN-7.1iii", "BN-7.1b2", "X-15",
            ),
        ),
    ],
)  # fmt: skip
def test_what_an_answer_rests_on(short: str, stated: dict[str, str], clauses: tuple[str, ...]) -> None:
    assert set(decisions(stated)[short].clauses) == set(clauses)

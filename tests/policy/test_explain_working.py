"""Beginning, writing down and asking for records in words: one plain sentence on top, the service's own terms in it."""

from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.compiled import Compiled
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayRecord, parse
from inconfidence.policy.finding import Findings
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import RULES
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Question
from tests.policy.test_boundaries import POLICIES

PARTICULAR = (
    "General information may not be given: "
    "what is about a particular child is not general, and only clients have it."
)
BLANKET = (
    "This may not be written down: permission is asked for only where talking to others is needed to help."
)
SHARE_ONLY = (
    "These records may not be asked for: the service user agreed that we tell others, not that we ask them."
)


def card(question: str, short: str, stated: dict[str, Any]) -> Answer:
    edition = policies.edition(POLICIES[short])
    facts = parse(question, stated)
    return answer(QUESTIONS[Question(question)].answer(edition, facts), edition, facts)


@pytest.mark.parametrize(
    ("short", "stated", "word", "heading"),
    [
        ("RO", {}, "Yes", "Casework may begin: parents are clients of our service."),
        ("RO", {"form_back": "no"}, "No", "Casework may not begin: the permission form has not come back."),
        (
            "CV",
            {"anonymous": "yes"},
            "No",
            "Casework may not begin: casework waits until the caller chooses to say who they are.",
        ),
        (
            "CV",
            {"relation": "young_person", "statement": "no"},
            "Not yet",
            "Not yet: the young person has not heard what confidentiality means here.",
        ),
        (
            "BN",
            {"refused": "yes"},
            "Not yet",
            "Not yet: the parent said no to sharing, and has not heard how far help then goes.",
        ),
        (
            "BN",
            {"relation": "child", "refused": "yes"},
            "Not yet",
            "Not yet: the child said no to sharing, and has not heard how far help then goes.",
        ),
        (
            "CU",
            {"act": "close_first_contact"},
            "Yes",
            "The first contact may be closed: nothing that has to come first is missing.",
        ),
        (
            "BD",
            {"act": "decline", "relation": "child", "reason_declined": "age_or_capacity"},
            "No",
            "The child may not be sent elsewhere: age or capacity is no reason to turn anybody away.",
        ),
        (
            "CV",
            {"act": "general_information", "relation": "relative", "names_child": "yes"},
            "No",
            PARTICULAR,
        ),
        (
            "RO",
            {"act": "open_enquiry", "anonymous": "yes"},
            "Yes",
            "The enquiry may be opened: anyone may ask without giving a name.",
        ),
    ],
)
def test_beginning(short: str, stated: dict[str, str], word: str, heading: str) -> None:
    said = card("may_begin_casework", short, stated)
    assert (said.word, said.heading) == (word, heading)
    assert said.outward == ""


@pytest.mark.parametrize(
    ("short", "stated", "heading"),
    [
        ("RO", {}, "This may be written down: staff record what the work needs."),
        (
            "CV",
            {"kind": "observation", "relevant": "no"},
            "This may not be written down: only what bears directly on the matter in hand is written down.",
        ),
        (
            "RO",
            {"kind": "consent", "necessity_stated": "no"},
            BLANKET,
        ),
        (
            "CU",
            {"kind": "consent", "recipients": "neither"},
            "Not yet: it does not say who will be told, or why nobody can be named.",
        ),
    ],
)
def test_writing_down(short: str, stated: dict[str, str], heading: str) -> None:
    assert card("may_record", short, stated).heading == heading


@pytest.mark.parametrize(
    ("short", "stated", "heading"),
    [
        (
            "RO",
            {"consent": "given"},
            "These records may be asked for: the service user has agreed to our having them.",
        ),
        (
            "CV",
            {"consent": "share_only"},
            SHARE_ONLY,
        ),
        (
            "BN",
            {"source": "sen_file"},
            "These records may not be asked for: what the SEN case file holds comes from the parent’s own hand.",
        ),
        (
            "BN",
            {"child_at_risk": "yes"},
            "These records may be asked for: a child is believed to be at risk, and this is needed.",
        ),
    ],
)
def test_asking_for_records(short: str, stated: dict[str, str], heading: str) -> None:
    assert card("may_obtain", short, stated).heading == heading


def test_a_no_says_that_general_information_stays_open() -> None:
    said = card("may_begin_casework", "CV", {"relation": "relative"})
    assert said.further == ("General information can be given all the same.",)


def test_a_child_at_risk_is_by_the_law_and_no_clause_of_the_policy() -> None:
    said = card("may_obtain", "BN", {"child_at_risk": "yes"})
    assert [clause.id for clause in said.clauses] == ["L-01"]
    assert [duty.kind for duty in said.duties] == ["record_concern", "consult_lead"]


def test_a_parent_is_told_of_no_law_about_children() -> None:
    said = card("may_begin_casework", "BD", {})
    assert "L-07" not in {clause.id for clause in said.clauses}
    assert "L-07" in {clause.id for clause in card("may_begin_casework", "BD", {"relation": "child"}).clauses}


def test_what_must_be_done_is_said_in_the_words_of_the_service() -> None:
    said = card("may_begin_casework", "RO", {"pack": "no"})
    assert [step.says for step in said.steps] == [
        "Give the service user the privacy notice and the permission form, and note when and how."
    ]


def failing(bound: Bound) -> Check:
    def check(facts: MayRecord) -> Findings:
        raise KeyError(facts.kind)

    return check


def test_where_the_service_cannot_work_it_out_the_head_of_service_decides() -> None:
    edition = policies.edition("coventry")
    broken = rule(
        "Always fails.",
        slug="no-probing",
        authority="a",
        asked=(recording(failing),),
        examples=(Example("x", {}, ""),),
    )
    rules = [broken if each.slug == broken.slug else each for each in RULES]
    decision = Compiled(edition, Question.MAY_RECORD, rules).decide(MayRecord())
    said = answer(decision, edition, MayRecord())
    assert decision.alarm == "no-probing"
    assert said.heading == "The Service Manager decides first whether this may be written down."

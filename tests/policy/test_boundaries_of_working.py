"""Who begins, what is written down, what is asked for: each departure from the unremarkable case, policy by policy."""

import pytest

from inconfidence import policies
from inconfidence.policy.decision import Decision
from inconfidence.policy.facts import built
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from tests.policy.test_boundaries import POLICIES, but


def decisions(question: str, stated: dict[str, str]) -> dict[str, Decision]:
    facts = built(question, stated)
    answer = QUESTIONS[Question(question)].answer
    return {short: answer(policies.edition(slug), facts) for short, slug in POLICIES.items()}


def outcomes(question: str, stated: dict[str, str]) -> dict[str, str]:
    return {short: decision.outcome for short, decision in decisions(question, stated).items()}


CLOSE = {"act": "close_first_contact"}
GENERAL = {"act": "general_information"}
OPEN = {"act": "open_enquiry"}
ALONE = {"origin": "professional_absent"}
WITHOUT = {"responsibility": "no"}
SENT_AWAY = {"act": "decline", "reason_declined": "no_responsibility"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        (WITHOUT, but("permit", CV="refuse")),
        ({"relation": "carer"}, but("permit")),
        ({"relation": "carer", **WITHOUT}, but("permit", CV="refuse")),
        ({"relation": "carer", **GENERAL, **WITHOUT}, but("permit")),
        ({"relation": "carer", "names_child": "yes", **GENERAL, **WITHOUT}, but("permit", CV="refuse")),
        ({"relation": "responsibility_holder"}, but("permit")),
        ({"relation": "responsibility_holder", **WITHOUT}, but("refuse")),
        ({"relation": "relative"}, but("refuse")),
        ({"relation": "relative", **GENERAL}, but("permit")),
        ({"relation": "relative", "names_child": "yes", **GENERAL}, but("refuse")),
        ({"relation": "relative", "names_child": "yes", **OPEN}, but("refuse")),
        ({"relation": "relative", **CLOSE}, but("permit")),
        ({"names_child": "yes", **GENERAL}, but("permit")),
        ({"relation": "child", **WITHOUT}, but("permit")),
        ({"relation": "young_person", "form_back": "no"}, but("permit", RO="refuse")),
        ({"anonymous": "yes"}, but("refuse")),
        ({"anonymous": "yes", **GENERAL}, but("permit")),
        ({"anonymous": "yes", "names_child": "yes", **GENERAL}, but("refuse")),
        ({"anonymous": "yes", **OPEN}, but("permit")),
        ({"anonymous": "yes", **CLOSE}, but("permit")),
        ({"origin": "referral"}, but("permit")),
        ({"origin": "referral", "confirmed": "no"}, but("refer")),
        ({"origin": "referral", "confirmed": "no", **OPEN}, but("permit")),
        ({"origin": "professional_present", "confirmed": "no"}, but("refer")),
        (ALONE, but("permit")),
        ({"absence_reason": "no", **ALONE}, but("permit", CV="refer")),
        ({"absence_reason": "no", **ALONE, **OPEN}, but("permit", CV="refer")),
        ({"absence_reason": "no", **ALONE, **GENERAL}, but("permit")),
        ({"absence_reason": "no", "origin": "professional_present"}, but("permit")),
        ({"statement": "no"}, but("refer", BN="permit", CU="permit")),
        ({"statement": "no", **CLOSE}, but("refer", BN="permit", CU="permit")),
        ({"statement": "no", **OPEN}, but("permit")),
        ({"pack": "no"}, but("permit", RO="refer")),
        ({"pack": "no", **CLOSE}, but("permit", RO="refer")),
        ({"form_back": "no"}, but("permit", RO="refuse")),
        ({"form_back": "no", **CLOSE}, but("permit")),
        ({"consent_question": "untouched"}, but("permit", CU="refer")),
        ({"consent_question": "untouched", **CLOSE}, but("permit", CU="refer")),
        ({"consent_question": "not_needed", **CLOSE}, but("permit")),
        ({"refused": "yes"}, but("permit", BN="refer", CU="refer")),
        ({"refused": "yes", "limits_explained": "yes"}, but("permit")),
        ({"refused": "yes", **CLOSE}, but("permit")),
        ({"act": "decline"}, but("refer")),
        ({"act": "decline", "reason_declined": "other"}, but("permit")),
        ({"act": "decline", "reason_declined": "age_or_capacity"}, but("refuse")),
        (SENT_AWAY, but("refuse")),
        ({**SENT_AWAY, **WITHOUT}, but("refuse", CV="permit")),
        ({**SENT_AWAY, **WITHOUT, "relation": "carer"}, but("refuse", CV="permit")),
        ({**SENT_AWAY, **WITHOUT, "relation": "carer", "anonymous": "yes"}, but("refuse", CV="permit")),
        ({**SENT_AWAY, "relation": "carer"}, but("refuse")),
        ({**SENT_AWAY, **WITHOUT, "relation": "child"}, but("refuse")),
        ({**SENT_AWAY, **WITHOUT, "relation": "young_person"}, but("refuse")),
        ({**SENT_AWAY, "relation": "responsibility_holder"}, but("refuse")),
        ({**SENT_AWAY, **WITHOUT, "relation": "responsibility_holder"}, but("permit")),
        ({**SENT_AWAY, "relation": "relative"}, but("permit")),
        ({**SENT_AWAY, "act": "general_information", "relation": "carer"}, but("permit")),
        ({"act": "decline", "relation": "carer", "reason_declined": "other"}, but("permit")),
        ({"act": "decline", "reason_declined": "optional_detail"}, but("permit", BD="refuse")),
    ],
)
def test_beginning(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_begin_casework", stated) == expected


CONSENT = {"kind": "consent"}
CALLER = {"kind": "anonymous_note", "identifying": "yes"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        ({"relevant": "no"}, but("permit", CV="refuse")),
        ({"kind": "observation", "relevant": "no"}, but("permit", CV="refuse")),
        ({"kind": "observation", "relevant": "no", "safeguarding": "yes"}, but("permit")),
        ({"kind": "paper_note", "relevant": "no"}, but("permit", CV="refuse")),
        ({"kind": "paper_note", "content": "other"}, but("permit")),
        (CALLER, but("permit", CV="refuse")),
        ({**CALLER, "safeguarding": "yes"}, but("permit")),
        (CONSENT, but("permit")),
        ({**CONSENT, "relevant": "no"}, but("permit")),
        ({**CONSENT, "by": "worker"}, but("refuse")),
        ({**CONSENT, "necessity_stated": "no"}, but("refuse")),
        ({**CONSENT, "recipients": "neither"}, but("refer")),
        ({**CONSENT, "recipients": "reason_given"}, but("permit")),
        ({"kind": "consent_change", "necessity_stated": "no", "recipients": "neither"}, but("permit")),
        ({"kind": "consent_change", "by": "head_of_service"}, but("refuse")),
        ({"kind": "decision_edit"}, but("refuse")),
        ({"kind": "decision_edit", "safeguarding": "yes"}, but("refuse")),
        ({"kind": "encouragement", "by": "worker"}, but("permit")),
        ({"by": "worker"}, but("permit")),
    ],
)
def test_writing_down(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_record", stated) == expected


GIVEN = {"consent": "given"}
CHILD = {"child_at_risk": "yes"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("refuse")),
        (GIVEN, but("permit")),
        ({"consent": "share_only"}, but("refuse")),
        ({"consent": "refused"}, but("refuse")),
        ({"consent": "withdrawn"}, but("refuse")),
        ({**GIVEN, "consent_from": "someone_else"}, but("refuse")),
        ({**GIVEN, "consent_before": "no"}, but("refuse")),
        ({**GIVEN, "consent_record": "telephone_note"}, but("permit")),
        ({**GIVEN, "consent_record": "note_no_date"}, but("refuse")),
        ({**GIVEN, "consent_record": "form_unsigned"}, but("permit", BN="refer", CU="refer")),
        ({**GIVEN, "consent_record": "not_recorded"}, but("refuse")),
        ({**GIVEN, "form_back": "no"}, but("permit", RO="refuse")),
        ({**GIVEN, "need_stated": "no"}, but("refer")),
        ({**GIVEN, "source": "sen_file"}, but("permit", BN="refuse")),
        ({**GIVEN, "source": "council_system"}, but("permit")),
        ({**GIVEN, "actor": "volunteer"}, but("refuse")),
        ({**GIVEN, "actor": "head_of_service"}, but("permit")),
        (CHILD, but("permit")),
        ({**CHILD, "consent": "refused", "source": "sen_file", "need_stated": "no"}, but("permit")),
        ({**CHILD, "form_back": "no"}, but("permit")),
        ({**CHILD, "actor": "volunteer"}, but("refuse")),
    ],
)
def test_asking_for_records(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_obtain", stated) == expected


@pytest.mark.parametrize(
    ("question", "stated", "owed"),
    [
        ("may_begin_casework", {"statement": "no"}, {"BN", "CU"}),
        ("may_begin_casework", {"pack": "no"}, {"BN", "CV", "CU", "BD"}),
        ("may_begin_casework", {"refused": "yes"}, {"CV", "RO", "BD"}),
        ("may_begin_casework", {"relation": "carer", **WITHOUT}, {"CV"}),
        ("may_record", {"relevant": "no"}, {"BN", "RO", "CU", "BD"}),
        ("may_record", {"kind": "paper_note", "content": "other"}, {"BD"}),
        ("may_record", {"safeguarding": "yes"}, set(POLICIES)),
        ("may_obtain", GIVEN, set(POLICIES)),
    ],
)
def test_what_is_owed(question: str, stated: dict[str, str], owed: set[str]) -> None:
    found = {short for short, decision in decisions(question, stated).items() if decision.duties}
    assert found == owed


def test_only_rotherham_marks_what_is_looked_up() -> None:
    looked_up = decisions("may_obtain", {**GIVEN, "source": "council_system"})
    marking = {short for short, each in looked_up.items() if "mark_lookup" in {d.duty for d in each.duties}}
    assert marking == {"RO"}


def test_coventry_shows_the_service_manager_that_policy_and_law_pull_apart() -> None:
    decision = decisions("may_begin_casework", {"relation": "carer", **WITHOUT})["CV"]
    assert [duty.duty for duty in decision.duties] == ["flag_law_differs"]
    assert "X-10" in decision.clauses

"""Each departure from a sound consent, each recipient of a danger, each volunteer: policy by policy, in tables."""

from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.facts import MayDisclose, MaySee, parse
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.vocabulary import DutyKind

POLICIES = {
    "BN": "bath-and-north-east-somerset",
    "CV": "coventry",
    "RO": "rotherham",
    "CU": "cumbria",
    "BD": "blackburn-with-darwen",
}
EVERY = tuple(POLICIES)


def outcomes(**stated: str) -> dict[str, str]:
    facts = parse("may_disclose", stated)
    assert isinstance(facts, MayDisclose)
    return {short: may_disclose(policies.edition(slug), facts).outcome for short, slug in POLICIES.items()}


def looks(**stated: str) -> dict[str, str]:
    facts = parse("may_see", stated)
    assert isinstance(facts, MaySee)
    return {short: may_see(policies.edition(slug), facts).outcome for short, slug in POLICIES.items()}


def but(usual: str, **others: str) -> dict[str, str]:
    """The same outcome everywhere, but for some."""
    return dict.fromkeys(EVERY, usual) | others


@pytest.mark.parametrize(
    ("departure", "expected"),
    [
        ({}, but("permit")),
        ({"consent_from": "someone_else"}, but("refuse")),
        ({"consent_recipient": "no"}, but("refuse")),
        ({"consent_purpose": "no"}, but("refuse")),
        ({"consent_items": "no"}, but("refuse")),
        ({"consent_before": "no"}, but("refuse")),
        ({"consent_record": "letter"}, but("permit")),
        ({"consent_record": "telephone_note"}, but("permit")),
        ({"consent_record": "note_no_date"}, but("refuse")),
        ({"consent_record": "note_no_worker"}, but("refuse")),
        ({"consent_record": "not_recorded"}, but("refuse")),
        ({"consent_record": "form_unsigned"}, but("permit", BN="refer", CU="refer")),
        ({"consent_record": "form_no_recipients"}, but("refer")),
        ({"consent_review": "overdue"}, but("permit", BN="refer", CU="refer")),
        ({"consent_review": "reopened"}, but("refer")),
        ({"form_back": "no"}, but("permit", RO="refuse")),
        ({"extent": "whole_file"}, but("refuse")),
        ({"relevant": "no"}, but("refuse")),
        ({"need_stated": "no"}, but("refer")),
        ({"recipient": "council"}, but("permit")),
        ({"recipient": "referrer"}, but("permit")),
        ({"recipient": "other_user"}, but("permit")),
        ({"recipient": "other_user", "provided_by": "other_in_confidence"}, but("refuse")),
        ({"act": "confirm_known"}, but("permit")),
        ({"act": "raise_pattern", "recipient": "council"}, but("permit")),
    ],
)
def test_one_departure_from_a_sound_consent(departure: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(consent="given", **departure) == expected


CHILD = {"risk_to": "child", "belief": "believed"}
ADULT = {"risk_to": "adult", "belief": "believed", "lead_consulted": "yes"}


@pytest.mark.parametrize(
    ("recipient", "usual", "emergency"),
    [
        ("safeguarding_body", "permit", "permit"),
        ("police", "refuse", "permit"),
        ("emergency_service", "refuse", "permit"),
        ("professional", "refuse", "refuse"),
        ("council", "refuse", "refuse"),
        ("relative", "refuse", "refuse"),
        ("host_staff", "refuse", "refuse"),
    ],
)
def test_who_hears_that_a_child_is_at_risk(recipient: str, usual: str, emergency: str) -> None:
    assert outcomes(recipient=recipient, **CHILD) == but(usual)
    assert outcomes(recipient=recipient, emergency="yes", **CHILD) == but(emergency)
    assert outcomes(recipient=recipient, act="confirm_known", **CHILD) == but(usual)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"belief": "wondering"}, but("refer")),
        ({"belief": "none"}, but("refer")),
        ({"belief": "no_intention"}, but("refuse")),
        ({"belief": "believed"}, but("permit")),
        ({"belief": "wondering", "emergency": "yes"}, but("permit")),
        ({"belief": "believed", "consent": "refused"}, but("permit")),
        ({"belief": "believed", "spoken_to": "no"}, but("permit")),
        ({"belief": "believed", "extent": "whole_file"}, but("refuse")),
    ],
)
def test_how_sure_we_are_about_a_child(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(risk_to="child", recipient="safeguarding_body", **stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"recipient": "police"}, but("refer")),
        ({"recipient": "police", "head_decided": "yes"}, but("permit")),
        ({"recipient": "police", "emergency": "yes"}, but("permit")),
        ({"recipient": "professional", "head_decided": "yes"}, but("refuse", CV="permit", BD="permit")),
        ({"recipient": "professional", "emergency": "yes"}, but("refuse", CV="refer", BD="refer")),
        ({"recipient": "relative", "head_decided": "yes"}, but("refuse")),
        ({"recipient": "police", "head_decided": "yes", "extent": "whole_file"}, but("refuse")),
        ({"recipient": "police", "head_decided": "yes", "spoken_to": "no"}, but("permit", RO="refer")),
        ({"recipient": "police", "head_decided": "yes", "lead_consulted": "no"}, but("permit")),
    ],
)
def test_danger_to_somebody_who_is_not_a_child(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(**(ADULT | stated)) == expected


def test_a_colleague_in_danger_may_be_told_of_by_those_who_employ_them() -> None:
    staff = {**ADULT, "risk_to": "staff", "recipient": "host_staff", "head_decided": "yes"}
    assert outcomes(**staff) == but("permit")
    assert outcomes(**(staff | {"risk_to": "public"})) == but("refuse", CV="permit", BD="permit")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("refuse")),
        ({"inspection": "authority_closed"}, but("refuse")),
        ({"inspection": "school"}, but("refuse")),
        ({"inspection": "authority_open"}, but("refuse", BD="refer")),
        ({"inspection": "authority_open", "head_decided": "yes"}, but("refuse", BD="permit")),
        ({"law": "permits"}, but("refer", BD="refuse")),
        ({"law": "permits", "head_decided": "yes"}, but("permit", BD="refuse")),
        ({"law": "permits", "head_decided": "yes", "within_terms": "no"}, but("refuse")),
        ({"consent": "given"}, but("permit")),
    ],
)
def test_inspectors(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(recipient="inspector", **stated) == expected


@pytest.mark.parametrize("law", ["order", "requires"])
def test_orders_and_duties_within_their_terms(law: str) -> None:
    seen = {"law": law, "head_decided": "yes"}
    assert outcomes(**seen, recipient="council", consent="refused", extent="whole_file") == but("permit")
    assert outcomes(**seen, act="confirm_known") == but("permit")
    assert outcomes(**seen, within_terms="no") == but("refuse")
    assert outcomes(law=law) == but("permit", RO="refer", BD="refer")


LETTER = {"actor": "volunteer", "item": "letter", "source": "parent", "shared": "yes"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit", CV="refuse")),
        ({"assigned": "no"}, but("refuse")),
        ({"shared": "no"}, but("refuse", RO="permit", BD="permit")),
        ({"source": "staff"}, but("refuse", RO="permit", BD="permit")),
        ({"item": "sen_file"}, but("permit", CV="refuse")),
        ({"item": "sen_file", "source": "professional"}, but("refuse", RO="permit", BD="permit")),
        ({"item": "school_record"}, but("permit", BN="refer", CV="refuse")),
        ({"item": "school_record", "head_decided": "yes"}, but("permit", CV="refuse")),
        ({"item": "school_record", "source": "professional"}, but("refuse", RO="permit", BD="permit")),
        ({"item": "voicemail"}, but("refuse")),
        ({"item": "restricted", "item_need": "yes"}, but("permit", CV="refuse")),
        ({"item": "hot_words"}, but("permit", CV="refuse", RO="refuse")),
        ({"act": "download"}, but("refuse")),
        ({"agreement": "no"}, but("refuse")),
        ({"inducted": "no"}, but("refuse")),
        ({"trained": "no"}, but("permit", CV="refuse")),
        ({"volunteer_wanted": "no"}, but("permit", BN="refuse", CU="refuse", CV="refuse")),
        ({"volunteers_enabled": "no"}, but("permit", BD="refuse", CV="refuse")),
        ({"reason": "yes", "assigned": "no"}, but("refuse")),
    ],
)
def test_what_volunteers_see(stated: dict[str, Any], expected: dict[str, str]) -> None:
    assert looks(**(LETTER | stated)) == expected


@pytest.mark.parametrize("actor", ["worker", "head_of_service"])
def test_staff_open_a_case_by_assignment_or_with_a_reason(actor: str) -> None:
    assert looks(actor=actor) == but("permit")
    assert looks(actor=actor, assigned="no") == but("refuse")
    assert looks(actor=actor, assigned="no", reason="yes") == but("permit")
    assert looks(actor=actor, item="restricted") == but("refer")
    assert looks(actor=actor, item="restricted", item_need="yes") == but("permit")


def test_hot_words_are_kept_from_colleagues_where_the_policy_says_so() -> None:
    colleague = {"assigned": "no", "reason": "yes", "item": "hot_words", "item_need": "yes"}
    assert looks(**colleague) == but("permit", RO="refuse")
    assert looks(**{**colleague, "actor": "head_of_service"}) == but("permit")
    assert looks(**{**colleague, "item": "restricted"}) == but("permit")
    assert looks(item="hot_words") == but("permit")


VOLUNTEER = {"actor": "volunteer"}
IN_SUPERVISION = {**VOLUNTEER, "act": "internal", "recipient": "service_staff"}
NAMELESS = {**VOLUNTEER, "identifies": "nobody", "checklist_signed": "yes"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"consent": "given"}, but("refuse")),
        ({"consent": "given", "actor": "worker"}, but("permit")),
        ({"consent": "given", "recipient": "user"}, but("permit")),
        ({"consent": "given", "recipient": "service_staff"}, but("permit")),
        ({"consent": "given", "recipient": "mixed_audience"}, but("refuse")),
        ({"recipient": "council", "law": "order", "head_decided": "yes"}, but("refuse")),
        ({"recipient": "inspector", "inspection": "authority_open", "head_decided": "yes"}, but("refuse")),
        ({"recipient": "inspector", "law": "permits", "head_decided": "yes"}, but("refuse")),
        ({"recipient": "safeguarding_body", "risk_to": "child", "belief": "believed"}, but("permit")),
        (
            {"recipient": "police", "risk_to": "public", "belief": "believed", "head_decided": "yes"},
            but("permit"),
        ),
        (
            {"recipient": "council", "risk_to": "public", "belief": "believed", "head_decided": "yes"},
            but("refuse"),
        ),
        ({**IN_SUPERVISION}, but("permit")),
        ({**IN_SUPERVISION, "assigned": "no"}, but("refuse")),
        ({**IN_SUPERVISION, "assigned": "no", "actor": "worker"}, but("permit")),
        ({**NAMELESS, "act": "raise_pattern", "recipient": "council"}, but("permit")),
        ({**NAMELESS, "act": "training_example", "recipient": "public"}, but("permit")),
        (
            {**NAMELESS, "act": "training_example", "recipient": "public", "checklist_signed": "no"},
            but("refuse"),
        ),
        ({**NAMELESS, "act": "training_example", "identifies": "named", "consent": "given"}, but("refuse")),
        ({**NAMELESS, "act": "share", "consent": "given"}, but("refuse")),
    ],
)
def test_what_a_volunteer_tells(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes(**(VOLUNTEER | stated)) == expected


@pytest.mark.parametrize(
    ("stated", "offered"),
    [
        ({}, True),
        ({"consent": "given"}, True),
        ({"consent": "refused"}, True),
        ({"law": "permits", "head_decided": "yes"}, True),
        ({"law": "order", "head_decided": "yes"}, False),
        ({"law": "requires", "head_decided": "yes"}, False),
        ({"act": "confirm_known", "extent": "existence"}, False),
        ({"recipient": "council"}, False),
    ],
)
def test_what_an_inspector_is_offered_first(stated: dict[str, str], offered: bool) -> None:
    facts = parse("may_disclose", {"recipient": "inspector", "inspection": "authority_open"} | stated)
    assert isinstance(facts, MayDisclose)
    offers = {
        short: any(
            duty.duty is DutyKind.OFFER_DE_IDENTIFIED
            for duty in may_disclose(policies.edition(slug), facts).duties
        )
        for short, slug in POLICIES.items()
    }
    assert offers == dict.fromkeys(EVERY, offered) | {"BD": False}

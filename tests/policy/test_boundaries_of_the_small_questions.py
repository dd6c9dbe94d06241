"""Whom we reach, who works, which paper leaves, what is published: each departure, policy by policy."""

import pytest

from tests.policy.test_boundaries import POLICIES, but
from tests.policy.test_boundaries_of_working import decisions, outcomes

REFERRED = {"who": "referred"}
BEFORE = {**REFERRED, "agreement": "before"}
REASON = {**BEFORE, "exceptional": "yes"}
WHOLE = {**REASON, "agreed_by": "yes"}
NEWS = {"channel": "newsletter"}
AGREED = {**NEWS, "mailing_consent": "yes"}
LETTER = {"channel": "letter"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        ({"actor": "volunteer"}, but("permit")),
        ({"who": "self_referred"}, but("permit")),
        ({"who": "stranger"}, but("refuse")),
        ({"who": "stranger", "agreement": "before", "exceptional": "yes", "agreed_by": "yes"}, but("refuse")),
        (REFERRED, but("refuse", RO="refer", BD="refer")),
        ({**REFERRED, "agreement": "after"}, but("refuse")),
        (BEFORE, but("permit", BN="refuse", CU="refuse", CV="refer")),
        (REASON, but("permit", BN="refuse", CU="refuse")),
        ({**BEFORE, "agreed_by": "yes"}, but("permit", BN="refuse", CU="refuse", CV="refer")),
        (WHOLE, but("permit")),
        ({**WHOLE, "agreement": "none"}, but("refuse", RO="refer", BD="refer")),
        ({**WHOLE, "actor": "volunteer"}, but("permit", BN="refuse", CU="refuse")),
        ({**WHOLE, "channel": "answerphone"}, but("refuse")),
        ({**WHOLE, **LETTER, "address": "unconfirmed"}, but("refer")),
        *(({"channel": free}, but("permit")) for free in ("mobile", "home", "letter")),
        *(({"channel": free, "preference": "yes"}, but("permit")) for free in ("mobile", "home", "letter")),
        *(({"channel": free, "preference": "no"}, but("refuse")) for free in ("mobile", "home", "letter")),
        ({"preference": "yes_other_number"}, but("permit")),
        *(({"channel": each}, but("refuse")) for each in ("work", "answerphone")),
        *(({"channel": each}, but("refuse")) for each in ("via_relative", "via_colleague")),
        *(({"channel": each, "preference": "yes"}, but("permit")) for each in ("work", "answerphone")),
        *(
            ({"channel": each, "preference": "yes"}, but("permit"))
            for each in ("via_relative", "via_colleague")
        ),
        *(({"channel": each, "preference": "no"}, but("refuse")) for each in ("work", "via_relative")),
        ({"channel": "answerphone", "preference": "yes_other_number"}, but("refuse")),
        (NEWS, but("refuse")),
        ({**NEWS, "preference": "yes"}, but("refuse")),
        (AGREED, but("permit")),
        ({**AGREED, "preference": "no"}, but("refuse")),
        ({**AGREED, "address": "unconfirmed"}, but("refer")),
        ({**AGREED, "address": "returned"}, but("refer")),
        ({**LETTER, "address": "unconfirmed"}, but("refer")),
        ({**LETTER, "address": "returned"}, but("refer")),
        ({**LETTER, "mailing_consent": "yes", "preference": "no"}, but("refuse")),
        ({"address": "returned"}, but("permit")),
    ],
)
def test_getting_in_touch(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_contact", stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        ({"agreement": "none"}, but("refuse")),
        ({"agreement": "signed_later"}, but("refuse")),
        ({"inducted": "no"}, but("refuse", CV="permit")),
        ({"trained": "no"}, but("permit")),
        ({"remote_policy": "no"}, but("permit")),
        ({"asked_for": "no"}, but("permit", BN="refuse", CU="refuse")),
        ({"enabled": "no"}, but("permit", BD="refuse")),
        (
            {
                "actor": "worker",
                "agreement": "none",
                "inducted": "no",
                "trained": "no",
                "remote_policy": "no",
                "asked_for": "no",
                "enabled": "no",
            },
            but("permit"),
        ),
    ],
)
def test_taking_on_casework(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_work", stated) == expected


COPIES = {"what": "parent_supplied_copies"}
HELPER = {"to": "volunteer", **COPIES}
KEYS = {"as_keyholder": "yes"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        (COPIES, but("permit")),
        *(({missing: "no"}, but("refuse")) for missing in ("purpose", "secure", "due_back")),
        ({**COPIES, "secure": "no"}, but("refuse")),
        ({"to": "volunteer"}, but("refuse")),
        (HELPER, but("refuse", BN="permit", CU="permit")),
        *(({**HELPER, missing: "no"}, but("refuse")) for missing in ("purpose", "secure", "due_back")),
        ({"to": "outsider"}, but("refuse")),
        ({"to": "outsider", **COPIES}, but("refuse")),
        (KEYS, but("permit")),
        ({**KEYS, "purpose": "no", "secure": "no", "due_back": "no"}, but("permit")),
        ({**KEYS, "to": "volunteer"}, but("refuse")),
        ({**KEYS, **HELPER}, but("refuse")),
        ({**KEYS, "to": "outsider"}, but("refuse")),
    ],
)
def test_moving_paper(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_move_paper", stated) == expected


STORY = {"kind": "story"}
NOBODY = {**STORY, "identifies": "nobody"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, but("permit")),
        ({"by": "worker"}, but("refer")),
        ({"audience": "host"}, but("permit", BN="refuse", CU="refuse")),
        ({"audience": "public"}, but("permit", BN="refuse", CU="refuse")),
        ({"cadence": "other"}, but("permit", BN="refuse", CU="refuse")),
        ({"purpose": "other"}, but("permit", BN="refuse", CU="refuse", BD="refuse")),
        ({"by": "worker", "audience": "public"}, but("refer", BN="refuse", CU="refuse")),
        ({"level": "unsuppressed_counts"}, but("refuse")),
        ({"level": "case_level"}, but("refuse")),
        ({"level": "case_level", "by": "worker"}, but("refuse")),
        ({"kind": "user_list"}, but("refuse")),
        ({"identifies": "named", "checklist_signed": "no"}, but("permit")),
        (STORY, but("refuse")),
        ({**STORY, "identifies": "recognisable", "checklist_signed": "yes"}, but("refuse")),
        (NOBODY, but("refuse")),
        ({**NOBODY, "checklist_signed": "yes"}, but("permit")),
        (
            {
                **NOBODY,
                "checklist_signed": "yes",
                "by": "worker",
                "level": "case_level",
                "audience": "public",
                "cadence": "other",
                "purpose": "other",
            },
            but("permit"),
        ),
    ],
)
def test_publishing(stated: dict[str, str], expected: dict[str, str]) -> None:
    assert outcomes("may_publish", stated) == expected


@pytest.mark.parametrize(
    ("question", "stated", "owed"),
    [
        ("may_contact", {}, {}),
        ("may_contact", REFERRED, {short: ["decline_referral"] for short in ("BN", "CU")}),
        (
            "may_contact",
            {**REFERRED, "agreement": "after"},
            {short: ["decline_referral"] for short in ("BN", "CU")},
        ),
        ("may_contact", BEFORE, {}),
        ("may_work", {"remote_policy": "no"}, {"BN": ["flag_remote_policy"]}),
        ("may_work", {"trained": "no"}, {short: ["flag_training"] for short in ("BN", "CV")}),
        ("may_work", {"inducted": "no"}, {"CV": ["flag_induction"]}),
        ("may_work", {}, {}),
        ("may_move_paper", {}, {short: ["record_paper_out", "bring_paper_back"] for short in POLICIES}),
        ("may_move_paper", KEYS, {short: ["record_keyholder"] for short in POLICIES}),
        ("may_move_paper", {"secure": "no"}, {}),
        ("may_publish", {}, {short: ["record_release"] for short in POLICIES}),
        ("may_publish", {**NOBODY, "checklist_signed": "yes"}, {short: ["record_use"] for short in POLICIES}),
    ],
)
def test_what_is_owed(question: str, stated: dict[str, str], owed: dict[str, list[str]]) -> None:
    found = {
        short: [duty.duty for duty in decision.duties]
        for short, decision in decisions(question, stated).items()
        if decision.duties
    }
    assert found == owed


@pytest.mark.parametrize(
    ("question", "stated", "short", "steps"),
    [
        ("may_contact", REFERRED, "BN", ["show_agreement", "record_exception", "name_who_agreed"]),
        ("may_contact", {**WHOLE, "agreement": "after"}, "CU", []),
        ("may_contact", {**REFERRED, "exceptional": "yes"}, "CV", ["professional_first"]),
        ("may_contact", BEFORE, "CV", ["record_exception"]),
        ("may_contact", REFERRED, "RO", ["show_agreement"]),
        ("may_contact", {**REFERRED, "agreement": "after"}, "BD", []),
        ("may_contact", {**WHOLE, "actor": "volunteer"}, "CU", ["let_staff"]),
        (
            "may_contact",
            {**REFERRED, **AGREED, "address": "returned"},
            "RO",
            ["show_agreement", "confirm_address"],
        ),
        ("may_work", {"agreement": "none", "inducted": "no"}, "CU", ["sign_agreement", "induct"]),
        ("may_work", {"enabled": "no"}, "BD", ["allow_volunteers"]),
        ("may_work", {"asked_for": "no"}, "BN", []),
        (
            "may_move_paper",
            {"purpose": "no", "secure": "no", "due_back": "no"},
            "RO",
            ["say_why_it_leaves", "carry_securely", "say_when_back"],
        ),
        ("may_move_paper", HELPER, "CV", ["let_staff"]),
        (
            "may_publish",
            {"cadence": "other", "level": "case_level"},
            "CU",
            ["offer_own_return", "count_only"],
        ),
        ("may_publish", {"kind": "user_list", "by": "worker"}, "RO", ["count_only"]),
        ("may_publish", STORY, "CV", ["de_identify"]),
        ("may_publish", {"audience": "public", "purpose": "other"}, "BN", []),
    ],
)
def test_what_would_change_it(question: str, stated: dict[str, str], short: str, steps: list[str]) -> None:
    assert list(decisions(question, stated)[short].steps) == steps


@pytest.mark.parametrize(
    ("question", "stated", "clauses"),
    [
        ("may_contact", {"channel": "answerphone"}, ("CV-PRACTICAL-08b",)),
        ("may_contact", {"preference": "no"}, ("CV-PRACTICAL-08a",)),
        ("may_contact", REASON, ("CV-PRACTICAL-08a", "CV-PRACTICAL-01b")),
        ("may_move_paper", HELPER, ("CV-PRACTICAL-11b",)),
    ],
)
def test_a_reason_names_the_clause_that_set_its_value(
    question: str, stated: dict[str, str], clauses: tuple[str, ...]
) -> None:
    assert set(decisions(question, stated)["CV"].clauses) == set(clauses)

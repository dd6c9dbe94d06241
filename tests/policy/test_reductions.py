"""What the walk leaves out in which case, and what it is made of: tables that need no walking."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import prod
from typing import Any

import pytest

from inconfidence.policy.facts import VALUES
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking import BLOCKS, size
from inconfidence.policy.walking.axes import Axes, crossed
from inconfidence.policy.walking.raising import told
from inconfidence.policy.walking.reductions import settled

ANSWER, DISCLOSE = Question.MAY_ANSWER_REQUEST, Question.MAY_DISCLOSE
RAISE, SEE = Question.WHERE_TO_RAISE, Question.MAY_SEE
FOR_CHILD = {"requester": "parent", "about": "child"}
SOLICITOR = {"requester": "solicitor"}
COUNCIL, POLICE = {"kind": "council"}, {"kind": "outside"}
LOGGED, CLOSED = {"stage": "log"}, {"stage": "close"}
WENT = COUNCIL | CLOSED


def looked_at(question: Question, name: str, stated: dict[str, str]) -> bool:
    """Whether a fact keeps what is stated of it, whatever that is, in such a case."""
    kept = {settled(question, {**stated, name: word})[name] == word for word in VALUES[question][name][1:]}
    assert len(kept) == 1, "some words of a fact are left out and others are not"
    return kept == {True}


@pytest.mark.parametrize(
    ("name", "stated", "looks"),
    [
        ("child", {}, True),
        ("child", {"about": "child"}, True),
        ("child", {"about": "case_notes"}, True),
        ("child", {"about": "counts"}, False),
        ("child", LOGGED, False),
        ("child", CLOSED | FOR_CHILD, False),
        ("child", POLICE, False),
        ("child", {"kind": "parents_route"}, True),
        ("child", FOR_CHILD, True),
        ("child", SOLICITOR | {"about": "child"}, False),
        ("child", {"requester": "parent"}, False),
        ("capacity", {}, False),
        ("capacity", {"child": "under_12"}, True),
        ("capacity", {"child": "from_12"} | SOLICITOR, False),
        ("capacity", FOR_CHILD, True),
        ("child_authority", FOR_CHILD, True),
        ("child_authority", {"about": "child"}, False),
        ("child_authority", {"requester": "parent"}, False),
        ("child_authority", LOGGED | FOR_CHILD, False),
        ("head_decided", POLICE, True),
        ("head_decided", COUNCIL, True),
        ("head_decided", POLICE | LOGGED, False),
        ("head_decided", {}, False),
        ("consent", SOLICITOR, True),
        ("consent", SOLICITOR | {"about": "case_notes", "kind": "view_notes"}, True),
        ("consent", SOLICITOR | {"about": "child"}, False),
        ("consent", SOLICITOR | LOGGED, False),
        ("consent", SOLICITOR | {"kind": "parents_route"}, False),
        ("consent", {}, False),
        ("lead_discussed", COUNCIL, True),
        ("lead_discussed", POLICE, False),
        ("lead_discussed", COUNCIL | LOGGED, False),
        ("lead_discussed", {}, False),
        ("law", POLICE, True),
        ("law", WENT, True),
        ("law", WENT | {"ended": "handed_over"}, False),
        ("law", POLICE | CLOSED, False),
        ("law", COUNCIL | LOGGED, False),
        ("law", {}, False),
        ("copy_sent", WENT, True),
        ("copy_sent", WENT | {"law": "permits"}, True),
        ("copy_sent", WENT | {"law": "requires"}, False),
        ("copy_sent", WENT | {"law": "order"}, False),
        ("copy_sent", COUNCIL, False),
    ],
    ids=lambda each: " ".join(each.values()) or "somebody asks for their own" if isinstance(each, dict) else None,
)  # fmt: skip
def test_a_fact_of_a_request_is_looked_at_where_it_can_matter(
    name: str, stated: dict[str, str], looks: bool
) -> None:
    assert looked_at(ANSWER, name, stated) is looks


@pytest.mark.parametrize(
    ("stated", "word", "kept"),
    [
        (POLICE, "case_notes", False),
        (POLICE, "other_enquiry", True),
        ({}, "case_notes", True),
    ],
)
def test_whatever_is_asked_from_outside_is_a_file_unless_it_is_somebody_elses(
    stated: dict[str, str], word: str, kept: bool
) -> None:
    assert (settled(ANSWER, stated | {"about": word})["about"] == word) is kept


@pytest.mark.parametrize(
    ("risk_to", "actor", "walked"),
    [
        ("child", "volunteer", "volunteer"),
        ("child", "head_of_service", "head_of_service"),
        ("nobody", "volunteer", "volunteer"),
        ("nobody", "head_of_service", "worker"),
    ],
)
def test_a_worker_stands_for_the_head_of_service_where_nobody_is_in_danger(
    risk_to: str, actor: str, walked: str
) -> None:
    assert settled(DISCLOSE, {"risk_to": risk_to, "actor": actor})["actor"] == walked


@pytest.mark.parametrize(
    ("stated", "walked"),
    [
        ({}, "no"),
        ({"actor": "worker"}, "yes"),
        ({"act": "share"}, "yes"),
        ({"recipient": "mixed_audience"}, "yes"),
    ],
)
def test_whose_case_it_is_matters_where_a_volunteer_is_supervised(
    stated: dict[str, str], walked: str
) -> None:
    supervised = {"actor": "volunteer", "act": "internal", "recipient": "service_staff", "assigned": "no"}
    assert settled(DISCLOSE, supervised | stated)["assigned"] == walked


def test_facts_are_crossed_as_they_can_stand_in_a_case() -> None:
    words = VALUES[DISCLOSE]["inspection"]
    assert crossed(DISCLOSE, "inspection", here={"recipient": "inspector"}) == [
        {"inspection": word} for word in words
    ]
    assert crossed(DISCLOSE, "inspection", here={"recipient": "police"}) == [{"inspection": "none"}]


def test_all_the_facts_of_a_question_crossed_are_all_its_combinations() -> None:
    values = VALUES[Question.MAY_MOVE_PAPER]
    assert len(crossed(Question.MAY_MOVE_PAPER, *values)) == prod(map(len, values.values()))


@cache
def space(question: Question) -> Sequence[Axes]:
    """The blocks of a question, worked out once for all these tests."""
    return BLOCKS[question]()


def made_of(axes: Axes) -> dict[str, int]:
    """The facts of each axis of a block, and how many pieces it has."""
    return {" ".join(dict.fromkeys(name for each in axis for name in each)): len(axis) for axis in axes}


@pytest.mark.parametrize("question", BLOCKS)
def test_every_fact_is_walked_with_its_own_words_in_one_axis_of_a_block(question: Question) -> None:
    for axes in space(question):
        names = Counter(name for axis in axes for name in {name for each in axis for name in each})
        assert set(names.values()) == {1}
        said = {(name, word) for axis in axes for each in axis for name, word in each.items()}
        assert all(word in VALUES[question][name] for name, word in said)


@pytest.mark.parametrize(
    ("question", "blocks", "combinations"),
    [
        (Question.MAY_BEGIN_CASEWORK, 5, 51_840),
        (SEE, 7, 281_600),
        (DISCLOSE, 156, 7_771_344),
        (ANSWER, 199, 925_251),
        (RAISE, 24, 97_800),
    ],
)
def test_a_space_has_so_many_blocks_and_combinations(
    question: Question, blocks: int, combinations: int
) -> None:
    found = space(question)
    assert (len(found), sum(map(size, found))) == (blocks, combinations)


def disclosing(act: str, recipient: str) -> list[dict[str, int]]:
    """What the blocks of a worker, one act and one recipient are made of: with the risks, and with the law."""
    here = {"act": act, "recipient": recipient}
    return [made_of(axes) for axes in space(DISCLOSE) if axes[0] == [here]]


USUAL = {
    "act recipient": 1,
    "extent": 3,
    "relevant need_stated": 3,
    "consent consent_from consent_recipient consent_purpose consent_items consent_record consent_before "
    "consent_review form_back": 21,
    "head_decided": 2,
    "inspection": 1,
    "provided_by": 1,
    "identifies checklist_signed": 1,
}
RISKS = {"risk_to belief emergency spoken_to lead_consulted": 241}
LAWS = {"law within_terms": 7}


@pytest.mark.parametrize(
    ("act", "recipient", "otherwise"),
    [
        ("share", "police", {}),
        ("share", "inspector", {"inspection": 4}),
        ("share", "user", {"provided_by": 2}),
        ("confirm_known", "relative", {"extent": 1, "provided_by": 2}),
        ("training_example", "public", {"identifies checklist_signed": 4}),
    ],
)
def test_telling_somebody_is_walked_with_the_risks_and_with_the_law(
    act: str, recipient: str, otherwise: dict[str, int]
) -> None:
    assert disclosing(act, recipient) == [USUAL | RISKS | otherwise, USUAL | LAWS | otherwise]


@pytest.mark.parametrize("actor", ["head_of_service", "volunteer"])
def test_who_else_tells_is_walked_with_one_thing_out_of_order_at_a_time(actor: str) -> None:
    here = {"act": "share", "recipient": "inspector", "actor": actor}
    axes = next(axes for axes in space(DISCLOSE) if axes[0] == [here])
    one_at_a_time = axes[3]
    for each in (
        {"relevant": "no"},
        {"need_stated": "no"},
        {"inspection": "authority_open"},
        {"law": "order", "within_terms": "yes"},
    ):
        assert each in one_at_a_time
    assert any(each.get("risk_to") == "child" for each in one_at_a_time)
    assert size(axes) == 3 * 6 * len(one_at_a_time) * 2


def test_whether_somebody_is_known_is_all_that_is_told_then() -> None:
    axes = next(axes for axes in space(DISCLOSE) if axes[0][0]["act"] == "confirm_known")
    assert axes[1] == [{"extent": "existence"}]


def test_a_consent_is_walked_sound_and_with_each_single_departure() -> None:
    consents: list[Any] = [dict(each) for each in space(DISCLOSE)[0][3]]
    assert [each["consent"] for each in consents if len(each) == 1] == list(VALUES[DISCLOSE]["consent"])
    departures = [each for each in consents if len(each) == 2]
    assert {each["consent"] for each in departures} == {"given"}
    assert {"consent": "given", "consent_record": "letter"} in departures
    assert {"consent": "given", "form_back": "no"} in departures


@pytest.mark.parametrize(
    ("about", "child_hurt", "to"),
    [
        ("class_teacher", "no", [("head",), ("head", "line_manager"), ("head", "schools_hr")]),
        (
            "employee",
            "yes",
            [
                ("line_manager", "social_care", "designated_officer"),
                ("social_care", "designated_officer", "schools_hr"),
            ],
        ),
    ],
)
def test_a_concern_is_told_to_whom_it_goes_and_to_somebody_beside(
    about: str, child_hurt: str, to: list[tuple[str, ...]]
) -> None:
    sets = told(about, child_hurt)
    assert sets[0] == frozenset()
    assert {frozenset({hearer}) for hearer in ("social_care", "police", "head")} <= set(sets)
    assert {frozenset(each) for each in to} <= set(sets)


@pytest.mark.parametrize(("child_hurt", "many"), [("no", 11), ("yes", 27)])
def test_nobody_each_alone_all_and_each_beside_one_who_must_not_hear(child_hurt: str, many: int) -> None:
    assert len(told("class_teacher", child_hurt)) == many


def test_a_closed_concern_is_not_asked_again_what_came_before_telling() -> None:
    closed = next(axes for axes in space(RAISE) if axes[0][0]["stage"] == "close")
    assert made_of(closed) == {
        "about child_hurt stage": 1,
        "to": 12,
        "belief": 3,
        "checked": 1,
        "spoken_to": 1,
        "lead_consulted": 1,
        "emergency": 2,
        "extent": 1,
        "violence_procedure": 1,
        "mending": 2,
    }

"""Every code list can be read, holds each code once, and speaks the core's words where it must."""

from importlib.resources import files

import pytest

from inconfidence import codes
from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question

NAMES = sorted(
    entry.name.removesuffix(".csv")
    for entry in files("inconfidence.codes").iterdir()
    if entry.name.endswith(".csv")
)
ABOUT_A_PERSON = ["access_need", "age_band", "parental_responsibility", "relationship_to_child", "ok_to_ring"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_whole(name: str) -> None:
    rows = codes.rows(name)
    assert rows
    assert len({row.code for row in rows}) == len(rows)
    assert len({row.label for row in rows}) == len(rows)
    assert all(row.label and row.source for row in rows)
    assert {row.certainty for row in rows} <= {"verified", "seen", "assumed"}
    assert [row.order for row in rows] == sorted({row.order for row in rows})


@pytest.mark.parametrize("name", ABOUT_A_PERSON)
def test_not_known_not_asked_and_not_said_are_three_things(name: str) -> None:
    assert all(codes.known(name, code) for code in ("unknown", "not_asked", "prefer_not"))


def test_every_role_has_a_recipient_that_the_core_knows() -> None:
    words = WORDS[Question.MAY_DISCLOSE]["recipient"]
    assert {row.recipient for row in codes.rows("professional_role")} <= set(words)


def test_every_role_belongs_to_a_body() -> None:
    bodies = {row.code for row in codes.rows("professional_body")}
    assert {row.group for row in codes.rows("professional_role")} == bodies


@pytest.mark.parametrize(
    ("role", "recipient", "body"),
    [
        ("senco", "professional", "body:setting"),
        ("la_send_officer", "council", "body:la"),
        ("social_worker", "safeguarding_body", "body:care"),
        ("gp", "professional", "body:health"),
        ("police", "police", "body:other"),
        ("relative", "relative", "body:family"),
        ("nobody we know", "professional", "body:other"),
    ],
)
def test_a_role_in_the_words_of_the_core(role: str, recipient: str, body: str) -> None:
    assert (codes.recipient(role), codes.body(role)) == (recipient, body)


def test_who_gave_it_to_us_is_the_person_or_somebody_else() -> None:
    words = WORDS[Question.MAY_DISCLOSE]["provided_by"]
    assert {row.group for row in codes.rows("provided_by")} <= set(words)


def test_a_code_nobody_knows_is_shown_as_it_is() -> None:
    assert codes.label("issue", "gone_since") == "gone_since"
    assert not codes.known("issue", "gone_since")


def test_long_lists_come_under_headings() -> None:
    shelves = codes.grouped("issue", "issue_group")
    assert [heading for heading, _ in shelves] == [label for _, label in codes.choices("issue_group")]
    assert sum(len(found) for _, found in shelves) == len(codes.choices("issue"))

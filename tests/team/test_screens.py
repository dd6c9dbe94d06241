"""Which screens ask which question."""

import ast

import pytest

from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from inconfidence.team.screens import screens_asking
from tests.house.tree import SOURCE, modules, parsed

ROOMS = [path for path in modules() if path.relative_to(SOURCE).parts[0] not in ("policy", "commands")]
ASKED_IN_ROOMS = {
    alias.name
    for path in ROOMS
    for node in ast.walk(parsed(path))
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("inconfidence.policy.questions.")
    for alias in node.names
} & set(map(str, QUESTIONS))


def test_a_screen_says_what_is_done_there() -> None:
    (sharing,) = [
        each
        for each in screens_asking([Question.MAY_DISCLOSE])
        if each.address == "/cases/<str:reference>/share/"
    ]
    assert sharing.does == "Ask, read the answer on the same page, and share or do not"


def test_what_is_asked_when_a_form_is_sent_counts_too() -> None:
    addresses = {each.address for each in screens_asking([Question.MAY_RECORD])}
    assert {"/cases/<str:reference>/notes/new/", "/calls/new/"} <= addresses


def test_a_screen_that_asks_two_of_them_is_named_once() -> None:
    both = screens_asking([Question.MAY_SEE, Question.MAY_RECORD])
    assert len(both) == len(set(both))


def test_no_question_no_screen() -> None:
    assert screens_asking([]) == ()


@pytest.mark.parametrize("question", sorted(ASKED_IN_ROOMS))
def test_every_question_that_a_room_asks_has_its_screens(question: str) -> None:
    assert screens_asking([Question(question)])

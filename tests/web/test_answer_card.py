"""The answer card: four states, each by word, sign and shape; the clause; the next step."""

import re

import pytest
from django.template import engines
from django.test import Client

from tests.web.pages import ANSWERS, REFERENCE, Answered, Said

SHAPES = {"yes": "<circle", "no": "<rect", "not-yet": 'polygon points="20,2', "ask": 'polygon points="20,1 '}


def card(client: Client, state: str) -> str:
    html = client.get(f"/cases/{REFERENCE}/?answer={state}").content.decode()
    found = re.search(r'<section class="answer.*?</section>', html, re.DOTALL)
    assert found
    return found.group()


@pytest.mark.parametrize("state", ANSWERS)
def test_each_state_has_its_word_its_class_and_a_shape_no_other_has(seated: Client, state: str) -> None:
    html = card(seated, state)
    assert f"answer--{state}" in html
    assert ANSWERS[state].word in html
    assert [name for name, shape in SHAPES.items() if shape in html] == [state]


@pytest.mark.parametrize("state", ANSWERS)
def test_each_names_its_policy_and_leads_to_the_clause(seated: Client, state: str) -> None:
    html = card(seated, state)
    assert "Harbour · policy of Aug 2022" in html
    assert '<span class="answer__ref">Sharing, 1</span>: we talk to others with permission.' in html
    assert 'href="/policy/HA-7/"' in html
    assert "Read the clause" in html


@pytest.mark.parametrize("state", ANSWERS)
def test_raising_a_concern_is_never_blocked(seated: Client, state: str) -> None:
    assert 'href="/concern/"' in card(seated, state)


def test_a_step_has_a_button_only_where_the_page_gives_one(seated: Client) -> None:
    html = card(seated, "no")
    assert "What would change it" in html
    assert re.search(r'href="/consent/">\s*Record consent', html)
    assert "Wait for her to ring" in html
    assert html.count("govuk-button--secondary") == 1


def test_a_step_that_writes_is_sent_as_a_form_of_its_own(seated: Client) -> None:
    html = card(seated, "ask")
    assert '<form method="post" action="/ask/"' in html
    assert re.search(r'name="csrfmiddlewaretoken" value="\w{20,}"', html)


def test_many_clauses_show_the_first_three_and_fold_the_rest() -> None:
    clauses = tuple(Said(f"clause number {n}.", id=f"HA-{n}", ref=f"sharing, {n}") for n in range(1, 6))
    answer = Answered("no", "No", "Not this.", clauses=clauses)
    html = engines["django"].from_string("{% card answer %}").render({"answer": answer})
    shown, _, folded = html.partition("<details")
    assert shown.count("Read the clause") == 3
    assert folded.count("Read the clause") == 2
    assert "Also looked at: 2 clauses" in " ".join(folded.split())


def test_duties_reasons_and_the_default_are_said(seated: Client) -> None:
    assert "Send the family a copy." in card(seated, "yes")
    not_yet = card(seated, "not-yet")
    assert "Nobody has." in not_yet
    assert "the default" in not_yet
    assert "the default" not in card(seated, "yes")

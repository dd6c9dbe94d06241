"""Facts are closed words; whoever states others hears in one sentence what was expected."""

import json
from dataclasses import fields
from typing import get_type_hints

import pytest

from inconfidence.policy.facts import FACTS, WORDS, BadFacts, MayDisclose, MaySee, parse, schema
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question

BOTH = sorted(FACTS)


@pytest.mark.parametrize("question", BOTH)
def test_the_default_is_the_first_word_and_every_fact_says_what_it_means(question: Question) -> None:
    for each in fields(FACTS[question]):
        assert each.default == WORDS[question][each.name][0], each.name
        assert each.metadata["says"], each.name
    assert set(get_type_hints(FACTS[question])) == set(WORDS[question])


def test_what_is_not_stated_is_unremarkable() -> None:
    assert parse("may_disclose", {}) == MayDisclose()
    assert parse(Question.MAY_SEE, {"item": "note"}) == MaySee(item="note")


@pytest.mark.parametrize(
    ("said", "word"), [(True, "yes"), (False, "no"), ("yes", "yes"), ("unsafe", "unsafe")]
)
def test_yes_and_no_may_be_true_and_false(said: object, word: str) -> None:
    assert parse("may_disclose", {"spoken_to": said}) == MayDisclose(spoken_to=word)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "stated", "message"),
    [
        (
            "may_disclose",
            {"consnt": "given"},
            "may_disclose has no fact “consnt”; expected one of actor, act,",
        ),
        ("may_disclose", {"consnt": "given"}, ", perhaps consent."),
        ("may_disclose", {3: "given"}, "may_disclose has no fact “3”"),
        ("may_disclose", {"consent": "gven"}, "consent is “gven”; expected one of none, asked,"),
        ("may_disclose", {"consent": "gven"}, ", perhaps given."),
        ("may_disclose", {"consent": True}, "consent is true; expected one of none,"),
        ("may_disclose", {"relevant": 1}, "relevant is 1; expected one of yes, no."),
        (
            "may_disclose",
            ["consent"],
            "The facts of may_disclose are a table of names and words; found a list.",
        ),
        (
            "may_disclos",
            {},
            "may_see, may_obtain, may_disclose, perhaps may_disclose.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(question: str, stated: object, message: str) -> None:
    with pytest.raises(BadFacts) as caught:
        parse(question, stated)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("question", BOTH)
def test_the_schema_names_every_word_and_default(question: Question) -> None:
    told = json.loads(json.dumps(schema(question)))
    assert told == QUESTIONS[question].schema()
    assert told["additionalProperties"] is False
    assert list(told["properties"]) == list(WORDS[question])
    for name, words in WORDS[question].items():
        told_fact = told["properties"][name]
        assert told_fact["default"] == words[0]
        assert told_fact["enum"][: len(words)] == list(words)
        assert (told_fact["type"] == "string") == ("yes" not in words)


def test_questions_explain_themselves() -> None:
    for question, asking in QUESTIONS.items():
        assert asking.name is question
        assert asking.sentence.endswith("?")
        assert asking.facts is FACTS[question]

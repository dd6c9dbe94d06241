"""Facts are closed words; whoever states others hears in one sentence what was expected."""

import json
from dataclasses import fields
from datetime import date
from typing import get_type_hints

import pytest

from inconfidence.policy.facts import (
    FACTS,
    TURNS_ON,
    VALUES,
    WORDS,
    BadFacts,
    MayAnswerRequest,
    MayDisclose,
    MaySee,
    parse,
    schema,
)
from inconfidence.policy.facts.reading import SHAPES
from inconfidence.policy.facts.shapes import Word
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question

EVERY = sorted(FACTS)


@pytest.mark.parametrize("question", EVERY)
def test_the_default_is_the_first_word_and_every_fact_says_what_it_means(question: Question) -> None:
    for each in fields(FACTS[question]):
        assert each.default == SHAPES[question][each.name].values[0], each.name
        assert each.metadata["says"], each.name
    assert set(get_type_hints(FACTS[question])) == set(SHAPES[question])


@pytest.mark.parametrize("question", EVERY)
def test_rules_turn_on_words_and_what_was_stated_where_it_is_words_already(question: Question) -> None:
    for each in fields(TURNS_ON[question]):
        assert each.default == VALUES[question][each.name][0], each.name
        assert each.metadata["says"], each.name
    assert set(get_type_hints(TURNS_ON[question])) == set(WORDS[question])
    assert (TURNS_ON[question] is FACTS[question]) == (question is not Question.HOW_LONG_TO_KEEP)


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
            ", perhaps may_disclose.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(question: str, stated: object, message: str) -> None:
    with pytest.raises(BadFacts) as caught:
        parse(question, stated)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_schema_names_every_word_and_default(question: Question) -> None:
    told = json.loads(json.dumps(schema(question)))
    assert told == QUESTIONS[question].schema()
    assert told["additionalProperties"] is False
    assert list(told["properties"]) == list(SHAPES[question])
    for name, shape in SHAPES[question].items():
        assert told["properties"][name] == {
            "description": told["properties"][name]["description"],
            **shape.schema(),
        }
        assert set(shape.words) <= set(json.dumps(shape.schema()).replace('"', " ").replace(",", " ").split())


def test_a_schema_is_written_as_the_standard_has_it() -> None:
    told = schema(Question.WHERE_TO_RAISE)
    assert (told["title"], told["type"]) == ("where_to_raise", "object")
    assert told["description"] == FACTS[Question.WHERE_TO_RAISE].__doc__
    facts = {name: {**said} for name, said in told["properties"].items()}
    for said in facts.values():
        said.pop("description")
    assert facts["belief"] == {
        "type": "string",
        "enum": ["believed", "wondering", "no_intention"],
        "default": "believed",
    }
    assert facts["checked"] == {
        "type": ["string", "boolean"],
        "enum": ["yes", "no", True, False],
        "default": "yes",
    }
    assert facts["to"] == {
        "type": "array",
        "items": {"type": "string", "enum": [*SHAPES[Question.WHERE_TO_RAISE]["to"].words]},
        "uniqueItems": True,
        "default": [],
    }


def test_a_table_in_a_schema_has_all_its_columns_and_no_other() -> None:
    rows = schema(Question.HOW_LONG_TO_KEEP)["properties"]["entered_periods"]["items"]
    assert (rows["type"], rows["additionalProperties"]) == ("object", False)
    assert rows["required"] == ["category", "from", "years", "source"] == [*rows["properties"]]


def test_only_a_fact_with_both_a_yes_and_a_no_is_true_or_false() -> None:
    assert not Word(("yes", "unsafe")).yes_or_no
    assert not Word(("no", "unsafe")).yes_or_no
    assert Word(("yes", "no", "unsafe")).yes_or_no


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ([], frozenset()),
        (["head", "police"], frozenset({"police", "head"})),
        (["head", "head"], None),
        (["hed"], None),
        ("head", None),
        ([["head"]], None),
        ([{}], None),
    ],
)
def test_a_set_is_a_list_of_different_words(found: object, read: object) -> None:
    assert SHAPES[Question.WHERE_TO_RAISE]["to"].read(found) == read


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 20)),
        ("2026-02-30", None),
        ("20261120", None),
        ("2026-W47-5", None),
        (20261120, None),
    ],
)
def test_a_day_is_written_year_month_day(found: object, read: object) -> None:
    assert SHAPES[Question.MAY_ANSWER_REQUEST]["received"].read(found) == read


def test_a_day_may_be_nothing_and_never_half_a_day() -> None:
    assert parse("may_answer_request", {"received": None}) == MayAnswerRequest()
    with pytest.raises(BadFacts, match="received is “soon”; expected a day like 2026-11-20, or nothing"):
        parse("may_answer_request", {"received": "soon"})


def test_questions_explain_themselves() -> None:
    for question, asking in QUESTIONS.items():
        assert asking.name is question
        assert asking.sentence.endswith("?")
        assert asking.facts is FACTS[question]

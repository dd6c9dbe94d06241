"""Two facts that cannot both be so: stated together they are refused in one sentence that names both."""

from typing import get_args, get_type_hints

import pytest

from inconfidence.policy.facts import CONTRADICTIONS, FACTS, BadFacts, MayDisclose, built, parse
from inconfidence.policy.facts.words import Contradiction
from inconfidence.policy.vocabulary import Question

EACH = [(question, each) for question, found in CONTRADICTIONS.items() for each in found]
NAMES = [f"{question}-{each.first}-{each.second}" for question, each in EACH]


def words(question: Question, fact: str) -> tuple[str, ...]:
    """What a fact can be."""
    return get_args(get_type_hints(FACTS[question])[fact])


@pytest.mark.parametrize(("question", "each"), EACH, ids=NAMES)
def test_each_pair_of_words_is_told_in_one_sentence_that_names_both_facts(
    question: Question, each: Contradiction
) -> None:
    for one in words(question, each.first):
        for other in words(question, each.second):
            stated = {each.first: one, each.second: other}
            if one not in each.these or other not in each.those:
                assert not each.told(stated)
                continue
            with pytest.raises(BadFacts) as caught:
                parse(question, stated)
            said = str(caught.value)
            assert said.startswith(
                f"{each.first} is “{one}” and {each.second} is “{other}”, but {each.why}; expected"
            )
            assert said.count(".") == 1


@pytest.mark.parametrize(("question", "each"), EACH, ids=NAMES)
def test_its_words_are_words_of_its_facts_and_some_can_stand_together(
    question: Question, each: Contradiction
) -> None:
    assert set(each.these) < set(words(question, each.first))
    assert set(each.those) <= set(words(question, each.second))


@pytest.mark.parametrize(("question", "each"), EACH, ids=NAMES)
def test_what_nobody_stated_contradicts_nothing(question: Question, each: Contradiction) -> None:
    for one in each.these:
        assert getattr(parse(question, {each.first: one}), each.first) == one
    for other in each.those:
        assert getattr(parse(question, {each.second: other}), each.second) == other


@pytest.mark.parametrize(("question", "each"), EACH, ids=NAMES)
def test_what_the_program_puts_together_from_rows_says_how_everything_stands(
    question: Question, each: Contradiction
) -> None:
    facts = built(question, {each.first: each.these[0], each.second: each.those[0]})
    assert (getattr(facts, each.first), getattr(facts, each.second)) == (each.these[0], each.those[0])


def refused(question: str, stated: dict[str, str]) -> str:
    """What somebody hears who states this."""
    with pytest.raises(BadFacts) as caught:
        parse(question, stated)
    return str(caught.value)


def test_a_refused_consent_with_a_signed_yes_is_no_state_of_things() -> None:
    told = {"consent": "refused", "consent_record": "form", "consent_recipient": "yes"}
    assert refused("may_disclose", told) == (
        "consent is “refused” and consent_record is “form”, but whoever has not said yes has left no record of a yes; "
        "expected one of the two only."
    )
    asked = {"kind": "council", "requester": "official", "consent": "refused", "evidence": "form_or_letter"}
    assert refused("may_answer_request", asked) == (
        "consent is “refused” and evidence is “form_or_letter”, but whoever has not said yes has shown no yes; "
        "expected one of the two only."
    )


def test_true_and_false_contradict_as_yes_and_no_do() -> None:
    with pytest.raises(BadFacts, match="told is “no” and user_discussed is “yes”"):
        parse("may_answer_request", {"told": False, "user_discussed": True})


def test_a_given_consent_may_stand_on_any_record_and_a_refusal_on_none() -> None:
    for record in words(Question.MAY_DISCLOSE, "consent_record"):
        stated = {"consent": "given", "consent_record": record}
        assert parse("may_disclose", stated) == MayDisclose(**stated)  # type: ignore[arg-type]
    unrecorded = {"consent": "refused", "consent_record": "not_recorded"}
    assert parse("may_disclose", unrecorded) == MayDisclose(**unrecorded)  # type: ignore[arg-type]

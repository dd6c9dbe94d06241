"""Two policies side by side: what differs is found, counted exactly, and told with the smallest example."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from inconfidence import policies
from inconfidence.policy import telling
from inconfidence.policy.compiled import compiled
from inconfidence.policy.differences import (
    AnswersDiffer,
    Kind,
    answers_differ,
    asked_otherwise,
    compare,
    in_all,
)
from inconfidence.policy.differences.kinds import part, sort_of
from inconfidence.policy.differences.saying import side, told
from inconfidence.policy.differences.values import clauses_differ, values_differ, words_differ
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import FACTS, Facts, MayDisclose, WhereToRaise
from inconfidence.policy.loading import load
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking import read_spaces, record, size
from tests.policy.elmshire import elmshire

CALLED = ("in force", "in the draft")
SMALL = 60_000
# When a file may go is asked on dated files, not on words: `test_dated_files`.
WALKED = [question for question in QUESTIONS if question is not Question.HOW_LONG_TO_KEEP]
PAIRS = [
    ("coventry", "rotherham"),
    ("bath-and-north-east-somerset", "cumbria"),
    ("blackburn-with-darwen", "default"),
]
DRAFTS = {
    "who is a client": ('carers = "with_responsibility"', 'carers = "clients"', "may_begin_casework"),
    "told at the start": ('missing = "step"', 'missing = "prompt"', "may_begin_casework"),
    "what volunteers see": ('sees = "nothing"', 'sees = "assigned_case"', "may_see"),
    "induction": ('missing = "flag"', 'missing = "bar_volunteers"', "may_see"),
    "what belongs on the file": ("rules.directly-relevant = {}", "rules.words = {}", "may_record"),
}
NEED_TO_KNOW = """
[[clause]]
id = "EL-5.1"
ref = "Section 5"
kind = "permission-rule"
says = "Others hear what they need, and no more."
rules.need-to-know = { whole_file = "never_under_consent" }
"""
FOR_ITS_PURPOSE = """
[[clause]]
id = "EL-5.1"
ref = "Section 5"
kind = "permission-rule"
says = "A yes is good for what it was given for."
rules.consent-purpose = {}
"""


def coventry(without: str = "", instead: str = "") -> Edition:
    """Coventry's policy with a piece of its text replaced."""
    text = policies.text("coventry")
    assert without in text
    return load(text.replace(without, instead), policies.default_text(), "coventry.toml")


def both(first: Edition, second: Edition, question: Question) -> Iterator[Facts]:
    """Every combination of what either reads, one by one."""
    read = compiled(first, question).reads | compiled(second, question).reads
    for axes in read_spaces(question, read):
        yield from (record(question, fragments) for fragments in product(*axes))


def one_by_one(first: Edition, second: Edition, question: Question) -> dict[Kind, int]:
    """How often the answers differ, with every combination asked of both."""
    ours, theirs = compiled(first, question).decide, compiled(second, question).decide
    pairs = ((ours(facts), theirs(facts)) for facts in both(first, second, question))
    sorts = (sort_of(first, second, ours, theirs) for ours, theirs in pairs)
    return dict(Counter(sort.kind for sort in sorts if sort))


def small(first: Edition, second: Edition, question: Question) -> bool:
    """Whether a test can ask every combination."""
    read = compiled(first, question).reads | compiled(second, question).reads
    return sum(map(size, read_spaces(question, read))) <= SMALL


def found(first: Edition, second: Edition, question: Question) -> AnswersDiffer:
    """The differences of a question that has some."""
    differ = answers_differ(first, second, question, CALLED)
    assert differ is not None
    return differ


@pytest.mark.walk
@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_counts_are_those_of_every_combination_asked(pair: tuple[str, str]) -> None:
    first, second = map(policies.edition, pair)
    looked_at = [question for question in WALKED if small(first, second, question)]
    assert len(looked_at) >= 3
    for question in looked_at:
        differ = answers_differ(first, second, question, CALLED)
        assert (dict(differ.times) if differ else {}) == one_by_one(first, second, question)
        assert not differ or differ.walked == sum(1 for _ in both(first, second, question))


@pytest.mark.walk
@pytest.mark.parametrize("name", DRAFTS)
def test_of_a_draft_only_what_it_changes_is_asked_and_all_of_that_is_counted(name: str) -> None:
    without, instead, question = DRAFTS[name]
    first, second = coventry(), coventry(without, instead)
    assert question in asked_otherwise(first, second)
    for each in asked_otherwise(first, second):
        if small(first, second, each):
            differ = answers_differ(first, second, each, CALLED)
            assert (dict(differ.times) if differ else {}) == one_by_one(first, second, each)


@pytest.mark.walk
def test_a_question_as_large_as_telling_others_is_counted_as_exactly() -> None:
    first, second = elmshire(), elmshire(adding=NEED_TO_KNOW)
    differ = found(first, second, Question.MAY_DISCLOSE)
    assert differ.times.keys() == {Kind.OUTCOME, Kind.STEPS, Kind.DUTIES, Kind.CLAUSES}
    assert dict(differ.times) == one_by_one(first, second, Question.MAY_DISCLOSE)


@pytest.mark.parametrize(
    "question", [Question.MAY_ADOPT, pytest.param(Question.MAY_BEGIN_CASEWORK, marks=pytest.mark.walk)]
)
@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_an_example_comes_to_what_it_says_and_none_states_less(
    pair: tuple[str, str], question: Question
) -> None:
    first, second = map(policies.edition, pair)
    differ = found(first, second, question)
    ask = QUESTIONS[differ.question].answer
    for each in differ.differences:
        facts = FACTS[differ.question](**each.facts)
        assert each.first == answer(ask(first, facts), first, facts)
        assert each.second == answer(ask(second, facts), second, facts)
    least: dict[object, int] = {}
    for facts in both(first, second, differ.question):
        sort = sort_of(first, second, ask(first, facts), ask(second, facts))
        stated = sum(getattr(facts, name) != getattr(type(facts)(), name) for name in facts.__slots__)
        least[sort] = min(stated, least.get(sort, stated))
    least.pop(None, None)
    assert sorted(len(each.facts) for each in differ.differences) == sorted(least.values())


def test_of_many_ways_the_first_example_is_the_one_in_fewest_words() -> None:
    differ = found(elmshire(), elmshire(adding=FOR_ITS_PURPOSE), Question.MAY_DISCLOSE)
    assert differ.differences[0].facts == {"consent": "given", "consent_purpose": "no"}
    assert differ.differences[0].times > 1000


def test_either_way_round_the_same_differences_are_counted() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    there, back = (found(a, b, Question.MAY_SEE) for a, b in ((first, second), (second, first)))
    assert (there.times, there.walked) == (back.times, back.walked)
    assert {(each.times, each.first.word, each.second.word) for each in there.differences} == {
        (each.times, each.second.word, each.first.word) for each in back.differences
    }


def test_a_policy_beside_itself_says_the_same() -> None:
    assert compare(coventry(), coventry()).alike
    assert asked_otherwise(coventry(), coventry()) == ()
    assert answers_differ(coventry(), coventry(), Question.MAY_CONTACT, CALLED) is None


def test_a_changed_word_changes_no_answer_but_is_told() -> None:
    compared = compare(coventry(), coventry('consent = "permission"', 'consent = "agreement"'), CALLED)
    (word,) = compared.words
    assert (word.about, word.name, word.first, word.second) == ("term", "consent", "permission", "agreement")
    assert (compared.answers, compared.values, compared.clauses) == ((), (), ())
    assert (compared.first, compared.second, compared.alike) == (*CALLED, False)


def test_titles_are_told_as_people_read_them() -> None:
    words = words_differ(policies.edition("coventry"), policies.edition("rotherham"))
    titles = {each.name for each in words if each.about == "title"}
    assert "head of service" in titles


def test_an_answer_that_changes_is_told_with_its_question() -> None:
    without, instead, question = DRAFTS["what belongs on the file"]
    compared = compare(coventry(), coventry(without, instead), CALLED)
    assert [each.question for each in compared.answers] == [question]


def test_who_must_hear_of_it_is_part_of_an_answer() -> None:
    decision = QUESTIONS[Question.WHERE_TO_RAISE].answer(coventry(), WhereToRaise())
    assert part(decision) == decision.answer
    assert part(decision)["hearers"] == ("social_care",)


def test_a_date_is_told_as_people_write_it() -> None:
    words = words_differ(policies.edition("rotherham"), policies.edition("cumbria"))
    dates = {each.name: (each.first, each.second) for each in words if each.about == "date"}
    assert dates["next review"] == ("31 August 2025", "31 March 2013")
    assert dates["version"] == ("2022-08", policies.edition("cumbria").label)
    undated = words_differ(policies.edition("default"), policies.edition("rotherham"))
    assert ("next review", "", "31 August 2025") in {(each.name, each.first, each.second) for each in undated}
    assert {each.name for each in words if each.about == "review"} == {"reviewed by"}


def test_an_interval_and_a_register_are_told_with_their_clauses() -> None:
    compared = values_differ(policies.edition("coventry"), policies.edition("rotherham"))
    values = {(each.rule, each.key): each for each in compared}
    reminder = values["reminder", "months"]
    assert (reminder.first.words, reminder.first.clauses) == ("12", ("CV-EFFECT-05",))
    assert (reminder.second.words, reminder.second.clauses, reminder.asked_by) == ("", (), ())
    gate = values["permission-form-gate", ""]
    assert (gate.first.words, gate.second.words) == ("", "holds")
    assert (gate.first.told, gate.second.told) == ("", "it has effect")
    assert gate.asked_by == ("may_disclose", "may_obtain", "may_begin_casework")


def test_rows_are_told_one_after_another() -> None:
    compared = values_differ(policies.edition("bath-and-north-east-somerset"), policies.edition("cumbria"))
    (rows,) = [each for each in compared if each.rule == "retention-period"]
    assert rows.first.words.startswith("category in care, from birthday 18, years 75; category")
    assert rows.first.told.startswith(
        "Which files: of children in care, Counted from: the child’s eighteenth birthday, Years: 75; Which files"
    )
    assert (rows.second.words, rows.second.told) == ("", "")


def test_clauses_are_laid_beside_each_other_only_in_versions_of_one_document() -> None:
    assert clauses_differ(policies.edition("coventry"), policies.edition("rotherham")) == ()
    draft = coventry("Wherever this policy says parents", "Where parents are named")
    (clause,) = clauses_differ(coventry(), draft)
    assert (clause.id, clause.first[:30]) == ("CV-SCOPE-01", "Wherever this policy says pare")
    assert clause.second == "Where parents are named, carers are meant as well. Read with X-10."


def test_a_clause_that_one_version_lacks_is_empty_there() -> None:
    adding = '\n[[clause]]\nid = "EL-9"\nref = "Section 9"\nkind = "context"\nsays = "More."\npromises = "Shown."\n'
    (more,) = clauses_differ(elmshire(), elmshire(adding=adding))
    assert (more.id, more.first, more.second) == ("EL-9", "", "More. Shown.")


def test_sentences_name_both_policies_and_their_clauses() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    differ = answers_differ(first, second, Question.MAY_BEGIN_CASEWORK, ("in Coventry", "in Rotherham"))
    assert differ is not None
    says = {
        telling.told(differ.question, each.facts): each.says
        for each in differ.differences
        if each.kind is Kind.OUTCOME
    }
    assert says["their permission form has not come back"] == (
        "In Coventry yes, because parents are clients of our service (CV-PRACTICAL-02a); "
        "in Rotherham no, because the permission form has not come back (RO-THIRD-03c)."
    )


def test_steps_and_duties_are_told_as_what_only_one_of_them_asks() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    differ = answers_differ(first, second, Question.MAY_BEGIN_CASEWORK, ("in Coventry", "in Rotherham"))
    assert differ is not None
    steps = next(each for each in differ.differences if each.kind is Kind.STEPS)
    assert telling.told(differ.question, steps.facts) == (
        "they have not heard what confidentiality means here; they were not given the privacy notice with any "
        "permission form"
    )
    assert steps.says == (
        "Not yet in both. Only in Rotherham: Give the service user the privacy notice and the permission form, "
        "and note when and how."
    )
    seen = answers_differ(first, second, Question.MAY_SEE, ("in Coventry", "in Rotherham"))
    assert seen is not None
    duties = next(each for each in seen.differences if each.kind is Kind.DUTIES)
    assert duties.says.startswith("Yes in both. Only in Coventry: The Service Manager is shown that training")


def test_who_decides_is_told_by_the_title() -> None:
    edition, facts = elmshire(), MayDisclose(law="requires")
    ours = side(
        "in force", policies.edition("rotherham"), may_disclose(policies.edition("rotherham"), facts), facts
    )
    theirs = side("in the draft", edition, may_disclose(edition, facts), facts)
    assert told(Kind.OUTCOME, ours, theirs).startswith(
        "In force the Service Lead decides first, because the Service Lead"
    )


@pytest.mark.walk
def test_who_else_must_hear_is_a_difference_of_its_own() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    differ = answers_differ(first, second, Question.WHERE_TO_RAISE, ("in Coventry", "in Rotherham"))
    assert differ is not None
    hearers = next(each for each in differ.differences if each.kind is Kind.ANSWER)
    assert hearers.says == (
        "In Coventry the chair of governors must hear of it, and their line manager, the head teacher and schools’ "
        "human resources must not hear of it; in Rotherham the Chair of Governors and Schools’ HR must hear of it, and "
        "their line manager and the Head must not hear of it."
    )


def test_on_other_clauses_says_which_where_both_decide_by_the_same() -> None:
    first, second = policies.edition("bath-and-north-east-somerset"), policies.edition("rotherham")
    begin = found(first, second, Question.MAY_BEGIN_CASEWORK)
    alike = [each for each in begin.differences if each.kind is Kind.CLAUSES]
    same = [each for each in alike if each.first.deciding == each.second.deciding]
    assert same
    for each in same:
        ours, theirs = ([cited.id for cited in side.clauses] for side in (each.first, each.second))
        only = [
            f"{', '.join(mine)}." for mine in (sorted_out(ours, theirs), sorted_out(theirs, ours)) if mine
        ]
        assert only
        assert all(ids in each.says for ids in only)
        assert "Looked at only in " in each.says


def sorted_out(these: list[str], those: list[str]) -> list[str]:
    return [each for each in these if each not in those]


def test_the_whole_is_told_in_one_sentence_or_two() -> None:
    differ = found(policies.edition("coventry"), policies.edition("rotherham"), Question.MAY_RECORD)
    assert in_all(differ) == (
        "Of 1,152 ways the facts can stand, 162 are answered otherwise: another outcome 162. "
        "750 are answered alike, on other clauses."
    )
    only_clauses = replace(differ, times={Kind.CLAUSES: 678})
    assert in_all(only_clauses) == (
        "Of 1,152 ways the facts can stand, 0 are answered otherwise. 678 are answered alike, on other clauses."
    )
    assert in_all(replace(differ, times={Kind.STEPS: 2})).endswith("2 are answered otherwise: other steps 2.")


@pytest.mark.walk
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_combination_of_facts_is_walked_twice(question: Question) -> None:
    first = policies.edition("coventry")
    if small(first, first, question):
        walked = list(both(first, first, question))
        assert len(walked) == len(set(walked))

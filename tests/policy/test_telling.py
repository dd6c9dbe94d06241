"""Every fact of every question, and every part of an answer, is told in plain words."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import pytest

from inconfidence import policies
from inconfidence.policies.stories import stories_of
from inconfidence.policy.compiled import compiled
from inconfidence.policy.facts import parse
from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.facts.reading import FACTS, SHAPES
from inconfidence.policy.facts.shapes import Day, SetOfWords, Several, Shape, Word
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.telling import CLAUSES, clauses, told
from inconfidence.policy.telling.answers import CLOCKS, PARTS, part
from inconfidence.policy.telling.keeping import CLAUSES as KEEPING
from inconfidence.policy.telling.shared import DAY, NO_DAY
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.wording import CATEGORIES, SINCE

BORN = date(2012, 9, 14)
PERIOD = EnteredPeriod(category="in_care", from_="birthday_18", years=6, source="the schedule of our host")
FACTS_OF_ALL = [(question, name) for question in FACTS for name in SHAPES[question]]
# Words that the code has for what people call otherwise.
OF_THE_CODE = re.compile(
    r"\b(actor|subject|recipient|requester|refer|extent|stage|keyholder|foi|csa|pack|asserted|act|item_|clock_|permit)\b"
)


def expected(shape: Shape) -> tuple[str, ...]:
    """What needs a clause: each closed word; of a day, that it is known and that it is not. A row tells itself."""
    if isinstance(shape, Word | SetOfWords):
        return shape.words
    day = shape.each if isinstance(shape, Several) else shape
    return (DAY, NO_DAY) if isinstance(day, Day) else ()


def test_every_fact_of_every_question_has_clauses() -> None:
    assert {question: [*CLAUSES[question]] for question in CLAUSES} == {
        question: [*SHAPES[question]] for question in QUESTIONS
    }


@pytest.mark.parametrize(("question", "name"), FACTS_OF_ALL)
def test_every_word_of_a_fact_has_a_clause_and_no_other(question: Question, name: str) -> None:
    assert {*CLAUSES[question][name]} == {*expected(SHAPES[question][name])}


@pytest.mark.parametrize("question", FACTS)
def test_no_two_facts_of_a_question_share_a_clause(question: Question) -> None:
    said = [clause for words in CLAUSES[question].values() for clause in words.values()]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(("question", "name"), FACTS_OF_ALL)
def test_a_clause_is_plain_words_that_can_stand_in_a_line(question: Question, name: str) -> None:
    for clause in CLAUSES[question][name].values():
        plain = clause.replace("{day}", "")
        assert re.fullmatch(r"[A-Za-z’, ]+", plain), clause
        assert not OF_THE_CODE.search(plain), clause
        assert clause[:1].islower()


@pytest.mark.parametrize(
    ("question", "facts", "says"),
    [
        (
            Question.MAY_DISCLOSE,
            {"recipient": "inspector", "consent": "refused", "inspection": "authority_open"},
            "told to an inspector; the person refused; the council is being inspected today",
        ),
        (
            Question.MAY_OBTAIN,
            {"source": "council_system", "consent": "share_only"},
            (
                "the records are in a central system of the council; the person agreed to our sharing and not to our "
                "asking others"
            ),
        ),
        (
            Question.MAY_BEGIN_CASEWORK,
            {"origin": "professional_absent", "absence_reason": "no", "form_back": "no"},
            (
                "a professional got in touch without them; why they were not present is not noted; their permission "
                "form has not come back"
            ),
        ),
        (
            Question.MAY_ANSWER_REQUEST,
            {"kind": "council", "passed_to_parent": "yes", "received": date(2027, 3, 8)},
            (
                "the council asks for notes for legal reasons; everything went to the parents or their solicitor "
                "before; the request came on 8 March 2027"
            ),
        ),
        (
            Question.WHERE_TO_RAISE,
            {"about": "head_teacher", "to": frozenset({"schools_hr", "chair_of_governors"})},
            "it concerns a head teacher; told to the chair of governors; told to the schools’ human resources team",
        ),
        (
            Question.MAY_ADOPT,
            {"act": "adopt_version", "by": frozenset({"governing_group", "head_of_service"})},
            "a version would come into force; the head of service reviewed it; the governing group reviewed it",
        ),
        (
            Question.HOW_LONG_TO_KEEP,
            {
                "today": date(2038, 11, 21),
                "closed_on": date(2026, 11, 20),
                "births": (BORN, None),
                "deaths": (None, date(2024, 3, 2)),
                "ever": frozenset({"in_care"}),
                "holds": frozenset({"clock_untrusted", "request"}),
                "entered_periods": (PERIOD,),
            },
            (
                "asked on 21 November 2038; closed on 20 November 2026; a child born on 14 September 2012; a child "
                "whose date of birth is not known; of the children one lives; of the children one died on 2 March "
                "2024; a child was in care; a request for what we hold is open; the clock cannot be trusted; a child "
                "in care: 6 years from the 18th birthday, entered from the schedule of our host"
            ),
        ),
        (Question.HOW_LONG_TO_KEEP, {"closed_on": None}, "still open"),
        (Question.MAY_WORK, {}, "nothing out of the ordinary"),
    ],
)
def test_facts_as_a_line(question: Question, facts: Mapping[str, Any], says: str) -> None:
    assert told(question, facts) == says


def test_clauses_come_one_by_one_and_a_set_without_a_word_has_none() -> None:
    facts = {"belief": "wondering", "to": frozenset[str](), "emergency": "yes"}
    assert clauses(Question.WHERE_TO_RAISE, facts) == (
        "words gave cause to worry and are not yet talked through",
        "there is no time to ask",
    )


def test_a_period_may_have_every_category_and_every_beginning() -> None:
    hints = EnteredPeriod.__annotations__
    assert set(get_args(hints["category"])) == set(CATEGORIES) == set(KEEPING["ever"])
    assert set(get_args(hints["from_"])) == set(SINCE)


@pytest.mark.parametrize(
    ("name", "found", "says"),
    [
        (
            "hearers",
            ("the police", "the Head", "Schools’ HR"),
            "the police, the Head and Schools’ HR must hear of it",
        ),
        ("hearers", (), "nobody must hear of it"),
        ("may", ("the police",), "the police may hear of it too"),
        ("never", None, "nobody is kept from hearing of it"),
        ("by_when", "today", "it is told today"),
        ("goes_to", "whoever asked", "it goes to whoever asked"),
        ("goes_to", None, "nothing says to whom it goes"),
        ("clock", "foi", "the law says by when, as for a request under freedom of information"),
        ("clock", None, "the law does not say by when"),
        (
            "council_hears",
            "We shall not be supplying any documents.",
            "the council hears “We shall not be supplying any documents”",
        ),
        ("reply", None, "nothing is set that whoever asks hears"),
        ("destroy_on", "2038-11-20", "its date is 20 November 2038"),
        ("review_on", None, "no day is set to look at it"),
    ],
)
def test_a_part_of_an_answer_as_a_clause(name: str, found: object, says: str) -> None:
    assert part(name, found) == says


@pytest.mark.parametrize("slug", policies.slugs())
def test_every_part_that_policies_may_answer_otherwise_has_its_clause(slug: str) -> None:
    edition = policies.edition(slug)
    asked = [each for each in stories_of(slug) if each.question != Question.HOW_LONG_TO_KEEP]
    found = [compiled(edition, each.question).decide(parse(each.question, each.facts)) for each in asked]
    answers = [each.answer for each in found]
    # The head of service answers every request, under every policy.
    assert {name for each in answers for name in each} <= {*PARTS, "answered_by"}
    assert {each.get("answered_by", "head_of_service") for each in answers} == {"head_of_service"}
    assert {each["clock"] for each in answers if "clock" in each} <= {*CLOCKS}

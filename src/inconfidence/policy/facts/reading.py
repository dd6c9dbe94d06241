"""Facts as somebody states them, read into the record of their question; and the schema of what may be stated."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast, get_type_hints

from inconfidence.policy.facts import answering, beginning, contacting, disclosing, obtaining, raising
from inconfidence.policy.facts.adopting import MayAdopt
from inconfidence.policy.facts.answering import MayAnswerRequest
from inconfidence.policy.facts.beginning import MayBeginCasework
from inconfidence.policy.facts.contacting import MayContact
from inconfidence.policy.facts.disclosing import MayDisclose
from inconfidence.policy.facts.keeping import FileToday, HowLongToKeep
from inconfidence.policy.facts.moving import MayMovePaper
from inconfidence.policy.facts.obtaining import MayObtain
from inconfidence.policy.facts.publishing import MayPublish
from inconfidence.policy.facts.raising import WhereToRaise
from inconfidence.policy.facts.recording import MayRecord
from inconfidence.policy.facts.seeing import MaySee
from inconfidence.policy.facts.shapes import Shape, shape_of, unreadable
from inconfidence.policy.facts.words import Contradiction
from inconfidence.policy.facts.working import MayWork
from inconfidence.policy.parameters import as_written, nearest
from inconfidence.policy.vocabulary import Question


class BadFacts(Exception):
    """Facts that no question takes; the message is one sentence that says what was expected."""


Facts = (
    MayBeginCasework
    | MayContact
    | MayRecord
    | MaySee
    | MayObtain
    | MayDisclose
    | MayAnswerRequest
    | WhereToRaise
    | MayWork
    | MayMovePaper
    | HowLongToKeep
    | FileToday
    | MayPublish
    | MayAdopt
)
FACTS: dict[Question, type[Facts]] = {
    Question.MAY_BEGIN_CASEWORK: MayBeginCasework,
    Question.MAY_CONTACT: MayContact,
    Question.MAY_RECORD: MayRecord,
    Question.MAY_SEE: MaySee,
    Question.MAY_OBTAIN: MayObtain,
    Question.MAY_DISCLOSE: MayDisclose,
    Question.MAY_ANSWER_REQUEST: MayAnswerRequest,
    Question.WHERE_TO_RAISE: WhereToRaise,
    Question.MAY_WORK: MayWork,
    Question.MAY_MOVE_PAPER: MayMovePaper,
    Question.HOW_LONG_TO_KEEP: HowLongToKeep,
    Question.MAY_PUBLISH: MayPublish,
    Question.MAY_ADOPT: MayAdopt,
}
# What the rules of a question turn on: its facts; or, where these are dates, the words that the dates come to.
TURNS_ON: dict[Question, type[Facts]] = FACTS | {Question.HOW_LONG_TO_KEEP: FileToday}
# What nobody can state together, beside the facts of each question; of a question that is not here every two facts can
# both be so, and dates say for themselves what cannot be (`HowLongToKeep.fault`).
CONTRADICTIONS: Mapping[Question, tuple[Contradiction, ...]] = {
    Question.MAY_BEGIN_CASEWORK: beginning.CONTRADICTIONS,
    Question.MAY_CONTACT: contacting.CONTRADICTIONS,
    Question.MAY_OBTAIN: obtaining.CONTRADICTIONS,
    Question.MAY_DISCLOSE: disclosing.CONTRADICTIONS,
    Question.MAY_ANSWER_REQUEST: answering.CONTRADICTIONS,
    Question.WHERE_TO_RAISE: raising.CONTRADICTIONS,
}


def shapes(record: type[Facts]) -> Mapping[str, Shape]:
    """Each fact of a record with what it may be, in the order they are declared."""
    return {name: shape_of(hint) for name, hint in get_type_hints(record).items()}


SHAPES: Mapping[Question, Mapping[str, Shape]] = {
    question: shapes(record) for question, record in FACTS.items()
}
# The closed words that the rules turn on, the default first; a fact that is a set has several of its words or none.
WORDS: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    question: {name: shape.words for name, shape in shapes(record).items()}
    for question, record in TURNS_ON.items()
}
# Everything that the rules turn on can be, the default first: its words, or every set of them.
VALUES: Mapping[Question, Mapping[str, tuple[Any, ...]]] = {
    question: {name: shape.values for name, shape in shapes(record).items()}
    for question, record in TURNS_ON.items()
}


def parse(question: Question | str, stated: object) -> Facts:
    """Facts as somebody states them → the record of the question.

    Raises BadFacts with one sentence that names the fact, what was found and what was expected; or the two facts that
    contradict one another.
    """
    facts = built(question, stated)
    said = {name: getattr(facts, name) for name in cast("Mapping[str, object]", stated)}
    told = (each.told(said) for each in CONTRADICTIONS.get(Question(question), ()))
    contradiction = next(filter(None, told), "")
    if contradiction:
        raise BadFacts(contradiction)
    return facts


def built(question: Question | str, stated: object) -> Facts:
    """Facts that the program puts together from rows → the record of the question; BadFacts for a word of no fact.

    A row says how each fact stands, also where nobody stated it, so nothing is taken for a contradiction.
    """
    if question not in FACTS:
        known = tuple(FACTS)
        raise BadFacts(
            f"“{question}” takes no facts; expected one of {', '.join(known)}{nearest(question, known)}."
        )
    record = FACTS[Question(question)]
    if not isinstance(stated, Mapping):
        raise BadFacts(f"The facts of {question} are a table of names and words; found {as_written(stated)}.")
    known_shapes = SHAPES[Question(question)]
    read = {name: _value(str(question), name, found, known_shapes) for name, found in stated.items()}
    facts = record(**read)
    if isinstance(facts, HowLongToKeep | MayAnswerRequest) and facts.fault():
        raise BadFacts(facts.fault())
    return facts


def schema(question: Question) -> dict[str, Any]:
    """The JSON Schema of a question's facts: for each its meaning, its words and its default."""
    record = FACTS[question]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": question.value,
        "description": record.__doc__,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            each.name: {"description": each.metadata["says"], **SHAPES[question][each.name].schema()}
            for each in fields(record)
        },
    }


def _value(question: str, name: object, found: object, known: Mapping[str, Shape]) -> Any:
    if not isinstance(name, str) or name not in known:
        near = nearest(str(name), tuple(known))
        raise BadFacts(f"{question} has no fact “{name}”; expected one of {', '.join(known)}{near}.")
    read = known[name].read(found)
    if read is None and not (found is None and None in known[name].values):
        raise BadFacts(unreadable(name, found, known[name]))
    return read

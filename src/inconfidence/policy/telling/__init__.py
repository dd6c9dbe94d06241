"""The facts of a question in plain words: each a short clause, one after another; for people, never for scripts.

Each word of each fact has one clause, which means the same under every policy: so it speaks of the head of service and
of the council, whatever a service calls them.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from inconfidence.policy.clocks.days import dated
from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.telling import (
    adopting,
    answering,
    beginning,
    contacting,
    disclosing,
    keeping,
    moving,
    obtaining,
    publishing,
    raising,
    recording,
    seeing,
    working,
)
from inconfidence.policy.telling.shared import DAY, NO_DAY, Clauses
from inconfidence.policy.vocabulary import Question

CLAUSES: Mapping[Question, Clauses] = {
    Question.MAY_BEGIN_CASEWORK: beginning.CLAUSES,
    Question.MAY_CONTACT: contacting.CLAUSES,
    Question.MAY_RECORD: recording.CLAUSES,
    Question.MAY_SEE: seeing.CLAUSES,
    Question.MAY_OBTAIN: obtaining.CLAUSES,
    Question.MAY_DISCLOSE: disclosing.CLAUSES,
    Question.MAY_ANSWER_REQUEST: answering.CLAUSES,
    Question.WHERE_TO_RAISE: raising.CLAUSES,
    Question.MAY_WORK: working.CLAUSES,
    Question.MAY_MOVE_PAPER: moving.CLAUSES,
    Question.HOW_LONG_TO_KEEP: keeping.CLAUSES,
    Question.MAY_PUBLISH: publishing.CLAUSES,
    Question.MAY_ADOPT: adopting.CLAUSES,
}


def told(question: Question, facts: Mapping[str, object]) -> str:
    """Facts as a line: “told to the council; the person agreed”."""
    return "; ".join(clauses(question, facts)) or "nothing out of the ordinary"


def clauses(question: Question, facts: Mapping[str, object]) -> tuple[str, ...]:
    """A clause for each fact that is given; for each word of a set, each day and each row of several."""
    words = CLAUSES[question]
    return tuple(clause for name, found in facts.items() for clause in _said(words[name], found))


def _said(words: Mapping[str, str], found: object) -> Iterator[str]:
    if isinstance(found, frozenset):
        yield from (clause for word, clause in words.items() if word in found)
    elif isinstance(found, tuple):
        for each in found:
            yield from _said(words, each)
    elif isinstance(found, EnteredPeriod):
        yield keeping.period(found)
    elif isinstance(found, date):
        yield words[DAY].format(day=dated(found))
    else:
        yield words[NO_DAY if found is None else str(found)]

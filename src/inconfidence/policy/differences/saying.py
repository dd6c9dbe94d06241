"""A difference in one or two sentences, in the words of both policies: “In Elmshire …; in Oldmoor …”."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from inconfidence.policy.decision import Decision
from inconfidence.policy.differences.kinds import apart, part
from inconfidence.policy.differences.views import AnswersDiffer, Kind
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, Duty, Step, answer
from inconfidence.policy.facts import Facts
from inconfidence.policy.telling import answers
from inconfidence.policy.wording import words_for

KINDS = {
    Kind.OUTCOME: "Another outcome",
    Kind.WHO_DECIDES: "Somebody else decides",
    Kind.STEPS: "Other steps",
    Kind.DUTIES: "Other duties",
    Kind.ANSWER: "Another who, when or to whom",
    Kind.CLAUSES: "The same answer, on other clauses",
}
BOTH = {
    "yes": "Yes in both",
    "no": "No in both",
    "not-yet": "Not yet in both",
    "ask": "Somebody else decides first in both",
}
ALONE = {"yes": "yes", "no": "no", "not-yet": "not yet"}


class Side(NamedTuple):
    """One policy's answer, the reason as a clause of a sentence, and what the policy is called in it.

    `part` is what the decision answers beyond yes and no, without its words.
    """

    place: str
    answer: Answer
    because: str
    part: Mapping[str, object]


def place(edition: Edition) -> str:
    """What a policy is called in a sentence about two of them."""
    return f"in {edition.short}" if edition.kind == "service" else "by default"


def side(called: str, edition: Edition, decision: Decision, facts: Facts) -> Side:
    """One policy's answer, ready to be told beside another's."""
    because = decision.reasons[0].says.format_map(words_for(edition, facts))
    return Side(called, answer(decision, edition, facts), because, part(decision))


def told(kind: Kind, first: Side, second: Side) -> str:
    """The difference in sentences."""
    if kind is Kind.STEPS:
        return _apart(first, second, attrgetter("steps"))
    if kind is Kind.DUTIES:
        return _apart(first, second, attrgetter("duties"))
    if kind is Kind.ANSWER:
        parts = apart(first.part, second.part)
        return f"{_upper(_answered(first, parts))}; {_answered(second, parts)}."
    decided = f"{_upper(_decided(first))}; {_decided(second)}."
    if kind is Kind.CLAUSES and first.answer.deciding == second.answer.deciding:
        return f"{decided} {_cited_alone(first, second)}"
    return decided


def in_all(found: AnswersDiffer) -> str:
    """How often, of how many, and in what the answers to a question differ."""
    times = dict(found.times)
    alike = times.pop(Kind.CLAUSES, 0)
    kinds = ", ".join(f"{KINDS[kind].lower()} {count:,}" for kind, count in times.items())
    said = f"Of {found.walked:,} {found.counted}, {found.otherwise:,} are answered otherwise"
    more = f" {alike:,} are answered alike, on other clauses." if alike else ""
    return f"{said}{': ' if kinds else ''}{kinds}.{more}"


def _decided(side: Side) -> str:
    says = ALONE.get(side.answer.state, f"the {side.answer.refer_to_title} decides first")
    return f"{side.place} {says}, because {side.because} ({', '.join(side.answer.deciding)})"


def _answered(side: Side, parts: Iterable[str]) -> str:
    """Who, by when, to whom: the parts that are not the same, as the answer itself words them."""
    words = side.answer.answer
    said = [answers.part(name, words.get(f"{name}_said", side.part.get(name))) for name in parts]
    return f"{side.place} {', and '.join(said)}"


def _cited_alone(first: Side, second: Side) -> str:
    """The clauses that were looked at under one policy only, where both decide by the same."""
    ours, theirs = ({each.id: each.id for each in side.answer.clauses} for side in (first, second))
    only = ((first, _without(ours, theirs)), (second, _without(theirs, ours)))
    return " ".join(f"Looked at only {side.place}: {', '.join(ids)}." for side, ids in only if ids)


def _apart(first: Side, second: Side, owed: Callable[[Answer], tuple[Step | Duty, ...]]) -> str:
    ours, theirs = ({each.kind: each.says for each in owed(side.answer)} for side in (first, second))
    only = [
        f"Only {side.place}: {' '.join(words)}"
        for side, words in ((first, _without(ours, theirs)), (second, _without(theirs, ours)))
        if words
    ]
    return " ".join((f"{BOTH[first.answer.state]}.", *only))


def _without(these: Mapping[str, str], those: Iterable[str]) -> list[str]:
    return [says for kind, says in these.items() if kind not in those]


def _upper(said: str) -> str:
    return said[:1].upper() + said[1:]

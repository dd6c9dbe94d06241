"""A decision as sentences, made on demand: for a card on the screen, for a letter, for the command line.

Decisions are shared between people and hold no words; the words are the service's own, from its policy file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from inconfidence.policy.decision import Decision
from inconfidence.policy.duties import DUTIES
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import Facts
from inconfidence.policy.finding import Findings, Kind
from inconfidence.policy.headings import heading, outward
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import Origin, Outcome, Question
from inconfidence.policy.wording import in_words, sentence, words_for

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
VOICES = (Origin.OWN, Origin.LAW, Origin.DEFAULT)
SIGNS = {"yes": "✓", "no": "✕", "not-yet": "…", "ask": "?"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause the answer rests on; `ref` is its place in the document, or law, default, reading."""

    id: str
    ref: str
    says: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step in words; `kind` is what a button can be tied to."""

    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty in words, with whom it is owed to and by when."""

    kind: str
    owed_to: str
    when: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer as it is shown. `outward` is what the person asking may hear: the same whatever is behind it.

    `deciding` are the ids of the clauses that the reasons rest on; the others were looked at too. `further` are the
    reasons that the heading does not say already.
    """

    question: str
    policy: str
    edition: str
    outcome: str
    word: str
    sign: str
    state: str
    heading: str
    service_line: str
    reasons: tuple[str, ...]
    further: tuple[str, ...]
    clauses: tuple[Cited, ...]
    deciding: tuple[str, ...]
    steps: tuple[Step, ...]
    duties: tuple[Duty, ...]
    refer_to: str | None
    refer_to_title: str | None
    default_used: bool
    answer: Mapping[str, object]
    outward: str

    @property
    def rests_on_default(self) -> bool:
        """Whether one of the reasons shown rests on a default: `default_used` is also true where one was looked at."""
        return any(each.ref == "default" for each in self.clauses if each.id in self.deciding)


def answer(decision: Decision, edition: Edition, facts: Facts, recipient: str = "") -> Answer:
    """Put a decision into the words of its policy; `recipient` names them as the worker does."""
    words = words_for(edition, facts, recipient)
    title = edition.titles[decision.refer_to] if decision.refer_to else None
    state = _state(decision)
    first = heading(decision, facts, words)
    reasons = _reasons(decision.reasons, words)
    clauses, deciding = _clauses(decision, edition)
    return Answer(
        question=decision.question,
        policy=decision.policy,
        edition=decision.edition,
        outcome=decision.outcome,
        word={"yes": "Yes", "no": "No", "not-yet": "Not yet"}.get(state, f"Ask the {title}"),
        sign=SIGNS[state],
        state=state,
        heading=first,
        service_line=f"{edition.short} · {_version(edition)}",
        reasons=reasons,
        further=tuple(each for each in reasons if not first.casefold().endswith(each.casefold())),
        clauses=tuple(_cited(each, edition) for each in clauses),
        deciding=deciding,
        steps=tuple(Step(kind.value, sentence(STEPS[kind].says, words)) for kind in decision.steps),
        duties=_duties(decision.duties, words),
        refer_to=decision.refer_to.value if decision.refer_to else None,
        refer_to_title=title,
        default_used=decision.default_used,
        answer=_in_words(decision, words) if _in_codes(decision) else decision.answer,
        outward=outward(decision),
    )


def as_json(said: Answer) -> dict[str, Any]:
    """The decision as scripts outside rely on it: `contracts` fixes these names and nothing else is added."""
    return {
        "question": said.question,
        "policy": said.policy,
        "edition": said.edition,
        "outcome": said.outcome,
        "refer_to": said.refer_to,
        "refer_to_title": said.refer_to_title,
        "answer": dict(said.answer),
        "clauses": [{"id": each.id, "ref": each.ref, "says": each.says} for each in said.clauses],
        "reasons": list(said.reasons),
        "steps": [{"kind": each.kind, "says": each.says} for each in said.steps],
        "duties": [
            {"kind": each.kind, "owed_to": each.owed_to, "when": each.when, "says": each.says}
            for each in said.duties
        ],
        "default_used": said.default_used,
    }


def _state(decision: Decision) -> str:
    if decision.outcome is Outcome.PERMIT:
        return "yes"
    if decision.outcome is Outcome.REFUSE:
        return "no"
    return "ask" if decision.refer_to else "not-yet"


def _version(edition: Edition) -> str:
    if edition.in_force_from is None:
        return "policy without a date"
    day = edition.in_force_from
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return f"policy of {day.day} {month}" if edition.label == day.isoformat() else f"policy of {month}"


def _in_codes(decision: Decision) -> bool:
    """Whether it answers in codes, for which there are words; dates are said as they are."""
    return bool(decision.answer) and decision.question is not Question.HOW_LONG_TO_KEEP


def _in_words(decision: Decision, words: Mapping[str, str]) -> dict[str, object]:
    """An answer of more than yes or no, with what comes first where something does."""
    first = decision.steps if decision.outcome is Outcome.REFER else ()
    said = tuple(sentence(STEPS[kind].says, words) for kind in first)
    return {
        **in_words(decision.answer, words),
        "first": tuple(kind.value for kind in first),
        "first_said": said,
    }


def _reasons(findings: Findings, words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sentence(finding.says, words) for finding in findings)


def _clauses(decision: Decision, edition: Edition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All clauses, and those that decided.

    Own, law and default keep their order; within each what decided comes first, and of that whatever says least beside.
    Where only a default or the law gave the reason, the policy's own clause on the ground stands before it. What only
    says what is possible all the same decides nothing, unless nothing else does.
    """
    ruling = tuple(each for each in decision.reasons if each.kind is not Kind.CLOSING)
    reasons = _cites(ruling or decision.reasons)
    grounds = _cites(decision.rests_on)
    voiced = [each for each in decision.clauses if each not in edition.readings]

    def place(each: str) -> tuple[int, bool, bool, int]:
        clause = edition.clause(each)
        says = len(clause.effects) if each in reasons | grounds else 0
        return VOICES.index(clause.origin), each not in reasons, each not in grounds, says

    ordered = sorted(voiced, key=place)
    decided = [each for each in ordered if each in reasons]
    if all(edition.clause(each).origin is not Origin.OWN for each in decided):
        own = (each for each in ordered if each in grounds and edition.clause(each).origin is Origin.OWN)
        decided = [*islice(own, 1), *decided]
    readings = [each for each in decision.clauses if each in edition.readings]
    return (*ordered, *readings), tuple(decided)


def _cites(findings: Findings) -> set[str]:
    return {each for finding in findings for each in finding.cites}


def _duties(findings: Findings, words: Mapping[str, str]) -> tuple[Duty, ...]:
    kinds = [finding.duty for finding in findings if finding.duty is not None]
    owed = [(kind, DUTIES[kind]) for kind in kinds]
    return tuple(
        Duty(kind.value, duty.owed_to, duty.when.value, sentence(duty.says, words)) for kind, duty in owed
    )


def _cited(clause_id: str, edition: Edition) -> Cited:
    reading = edition.readings.get(clause_id)
    if reading is not None:
        return Cited(reading.id, "reading", reading.says)
    clause = edition.clause(clause_id)
    return Cited(clause.id, clause.ref, clause.says)

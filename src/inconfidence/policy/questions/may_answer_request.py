"""This request for what we hold has come: who answers, who must agree, by when, what goes to whom?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from inconfidence.policy.clocks import BadClock, Reckoned, reckon
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from inconfidence.policy.requested import FIGURES, from_outside
from inconfidence.policy.vocabulary import Outcome, Question, Role


def may_answer_request(edition: Edition, facts: MayAnswerRequest) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm.

    `answer` says who answers and to whom it goes; `reply` is what whoever asks may hear as long as nothing goes, and
    `council_hears` what the council does where the parents take it on themselves.
    """
    decision = compiled(edition, Question.MAY_ANSWER_REQUEST).decide(facts)
    return replace(decision, answer=_answer(edition, facts, decision))


def _answer(edition: Edition, facts: MayAnswerRequest, decision: Decision) -> Mapping[str, object]:
    said = {**decision.answer, "answered_by_title": edition.titles[Role.HEAD_OF_SERVICE]}
    if decision.outcome is Outcome.REFUSE:
        said["goes_to"] = "nobody"
    if decision.outcome is Outcome.PERMIT:
        said.pop("reply", None)
    elif facts.stage == "release" and _could_tell(facts):
        said.setdefault("reply", NEITHER_CONFIRM_NOR_DENY)
    return said | _dates(said.get("clock"), facts.received)


def _dates(clock: object, received: date | None) -> dict[str, object]:
    """By when it is due, where the day it came is known; a day that no clock can count from is said to be one."""
    if clock is None or received is None:
        return {}
    try:
        found = reckon(str(clock), received)
    except BadClock as bad:
        return {"undated": str(bad)}
    assert isinstance(found, Reckoned), "a request waits for nobody before anything has happened"
    return {
        "legal_due": found.legal_due.isoformat(),
        "target": found.target.isoformat(),
        "provisional": found.provisional,
    }


def _could_tell(facts: MayAnswerRequest) -> bool:
    """Whether a plain no could tell that somebody is known here: those who ask for figures or their own learn nothing.

    Everybody else hears the one reply, known or not.
    """
    figures = facts.about in FIGURES and not from_outside(facts)
    return not figures and not _themselves(facts)


def _themselves(facts: MayAnswerRequest) -> bool:
    """Whether people ask about nobody but themselves."""
    if facts.requester == "parent":
        return facts.about not in ("child", "other_enquiry")
    return facts.requester == "subject" and facts.about != "other_enquiry"

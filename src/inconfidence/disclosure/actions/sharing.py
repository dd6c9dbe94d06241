"""Sharing: everything is read and decided again inside the transaction that writes the record."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.disclosure.actions.asking import ACTS, enter_danger, keep, told
from inconfidence.disclosure.facts import Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.weighing import Weighed, opened, weigh
from inconfidence.duties.actions import owe
from inconfidence.duties.words import About
from inconfidence.policy.explain import Duty
from inconfidence.policy.vocabulary import DutyKind, DutyWhen, Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed

REVIEW_AFTER = timedelta(days=14)


class Handled(StrEnum):
    """How a duty of the act is done: the record does it by itself, or the worker adds some words."""

    BY_ITSELF = "by_itself"
    IN_WORDS = "in_words"


HANDLERS = {
    DutyKind.RECORD_DISCLOSURE: Handled.BY_ITSELF,
    DutyKind.FLAG_OUTSIDE_POLICY: Handled.BY_ITSELF,
    DutyKind.RECORD_CONCERN: Handled.IN_WORDS,
    DutyKind.RECORD_LAW: Handled.IN_WORDS,
    DutyKind.RECORD_INSPECTION: Handled.IN_WORDS,
    DutyKind.RECORD_PUBLIC_INTEREST: Handled.IN_WORDS,
    DutyKind.RECORD_USE: Handled.IN_WORDS,
    DutyKind.LOG_DISCUSSION: Handled.IN_WORDS,
}


@dataclass(frozen=True, slots=True)
class Shared:
    """It was shared, and the record is written."""

    disclosure_id: UUID


@dataclass(frozen=True, slots=True)
class Changed:
    """The answer is not the one that was shown; nothing was shared, and the new answer is kept as a question."""

    question_id: UUID


def in_words(duties: tuple[Duty, ...]) -> dict[str, str]:
    """The duties of the act that need words of the worker's, by kind, each with its sentence."""
    return {
        duty.kind: duty.says for duty in duties if _in_the_act(duty) and handled(duty) is Handled.IN_WORDS
    }


def handled(duty: Duty) -> Handled:
    """How a duty of the act is done. One that is new to us is asked for in words rather than forgotten."""
    return HANDLERS.get(DutyKind(duty.kind), Handled.IN_WORDS)


def share(
    actor: Actor, reference: str, sharing: Sharing, doing: Doing, *, shown: str, once: UUID | None = None
) -> Shared | Changed | NeedsReason | None:
    """Share and record it, if the answer is still the one whose mark is `shown`. AlreadyDone for a form sent twice.

    NotAccepted when a duty of the act has no words yet, or a day has not come.
    """
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None)
        if not isinstance(door, OpenCase):
            return door
        enter_danger(actor, door, sharing)
        weighed = weigh(actor, door, sharing)
        if weighed is None:
            return None
        if weighed.decision.outcome != Outcome.PERMIT or weighed.digest != shown:
            return _changed(actor, door, weighed, once)
        _check(actor, weighed, doing)
        return _write(actor, door, weighed, doing, once)


def _changed(actor: Actor, door: OpenCase, weighed: Weighed, once: UUID | None) -> Changed:
    row, sealed = keep(actor, door, weighed)
    told(actor, door, ACTS[weighed.decision.outcome], weighed, {places.question(row.id).name: sealed}, once)
    return Changed(row.id)


def _check(actor: Actor, weighed: Weighed, doing: Doing) -> None:
    if doing.on > actor.today():
        raise NotAccepted("on", "This day has not come yet: check the date")
    for kind in in_words(weighed.answer.duties):
        if not doing.words.get(kind, "").strip():
            raise NotAccepted(f"duty_{kind}", "Write this down before it is shared")


def _write(actor: Actor, door: OpenCase, weighed: Weighed, doing: Doing, once: UUID | None) -> Shared:
    row_id = new_id()
    sealed = door.key.seal(places.disclosure(row_id), _payload(weighed, doing))
    Disclosure.objects.create(
        id=row_id,
        service_id=door.service_id,
        case_id=door.case_id,
        shared_by_id=actor.person_id,
        happened_on=doing.on,
        recorded_at=actor.now(),
        record=sealed,
    )
    _spend(actor, door, weighed.sharing)
    for duty in weighed.answer.duties:
        if not _in_the_act(duty):
            _owe(actor, door, duty)
    rows: dict[str, Sealed] = {places.disclosure(row_id).name: sealed}
    told(actor, door, Act.disclosure_made, weighed, rows, once)
    return Shared(row_id)


def _payload(weighed: Weighed, doing: Doing) -> dict[str, Any]:
    """Everything the ledger will ever need: it never reads today's policy to explain yesterday's act."""
    return {
        "form": 1,
        "sharing": weighed.sharing.as_json(),
        "told": weighed.listening.words,
        "heading": weighed.answer.heading,
        "service_line": weighed.answer.service_line,
        "items": [
            {"id": str(item.id), "heading": item.heading, "on": item.happened_on} for item in weighed.chosen
        ],
        "how": doing.how,
        "duties": dict(doing.words),
        "ground": str(weighed.decision.ground or ""),
        "decision": weighed.record,
    }


def _spend(actor: Actor, door: OpenCase, sharing: Sharing) -> None:
    """A lead's yes is for one sharing; the next one is a new question."""
    matter = sharing.matter()
    for row in Question.objects.filter(case_id=door.case_id, state=QuestionState.LEAD_AGREED):
        if opened(door, row).matter() == matter:
            Question.objects.filter(id=row.id).update(state=QuestionState.SHARED)


def _owe(actor: Actor, door: OpenCase, duty: Duty) -> None:
    owe(
        actor,
        duty.kind,
        About.CASE,
        door.case_id,
        _due(actor.today(), duty.when),
        owed_by=actor.person_id,
        reference=door.reference,
        when=duty.when,
    )


def _due(today: date, when: str) -> date | None:
    """Before closing has no day of its own; within a period, the worker is reminded in two weeks."""
    days = {DutyWhen.SAME_DAY.value: today, DutyWhen.WITHIN.value: today + REVIEW_AFTER}
    return days.get(when)


def _in_the_act(duty: Duty) -> bool:
    return duty.when == DutyWhen.IN_THE_ACT

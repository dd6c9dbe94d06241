"""Sharing: everything is read and decided again inside the transaction that writes the record."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.disclosure.actions.asking import answered, enter_danger, kept_to_ask_again, told
from inconfidence.disclosure.actions.deciding import DECIDE_DUTY
from inconfidence.disclosure.facts import LOOK_FIRST, Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.weighing import Weighed, agreed, weigh
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About, When
from inconfidence.policy.explain import Duty
from inconfidence.policy.vocabulary import DutyKind, DutyWhen, Ground, Outcome, Role
from inconfidence.team.actor import Actor
from inconfidence.team.queries import current_version, names
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed

PROTOCOL = "sharing-protocol"
READ_EARLY_DUTY = "read_early_sharing"


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
    DutyKind.OFFER_DE_IDENTIFIED: Handled.IN_WORDS,
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


@dataclass(frozen=True, slots=True)
class AlreadyShared:
    """This very question was shared before: sharing again is asked for anew."""

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
    actor: Actor,
    reference: str,
    sharing: Sharing,
    doing: Doing,
    *,
    shown: str,
    asked: UUID | None = None,
    once: UUID | None = None,
) -> Shared | Changed | AlreadyShared | NeedsReason | None:
    """Share and record it, if the answer is still the one whose mark is `shown`. AlreadyDone for a form sent twice.

    `asked` is the question on the page, which can be shared once. What was shared on an earlier day is weighed as of
    that day (see `weigh`). NotAccepted when a duty of the act has no words yet, a day has not come, or nobody has
    looked through what could not be searched for what must stay secret.
    """
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if asked and _is_shared(door, asked):
            return AlreadyShared(asked)
        enter_danger(actor, door, sharing)
        weighed = weigh(actor, door, _done_on(actor, sharing, doing))
        if weighed is None:
            return None
        if weighed.outcome != Outcome.PERMIT or weighed.digest != shown:
            came = answered(actor, door, weighed, once)
            if weighed.sharing.on and came.outcome != Outcome.PERMIT:
                _lead_reads(actor, door, came.question_id)
            return Changed(came.question_id)
        _check(actor, weighed, doing)
        return _use(actor, door, weighed, doing, asked, once)


def _done_on(actor: Actor, sharing: Sharing, doing: Doing) -> Sharing:
    """The sharing with the day it was done; today needs no day, and one to come is refused by itself."""
    return replace(sharing, on=doing.on.isoformat() if doing.on < actor.today() else "")


def _lead_reads(actor: Actor, door: OpenCase, question_id: UUID) -> None:
    """What was done on an earlier day and was not allowed then is for the lead to read the same day."""
    owe(
        actor,
        READ_EARLY_DUTY,
        About.QUESTION,
        question_id,
        actor.today(),
        owed_by_role=Role.HEAD_OF_SERVICE,
        reference=door.reference,
        when=When.SAME_DAY,
    )


def _is_shared(door: OpenCase, asked: UUID) -> bool:
    return Question.objects.filter(id=asked, case_id=door.case_id, state=QuestionState.SHARED).exists()


def _check(actor: Actor, weighed: Weighed, doing: Doing) -> None:
    if doing.on > actor.today():
        raise NotAccepted("on", "This day has not come yet: check the date")
    for kind in in_words(weighed.answer.duties):
        if not doing.words.get(kind, "").strip():
            raise NotAccepted(f"duty_{kind}", "Write this down before it is shared")
    if weighed.to_look and not doing.looked:
        raise NotAccepted("looked", LOOK_FIRST)


def _use(
    actor: Actor, door: OpenCase, weighed: Weighed, doing: Doing, asked: UUID | None, once: UUID | None
) -> Shared | Changed | AlreadyShared | None:
    """Use up the lead's yes and the question, each of which counts once, and write what was shared."""
    yes = _spend(door, weighed.sharing)
    if weighed.facts.head_decided == "yes" and yes is None:
        anew = weigh(actor, door, weighed.sharing)
        return Changed(answered(actor, door, anew, once).question_id) if anew else None
    used = {row for row in (asked, yes.id if yes else None) if row}
    if asked and not (yes and yes.id == asked) and not _mark_shared(actor, door, asked):
        return AlreadyShared(asked)
    row_id = new_id()
    said = _payload(weighed, doing) | {
        "asked": kept_to_ask_again(actor, weighed),
        "protocol": _protocol(actor, door, weighed),
        "questions": sorted(str(row) for row in used),
        "lead": _lead(actor, door, yes),
    }
    sealed = door.key.seal(places.disclosure(row_id), said)
    _write(actor, door, row_id, sealed, doing)
    for duty in weighed.answer.duties:
        if not _in_the_act(duty):
            _owe(actor, door, duty)
    rows: dict[str, Sealed] = {places.disclosure(row_id).name: sealed}
    told(actor, door, Act.disclosure_made, weighed, rows, once)
    return Shared(row_id)


def _write(actor: Actor, door: OpenCase, row_id: UUID, sealed: Sealed, doing: Doing) -> None:
    Disclosure.objects.create(
        id=row_id,
        service_id=door.service_id,
        case_id=door.case_id,
        shared_by_id=actor.person_id,
        happened_on=doing.on,
        recorded_at=actor.now(),
        record=sealed,
    )


def _protocol(actor: Actor, door: OpenCase, weighed: Weighed) -> str:
    """The sharing protocol, with its version, that work with others under the family's consent cites."""
    if weighed.decision.ground is not Ground.CONSENT or not door.edition.names(PROTOCOL):
        return ""
    name = str(door.edition.value(PROTOCOL, "document"))
    version = current_version(actor.service_id, PROTOCOL, actor.today(), name)
    return f"{name}, version {version}" if version else ""


def _payload(weighed: Weighed, doing: Doing) -> dict[str, Any]:
    """Everything the ledger will ever need: it never reads today's policy to explain yesterday's act."""
    return {
        "form": 2,
        "on": doing.on,
        "sharing": weighed.sharing.as_json(),
        "told": weighed.listening.words,
        "heading": weighed.answer.heading,
        "service_line": weighed.answer.service_line,
        "items": [
            {"id": str(item.id), "heading": item.heading, "on": item.happened_on} for item in weighed.chosen
        ],
        "how": doing.how,
        "duties": dict(doing.words),
        "looked": [item.heading for item in weighed.to_look],
        "ground": str(weighed.decision.ground or ""),
        "decision": weighed.record,
    }


def _spend(door: OpenCase, sharing: Sharing) -> Question | None:
    """A lead's yes is for one sharing: the oldest about this matter is used up, unless somebody was quicker."""
    for row in agreed(door, sharing):
        spent = Question.objects.filter(id=row.id, state=QuestionState.LEAD_AGREED)
        if spent.update(state=QuestionState.SHARED) == 1:
            return row
    return None


def _mark_shared(actor: Actor, door: OpenCase, asked: UUID) -> bool:
    """Whether this question was there to be shared; what a lead was to decide about it is no longer owed."""
    rows = Question.objects.filter(id=asked, case_id=door.case_id).exclude(state=QuestionState.SHARED)
    if rows.update(state=QuestionState.SHARED) != 1:
        return False
    settle(actor, DECIDE_DUTY, asked)
    return True


def _lead(actor: Actor, door: OpenCase, yes: Question | None) -> dict[str, str]:
    """Who decided and why, in the words of the day; empty where no lead was needed."""
    if yes is None or yes.verdict is None or yes.decided_by_id is None:
        return {}
    said = door.key.open(places.verdict(yes.id), yes.verdict)
    return {"by": names(actor.service_id).get(yes.decided_by_id, ""), "reason": said["reason"]}


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
    """Only what is owed the same day has a day of its own: no policy sets one for the rest, and none is made up."""
    return today if when == DutyWhen.SAME_DAY else None


def _in_the_act(duty: Duty) -> bool:
    return duty.when == DutyWhen.IN_THE_ACT

"""What the policy leaves to a lead: the worker puts the question, a lead answers yes or no with a reason."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions import give_reason
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.disclosure.actions.asking import Asked, answered, enter_danger, is_a_concern, keep, told
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.models import Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.questions import may_decide
from inconfidence.disclosure.queries.weighing import Weighed, opened, weigh
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About, When
from inconfidence.team.actor import Actor
from inconfidence.vault.sealed import Sealed

DECIDE_DUTY = "decide_sharing"
WAITS = "To decide a question about sharing that was put to me"


@dataclass(frozen=True, slots=True)
class LeadAsked:
    """The question is with a lead now."""

    question_id: UUID


def ask_lead(
    actor: Actor, reference: str, sharing: Sharing, *, asked: UUID | None = None, once: UUID | None = None
) -> LeadAsked | Asked | NeedsReason | None:
    """Put a question to the role that decides. `Asked` when, asked again, the answer needs nobody's decision.

    `asked` is the question as it stands on the page: that very one goes to the lead, unless it was changed since.
    """
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if is_a_concern(sharing):
            enter_danger(actor, door, sharing)
        weighed = weigh(actor, door, sharing)
        if weighed is None:
            return None
        if not weighed.refer_to:
            return answered(actor, door, weighed, once)
        return _to_lead(actor, door, weighed, asked, once)


def _to_lead(
    actor: Actor, door: OpenCase, weighed: Weighed, asked: UUID | None, once: UUID | None
) -> LeadAsked:
    """One waiting question and one duty for each matter, however often it is pressed."""
    waits = _waiting(actor, door, weighed.sharing)
    row_id, rows = (waits, {}) if waits else _put(actor, door, weighed, asked)
    told(actor, door, Act.lead_asked, weighed, rows, once)
    if not waits:
        owe(
            actor,
            DECIDE_DUTY,
            About.QUESTION,
            row_id,
            actor.today(),
            owed_by_role=weighed.refer_to,
            reference=door.reference,
            when=When.SAME_DAY,
        )
    return LeadAsked(row_id)


def _waiting(actor: Actor, door: OpenCase, sharing: Sharing) -> UUID | None:
    """This person's question about the same matter that is with a lead already."""
    rows = Question.objects.filter(
        case_id=door.case_id, asked_by_id=actor.person_id, state=QuestionState.WITH_LEAD
    )
    return next((row.id for row in rows if opened(door, row).matter() == sharing.matter()), None)


def _put(
    actor: Actor, door: OpenCase, weighed: Weighed, asked: UUID | None
) -> tuple[UUID, dict[str, Sealed]]:
    """The question that goes to the lead: the one on the page, or a new one if its words were changed."""
    mine = Question.objects.filter(
        case_id=door.case_id, asked_by_id=actor.person_id, state=QuestionState.ANSWERED
    )
    for row in mine.filter(id=asked).select_for_update() if asked else ():
        if opened(door, row) == weighed.sharing:
            row.state, row.put_to = QuestionState.WITH_LEAD, weighed.refer_to
            row.save(update_fields=["state", "put_to"])
            return row.id, {}
    row, sealed = keep(actor, door, weighed, QuestionState.WITH_LEAD)
    return row.id, {places.question(row.id).name: sealed}


def open_to_decide(actor: Actor, reference: str, question_id: UUID) -> bool:
    """Give the waiting question as the reason why its lead opens the case; False when none waits for this person."""
    rows = Question.objects.filter(
        id=question_id,
        service_id=actor.service_id,
        case__reference=reference.strip().upper(),
        state=QuestionState.WITH_LEAD,
    )
    row = rows.first()
    if row is None or not may_decide(actor, row):
        return False
    return give_reason(actor, reference, WAITS) is True


def decide_as_lead(
    actor: Actor, reference: str, question_id: UUID, *, agreed: bool, reason: str, once: UUID | None = None
) -> bool | NeedsReason | None:
    """Record a lead's decision. False when it was decided already; None: no such question for this person to decide."""
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = Question.objects.select_for_update().filter(id=question_id, case_id=door.case_id).first()
        if row is None or not may_decide(actor, row):
            return None
        if row.state != QuestionState.WITH_LEAD:
            return False
        _decide(actor, door, row, agreed=agreed, reason=reason, once=once)
        return True


def _decide(
    actor: Actor, door: OpenCase, row: Question, *, agreed: bool, reason: str, once: UUID | None
) -> None:
    sealed = door.key.seal(places.verdict(row.id), {"form": 1, "agreed": agreed, "reason": reason})
    row.verdict = sealed
    row.state = QuestionState.LEAD_AGREED if agreed else QuestionState.LEAD_DECLINED
    row.decided_by_id, row.decided_at = actor.person_id, actor.now()
    row.save(update_fields=["verdict", "state", "decided_by", "decided_at"])
    settle(actor, DECIDE_DUTY, row.id)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.lead_decided,
        at=actor.now(),
        about=door.case_id,
        words={"question": str(row.id), "decision": "yes" if agreed else "no"},
        rows={places.verdict(row.id).name: sealed},
        once=once,
    )

"""Asking. Every question is kept with what was said, and every answer is recorded: a refusal too."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.disclosure.facts import Sharing, danger_of
from inconfidence.disclosure.models import Danger, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.replaying import as_asked
from inconfidence.disclosure.queries.weighing import Weighed, dangers, weigh
from inconfidence.duties.actions import owe
from inconfidence.duties.words import About, When
from inconfidence.editions import queries as editions
from inconfidence.editions.actions import keep_defaults
from inconfidence.policy.vocabulary import Outcome, Role
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed

CONFIRM_DUTY = "confirm_consulted"
ACTS = {
    Outcome.PERMIT: Act.question_asked,
    Outcome.REFUSE: Act.disclosure_refused,
    Outcome.REFER: Act.disclosure_referred,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put and kept."""

    question_id: UUID
    outcome: Outcome


def ask(
    actor: Actor, reference: str, sharing: Sharing, *, once: UUID | None = None
) -> Asked | NeedsReason | None:
    """Put a question: keep it, record its answer. None: no such case for this person, or nobody we know to tell."""
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if is_a_concern(sharing):
            enter_danger(actor, door, sharing)
        weighed = weigh(actor, door, sharing)
        if weighed is None:
            return None
        return answered(actor, door, weighed, once)


def answered(actor: Actor, door: OpenCase, weighed: Weighed, once: UUID | None) -> Asked:
    """Keep a question with its answer, and record the event."""
    row, sealed = keep(actor, door, weighed)
    told(actor, door, ACTS[weighed.outcome], weighed, {places.question(row.id).name: sealed}, once)
    return Asked(row.id, weighed.outcome)


def is_a_concern(sharing: Sharing) -> bool:
    """Whether asking alone says something for the record: how the danger is judged, and on what grounds."""
    return sharing.belief != "none" and bool(sharing.grounds)


def enter_danger(actor: Actor, door: OpenCase, sharing: Sharing) -> None:
    """Put what was said about danger on the case's dated record, unless its last entry says the same.

    That it was talked over with the lead is the worker's own word: the lead is asked to confirm it the same day.
    """
    if sharing.risk_to == "nobody":
        return
    said = danger_of(sharing)
    before = dangers(door)
    if before and before[-1][1] == said:
        return
    if sharing.lead_consulted and not (before and before[-1][1]["lead_consulted"]):
        _owe_confirmation(actor, door)
    row_id = new_id()
    sealed = door.key.seal(places.danger(row_id), said)
    Danger.objects.create(
        id=row_id,
        service_id=door.service_id,
        case_id=door.case_id,
        recorded_by_id=actor.person_id,
        recorded_at=actor.now(),
        record=sealed,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.danger_entered,
        at=actor.now(),
        about=door.case_id,
        rows={places.danger(row_id).name: sealed},
    )


def _owe_confirmation(actor: Actor, door: OpenCase) -> None:
    if actor.role == Role.HEAD_OF_SERVICE:
        return
    owe(
        actor,
        CONFIRM_DUTY,
        About.CASE,
        door.case_id,
        actor.today(),
        owed_by_role=Role.HEAD_OF_SERVICE,
        reference=door.reference,
        when=When.SAME_DAY,
    )


def keep(
    actor: Actor, door: OpenCase, weighed: Weighed, state: QuestionState = QuestionState.ANSWERED
) -> tuple[Question, Sealed]:
    """Write the question with its answer, sealed under the case key; the caller records the event."""
    row_id = new_id()
    sealed = door.key.seal(places.question(row_id), _payload(actor, weighed))
    row = Question.objects.create(
        id=row_id,
        service_id=door.service_id,
        case_id=door.case_id,
        asked_by_id=actor.person_id,
        asked_at=actor.now(),
        outcome=weighed.outcome,
        state=state,
        put_to=weighed.refer_to,
        record=sealed,
    )
    return row, sealed


def kept_to_ask_again(actor: Actor, weighed: Weighed) -> dict[str, Any]:
    """The facts and the version of the policy behind a decision (D-32)."""
    version = editions.adoption_in_force(actor.service_id, actor.today())
    return as_asked(weighed.facts, weighed.decision, version, keep_defaults(actor.now()))


def _payload(actor: Actor, weighed: Weighed) -> dict[str, Any]:
    return {
        "asked": kept_to_ask_again(actor, weighed),
        "form": 1,
        "sharing": weighed.sharing.as_json(),
        "told": weighed.listening.words,
        "heading": weighed.answer.heading,
        "decision": weighed.record,
    }


def told(
    actor: Actor,
    door: OpenCase,
    act: Act,
    weighed: Weighed,
    rows: dict[str, Sealed],
    once: UUID | None = None,
) -> None:
    """Record the event with the closed words of the question and its answer."""
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=door.case_id,
        words=words(weighed, door),
        rows=rows,
        once=once,
    )


def words(weighed: Weighed, door: OpenCase) -> dict[str, str]:
    """Question, outcome, recipient, policy and clauses: closed words and identifiers only."""
    found = {
        "question": weighed.decision.question.value,
        "outcome": weighed.outcome.value,
        "recipient": weighed.facts.recipient,
        "policy": weighed.decision.policy,
        "edition": weighed.decision.edition,
    }
    found |= {f"clause.{at}": clause.lower() for at, clause in enumerate(weighed.decision.clauses, 1)}
    return found | ({"reason": str(door.reason_id)} if door.reason_id else {})

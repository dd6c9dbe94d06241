"""Asking whether something may be written down, before it is; a no is recorded, and what was typed goes back."""

from dataclasses import dataclass
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import answer_words
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayRecord
from inconfidence.policy.questions.may_record import may_record
from inconfidence.policy.vocabulary import DutyKind, Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """The policy says no, or says what to think of first; the answer tells which. Nothing was written down."""

    answer: Answer

    @property
    def reminds(self) -> bool:
        """Whether it may be written once somebody has left out what the work does not need."""
        return self.answer.outcome == Outcome.PERMIT


def leaves_unwritten(edition: Edition, facts: MayRecord) -> bool:
    """Whether the policy would say no, were these the facts: a question to whoever writes. Nothing is recorded."""
    return may_record(edition, facts).outcome != Outcome.PERMIT


def ask_to_record(
    actor: Actor, edition: Edition, facts: MayRecord, about: UUID | None, *, left_out: bool = False
) -> NotRecorded | None:
    """Why something is not written down, inside the caller's transaction; None when it may be.

    A no is an event of its own. `left_out`: whoever writes it has said that they left out what is not needed.
    """
    decision = may_record(edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    if decision.outcome == Outcome.PERMIT:
        told = any(finding.duty == DutyKind.LEAVE_UNWRITTEN for finding in decision.duties)
        return NotRecorded(answer(decision, edition, facts)) if told and not left_out else None
    refused = answer(decision, edition, facts)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.recording_refused,
        at=actor.now(),
        about=about,
        words=answer_words(refused),
    )
    return NotRecorded(refused)

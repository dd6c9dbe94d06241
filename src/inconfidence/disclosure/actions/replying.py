"""A caller asks whether a family is known. Nothing is looked up, so nothing can show."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.disclosure.facts import about_a_caller
from inconfidence.disclosure.queries.weighing import inspection_of_the_council
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from inconfidence.team.actor import Actor

SCHOOL_INSPECTOR = "school_inspector"


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say to the caller, which is the same for everybody; and for the worker, the answer behind it."""

    sentence: str
    answer: Answer


def reply(actor: Actor, caller: str, *, once: UUID | None = None) -> Reply:
    """What the policy says about confirming anything to this kind of caller; that it was asked is recorded."""
    edition = editions.in_force(actor.service_id, actor.today())
    of_a_school = caller == SCHOOL_INSPECTOR
    recipient = "inspector" if of_a_school else caller
    running = "school" if of_a_school else inspection_of_the_council(actor, actor.today())
    facts = about_a_caller(actor.role, recipient, inspection=running)
    decision = may_disclose(edition, facts)
    clauses = {f"clause.{at}": clause.lower() for at, clause in enumerate(decision.clauses, 1)}
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.disclosure_refused if decision.outcome == "refuse" else Act.question_asked,
            at=actor.now(),
            words={"question": decision.question, "outcome": decision.outcome, "recipient": recipient}
            | clauses,
            once=once,
        )
    # No step: nobody is named here, so there is nobody who could be asked.
    return Reply(NEITHER_CONFIRM_NOR_DENY, replace(answer(decision, edition, facts), steps=()))

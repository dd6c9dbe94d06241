"""A permission form went out: from then on somebody owes its coming back, or a word to remind them."""

from datetime import date
from uuid import UUID

from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import FORM, FORM_OUT, LEADS, About
from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.forms import next_reminder
from inconfidence.team.actor import Actor


def owe_its_return(
    actor: Actor, edition: Edition, case_id: UUID, reference: str, due_on: date, *, mine: bool
) -> None:
    """Owe what brings it back, by this day: where work waits for it, that it comes; elsewhere, a word."""
    settle_its_return(actor, case_id)
    owe(
        actor,
        FORM if edition.names("permission-form-gate") else FORM_OUT,
        About.CASE,
        case_id,
        due_on,
        owed_by=actor.person_id if mine else None,
        owed_by_role="" if mine else LEADS,
        reference=reference,
    )


def settle_its_return(actor: Actor, case_id: UUID) -> None:
    """It is back, or was never given: nobody owes anything about it."""
    settle(actor, FORM, case_id)
    settle(actor, FORM_OUT, case_id)


def owe_from_the_start(
    actor: Actor, edition: Edition, case_id: UUID, reference: str, given_on: date | None, *, mine: bool
) -> None:
    """On a new case: at once where no ongoing work starts before it is back; elsewhere a week after it was given."""
    if edition.names("permission-form-gate"):
        owe_its_return(actor, edition, case_id, reference, given_on or actor.today(), mine=mine)
    elif given_on:
        owe_its_return(actor, edition, case_id, reference, next_reminder(given_on), mine=mine)

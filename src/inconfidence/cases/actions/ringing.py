"""Who is on the line: one press says how they were known. Whoever was not known is told nothing, and we hear of it."""

from uuid import UUID

from django.db import transaction

from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.models import Allocation, Case
from inconfidence.cases.queries.ringing import cases_of, ringing
from inconfidence.duties.actions import owe
from inconfidence.duties.words import CALLER_NOT_KNOWN, LEADS, About
from inconfidence.people.actions import say_how_known
from inconfidence.people.words import How
from inconfidence.team.actor import Actor

NO_SUCH_WAY = {
    How.WORD_AGREED: "No word is agreed with them: ring back on the number on the card",
    How.RANG_BACK: "There is no number on the card to ring back on: ask for the word agreed",
}


def say_who_rang(actor: Actor, card_id: UUID, how: How, *, once: UUID | None = None) -> bool | None:
    """Record how somebody on the line was known, or that they were not. None for a card that is not this person's.

    NotAccepted for a way that this card does not have. Those who work with the person hear of whoever was not known.
    """
    with transaction.atomic():
        found = ringing(actor, card_id)
        if found is None:
            return None
        if how is not How.NOT_KNOWN and how not in found.ways:
            raise NotAccepted("how", NO_SUCH_WAY[how])
        say_how_known(actor, card_id, how, once=once)
        if how is How.NOT_KNOWN:
            _tell_holders(actor, card_id)
        return True


def _tell_holders(actor: Actor, card_id: UUID) -> None:
    for row in cases_of(actor, card_id):
        for person in holding(row):
            _owe(actor, row, person)


def holding(row: Case) -> list[UUID | None]:
    """Who works on a case; nobody by name where the leads have it."""
    running = Allocation.objects.filter(case=row, ended_at__isnull=True).order_by("began_at", "id")
    return [*running.values_list("person_id", flat=True)] or [None]


def _owe(actor: Actor, row: Case, person: UUID | None) -> None:
    owe(
        actor,
        CALLER_NOT_KNOWN,
        About.CASE,
        row.id,
        actor.today(),
        owed_by=person,
        owed_by_role="" if person else LEADS,
        reference=row.reference,
        when="same_day",
    )

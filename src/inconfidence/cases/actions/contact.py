"""Changing how somebody is reached. Two people changing it at once: the second sees both texts."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.cases.actions.content import NotAccepted, check_card
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.duties.actions import owe, settle
from inconfidence.people.actions import CardDetails, change_card, check_card_changes
from inconfidence.people.queries import CardView, ways
from inconfidence.people.words import Checked, How
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class Contact:
    """What became of a change. `theirs` is what somebody else wrote meanwhile: then nothing of ours was written."""

    theirs: CardView | None


def change_contact(
    actor: Actor, reference: str, details: CardDetails, *, version: int, once: UUID | None = None
) -> Contact | NeedsReason | None:
    """Replace how the person of a case is reached, if nobody has since `version`. The name stays as it is."""
    check_card(details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        now = the_card(actor, door)
        if not change_card(actor, door.card_id, _keeping_name(details, now), version=version, once=once):
            out_of_date(actor, door.case_id, once)
            return Contact(theirs=now)
        _ask_again(actor, door, details)
        return Contact(theirs=None)


def check_contact(
    actor: Actor, reference: str, how: Checked, *, version: int, once: UUID | None = None
) -> bool | NeedsReason | None:
    """Use a new number or address from now on: it was checked in a second way. False when nothing waits any more.

    NotAccepted for ringing back where the card has no number from before to ring back on.
    """
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        card = the_card(actor, door)
        if how is Checked.RANG_BACK and How.RANG_BACK not in ways(card):
            raise NotAccepted("how", "There is no number from before to ring back on: check it another way")
        if card.waiting and check_card_changes(actor, door.card_id, how, version=version, once=once):
            return True
        out_of_date(actor, door.case_id, once)
        return False


def _keeping_name(details: CardDetails, now: CardView) -> CardDetails:
    """The name stands in lists too; it is not changed from here."""
    return CardDetails(
        name=now.name,
        known_as=details.known_as,
        phones=details.phones,
        email=details.email,
        address=details.address,
        safe=details.safe,
        access_needs=details.access_needs,
        language=details.language,
        interpreter=details.interpreter,
    )


def _ask_again(actor: Actor, door: OpenCase, details: CardDetails) -> None:
    settle(actor, "safe_contact_review", door.card_id)
    if details.safe.review_on:
        owe(
            actor,
            "safe_contact_review",
            "card",
            door.card_id,
            details.safe.review_on,
            owed_by=actor.person_id,
            reference=door.reference,
        )

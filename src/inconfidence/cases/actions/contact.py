"""Changing how somebody is reached. Two people changing it at once: the second sees both texts."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.cases.actions.content import check_codes, check_line
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.duties.actions import owe, settle
from inconfidence.people.actions import CardDetails, change_card
from inconfidence.people.queries import CardView
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class Contact:
    """What became of a change. `theirs` is what somebody else wrote meanwhile: then nothing of ours was written."""

    theirs: CardView | None


def change_contact(
    actor: Actor, reference: str, details: CardDetails, *, version: int, once: UUID | None = None
) -> Contact | NeedsReason | None:
    """Replace how the person of a case is reached, if nobody has since `version`. The name stays as it is."""
    _check(details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None)
        if not isinstance(door, OpenCase):
            return door
        now = the_card(actor, door)
        if not change_card(actor, door.card_id, _keeping_name(details, now), version=version, once=once):
            return Contact(theirs=now)
        _ask_again(actor, door, details)
        return Contact(theirs=None)


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


def _check(details: CardDetails) -> None:
    check_codes("access_needs", "access_need", details.access_needs)
    for field in ("known_as", "email", "language"):
        check_line(field, getattr(details, field))
    for field in ("ring_on", "times", "ok_message_with", "say_we_are", "safe_word", "do_not_contact"):
        check_line(field, getattr(details.safe, field))


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

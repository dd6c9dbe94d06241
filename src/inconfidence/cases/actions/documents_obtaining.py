"""Records of others that reach us: as they arrive it is asked whether we may have them, and a no stays to be settled.

Nothing is refused, for the family may have handed them over.
"""

from datetime import timedelta
from uuid import UUID

from inconfidence.cases.models import Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents_obtaining import not_agreed
from inconfidence.cases.queries.door import OpenCase
from inconfidence.cases.queries.marks import read_back
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.queries import due_about
from inconfidence.duties.words import NOT_AGREED, About
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor

# What is agreed counts from the moment after it was said.
AFTERWARDS = timedelta(seconds=1)


def ask_whether_agreed(actor: Actor, door: OpenCase, item_id: UUID, provided_by: str) -> Answer | None:
    """The policy's answer to having this document, where it is not yes; somebody then owes settling it.

    Inside the caller's transaction, whose own event covers it.
    """
    found = not_agreed(actor, door, provided_by)
    if found is None:
        settle(actor, NOT_AGREED, item_id)
    else:
        owe(
            actor,
            NOT_AGREED,
            About.ITEM,
            item_id,
            None,
            owed_by=actor.person_id,
            reference=door.reference,
        )
    return found


def settle_what_is_agreed(actor: Actor, door: OpenCase) -> None:
    """What arrived before anybody agreed is settled where the agreement that was just recorded reaches it."""
    owed = {duty.about for duty in due_about(actor, door.case_id, door.reference) if duty.kind == NOT_AGREED}
    for row in Item.objects.filter(case_id=door.case_id, id__in=owed):
        said = door.key.open(places.item(row.id, row.version), row.record)
        if not_agreed(actor, door, read_back(said).provided_by, actor.now() + AFTERWARDS) is None:
            settle(actor, NOT_AGREED, row.id)

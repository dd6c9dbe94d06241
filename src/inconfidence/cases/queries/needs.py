"""Which marked notes and documents of a case somebody has said today that they need, each by its own."""

from uuid import UUID

from inconfidence.cases.facts import Doing, about_item
from inconfidence.cases.models import Item, Reason
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.marks import read_back
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor

Said = dict[str, object]
CLOSED = "criminal_record"


def reading(actor: Actor, door: OpenCase, said: Said, *, item_id: UUID, act: Doing = "view") -> Outcome:
    """What `may_see` answers about this very item: a referral asks for the need of it to be written down first."""
    marks = read_back(said)
    restricted = marks.sensitivity == CLOSED
    facts = about_item(
        actor,
        assigned=door.allocated,
        reason=door.reason_id is not None,
        document_type=str(said.get("document_type", "")),
        provided_by=marks.provided_by,
        restricted=restricted,
        needed=restricted and item_id in needs(actor, door),
        act=act,
    )
    return may_see(door.edition, facts).outcome


def may_read(actor: Actor, door: OpenCase, said: Said, *, item_id: UUID, act: Doing = "view") -> bool:
    """Whether the policy lets this person read this very item."""
    return reading(actor, door, said, item_id=item_id, act=act) == Outcome.PERMIT


def needs(actor: Actor, door: OpenCase) -> frozenset[UUID]:
    """The items of an opened case that this person has written down a need for, while it counts."""
    return door.once("needs", lambda: frozenset(_read(actor, door)))


def _read(actor: Actor, door: OpenCase) -> list[UUID]:
    rows = Reason.objects.filter(
        case_id=door.case_id, person_id=actor.person_id, given_at__lte=actor.now(), until__gt=actor.now()
    )
    opened = (door.key.open(places.reason(row.id), row.record) for row in rows)
    return [UUID(said["item"]) for said in opened if said.get("item")]


def asks_for_need(actor: Actor, door: OpenCase, item_id: UUID) -> bool:
    """Whether saying why would open this item of an opened case, which is closed until then."""
    row = Item.objects.filter(case_id=door.case_id, id=item_id).first()
    if row is None:
        return False
    said = door.key.open(places.item(row.id, row.version), row.record)
    marked = read_back(said).sensitivity == CLOSED
    return marked and reading(actor, door, said, item_id=item_id) == Outcome.REFER


def need_asked(actor: Actor, reference: str, item_id: UUID) -> bool | NeedsReason | None:
    """Whether the page that asks why this item is needed may be shown; nothing of the item is."""
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return door
    return True if asks_for_need(actor, door, item_id) else None

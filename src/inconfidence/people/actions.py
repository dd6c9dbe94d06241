"""Making and changing cards. Called inside the transaction of whoever opens or works on a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.people.models import Caller, Card
from inconfidence.people.queries import SafeContact
from inconfidence.people.queries.cards import place
from inconfidence.people.queries.given import given, listed, written
from inconfidence.people.queries.safe_contact import written_down
from inconfidence.people.words import Checked, How
from inconfidence.policy.standing.reaching import changed, checked
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects
from inconfidence.vault.groups import Group
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class CardDetails:
    """What a card says: who this is and how to reach them safely."""

    name: str
    known_as: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    address: str = ""
    safe: SafeContact = SafeContact()
    access_needs: tuple[str, ...] = ()
    language: str = ""
    interpreter: bool = False


def _payload(details: CardDetails) -> dict[str, object]:
    return {
        "form": 1,
        "name": details.name,
        "known_as": details.known_as,
        "phones": list(details.phones),
        "email": details.email,
        "address": details.address,
        "safe": written_down(details.safe),
        "access_needs": list(details.access_needs),
        "language": details.language,
        "interpreter": details.interpreter,
    }


def create_card(
    actor: Actor, details: CardDetails, *, people: Iterable[UUID], groups: Iterable[Group]
) -> UUID:
    """A new card, its key given to `people` and `groups`. Inside the caller's transaction; answers its id."""
    card_id = new_id()
    key = subjects.begin(subjects.Kind.card, card_id, actor.service_id, people=people, groups=groups)
    sealed = key.seal(place(card_id, 1), _payload(details))
    Card.objects.create(
        id=card_id,
        service_id=actor.service_id,
        record=sealed,
        created_at=actor.now(),
        changed_at=actor.now(),
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.card_created,
        at=actor.now(),
        about=card_id,
        rows={place(card_id, 1).name: sealed},
    )
    return card_id


def change_card(
    actor: Actor, card_id: UUID, details: CardDetails, *, version: int, once: UUID | None = None
) -> bool:
    """Replace what the card says, if it still is at `version`; False when somebody changed it meanwhile.

    A new number or address waits before it is used, and what stood there before is kept beside it meanwhile.
    """
    row = Card.objects.select_for_update().get(service_id=actor.service_id, id=card_id)
    if row.version != version:
        return False
    key = subjects.open_key(actor.keyring, subjects.Kind.card, card_id)
    before = given(key.open(place(card_id, version), row.record), row.created_at)
    said = _payload(details)
    after = {way: changed(was, listed(said[way]), actor.now()) for way, was in before.items()}
    _write(actor, row, key, said | {"before": written(after)})
    _tell_changed(actor, row, Act.card_changed, once)
    return True


def check_card_changes(
    actor: Actor, card_id: UUID, how: Checked, *, version: int, once: UUID | None = None
) -> bool:
    """Use what waits on a card from now on: it was checked in a second way. False when the card changed meanwhile."""
    row = Card.objects.select_for_update().get(service_id=actor.service_id, id=card_id)
    if row.version != version:
        return False
    key = subjects.open_key(actor.keyring, subjects.Kind.card, card_id)
    said = key.open(place(card_id, version), row.record)
    after = {way: checked(was) for way, was in given(said, row.created_at).items()}
    _write(actor, row, key, said | {"before": written(after)})
    _tell_changed(actor, row, Act.change_checked, once, how=how.value)
    return True


def _write(actor: Actor, row: Card, key: subjects.SubjectKey, said: dict[str, object]) -> None:
    row.version += 1
    row.record = key.seal(place(row.id, row.version), said)
    row.changed_at = actor.now()
    row.save(update_fields=["record", "version", "changed_at"])


def _tell_changed(actor: Actor, row: Card, act: Act, once: UUID | None, **words: str) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=row.id,
        words=words,
        rows={place(row.id, row.version).name: row.record},
        once=once,
    )


def say_how_known(actor: Actor, card_id: UUID, how: How, *, once: UUID | None = None) -> None:
    """Write down how somebody on the line was known, or that they were not. Inside the caller's transaction."""
    Caller.objects.create(
        id=new_id(),
        service_id=actor.service_id,
        card_id=card_id,
        how=how,
        at=actor.now(),
        by_id=actor.person_id,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.caller_not_known if how is How.NOT_KNOWN else Act.caller_known,
        at=actor.now(),
        about=card_id,
        words={"how": how.value},
        once=once,
    )

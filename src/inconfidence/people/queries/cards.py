"""Cards: the guarded door, and the frozen value a screen gets."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.people.models import Card
from inconfidence.people.queries.safe_contact import SafeContact, read_back, sentence
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects
from inconfidence.vault.sealed import Place


@dataclass(frozen=True, slots=True)
class CardView:
    """One person we help, as a screen shows them. Never why they came."""

    id: UUID
    version: int
    name: str
    known_as: str
    phones: tuple[str, ...]
    email: str
    address: str
    safe: SafeContact
    safe_sentence: str
    access_needs: tuple[str, ...]
    access_codes: tuple[str, ...]
    language: str
    interpreter: bool


def place(card_id: UUID, version: int) -> Place:
    """Where a card's record is bound to."""
    return Place("people_card", "record", card_id, version)


def card(actor: Actor, card_id: UUID) -> CardView | None:
    """The card with this id, if this person's keys open it; None otherwise, whatever the cause."""
    return cards(actor, [card_id]).get(card_id)


def cards(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, CardView]:
    """Those of these cards that this person's keys open, by id. One audit event names them all."""
    rows = {row.id: row for row in Card.objects.filter(service_id=actor.service_id, id__in=list(ids))}
    opened = subjects.open_keys(actor.keyring, subjects.Kind.card, list(rows))
    if not opened:
        return {}
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.card_seen,
            at=actor.now(),
            listed=tuple(opened),
        )
    return {card_id: view(rows[card_id], key) for card_id, key in opened.items()}


def opened_with_case(actor: Actor, card_id: UUID) -> CardView | None:
    """The card of a case that has just been opened; the case's own event covers the look."""
    row = Card.objects.filter(service_id=actor.service_id, id=card_id).first()
    return view(row, subjects.open_key(actor.keyring, subjects.Kind.card, card_id)) if row else None


def view(row: Card, key: subjects.SubjectKey) -> CardView:
    """The frozen value of a card row, opened with its key."""
    said = key.open(place(row.id, row.version), row.record)
    return _view(row, said, read_back(said["safe"]))


def _view(row: Card, said: dict[str, Any], safe: SafeContact) -> CardView:
    needs = tuple(said["access_needs"])
    return CardView(
        id=row.id,
        version=row.version,
        name=said["name"],
        known_as=said["known_as"],
        phones=tuple(said["phones"]),
        email=said["email"],
        address=said["address"],
        safe=safe,
        safe_sentence=sentence(safe),
        access_needs=tuple(codes.label("access_need", need) for need in needs),
        access_codes=needs,
        language=said["language"],
        interpreter=said["interpreter"],
    )

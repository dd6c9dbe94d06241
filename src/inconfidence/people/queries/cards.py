"""Cards: the guarded door, and the frozen value a screen gets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions import queries as editions
from inconfidence.people.models import Card
from inconfidence.people.queries.given import WORDS, given
from inconfidence.people.queries.safe_contact import SafeContact, read_back, sentence
from inconfidence.policy.standing.reaching import Given
from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault import subjects
from inconfidence.vault.sealed import Place
from inconfidence.web.wording import plain_date


@dataclass(frozen=True, slots=True)
class Waiting:
    """A number or address that was given and is not used yet: which kind, the words, until when."""

    way: str
    kind: str
    words: tuple[str, ...]
    until: datetime

    @property
    def sentence(self) -> str:
        """What every page of the case says of it."""
        when = self.until.astimezone(LONDON)
        return f"A new {self.kind} was given: do not use it before {plain_date(when.date())}, {when:%H:%M}."


@dataclass(frozen=True, slots=True)
class CardView:
    """One person we help, as a screen shows them. Never why they came.

    `phones`, `email` and `address` are those to be used now; `written` are those that the card was last given, by kind,
    and `waiting` those among them that nobody uses yet.
    """

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
    written: Mapping[str, tuple[str, ...]]
    waiting: tuple[Waiting, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """The address that is used and the one that waits: where one is secret, both are."""
        return tuple(dict.fromkeys(filter(None, (self.address, *self.written["address"]))))

    def waits(self, way: str) -> bool:
        """Whether what was given of this kind is not used yet."""
        return any(one.way == way for one in self.waiting)


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
    return {card_id: view(actor, rows[card_id], key) for card_id, key in opened.items()}


def opened_with_case(actor: Actor, card_id: UUID) -> CardView | None:
    """The card of a case that has just been opened; the case's own event covers the look."""
    row = Card.objects.filter(service_id=actor.service_id, id=card_id).first()
    return view(actor, row, subjects.open_key(actor.keyring, subjects.Kind.card, card_id)) if row else None


def view(actor: Actor, row: Card, key: subjects.SubjectKey) -> CardView:
    """The frozen value of a card row, opened with its key."""
    said = key.open(place(row.id, row.version), row.record)
    return _view(actor, row, said, given(said, row.created_at))


def safe_words(actor: Actor, safe: SafeContact) -> str:
    """How to reach somebody, and what of that the policy asks about first and they have not been asked."""
    edition = editions.in_force(actor.service_id, actor.today())
    ask_first = edition.value("safe-contact", "ask_first")
    return sentence(safe, ask_first if isinstance(ask_first, tuple) else ())


def _view(actor: Actor, row: Card, said: dict[str, Any], ways: Mapping[str, Given]) -> CardView:
    needs, now = tuple(said["access_needs"]), actor.now()
    safe = read_back(said["safe"])
    waiting = tuple(
        Waiting(way, WORDS[way], one.now, one.until) for way, one in ways.items() if one.waits(now)
    )
    return CardView(
        id=row.id,
        version=row.version,
        name=said["name"],
        known_as=said["known_as"],
        phones=ways["phones"].used(now),
        email=_one(ways["email"], now),
        address=_one(ways["address"], now),
        safe=safe,
        safe_sentence=" ".join((safe_words(actor, safe), *(one.sentence for one in waiting))),
        access_needs=tuple(codes.label("access_need", need) for need in needs),
        access_codes=needs,
        language=said["language"],
        interpreter=said["interpreter"],
        written={way: one.now for way, one in ways.items()},
        waiting=waiting,
    )


def _one(found: Given, now: datetime) -> str:
    return next(iter(found.used(now)), "")

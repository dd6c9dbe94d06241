"""Finding a card by a name. Only cards whose key this person holds are opened, and nothing typed is kept anywhere."""

import unicodedata
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.people.models import Card
from inconfidence.people.queries.cards import CardView, view
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects

AT_MOST = 20
AT_ONCE = 500


def cards_named(actor: Actor, typed: str) -> tuple[CardView, ...]:
    """The cards that each typed word begins a name of, at most twenty. One event names those that are shown."""
    wanted = _words(typed)
    found = sorted(_matching(actor, wanted), key=lambda card: card.name.casefold()) if wanted else []
    shown = tuple(found[:AT_MOST])
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.cards_listed,
            at=actor.now(),
            listed=tuple(card.id for card in shown),
        )
    return shown


def _matching(actor: Actor, wanted: list[str]) -> Iterator[CardView]:
    held = subjects.held(actor.keyring, subjects.Kind.card)
    ids = list(Card.objects.filter(service_id=actor.service_id, id__in=held).values_list("id", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        yield from (card for card in _opened(actor, ids[start : start + AT_ONCE]) if _named(card, wanted))


def _opened(actor: Actor, ids: Iterable[UUID]) -> Iterator[CardView]:
    rows = {row.id: row for row in Card.objects.filter(service_id=actor.service_id, id__in=list(ids))}
    keys = subjects.open_keys(actor.keyring, subjects.Kind.card, list(rows))
    return (view(actor, rows[card_id], key) for card_id, key in keys.items())


def _named(card: CardView, wanted: list[str]) -> bool:
    names = _words(f"{card.name} {card.known_as}")
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _words(text: str) -> list[str]:
    """The words of a name without accents, case or signs: "O'Brien-Łoś" is found however it is typed."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return "".join(sign if sign.isalnum() else " " for sign in bare.casefold().replace("ł", "l")).split()

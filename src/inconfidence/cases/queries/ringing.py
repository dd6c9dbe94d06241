"""Somebody rings, writes or comes about a case: whose card it is, and who works with them. Never why they came."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.facts import about_card
from inconfidence.cases.models import Allocation, Case, CaseState
from inconfidence.cases.queries.door import permitted, saw
from inconfidence.editions import queries as editions
from inconfidence.people.queries import CallerView, CardView, card, cards_named, on_the_line, ways
from inconfidence.people.words import How
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whose card has the name that was typed, and who works with them."""

    card_id: UUID
    name: str
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ringing:
    """The card of somebody who may be on the line: how they can show who they are, and whether they just did."""

    card: CardView
    holders: tuple[str, ...]
    ways: tuple[How, ...]
    known: CallerView | None


def may_see_cards(actor: Actor) -> bool:
    """Whether the policy lets this person read cards at all; which ones, their keys say."""
    return permitted(editions.in_force(actor.service_id, actor.today()), about_card(actor))


def people_named(actor: Actor, typed: str) -> tuple[Found, ...]:
    """Those whose name is begun by every typed word, as far as this person has their cards."""
    cards = cards_named(actor, typed) if may_see_cards(actor) else ()
    working = working_with(actor, {card.id for card in cards})
    return tuple(Found(card.id, called(card), working.get(card.id, ())) for card in cards)


def ringing(actor: Actor, card_id: UUID) -> Ringing | None:
    """The card of somebody who may be on the line; None for a card that is nowhere or not for this person."""
    found = card(actor, card_id) if may_see_cards(actor) else None
    if found is None:
        saw(actor, None, Act.case_refused)
        return None
    holders = working_with(actor, {card_id}).get(card_id, ())
    return Ringing(found, holders, ways(found), on_the_line(actor, card_id))


def called(card: CardView) -> str:
    """The name, and what they like to be called."""
    return f"{card.name} ({card.known_as})" if card.known_as else card.name


def working_with(actor: Actor, cards: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Who of us works with the people of these cards, the longest first. Nothing of a case is opened."""
    people = names(actor.service_id)
    found: dict[UUID, dict[str, None]] = {}
    running = Allocation.objects.filter(
        case__service_id=actor.service_id, case__card_id__in=cards, ended_at__isnull=True
    ).exclude(case__state=CaseState.CLOSED)
    for card_id, person in running.order_by("began_at", "id").values_list("case__card_id", "person_id"):
        found.setdefault(card_id, {})[people.get(person, "")] = None
    return {card_id: tuple(who) for card_id, who in found.items()}


def cases_of(actor: Actor, card_id: UUID) -> list[Case]:
    """The open cases of a card's person, the newest first; where none is open, the last one. Nothing is opened."""
    rows = Case.objects.filter(service_id=actor.service_id, card_id=card_id).order_by("-opened_on", "-id")
    return list(rows.filter(state=CaseState.OPEN)) or list(rows[:1])

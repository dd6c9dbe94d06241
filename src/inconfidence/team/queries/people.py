"""Reads about colleagues, and about one's own sign-in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from time import monotonic
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.queries import in_force
from inconfidence.policy.vocabulary import Role
from inconfidence.team import totp
from inconfidence.team.actions.second_step import CODES, secret_of
from inconfidence.team.actor import Actor
from inconfidence.team.models import CodeSheet, Person
from inconfidence.team.words import POSTS, PersonState, may_invite
from inconfidence.vault import persons


@dataclass(frozen=True, slots=True)
class WorkerView:
    """A colleague who can be given work."""

    person_id: UUID
    name: str
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class ColleagueView:
    """A line of the team page. `fingerprint` only while a lead's confirmation is awaited."""

    person_id: UUID
    name: str
    title: str
    post: str
    username: str
    state: PersonState
    front_desk: bool
    fingerprint: str
    second_step: str


@dataclass(frozen=True, slots=True)
class SecondStepView:
    """How somebody gives their second factor: `asking` is the number of the next printed code, 0 for none."""

    phone: bool
    sheet: bool
    asking: int
    left: int

    @property
    def any(self) -> bool:
        """Whether there is one at all."""
        return self.phone or self.sheet


@dataclass(frozen=True, slots=True)
class CurrentCode:
    """What a demonstration account types now."""

    service: str
    username: str
    name: str
    title: str
    code: str


def workers(actor: Actor) -> list[WorkerView]:
    """The confirmed colleagues of the actor's service, by name."""
    rows = Person.objects.filter(service_id=actor.service_id, state=PersonState.ACTIVE).order_by("name")
    return [WorkerView(row.id, row.name, row.title, Role(row.role)) for row in rows]


def names(service_id: UUID) -> dict[UUID, str]:
    """Everybody who is or was of a service, by id. Asked once a second: one page asks many times."""
    return dict(_names(service_id, int(monotonic())))


@lru_cache(maxsize=64)
def _names(service_id: UUID, _second: int) -> tuple[tuple[UUID, str], ...]:
    return tuple(Person.objects.filter(service_id=service_id).values_list("id", "name"))


def forget_names() -> None:
    """Look again at once who is of a service: called when this process adds somebody."""
    _names.cache_clear()


def name_of(service_id: UUID, person_id: UUID) -> str:
    """A colleague's name; empty for an id that is not of this service."""
    found = Person.objects.filter(service_id=service_id, id=person_id).values_list("name", flat=True).first()
    return found or ""


def team(actor: Actor) -> list[ColleagueView]:
    """Everybody of the actor's service, those who wait for confirmation first. For leads; recorded."""
    rows = list(Person.objects.filter(service_id=actor.service_id).order_by("name"))
    order = [PersonState.WAITING, PersonState.INVITED, PersonState.ACTIVE, PersonState.ENDED]
    rows.sort(key=lambda row: order.index(PersonState(row.state)))
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.team_listed,
            at=actor.now(),
            listed=[row.id for row in rows],
        )
    titles = _titles(actor)
    return [_colleague(row, titles) for row in rows]


def posts_to_invite(actor: Actor) -> list[tuple[str, str]]:
    """The roles that the actor may invite today, each with its words. Volunteers wait for pages of their own."""
    titles = _titles(actor)
    offered = (role for role in may_invite(actor.role) if role != Role.VOLUNTEER)
    return [(role.value, in_words(role, titles)) for role in offered]


def in_words(role: Role, titles: Mapping[str, str]) -> str:
    """What a role is called here: ours, then the service's own title for it where that is another."""
    post, title = POSTS[role], titles.get(role.value, "")
    return post if title.casefold() in {"", post.casefold()} else f"{post} (here: {title})"


def _titles(actor: Actor) -> Mapping[str, str]:
    return in_force(actor.service_id, actor.today()).titles


def colleague(actor: Actor, person_id: UUID) -> ColleagueView | None:
    """One colleague of the actor's service, or None."""
    row = Person.objects.filter(service_id=actor.service_id, id=person_id).first()
    return _colleague(row, _titles(actor)) if row else None


def _colleague(row: Person, titles: Mapping[str, str]) -> ColleagueView:
    state, step = PersonState(row.state), second_step(row.id)
    ways = [
        words for words, there in (("phone or computer", step.phone), ("printed sheet", step.sheet)) if there
    ]
    return ColleagueView(
        row.id,
        row.name,
        row.title,
        in_words(Role(row.role), titles),
        row.username,
        state,
        row.front_desk,
        persons.fingerprint(row.id) if state == PersonState.WAITING else "",
        " and ".join(ways),
    )


def second_step(person_id: UUID) -> SecondStepView:
    """How this person gives their second factor."""
    phone = Person.objects.filter(id=person_id, totp__isnull=False).exists()
    sheet = CodeSheet.objects.filter(person_id=person_id).first()
    if sheet is None:
        return SecondStepView(phone, False, 0, 0)
    return SecondStepView(phone, True, sheet.asking, CODES - sheet.used.count())


def own_fingerprint(person_id: UUID) -> str:
    """The signs by which a lead recognises this person's key."""
    return persons.fingerprint(person_id)


def demonstration_codes(now: datetime) -> list[CurrentCode]:
    """What demonstration accounts type now. Accounts of any other service are never shown."""
    rows = Person.objects.select_related("service").filter(service__demonstration=True, totp__isnull=False)
    return [
        CurrentCode(
            row.service.name,
            row.username,
            row.name,
            row.title,
            totp.code(secret_of(row), totp.step_at(now)),
        )
        for row in rows.order_by("service__name", "created_at", "username")
    ]

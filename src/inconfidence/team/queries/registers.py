"""The service's own registers: where each stands today, what is in one, and what somebody has to acknowledge."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.codes import label
from inconfidence.editions.queries import changed_here, in_force, text_in_force, versions
from inconfidence.policy.edition import Edition
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.standing.registers import Line, State, Task, current, owed, standing, things
from inconfidence.team.actor import Actor
from inconfidence.team.facts import ACKNOWLEDGEMENT, book, called
from inconfidence.team.models import RegisterEntry
from inconfidence.team.queries.people import names
from inconfidence.team.words import ACKNOWLEDGED, REGISTERS

SHOWN_AT_MOST = 50
ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register as a line of the list: its sentence, its clauses, where it stands."""

    slug: str
    title: str
    sentence: str
    clauses: tuple[str, ...]
    state: State


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of a register in words, and who wrote it down."""

    on: date
    says: str
    by: str


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One register: where it stands and why, its last entries, what a new one can be about.

    `not_theirs` is the sentence for a lead of another post than the one that the policy asks it of; empty for that one.
    """

    head: RegisterView
    lines: tuple[Line, ...]
    entries: tuple[EntryView, ...]
    things: dict[str, str]
    takes: tuple[str, ...]
    not_theirs: str


def registers(actor: Actor) -> list[RegisterView]:
    """Every register of this service's policy. For leads; recorded."""
    edition = in_force(actor.service_id, actor.today())
    _seen(actor)
    return [_view(actor, slug) for slug in REGISTERS if _kept(actor, slug, edition)]


def register(actor: Actor, slug: str) -> RegisterPage | None:
    """One register with its entries; None where the policy asks for no such register. For leads; recorded."""
    edition = in_force(actor.service_id, actor.today())
    if slug not in REGISTERS or not _kept(actor, slug, edition):
        return None
    _seen(actor, slug)
    kept = book(actor.service_id, slug, actor.today())
    return RegisterPage(
        _view(actor, slug),
        standing(slug, kept).lines,
        _entries(actor, slug, things(slug, edition, kept.kinds)),
        things(slug, edition, kept.kinds),
        REGISTERS[slug].takes,
        _not_theirs(actor, slug, edition),
    )


def _not_theirs(actor: Actor, slug: str, edition: Edition) -> str:
    posts = REGISTERS[slug].by
    if actor.role in posts:
        return ""
    titles = " or the ".join(edition.titles[role] for role in sorted(posts))
    return f"Only the {titles} writes here ({', '.join(_cites(edition, slug))})"


def to_acknowledge(actor: Actor) -> dict[str, Task]:
    """What this person has to read or be reminded of, by the key that a form names it with."""
    edition = in_force(actor.service_id, actor.today())
    me = called(actor.service_id)[actor.person_id]
    found: dict[str, Task] = {}
    for slug in ACKNOWLEDGED:
        if _kept(actor, slug, edition):
            tasks = owed(slug, book(actor.service_id, slug, actor.today()), me)
            found |= {_key(actor, task): task for task in tasks}
    return found


def read_as(service_id: UUID, today: date, task: Task) -> str:
    """What stands for the document that was read: our own policy's text by its hash, another's version by its name."""
    return text_in_force(service_id, today) if task.register == ACKNOWLEDGEMENT else task.version


def _key(actor: Actor, task: Task) -> str:
    return f"{task.register} {task.what} {read_as(actor.service_id, actor.today(), task)}"


def _kept(actor: Actor, slug: str, edition: Edition) -> bool:
    """Whether a register is kept here: the policy asks for it; or a version was adopted, which everybody reads."""
    new = slug == ACKNOWLEDGEMENT and changed_here(actor.service_id, actor.today())
    return new or edition.names(slug)


def current_version(
    service_id: UUID, slug: str, today: date, what: str = "", *, on: date | None = None
) -> str:
    """The version of a document that counts today, or `on` a day; empty where the policy asks for none, or has none."""
    if not in_force(service_id, today).names(slug):
        return ""
    known = [each for each in book(service_id, slug, today).until_today().entries if each.on <= (on or today)]
    held = current(known, what)
    return held.version if held else ""


def counted(service_id: UUID, slug: str, about: UUID) -> tuple[str, bool] | None:
    """What the last line about this case says, and whether it is as the policy wants; None where there is none."""
    rows = RegisterEntry.objects.filter(service_id=service_id, register=slug, about=about)
    return rows.order_by("-recorded_at", "-number").values_list("what", "found").first()


def _view(actor: Actor, slug: str) -> RegisterView:
    kept = book(actor.service_id, slug, actor.today())
    return RegisterView(
        slug,
        REGISTERS[slug].title,
        ENTRIES[slug].sentence,
        _cites(kept.edition, slug),
        standing(slug, kept).state,
    )


def _cites(edition: Edition, slug: str) -> tuple[str, ...]:
    """The clauses that ask for a register; a silent policy's version is read because it was adopted."""
    return edition.naming(slug if edition.names(slug) else ADOPTION).cites


def _entries(actor: Actor, slug: str, known: dict[str, str]) -> tuple[EntryView, ...]:
    rows = RegisterEntry.objects.filter(service_id=actor.service_id, register=slug)
    staff, labels = names(actor.service_id), _labels(actor)
    return tuple(
        EntryView(row.on, _says(row, known, staff, labels), staff[row.recorded_by_id])
        for row in rows.order_by("-on", "-recorded_at", "-number")[:SHOWN_AT_MOST]
    )


def _labels(actor: Actor) -> dict[str, str]:
    """The name of each of our versions by the hash of its text."""
    return {each.sha256: each.label for each in versions(actor.service_id, actor.today())}


def _says(row: RegisterEntry, known: dict[str, str], staff: dict[UUID, str], labels: dict[str, str]) -> str:
    parts = (
        staff[row.person_id] if row.person_id else "",
        known.get(row.what, "") or label("origin", row.what),
        row.name,
        f"version {labels.get(row.version, row.version)}" if row.version else "",
        row.where,
        row.purpose,
        row.basis,
        "" if row.found else "not as the policy says",
    )
    return ", ".join(part for part in parts if part) or "Written down"


def _seen(actor: Actor, slug: str = "") -> None:
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.registers_seen,
            at=actor.now(),
            about=actor.service_id,
            words={"register": slug} if slug else {},
        )

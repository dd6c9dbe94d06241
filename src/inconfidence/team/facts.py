"""Rows of a register → what the core judges it by. The only bridge."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from inconfidence import codes
from inconfidence.editions.queries import in_force, reviewed_on, text_in_force, versions
from inconfidence.policy.standing.registers import Book, Entry, periods
from inconfidence.policy.standing.registers.figures import BEGUN
from inconfidence.team.models import CodeSheet, Person, RegisterEntry
from inconfidence.team.words import PersonState

HISTORY, SECOND_FACTOR, COVERED = "policy-history", "second-factor", "privacy-notice-covers-every-field"
ACKNOWLEDGEMENT, FIGURES = "acknowledgement", "figures-on-time"
KINDS_OF_DATA = "kind_of_data"
WORKS_HERE = (PersonState.ACTIVE, PersonState.WAITING)


def book(service_id: UUID, slug: str, today: date) -> Book:
    """A register as the core takes it: its entries, the policy in force, who works here, what is collected."""
    edition = in_force(service_id, today)
    staff = called(service_id)
    kept = Book(
        edition=edition,
        today=today,
        entries=tuple(_entries(service_id, slug, today, staff)),
        staff=tuple(staff.values()),
    )
    return replace(kept, kinds=_kinds(slug, kept))


def _kinds(slug: str, kept: Book) -> Mapping[str, str]:
    """What entries can be about where the policy does not name it."""
    if slug == FIGURES:
        return periods(kept)
    return dict(codes.choices(KINDS_OF_DATA)) if slug == COVERED else {}


def called(service_id: UUID) -> dict[UUID, str]:
    """Who works here, by name; whoever shares a name with somebody is told apart by their sign-in name."""
    rows = list(
        Person.objects.filter(service_id=service_id, state=PersonState.ACTIVE)
        .order_by("name", "username")
        .values_list("id", "name", "username")
    )
    names = [name for _, name, _ in rows]
    return {
        person: name if names.count(name) == 1 else f"{name} ({username})" for person, name, username in rows
    }


def _entries(service_id: UUID, slug: str, today: date, staff: Mapping[UUID, str]) -> Iterable[Entry]:
    if slug == HISTORY:
        return _adopted(service_id, today)
    if slug == SECOND_FACTOR:
        return _second_steps(service_id, today)
    rows = RegisterEntry.objects.filter(service_id=service_id, register=slug).order_by(
        "on", "recorded_at", "number"
    )
    latest = {row.about or row.id: row for row in rows}
    entries = [*_begun(service_id, slug, today), *(_entry(row, staff) for row in latest.values())]
    return _of_this_text(entries, service_id, today) if slug == ACKNOWLEDGEMENT else entries


def _begun(service_id: UUID, slug: str, today: date) -> list[Entry]:
    """Figures are counted from the day on which the first policy was adopted here."""
    if slug != FIGURES:
        return []
    return [Entry(on=localdate(min(each.adopted_at for each in versions(service_id, today))), what=BEGUN)]


def _of_this_text(entries: Iterable[Entry], service_id: UUID, today: date) -> list[Entry]:
    """What was acknowledged is a text, kept by its hash; what was said of the text in force has its version's name."""
    text, version = text_in_force(service_id, today), in_force(service_id, today).label
    return [replace(each, version=version) if each.version == text else each for each in entries]


def _entry(row: RegisterEntry, staff: Mapping[UUID, str]) -> Entry:
    """A row; whoever has left is nobody of today's, and their entry is no document's either."""
    return Entry(
        on=row.on,
        what=row.what,
        name=row.name,
        version=row.version,
        where=row.where,
        purpose=row.purpose,
        basis=row.basis,
        person=staff.get(row.person_id, str(row.person_id)) if row.person_id else "",
        found=row.found,
    )


def _adopted(service_id: UUID, today: date) -> list[Entry]:
    standing = [each for each in versions(service_id, today) if each.withdrawn_at is None]
    adopted = [Entry(on=each.in_force_from, version=each.label) for each in standing]
    return adopted + [Entry(on=day, what="reviewed") for day in reviewed_on(service_id, today)]


def _second_steps(service_id: UUID, today: date) -> list[Entry]:
    people = Person.objects.filter(service_id=service_id, state__in=WORKS_HERE).order_by("name", "username")
    sheets = set(CodeSheet.objects.filter(person__service_id=service_id).values_list("person_id", flat=True))
    return [
        Entry(on=today, person=who.name, found=who.totp is not None or who.id in sheets) for who in people
    ]

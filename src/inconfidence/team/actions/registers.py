"""Writing a line into one of the service's own registers. A line is added and never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.queries import in_force
from inconfidence.policy.standing.registers import Task, things
from inconfidence.team.actor import Actor
from inconfidence.team.facts import book, called
from inconfidence.team.models import RegisterEntry
from inconfidence.team.queries.registers import read_as, to_acknowledge
from inconfidence.team.words import REGISTERS
from inconfidence.vault.ids import new_id


class Entered(StrEnum):
    """What became of a line: written, or why not."""

    DONE = "done"
    NOT_HERE = "not_here"
    NOT_YET = "not_yet"
    NOT_THEIRS = "not_theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetails:
    """A line as a lead writes it. `found`: what was looked at was as the policy says."""

    on: date
    what: str = ""
    name: str = ""
    version: str = ""
    where: str = ""
    purpose: str = ""
    basis: str = ""
    person_id: UUID | None = None
    found: bool = True


@transaction.atomic
def enter(actor: Actor, register: str, details: EntryDetails, *, once: UUID | None = None) -> Entered:
    """Write a line down. Only leads do; AlreadyDone for a form sent twice.

    NOT_HERE: no lead, no such register under this policy, or nothing that it can hold; NOT_YET: a day to come;
    NOT_THEIRS: the policy asks it of another post (CV-MONITOR-01).
    """
    if not actor.is_lead or not _holds(actor, register, details):
        return Entered.NOT_HERE
    if actor.role not in REGISTERS[register].by:
        return Entered.NOT_THEIRS
    if details.on > actor.today():
        return Entered.NOT_YET
    write_line(actor, register, details, once=once)
    return Entered.DONE


def _holds(actor: Actor, register: str, details: EntryDetails) -> bool:
    edition = in_force(actor.service_id, actor.today())
    if register not in REGISTERS or not REGISTERS[register].takes or not edition.names(register):
        return False
    known = things(register, edition, book(actor.service_id, register, actor.today()).kinds)
    ours = details.person_id is None or details.person_id in called(actor.service_id)
    return ours and (details.what in known if known else not details.what)


@transaction.atomic
def acknowledge(actor: Actor, chosen: Iterable[str], *, once: UUID | None = None) -> int:
    """Write down what this person has read of what they have to; answers how many. AlreadyDone for a second sending."""
    wanted = set(chosen)
    read = [task for key, task in to_acknowledge(actor).items() if key in wanted]
    for at, task in enumerate(read):
        write_line(actor, task.register, _of(actor, task), once=once if at == 0 else None)
    return len(read)


def _of(actor: Actor, task: Task) -> EntryDetails:
    today = actor.today()
    version = read_as(actor.service_id, today, task)
    return EntryDetails(on=today, what=task.what, version=version, person_id=actor.person_id)


def write_line(
    actor: Actor,
    register: str,
    details: EntryDetails,
    *,
    about: UUID | None = None,
    once: UUID | None = None,
) -> UUID:
    """The line and its event, inside the caller's transaction. `about`: the case that the line counts."""
    before = RegisterEntry.objects.filter(service_id=actor.service_id, register=register)
    row = RegisterEntry.objects.create(
        id=new_id(),
        service_id=actor.service_id,
        register=register,
        number=before.count() + 1,
        what=details.what,
        name=details.name.strip(),
        version=details.version.strip(),
        where=details.where.strip(),
        purpose=details.purpose.strip(),
        basis=details.basis.strip(),
        person_id=details.person_id,
        found=details.found,
        about=about,
        on=details.on,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.register_entered,
        at=actor.now(),
        about=row.id,
        words={"register": register},
        once=once,
    )
    return row.id

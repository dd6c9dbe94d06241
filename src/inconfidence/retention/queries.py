"""Where the paper is: of one case, through its door; of all of them, for leads."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.editions.queries import in_force
from inconfidence.policy.standing.registers import Standing
from inconfidence.policy.standing.registers.paper import paper
from inconfidence.retention.facts import REGISTER, papers, purpose_of
from inconfidence.retention.models import PaperLine
from inconfidence.retention.words import CARRIED, CONTENT, WHY
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A line about the paper of a case, in the words of its kind."""

    on: date
    what: str
    detail: str
    by: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The paper of one case: where it stands, and every line."""

    standing: Standing
    entries: tuple[PaperEntry, ...]
    asks_purpose: bool


def paper_of_case(actor: Actor, reference: str) -> PaperPage | NeedsReason | None:
    """Where the paper of a case is. None: no such case for this person."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    lines = list(_lines(case_id=door.case_id))
    staff = names(actor.service_id)
    return PaperPage(
        paper(papers(lines), actor.today(), purpose_of(door.edition)),
        tuple(
            PaperEntry(line.on, line.what, _detail(line), staff[line.recorded_by_id])
            for line in reversed(lines)
        ),
        bool(purpose_of(door.edition)),
    )


def paper_register(actor: Actor) -> tuple[tuple[str, ...], Standing]:
    """The clauses that ask for it, and all paper of the service by its cases' numbers. For leads; recorded."""
    edition = in_force(actor.service_id, actor.today())
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.registers_seen,
            at=actor.now(),
            about=actor.service_id,
            words={"register": REGISTER},
        )
    lines = _lines(case__service_id=actor.service_id)
    return edition.naming(REGISTER).cites, paper(papers(lines), actor.today(), purpose_of(edition))


def _lines(**which: object) -> "list[PaperLine]":
    rows = PaperLine.objects.filter(**which).select_related("case", "holder")
    return list(rows.order_by("on", "number"))


def _detail(line: PaperLine) -> str:
    if line.holder is None:
        return line.kept_in
    said = (CONTENT, line.content), (WHY, line.why), (CARRIED, line.carried)
    return ". ".join((line.holder.name, *(of[word] for of, word in said if word)))

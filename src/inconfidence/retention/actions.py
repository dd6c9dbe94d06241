"""Writing down where the paper of a case is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.actions.content import check_line, check_past
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.policy.standing.registers.paper import may_hold
from inconfidence.retention.facts import holder_word, purpose_of
from inconfidence.retention.models import PaperLine
from inconfidence.retention.words import Purpose, What
from inconfidence.team.actor import Actor
from inconfidence.team.queries import workers
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """What happened to the paper of a case, and on which day."""

    what: str
    on: date
    kept_in: str = ""
    mixed: bool = False
    purpose: str = ""
    holder_id: UUID | None = None
    due_back: date | None = None


def write_down_paper(
    actor: Actor, reference: str, details: PaperDetails, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Add a line about the paper of a case. NotAccepted for what cannot have happened, or may not."""
    check_past("on", actor, details.on)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        _check(actor, door, details)
        row = PaperLine.objects.create(
            id=new_id(),
            case_id=door.case_id,
            number=PaperLine.objects.filter(case_id=door.case_id).count() + 1,
            what=details.what,
            on=details.on,
            recorded_at=actor.now(),
            recorded_by_id=actor.person_id,
            **_about(details),
        )
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.paper_moved,
            at=actor.now(),
            about=door.case_id,
            words={"what": details.what},
            once=once,
        )
        return row.id


def _about(details: PaperDetails) -> dict[str, object]:
    """The columns that go with what happened; the others stay empty."""
    if details.what == What.KEPT:
        kept_in = details.kept_in.strip()
        return {"kept_in": kept_in, "mixed": details.mixed, "purpose": details.purpose}
    if details.what == What.OUT:
        return {"holder_id": details.holder_id, "due_back": details.due_back}
    return {}


def _check(actor: Actor, door: OpenCase, details: PaperDetails) -> None:
    lines = PaperLine.objects.filter(case_id=door.case_id).order_by("-on", "-number")
    moved = lines.filter(what__in=(What.OUT, What.BACK)).first()
    out = moved is not None and moved.what == What.OUT
    if details.what == What.KEPT:
        check_line("kept_in", details.kept_in, needed=True)
        if purpose_of(door.edition) and details.purpose not in list(Purpose):
            raise NotAccepted("purpose", "Choose what this paper is for")
        return
    if not lines.filter(what=What.KEPT).exists():
        raise NotAccepted("what", "Say first where it is kept")
    if details.what == What.OUT:
        _check_out(actor, details, out=out)
    elif details.what == What.BACK and not out:
        raise NotAccepted("what", "It is in its place already")


def _check_out(actor: Actor, details: PaperDetails, *, out: bool) -> None:
    if out:
        raise NotAccepted("what", "It is out already: say first that it came back")
    holder = next((who for who in workers(actor) if who.person_id == details.holder_id), None)
    if holder is None:
        raise NotAccepted("holder", "Choose who takes it")
    if no := may_hold(holder_word(holder.role)):
        raise NotAccepted("holder", no)
    if details.due_back is None or details.due_back < details.on:
        raise NotAccepted("due_back", "Enter the day it comes back, not before it goes out")

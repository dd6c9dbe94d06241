"""Writing down where the paper of a case is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.actions.begin import answer_words
from inconfidence.cases.actions.content import check_line, check_past
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import LEADS, PAPER_LOST, About
from inconfidence.policy.explain import Answer
from inconfidence.policy.facts import MayMovePaper
from inconfidence.policy.vocabulary import DutyKind, Outcome
from inconfidence.retention.facts import holder_word, may_move, purpose_of
from inconfidence.retention.models import PaperLine
from inconfidence.retention.words import WHERE_IT_IS, Content, Purpose, What
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
    content: str = ""
    why: str = ""
    carried: str = ""
    answers_for: bool = False
    due_back: date | None = None


@dataclass(frozen=True, slots=True)
class NotMoved:
    """The policy does not let this paper, or these keys, go there or go like this; the answer says why."""

    answer: Answer


def write_down_paper(
    actor: Actor, reference: str, details: PaperDetails, *, once: UUID | None = None
) -> UUID | NotMoved | NeedsReason | None:
    """Add a line about the paper of a case. NotAccepted for what cannot have happened; NotMoved for what may not."""
    check_past("on", actor, details.on)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        _check(actor, door, details)
        asked = _asked(actor, door, details)
        if asked is not None and asked.outcome is not Outcome.PERMIT:
            _told(actor, door, Act.paper_refused, answer_words(asked), once)
            return NotMoved(asked)
        row = _written(actor, door, details)
        _owe(actor, door, details)
        _told(actor, door, Act.paper_moved, {"what": details.what}, once)
        return row.id


def _written(actor: Actor, door: OpenCase, details: PaperDetails) -> PaperLine:
    return PaperLine.objects.create(
        id=new_id(),
        case_id=door.case_id,
        number=PaperLine.objects.filter(case_id=door.case_id).count() + 1,
        what=details.what,
        on=details.on,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
        **_about(details),
    )


def _about(details: PaperDetails) -> dict[str, object]:
    """The columns that go with what happened; the others stay empty."""
    match details.what:
        case What.KEPT:
            kept_in = details.kept_in.strip()
            return {"kept_in": kept_in, "mixed": details.mixed, "purpose": details.purpose}
        case What.OUT:
            carried = {name: getattr(details, name) for name in ("content", "why", "carried")}
            return {"holder_id": details.holder_id, "due_back": details.due_back, **carried}
        case What.KEYS:
            return {"holder_id": details.holder_id}
    return {}


def _asked(actor: Actor, door: OpenCase, details: PaperDetails) -> Answer | None:
    """What the policy says of a file that goes out or of keys that are handed on; nothing of anything else."""
    if details.what not in (What.OUT, What.KEYS):
        return None
    holder = next((who for who in workers(actor) if who.person_id == details.holder_id), None)
    if holder is None:
        raise NotAccepted("holder" if details.what == What.OUT else "keyholder", "Choose who has it")
    facts = MayMovePaper(
        to=holder_word(holder.role),
        what="parent_supplied_copies" if details.content == Content.COPIES else "case_file",
        purpose="yes" if details.why else "no",
        secure="yes" if details.carried and details.answers_for else "no",
        due_back="yes" if details.due_back else "no",
        as_keyholder="yes" if details.what == What.KEYS else "no",
    )
    return may_move(door.edition, facts)


def _owe(actor: Actor, door: OpenCase, details: PaperDetails) -> None:
    """A file that is out is owed back by its day, one that came back is not; a lost one is judged that same day."""
    if details.what == What.OUT:
        holder, due = details.holder_id, details.due_back
        owe(actor, DutyKind.BRING_PAPER_BACK, About.CASE, door.case_id, due, owed_by=holder)
    elif details.what == What.BACK:
        settle(actor, DutyKind.BRING_PAPER_BACK, door.case_id)
    elif details.what == What.LOST:
        today, when = actor.today(), "same_day"
        owe(actor, PAPER_LOST, About.CASE, door.case_id, today, owed_by_role=LEADS, when=when)


def _told(actor: Actor, door: OpenCase, act: Act, words: dict[str, str], once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=door.case_id,
        words=words,
        once=once,
    )


def _check(actor: Actor, door: OpenCase, details: PaperDetails) -> None:
    lines = PaperLine.objects.filter(case_id=door.case_id).order_by("-on", "-number")
    moved = lines.filter(what__in=WHERE_IT_IS).first()
    last = moved.what if moved is not None else What.BACK
    if details.what == What.KEPT:
        check_line("kept_in", details.kept_in, needed=True)
        if purpose_of(door.edition) and details.purpose not in list(Purpose):
            raise NotAccepted("purpose", "Choose what this paper is for")
        return
    if not lines.filter(what=What.KEPT).exists():
        raise NotAccepted("what", "Say first where it is kept")
    if details.what == What.OUT:
        _check_out(details, last)
    elif details.what == What.BACK and last == What.BACK:
        raise NotAccepted("what", "It is in its place already")
    elif details.what == What.LOST and last == What.LOST:
        raise NotAccepted("what", "It is written down as lost already")


def _check_out(details: PaperDetails, last: str) -> None:
    if last == What.LOST:
        raise NotAccepted("what", "It is lost: say first that it came back")
    if last == What.OUT:
        raise NotAccepted("what", "It is out already: say first that it came back")
    if details.due_back is None or details.due_back < details.on:
        raise NotAccepted("due_back", "Enter the day it comes back, not before it goes out")

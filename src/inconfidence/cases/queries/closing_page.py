"""What closing a case has to look at, and the pages on which one is closed and opened again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries.agreed import danger_believed
from inconfidence.cases.queries.beginning import FIRST_LEVEL, in_short, level_said, may_close, said_of
from inconfidence.cases.queries.closings import EVER, RestsOn, closings, periods_ask, rests_on
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, staff
from inconfidence.cases.queries.head import identity
from inconfidence.cases.queries.meetings import opened
from inconfidence.cases.queries.needs import may_read
from inconfidence.duties.queries import DutyView, due_about
from inconfidence.duties.words import FORM, FORM_OUT, REMINDER, RIGHT_PASSES, RIGHT_SOON, When
from inconfidence.policy.edition import Edition
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar
from inconfidence.web.wording import plain_date

REVIVAL_DUTY = "consent_after_reopening"
IN_ONE_GO = 3
ENDS_WITH_THE_CASE = (
    FORM,
    FORM_OUT,
    "consent_review",
    "review_consent",
    "allocate_case",
    REVIVAL_DUTY,
    RIGHT_SOON,
    RIGHT_PASSES,
)


def left_undone(actor: Actor, door: OpenCase) -> tuple[str, ...]:
    """What should come before closing and has not been done, in words: duties, first contact, a danger believed."""
    owed = [duty.wording for duty in due_about(actor, door.case_id) if duty.when == When.BEFORE_CLOSING]
    contact = may_close(actor, door)
    steps = [] if contact.outcome == Outcome.PERMIT else [step.says for step in contact.steps]
    danger = ["Somebody is believed to be in danger: say what became of it"] if danger_believed(door) else []
    return (*owed, *steps, *danger)


def still_due(actor: Actor, door: OpenCase) -> list[DutyView]:
    """What is open about the case and its notes and meetings, and does not end with it by itself."""
    owed = due_about(actor, door.case_id, door.reference)
    return [duty for duty in owed if duty.kind not in ENDS_WITH_THE_CASE]


def meetings_to_come(actor: Actor, door: OpenCase) -> list[Item]:
    """The meetings of the case that are not over and of which nothing came yet."""
    rows = Item.objects.filter(
        case_id=door.case_id, kind=ItemKind.MEETING, happened_on__gte=actor.today()
    ).order_by("happened_on")
    return [row for row in rows if not opened(door, row).get("outcome")]


def _still_due(actor: Actor, door: OpenCase) -> tuple[str, ...]:
    """The same in words: what a next step is, and by when."""
    return tuple(_in_words(actor, door, duty) for duty in still_due(actor, door))


def _in_words(actor: Actor, door: OpenCase, duty: DutyView) -> str:
    row = Item.objects.filter(case_id=door.case_id, id=duty.about).first() if duty.kind == REMINDER else None
    said = opened(door, row) if row else {}
    step = said.get("next_step", "") if row and may_read(actor, door, said, item_id=row.id) else ""
    words = f"{duty.wording}: {step}" if step else duty.wording
    return f"{words}, by {plain_date(duty.due_on)}" if duty.due_on else words


@dataclass(frozen=True, slots=True)
class Worked:
    """How much work stands on the timeline, and whether it is more than one go of information and advice.

    That is usual for the first level (IASSN): a meeting, or contacts on more than IN_ONE_GO days, speak for more.
    """

    words: str
    several_goes: bool


def worked(door: OpenCase, today: date) -> Worked:
    """Counted from the days alone: nothing is opened for it. Meetings still to come are no work yet."""
    done = Item.objects.filter(case_id=door.case_id, happened_on__lte=today)
    notes = list(done.filter(kind=ItemKind.NOTE).values_list("happened_on", flat=True))
    met = done.filter(kind=ItemKind.MEETING).count()
    days = len(set(notes))
    contacts = f"{_many(len(notes), 'call or note', 'calls and notes')} on {_many(days, 'day', 'days')}"
    meetings = f" and {_many(met, 'meeting', 'meetings')}" if met else ""
    return Worked(f"On the timeline: {contacts}{meetings}", bool(met) or days > IN_ONE_GO)


def _many(count: int, one: str, more: str) -> str:
    return f"{count or 'no'} {one if count == 1 else more}"


@dataclass(frozen=True, slots=True)
class ClosePage:
    """What the form for closing needs to show. `closed` says that there is nothing to close.

    `missing` is what first contact still lacks. `level` and `reason` are empty where the file does not know the
    answer: how far help went where nobody said, or where more was done since; why it ends where that was not after
    first contact alone. They are then asked openly. `reasons` are the ones that can be given under this policy.
    `ever` is what was said at an earlier closing, of what keeping may rest on; `ever_asked` what it rests on under this
    policy.
    """

    reference: str
    identity: IdentityBar
    closed: bool
    undone: tuple[str, ...]
    missing: str
    still_due: tuple[str, ...]
    meetings: bool
    level: str
    reason: str
    worked: str
    issues: tuple[str, ...]
    reasons: tuple[str, ...]
    year_of_birth: int | None
    ever: Mapping[str, str]
    ever_asked: frozenset[str]


def close_page(actor: Actor, reference: str) -> ClosePage | NeedsReason | None:
    """Open a case in order to close it. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    before, work, level = closings(door), worked(door, actor.today()), level_said(door)
    missing = in_short(actor, door)
    further = work.several_goes or level > FIRST_LEVEL
    ever = before[-1].said["rests_on"]["ever"] if before else {}
    return ClosePage(
        reference=door.reference,
        identity=identity(actor, door),
        closed=door.state == "closed",
        undone=left_undone(actor, door),
        missing=missing,
        still_due=_still_due(actor, door),
        meetings=bool(meetings_to_come(actor, door)),
        level="" if level == FIRST_LEVEL and work.several_goes else level,
        reason="" if missing or further else USUAL_REASON,
        worked=work.words,
        issues=tuple(said_of(door)["issues"]),
        reasons=_reasons(door.edition),
        year_of_birth=said_of(door)["child"]["year_of_birth"],
        ever={name: ever.get(name, "unknown") for name in EVER},
        ever_asked=periods_ask(door.edition),
    )


FORM_NEVER_BACK = "form_not_returned"
USUAL_REASON = "completed"


def _reasons(edition: Edition) -> tuple[str, ...]:
    """Why a case may end: that the form never came back, only where the policy waits for one."""
    found = (row.code for row in codes.rows("closure_reason") if row.active)
    return tuple(code for code in found if code != FORM_NEVER_BACK or edition.names("permission-form-gate"))


@dataclass(frozen=True, slots=True)
class ClosingView:
    """One closing in words, and what keeping the file rests on."""

    id: UUID
    on: date
    recorded_at: datetime
    by: str
    outcomes: tuple[str, ...]
    reason: str
    level: str
    feedback_asked: bool
    words: str
    undone: str
    ahead: str
    rests_on: RestsOn
    reopened_at: datetime | None
    reopened_by: str
    reopened_why: str

    @property
    def sentence(self) -> str:
        """Why, what came of it, how far our help went."""
        return f"{self.reason}. {'; '.join(self.outcomes)}. How far our help went – {self.level}."


@dataclass(frozen=True, slots=True)
class ReopenPage:
    """A closed case, or one that is open again: every closing, the latest first."""

    reference: str
    identity: IdentityBar
    closed: bool
    closings: tuple[ClosingView, ...]


def reopen_page(actor: Actor, reference: str) -> ReopenPage | NeedsReason | None:
    """Open a case in order to open it again. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    return ReopenPage(door.reference, identity(actor, door), door.state == "closed", ended(actor, door))


def ended(actor: Actor, door: OpenCase) -> tuple[ClosingView, ...]:
    """Every closing of an opened case in words, and why it was opened again; the latest first."""
    people = staff(actor, door)
    why = {line["at"]: line["words"] for line in said_of(door).get("reopenings", ())}
    return tuple(
        ClosingView(
            id=found.id,
            on=found.closed_on,
            recorded_at=found.recorded_at,
            by=people.get(found.closed_by, ""),
            outcomes=tuple(codes.label("outcome", code) for code in found.said["outcomes"]),
            reason=codes.label("closure_reason", found.said["reason"]),
            level=codes.label("intervention_level", found.said["level"]),
            feedback_asked=found.said["feedback_asked"],
            words=found.said["words"],
            undone=found.said["undone"],
            ahead=_ahead(found.said.get("ahead")),
            rests_on=rests_on(found, door.edition),
            reopened_at=found.reopened_at,
            reopened_by=people.get(found.reopened_by, "") if found.reopened_by else "",
            reopened_why=why.get(found.reopened_at.isoformat(), "") if found.reopened_at else "",
        )
        for found in reversed(closings(door))
    )


def _ahead(said: Mapping[str, str] | None) -> str:
    """How work went above the first level before the policy let it begin, and what was missing."""
    if not said:
        return ""
    return f"{said['words']} ({said['missing']})" if said["missing"] else said["words"]

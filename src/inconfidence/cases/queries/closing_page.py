"""What closing a case has to look at, and the pages on which one is closed and opened again."""

from dataclasses import dataclass
from datetime import datetime

from inconfidence import codes
from inconfidence.cases.queries.agreed import danger_believed
from inconfidence.cases.queries.beginning import level_now, may_close, said_of
from inconfidence.cases.queries.closings import RestsOn, closings, rests_on
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, staff
from inconfidence.cases.queries.head import identity
from inconfidence.duties.queries import DutyView, due_about
from inconfidence.duties.words import When
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar

REVIVAL_DUTY = "consent_after_reopening"
ENDS_WITH_THE_CASE = ("permission_form", "consent_review", "review_consent", "allocate_case", REVIVAL_DUTY)


def left_undone(actor: Actor, door: OpenCase) -> tuple[str, ...]:
    """What should come before closing and has not been done, in words: duties, first contact, a danger believed."""
    owed = [duty.wording for duty in due_about(actor, door.case_id) if duty.when == When.BEFORE_CLOSING]
    contact = may_close(actor, door)
    steps = [] if contact.outcome == Outcome.PERMIT else [step.says for step in contact.steps]
    danger = ["Somebody is believed to be in danger: say what became of it"] if danger_believed(door) else []
    return (*owed, *steps, *danger)


def still_due(actor: Actor, door: OpenCase) -> list[DutyView]:
    """What is open about the case and does not end with it by itself."""
    return [duty for duty in due_about(actor, door.case_id) if duty.kind not in ENDS_WITH_THE_CASE]


@dataclass(frozen=True, slots=True)
class ClosePage:
    """What the form for closing needs to show. `closed` says that there is nothing to close."""

    reference: str
    identity: IdentityBar
    closed: bool
    undone: tuple[str, ...]
    still_due: tuple[DutyView, ...]
    level: str
    issues: tuple[str, ...]
    in_care: str
    supervision_order: str


def close_page(actor: Actor, reference: str) -> ClosePage | NeedsReason | None:
    """Open a case in order to close it. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    before = closings(door)
    ever = before[-1].said["rests_on"]["ever"] if before else {}
    return ClosePage(
        reference=door.reference,
        identity=identity(actor, door),
        closed=door.state == "closed",
        undone=left_undone(actor, door),
        still_due=tuple(still_due(actor, door)),
        level=level_now(door),
        issues=tuple(said_of(door)["issues"]),
        in_care=ever.get("in_care", "unknown"),
        supervision_order=ever.get("supervision_order", "unknown"),
    )


@dataclass(frozen=True, slots=True)
class ClosingView:
    """One closing in words, and what keeping the file rests on."""

    on: datetime
    by: str
    outcomes: tuple[str, ...]
    reason: str
    level: str
    feedback_asked: bool
    words: str
    undone: str
    rests_on: RestsOn
    reopened_at: datetime | None
    reopened_by: str


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
    return ReopenPage(door.reference, identity(actor, door), door.state == "closed", _views(actor, door))


def _views(actor: Actor, door: OpenCase) -> tuple[ClosingView, ...]:
    people = staff(actor, door)
    return tuple(
        ClosingView(
            on=found.recorded_at,
            by=people.get(found.closed_by, ""),
            outcomes=tuple(codes.label("outcome", code) for code in found.said["outcomes"]),
            reason=codes.label("closure_reason", found.said["reason"]),
            level=codes.label("intervention_level", found.said["level"]),
            feedback_asked=found.said["feedback_asked"],
            words=found.said["words"],
            undone=found.said["undone"],
            rests_on=rests_on(found, door.edition),
            reopened_at=found.reopened_at,
            reopened_by=people.get(found.reopened_by, "") if found.reopened_by else "",
        )
        for found in reversed(closings(door))
    )

"""Closing a case, and opening it again. Keys and allocations stay: whoever worked on it can still read it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import was_written
from inconfidence.audit.record import AlreadyDone, record
from inconfidence.cases.actions.begin import NotBegun, answer_words, at_level, not_begun_yet
from inconfidence.cases.actions.closing_days import check_days
from inconfidence.cases.actions.content import (
    NotAccepted,
    check_code,
    check_codes,
    check_line,
    check_past,
    check_text,
)
from inconfidence.cases.actions.meetings_held import call_off
from inconfidence.cases.actions.passing import owe_the_day
from inconfidence.cases.actions.rewriting import rewrite
from inconfidence.cases.models import CaseState, Closing
from inconfidence.cases.queries import places
from inconfidence.cases.queries.agreed import agreed_on
from inconfidence.cases.queries.beginning import (
    FIRST_LEVEL,
    first_missing,
    level_now,
    level_waits,
    may_begin,
    may_close,
    said_of,
)
from inconfidence.cases.queries.closing_page import (
    ENDS_WITH_THE_CASE,
    REVIVAL_DUTY,
    left_undone,
    meetings_to_come,
    still_due,
)
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import LEADS, About
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome, Role
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id

OUT_OF_REACH = frozenset(
    {"no_reply_after_tries", "no_longer_wanted", "moved_out_of_area", "duplicate", "deceased", "transferred"}
)
READ_AHEAD_DUTY = "read_early_work"


@dataclass(frozen=True, slots=True)
class LevelWaits(NotBegun):
    """Not closed: work above the first level may not have begun; `says` is why, and what would change that."""

    says: str


@dataclass(frozen=True, slots=True)
class ClosingDetails:
    """What is said when a case is closed. `undone` is what became of what should have come first, or why nothing did.

    `ahead` is how work went above the first level before the policy let it begin: closing tells the truth, and does
    not wait for ever for a form that never comes.
    `in_care` and `supervision_order`: whether it ever held while we worked with them (yes, no, unknown).
    `settle_rest`: what is still due ends with the case, and meetings to come are called off. `born_sure`: the day of
    birth was looked at again, and is right though the file says another year.
    """

    outcomes: tuple[str, ...] = ()
    reason: str = "completed"
    level: str = FIRST_LEVEL
    issue: str = ""
    other_issue: str = ""
    feedback_asked: bool = False
    words: str = ""
    undone: str = ""
    ahead: str = ""
    in_care: str = "unknown"
    supervision_order: str = "unknown"
    born_on: date | None = None
    born_sure: bool = False
    died: str = ""
    died_on: date | None = None
    holds: tuple[str, ...] = ()
    closed_on: date | None = None
    settle_rest: bool = True


def close_case(
    actor: Actor, reference: str, details: ClosingDetails, *, once: UUID | None = None
) -> UUID | NotBegun | NeedsReason | None:
    """Close a case; answers the closing's id. NotAccepted when something does not fit, or it is closed already.

    NotBegun where the policy has something come first: at the first contact, or (LevelWaits) before work above the
    first level, unless it is said how it came to that; then the head of service is to read it.
    """
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if door.state == CaseState.CLOSED:
            if once and was_written(once):
                raise AlreadyDone
            raise NotAccepted("outcomes", "This case is closed already")
        check_days(
            actor, door, born=details.born_on, sure=details.born_sure, closed=details.closed_on,
            child_died=details.died_on if details.died == "child" else None,
        )  # fmt: skip
        too_early = not_begun(actor, door, details)
        if too_early and not details.ahead.strip():
            return LevelWaits(not_begun_yet(actor, too_early, door.case_id).answer, level_waits(too_early))
        in_the_way = first_comes(actor, door, details)
        if in_the_way is not None:
            return not_begun_yet(actor, in_the_way, door.case_id)
        if left_undone(actor, door) and not details.undone.strip():
            raise NotAccepted("undone", "Write what became of it, or why nothing could be done")
        return _close(actor, door, details, too_early, once)


def _check(actor: Actor, details: ClosingDetails) -> None:
    if not details.outcomes:
        raise NotAccepted("outcomes", "Tick what came of the work, even if that is not known")
    check_codes("outcomes", "outcome", details.outcomes)
    check_code("reason", "closure_reason", details.reason)
    check_code("level", "intervention_level", details.level)
    check_code("issue", "issue", details.issue)
    check_code("other_issue", "issue", details.other_issue, empty=True)
    check_code("in_care", "ever_held", details.in_care)
    check_code("supervision_order", "ever_held", details.supervision_order)
    check_codes("holds", "hold", details.holds)
    check_text("words", details.words)
    check_line("undone", details.undone)
    check_line("ahead", details.ahead)
    for field in ("closed_on", "born_on", "died_on"):
        check_past(field, actor, getattr(details, field))


def not_begun(actor: Actor, door: OpenCase, details: ClosingDetails) -> Answer | None:
    """Why work at the level said may not have begun; None where it may, or where that level is on file already."""
    if details.level <= level_now(door):
        return None
    found = may_begin(actor, door)
    return None if found.outcome == Outcome.PERMIT else found


def first_comes(actor: Actor, door: OpenCase, details: ClosingDetails) -> Answer | None:
    """What of first contact the policy has finished first, if anything.

    Where they cannot be told or asked any more, what is missing of first contact is left undone, with a word why.
    """
    if details.reason in OUT_OF_REACH:
        return None
    found = may_close(actor, door)
    return found if found.outcome != Outcome.PERMIT else None


def _close(
    actor: Actor, door: OpenCase, details: ClosingDetails, too_early: Answer | None, once: UUID | None
) -> UUID:
    before = said_of(door)
    said = before | {"issues": [code for code in (details.issue, details.other_issue) if code]}
    closed_on = details.closed_on or actor.today()
    if details.level != level_now(door):
        said = at_level(actor, said, details.level, closed_on)
    row_id = new_id()
    payload = _payload(before, details, closed_on) | _ahead(details, too_early)
    sealed = door.key.seal(places.closing(row_id), payload)
    Closing.objects.create(
        id=row_id,
        case_id=door.case_id,
        record=sealed,
        closed_on=closed_on,
        recorded_at=actor.now(),
        closed_by_id=actor.person_id,
    )
    rows = rewrite(door, said, state=CaseState.CLOSED)
    _settle(actor, door, rest=details.settle_rest)
    if too_early:
        owe(actor, READ_AHEAD_DUTY, About.CASE, door.case_id, None, owed_by_role=Role.HEAD_OF_SERVICE,
            reference=door.reference)  # fmt: skip
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.case_closed,
        at=actor.now(),
        about=door.case_id,
        words=answer_words(too_early) if too_early else {},
        rows=rows | {places.closing(row_id).name: sealed},
        once=once,
    )
    return row_id


def _ahead(details: ClosingDetails, too_early: Answer | None) -> dict[str, object]:
    """How work went above the first level too early, and what was missing then; nothing where it did not."""
    if not too_early:
        return {}
    return {"ahead": {"words": details.ahead.strip(), "missing": first_missing(too_early)}}


def _payload(before: dict[str, Any], details: ClosingDetails, closed_on: date) -> dict[str, object]:
    year = before["child"]["year_of_birth"]
    born = details.born_on
    birth = {"on": born.isoformat() if born else None, "year": born.year if born else year}
    died = {"who": details.died, "on": details.died_on.isoformat() if details.died_on else None}
    return {
        "form": 1,
        "outcomes": list(details.outcomes),
        "reason": details.reason,
        "level": details.level,
        "feedback_asked": details.feedback_asked,
        "words": details.words,
        "undone": details.undone.strip(),
        "rests_on": {
            "closed_on": closed_on.isoformat(),
            "births": [birth] if birth["year"] else [],
            "deaths": [died] if details.died else [],
            "ever": {"in_care": details.in_care, "supervision_order": details.supervision_order},
            "holds": list(details.holds),
        },
    }


def _settle(actor: Actor, door: OpenCase, *, rest: bool) -> None:
    """What only an open case can owe ends with it; the rest as the worker said."""
    for kind in ENDS_WITH_THE_CASE:
        settle(actor, kind, door.case_id)
    if rest:
        for duty in still_due(actor, door):
            settle(actor, duty.kind, duty.about)
        for meeting in meetings_to_come(actor, door):
            call_off(actor, door, meeting.id)


def reopen_case(
    actor: Actor, reference: str, words: str = "", *, once: UUID | None = None
) -> bool | NeedsReason | None:
    """Open a closed case again: its closing keeps who did and when. False when it is open.

    What was agreed before does not revive: whoever reopens it owes asking again, today.
    """
    check_line("words", words)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        standing = Closing.objects.filter(case_id=door.case_id, reopened_at__isnull=True)
        if door.state != CaseState.CLOSED:
            return False
        now = actor.now()
        standing.update(reopened_at=now, reopened_by_id=actor.person_id)
        _reopen(actor, door, words.strip(), now, once)
        return True


def _reopen(actor: Actor, door: OpenCase, words: str, now: datetime, once: UUID | None) -> None:
    """`now` is the closing's own moment: by it the words are found again."""
    before = said_of(door)
    line = {"at": now.isoformat(), "by": str(actor.person_id), "words": words}
    said = before | {"reopenings": [*before.get("reopenings", ()), line]}
    rows = rewrite(door, said, state=CaseState.OPEN)
    owe_the_day(actor, door.case_id, door.reference, said, door.opened_on, mine=door.allocated)
    if agreed_on(actor, door).answered:
        owe(
            actor,
            REVIVAL_DUTY,
            About.CASE,
            door.case_id,
            actor.today(),
            owed_by=actor.person_id if door.allocated else None,
            owed_by_role="" if door.allocated else LEADS,
            reference=door.reference,
        )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.case_reopened,
        at=now,
        about=door.case_id,
        rows=rows,
        once=once,
    )

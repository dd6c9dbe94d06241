"""My day and the case page, put together from the queries of the rooms below. Nothing is stored here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from inconfidence.cases.queries import (
    CaseRow,
    CaseView,
    NeedsReason,
    OpenCase,
    case_refs,
    case_view,
    enquiries,
    open_case_for,
)
from inconfidence.consent.queries import ConsentView, consents
from inconfidence.disclosure.queries import LedgerLine, WaitingLine, decided_for, lines, waiting
from inconfidence.duties.queries import DutyView, due_for
from inconfidence.duties.words import About
from inconfidence.people.queries import cards
from inconfidence.safeguarding.queries import waiting as concerns_waiting
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names, team
from inconfidence.team.words import PersonState
from inconfidence.web.wording import plain_date

WEEK = timedelta(days=7)
GROUP_AT_MOST = 15


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due: what, by when, for whom, and how it is safe to reach them."""

    duty: DutyView
    name: str
    safe: str


@dataclass(frozen=True, slots=True)
class Group:
    """One part of the day, with as many lines as can be read and the number that are not shown."""

    title: str
    lines: tuple[DueLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Day:
    """My day. What is for leads is empty or nought for everybody else."""

    today: date
    groups: tuple[Group, ...]
    enquiries: int
    concerns: int
    to_decide: tuple[WaitingLine, ...]
    decided: tuple[WaitingLine, ...]
    to_confirm: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a case's timeline, whatever it is: its words are ready to print."""

    kind: str
    title: str
    when: str
    by: str
    body: str
    anchor: str
    href: str
    share: str
    order: datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """The whole page of one case."""

    case: CaseView
    moments: tuple[Moment, ...]


def my_day(actor: Actor) -> Day:
    """What is due for this person, and for a lead what waits for them."""
    today = actor.today()
    due = _due_lines(actor, due_for(actor, until=today + WEEK))
    now = _concerns_first([line for line in due if line.duty.due_on and line.duty.due_on <= today])
    week = [line for line in due if line.duty.due_on and line.duty.due_on > today]
    undated = [line for line in due if line.duty.due_on is None]
    return Day(
        today=today,
        groups=(_group("Today", now), _group("This week", week), _group("Without a set day", undated)),
        enquiries=sum(row.state == "open" for row in enquiries(actor)),
        concerns=concerns_waiting(actor),
        to_decide=tuple(waiting(actor)),
        decided=tuple(decided_for(actor)),
        to_confirm=sum(who.state == PersonState.WAITING for who in team(actor)) if actor.is_lead else 0,
    )


def _concerns_first(found: list[DueLine]) -> list[DueLine]:
    """A concern that nobody has read stands above everything, and is never among the lines that are not shown."""
    return sorted(found, key=lambda line: line.duty.about_kind != About.CONCERN)


def _group(title: str, found: list[DueLine]) -> Group:
    return Group(title, tuple(found[:GROUP_AT_MOST]), max(0, len(found) - GROUP_AT_MOST))


def _due_lines(actor: Actor, due: Iterable[DutyView]) -> list[DueLine]:
    duties = list(due)
    rows = case_refs(actor, {duty.about for duty in duties if duty.about_kind == "case"})
    safe = _safe(actor, rows)
    named = {case: row.name for case, row in rows.items()}
    return [DueLine(duty, named.get(duty.about, ""), safe.get(duty.about, "")) for duty in duties]


def _safe(actor: Actor, rows: Mapping[UUID, CaseRow]) -> dict[UUID, str]:
    """How it is safe to reach the person of each of these cases, which have been opened for this person."""
    if not rows:
        return {}
    found = cards(actor, {row.card_id for row in rows.values()})
    return {case: found[row.card_id].safe_sentence for case, row in rows.items() if row.card_id in found}


def case_page(actor: Actor, reference: str) -> CasePage | NeedsReason | None:
    """The case with its timeline: notes, documents, what was agreed, what was shared. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    case = case_view(actor, door)
    agreed = consents(actor, door)
    shared = lines(door, names(actor.service_id))
    moments = (
        *_items(case),
        *(_agreed(view, case) for view in agreed),
        *(_shared(line, case) for line in shared),
    )
    return CasePage(
        case=case,
        moments=tuple(sorted(moments, key=lambda moment: moment.order, reverse=True)),
    )


def _items(case: CaseView) -> list[Moment]:
    home = f"/cases/{case.reference}/"
    return [
        Moment(
            kind=entry.kind,
            title=entry.heading,
            when=plain_date(entry.happened_on),
            by=entry.by,
            body=entry.text,
            anchor=f"item-{entry.id}",
            href=f"{home}documents/{entry.id}/" if entry.document else "",
            share=f"{home}share/?item={entry.id}",
            order=_order(entry.happened_on, entry.recorded_at),
        )
        for entry in case.timeline
    ]


def _agreed(view: ConsentView, case: CaseView) -> Moment:
    on = view.happened or view.recorded_at.date()
    return Moment(
        kind="consent",
        title="What was agreed",
        when=plain_date(on),
        by=view.by,
        body="\n".join(part for part in (view.sentence, view.words) if part),
        anchor=f"consent-{view.id}",
        href=f"/cases/{case.reference}/consent/",
        share="",
        order=_order(on, view.recorded_at),
    )


def _shared(line: LedgerLine, case: CaseView) -> Moment:
    return Moment(
        kind="shared",
        title=f"Shared with {line.told}",
        when=plain_date(line.on),
        by=line.by,
        body=line.words or line.what,
        anchor=f"shared-{line.id}",
        href=f"/cases/{case.reference}/ledger/",
        share="",
        order=_order(line.on, line.recorded_at),
    )


def _order(day: date, recorded: datetime) -> datetime:
    """By the day it happened, then by when it was written down."""
    return datetime.combine(day, time.min, recorded.tzinfo) + (
        recorded - recorded.replace(hour=0, minute=0, second=0)
    )

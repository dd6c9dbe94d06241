"""The case page, put together from the queries of the rooms below. Nothing is stored here."""

from dataclasses import dataclass
from datetime import date, datetime, time

from inconfidence.cases.queries import CaseView, NeedsReason, OpenCase, case_view, not_yet, open_case_for
from inconfidence.consent.queries import ConsentView, consents
from inconfidence.disclosure.queries import LedgerLine, lines
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.web.wording import plain_date


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
    """The whole page of one case. `beginning` is what first contact still needs, while there is something."""

    case: CaseView
    moments: tuple[Moment, ...]
    beginning: Answer | None


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
        beginning=not_yet(actor, door),
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

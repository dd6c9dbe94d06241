"""The case page, put together from the queries of the rooms below. Nothing is stored here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from inconfidence.cases.queries import (
    CaseView,
    ItemKind,
    NeedsReason,
    OpenCase,
    RightPasses,
    TimelineEntry,
    case_view,
    not_yet,
    open_case_for,
    right_in_words,
)
from inconfidence.cases.queries.closing_page import ended
from inconfidence.cases.queries.closings import local_day
from inconfidence.cases.queries.happened import entered
from inconfidence.consent.queries import ConsentView, consents
from inconfidence.disclosure.queries import LedgerLine, lines
from inconfidence.people.queries import CallerView, callers
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.web.wording import plain_date, plain_day

AT_MOST = 50
KINDS: Mapping[str, frozenset[str]] = {
    "all": frozenset(ItemKind),
    "notes": frozenset({ItemKind.NOTE}),
    "documents": frozenset({ItemKind.DOCUMENT}),
    "meetings": frozenset({ItemKind.MEETING}),
    "agreed": frozenset(),
    "shared": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a case's timeline, whatever it is: its words are ready to print. `link` is what `href` is called
    where it is not the title; `entered` the day of entry, where that is not the day it happened.
    """

    kind: str
    title: str
    when: str
    by: str
    body: str
    anchor: str
    href: str
    share: str
    order: datetime
    marks: str = ""
    link: str = ""
    entered: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which part of a timeline is shown: what kind of entries, which page of them, whether older ones follow."""

    what: str = "all"
    page: int = 1
    older: bool = False


@dataclass(frozen=True, slots=True)
class CasePage:
    """The whole page of one case. `beginning` is what first contact still needs, while there is something.

    `right` is what the case says of the day on which the young person answers for themselves.
    """

    case: CaseView
    moments: tuple[Moment, ...]
    beginning: Answer | None
    shown: Shown
    right: RightPasses | None = None


def case_page(
    actor: Actor, reference: str, *, what: str = "all", page: int = 1
) -> CasePage | NeedsReason | None:
    """The case with its timeline: notes, documents, what was agreed, what was shared. One event is recorded.

    `what` keeps one kind of entry (`KINDS`), `page` counts pages of fifty, the newest first; only entries up to there
    are opened.
    """
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    what = what if what in KINDS else "all"
    case = case_view(actor, door, kinds=KINDS[what], most=page * AT_MOST + 1)
    found = sorted(_moments(actor, door, case, what), key=lambda moment: moment.order, reverse=True)
    return CasePage(
        case=case,
        moments=tuple(found[(page - 1) * AT_MOST : page * AT_MOST]),
        beginning=not_yet(actor, door),
        shown=Shown(what, page, older=len(found) > page * AT_MOST),
        right=right_in_words(door, actor.today()),
    )


def _moments(actor: Actor, door: OpenCase, case: CaseView, what: str) -> Iterator[Moment]:
    yield from _items(case)
    if what in ("all", "notes"):
        yield from (_called(view, case) for view in callers(actor, door.card_id))
    if what == "all":
        yield from _ended(actor, door)
    if what in ("all", "agreed"):
        yield from (_agreed(view, case) for view in consents(actor, door))
    if what in ("all", "shared"):
        yield from (_shared(line, case) for line in lines(door, names(actor.service_id)))


def _items(case: CaseView) -> list[Moment]:
    home = f"/cases/{case.reference}/"
    return [
        Moment(
            kind=entry.kind,
            title=entry.heading,
            when=plain_day(entry.happened_on, entry.happened_at),
            by=entry.by,
            body=_body(entry),
            anchor=f"item-{entry.id}",
            href=_place(home, entry),
            share="" if entry.closed else f"{home}share/?item={entry.id}",
            order=_order(entry.happened_on, entry.recorded_at),
            marks=" · ".join((*entry.marks, *(("Changed since",) if entry.versions > 1 else ()))),
            link="Say why you need it" if entry.closed else "",
            entered=_entered(entry),
        )
        for entry in case.timeline
    ]


def _entered(entry: TimelineEntry) -> str:
    """A document has a day of its own, and a meeting's is still to come."""
    return entered(entry.happened_on, entry.recorded_at) if entry.kind == ItemKind.NOTE else ""


PLACES = {ItemKind.NOTE: "notes", ItemKind.DOCUMENT: "documents", ItemKind.MEETING: "meetings"}


def _place(home: str, entry: TimelineEntry) -> str:
    """Where an entry has its own page; a closed one leads to the page that asks why it is needed."""
    if entry.closed:
        return f"{home}items/{entry.id}/need/"
    return f"{home}{PLACES[ItemKind(entry.kind)]}/{entry.id}/"


def _body(entry: TimelineEntry) -> str:
    return f"{entry.text}\nNext step: {entry.next_step}" if entry.next_step else entry.text


def _called(view: CallerView, case: CaseView) -> Moment:
    return Moment(
        kind="caller",
        title="Who was on the line",
        when=plain_date(local_day(view.at)),
        by=view.by,
        body=f"{view.words}.",
        anchor=f"caller-{view.id}",
        href=f"/on-the-line/{case.card.id}/",
        share="",
        order=_order(local_day(view.at), view.at),
    )


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
        entered=entered(on, view.recorded_at),
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


def _ended(actor: Actor, door: OpenCase) -> Iterator[Moment]:
    """That the case was closed, and opened again."""
    href = f"/cases/{door.reference}/reopen/"
    for found in ended(actor, door):
        if found.reopened_at:
            again = (local_day(found.reopened_at), found.reopened_at, found.reopened_by, found.reopened_why)
            yield _turn("Opened again", f"reopened-{found.id}", href, *again)
        body = "\n".join(part for part in (found.sentence, found.words) if part)
        closed = (found.on, found.recorded_at, found.by, body)
        yield _turn("Closed", f"closed-{found.id}", href, *closed)


def _turn(title: str, anchor: str, href: str, day: date, at: datetime, by: str, body: str) -> Moment:
    return Moment(
        kind="closing",
        title=title,
        when=plain_date(day),
        by=by,
        body=body,
        anchor=anchor,
        href=href,
        share="",
        order=_order(day, at),
    )


def _order(day: date, recorded: datetime) -> datetime:
    """By the day it happened, then by when it was written down."""
    return datetime.combine(day, time.min, recorded.tzinfo) + (
        recorded - recorded.replace(hour=0, minute=0, second=0)
    )

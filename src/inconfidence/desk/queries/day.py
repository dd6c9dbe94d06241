"""My day: what must be done today and this week, what has gone quiet, and for a lead what waits.

Names, numbers and next steps are opened for the lines that are shown and for no others, all at once: however long the
day, it asks the database as many questions.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from inconfidence.cases.queries import (
    QUIET_AFTER,
    CaseRow,
    MessageView,
    Quiet,
    enquiries_waiting,
    enquiry_steps,
    messages,
    messages_waiting,
    quiet_cases,
    worklist,
)
from inconfidence.disclosure.queries import WaitingLine, decided_for, waiting
from inconfidence.duties.queries import DutyView, due_for
from inconfidence.duties.words import REMINDER, About
from inconfidence.editions import queries as editions
from inconfidence.people.queries import CardView, cards
from inconfidence.policy.clocks.reviewing import Review
from inconfidence.safeguarding.queries import READ_DUTY
from inconfidence.safeguarding.queries import late as concerns_late
from inconfidence.safeguarding.queries import waiting as concerns_waiting
from inconfidence.team.actor import Actor
from inconfidence.team.queries import team, to_acknowledge
from inconfidence.team.words import PersonState

WEEK = timedelta(days=7)
GROUP_AT_MOST = 15
TITLES = {
    "today": "Must be today",
    "week": "This week",
    "undated": "Without a set day",
    "quiet": "Quiet for 4 weeks",
}
Found = TypeVar("Found")
Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a line is about: their name and their child's, how it is safe to reach them, and on which number."""

    name: str = ""
    child: str = ""
    safe: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due: what, by when, for whom. `step` says it in the words of its note or meeting; `message` is
    what was left for this person.
    """

    duty: DutyView
    whom: Whom
    step: str
    message: MessageView | None = None


@dataclass(frozen=True, slots=True)
class QuietLine:
    """An open case on which nothing was written for four weeks."""

    reference: str
    since: date
    whom: Whom


@dataclass(frozen=True, slots=True)
class Group(Generic[Shown]):
    """One part of the day, with as many lines as can be read and the number that are not shown."""

    name: str
    title: str
    lines: tuple[Shown, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Day:
    """My day. What is for leads is empty or nought for everybody else."""

    today: date
    groups: tuple[Group[DueLine], ...]
    quiet: Group[QuietLine]
    enquiries: int
    messages: int
    concerns: int
    not_passed_on: int
    to_decide: tuple[WaitingLine, ...]
    decided: tuple[WaitingLine, ...]
    to_confirm: int
    review: Review
    to_review: int
    to_read: int

    @property
    def movable(self) -> bool:
        """Whether any line shown may be moved to another day."""
        return any(line.duty.movable for group in self.groups for line in group.lines)


def my_day(actor: Actor, *, whole: Collection[str] = ()) -> Day:
    """What is due for this person, and for a lead what waits for them. `whole` names groups to show to their end."""
    owed = due_for(actor, until=actor.today() + WEEK)
    due = [_cut(name, found, whole) for name, found in _sorted(owed, actor.today())]
    known = {duty.reference for duty in owed if _soon(duty, actor.today())}
    still = [each for each in quiet_cases(actor) if each.reference not in known]
    groups, quiet = _opened(actor, due, _cut("quiet", still, whole))
    return Day(
        today=actor.today(),
        groups=groups,
        quiet=quiet,
        enquiries=enquiries_waiting(actor),
        messages=messages_waiting(actor),
        concerns=concerns_waiting(actor),
        not_passed_on=len(concerns_late(actor)),
        to_decide=tuple(waiting(actor)),
        decided=tuple(decided_for(actor)),
        to_confirm=sum(who.state == PersonState.WAITING for who in team(actor)) if actor.is_lead else 0,
        review=editions.review_due(actor.service_id, actor.today()),
        to_review=editions.drafts_sent(actor.service_id) if actor.is_lead else 0,
        to_read=len(to_acknowledge(actor)),
    )


def _soon(duty: DutyView, today: date) -> bool:
    """Whether a duty brings its case back by itself: one without a day, or long overdue, has not done so."""
    return duty.due_on is not None and duty.due_on > today - QUIET_AFTER


def _sorted(owed: Iterable[DutyView], today: date) -> list[tuple[str, list[DutyView]]]:
    """What is owed, under the groups of the day; a concern that nobody has read stands above everything."""
    groups: dict[str, list[DutyView]] = {"today": [], "week": [], "undated": []}
    for duty in owed:
        name = "undated" if duty.due_on is None else "today" if duty.due_on <= today else "week"
        groups[name].append(duty)
    groups["today"].sort(key=lambda duty: (duty.kind != READ_DUTY, duty.about_kind != About.CONCERN))
    return list(groups.items())


def _cut(name: str, found: list[Found], whole: Collection[str]) -> Group[Found]:
    shown = found if name in whole else found[:GROUP_AT_MOST]
    return Group(name, TITLES[name], tuple(shown), len(found) - len(shown))


def _opened(
    actor: Actor, due: list[Group[DutyView]], quiet: Group[Quiet]
) -> tuple[tuple[Group[DueLine], ...], Group[QuietLine]]:
    """The lines that are shown, with names, safe contact and next steps."""
    duties = [duty for group in due for duty in group.lines]
    references = {duty.reference for duty in duties if duty.reference} | {
        each.reference for each in quiet.lines
    }
    items = [(duty.about, duty.kind) for duty in duties if duty.about_kind == About.ITEM]
    work = worklist(actor, references, items)
    asked = enquiry_steps(actor, {each.about for each in duties if _follows_up(each)})
    steps = dict(work.steps) | {(about, REMINDER): said for about, said in asked.items()}
    whom = _whom(actor, work.cases)
    left = messages(actor, {each.about for each in duties if each.about_kind == About.MESSAGE})
    nobody = Whom()

    def due_line(duty: DutyView) -> DueLine:
        step = steps.get((duty.about, duty.kind), "")
        return DueLine(duty, whom.get(duty.reference, nobody), step, left.get(duty.about))

    def quiet_line(each: Quiet) -> QuietLine:
        return QuietLine(each.reference, each.since, whom.get(each.reference, nobody))

    return tuple(_each(group, due_line) for group in due), _each(quiet, quiet_line)


def _follows_up(duty: DutyView) -> bool:
    return duty.about_kind == About.ENQUIRY and duty.kind == REMINDER


def _each(group: Group[Found], shown: Callable[[Found], Shown]) -> Group[Shown]:
    return Group(group.name, group.title, tuple(shown(found) for found in group.lines), group.more)


def _whom(actor: Actor, cases: Mapping[str, CaseRow]) -> dict[str, Whom]:
    """How it is safe to reach the person of each of these cases, which have been opened for this person."""
    found = cards(actor, {row.card_id for row in cases.values()}) if cases else {}
    return {
        reference: _reached(row, found[row.card_id]) if row.card_id in found else Whom(row.name, row.child)
        for reference, row in cases.items()
    }


def _reached(row: CaseRow, card: CardView) -> Whom:
    """No number stands beside a name that must not be rung."""
    phone = card.phones[0] if card.phones and card.safe.ok_to_ring != "no" else ""
    return Whom(row.name, row.child, card.safe_sentence, phone)

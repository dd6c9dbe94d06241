"""Paper: where each case's file is, who holds it, when it went out and came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.standing.registers.checks import YEARLY, again
from inconfidence.policy.standing.registers.entries import Line, Standing, State, flagged

STAFF, VOLUNTEER = "staff", "volunteer"
HOLDERS = {
    STAFF: "one of our staff",
    VOLUNTEER: "a volunteer",
    "outside": "somebody outside the service",
}
REFUSED = "Paper files are for staff only."
POSSIBLE_BREACH = "It is treated as a possible breach from the day it was noticed."
QUALITY = "quality_assurance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One entry: one case's papers. `cases` counts whose papers lie in it; `out_on` without `back_on`: it is out.

    `purpose` is asked where the policy fixes one for paper notes. `copies`: what is out is only copies of what the
    family gave us, which a volunteer may carry where the policy says so (`may_move_paper`). `lost_on`: it has been
    missing since then.
    """

    label: str
    kept_in: str
    checked_on: date
    cases: int = 1
    holder: str = STAFF
    out_on: date | None = None
    due_back: date | None = None
    back_on: date | None = None
    purpose: str = ""
    copies: bool = False
    lost_on: date | None = None


def paper(entries: Iterable[Paper], today: date, purpose: str = "") -> Standing:
    """Where the paper stands: what is out, what is late, what needs a look. `purpose` is what paper is for here."""
    return Standing(tuple(line for each in entries for line in _of(each, today, purpose)))


def _of(each: Paper, today: date, purpose: str) -> Iterable[Line]:
    yield _where(each, today)
    if each.cases > 1:
        yield flagged(f"{each.label}: papers of {each.cases} cases lie in one file.")
    if each.holder != STAFF and not (each.copies and each.holder == VOLUNTEER):
        yield flagged(f"{each.label}: held by {HOLDERS[each.holder]}. {REFUSED}")
    if purpose and each.purpose != purpose:
        yield flagged(f"{each.label}: kept for something else than quality assurance.")


def _where(each: Paper, today: date) -> Line:
    if each.lost_on is not None:
        return flagged(f"{each.label}: lost, as was noticed on {spelt(each.lost_on)}. {POSSIBLE_BREACH}")
    if each.out_on is None or (each.back_on is not None and each.back_on <= today):
        return again(
            f"{each.label}: in {each.kept_in}, looked at on {spelt(each.checked_on)}",
            each.checked_on,
            today,
            YEARLY,
        )
    out = f"{each.label}: out since {spelt(each.out_on)}"
    if each.due_back is None:
        return flagged(f"{out}, with no day for its return.")
    if today > each.due_back:
        return Line(f"{out}; it was due back on {spelt(each.due_back)}.", State.OVERDUE)
    return Line(f"{out}; due back on {spelt(each.due_back)}.", State.DUE)

"""What dates follow from what came: worked out by the core, from what is typed and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from inconfidence.policy.clocks import (
    CERTIFICATE,
    GUIDANCE,
    LONG_AGO,
    BadClock,
    Holidays,
    Reckoned,
    Shown,
    aim,
    changed,
    reckon,
)
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date

# What came → the dates that follow from it.
FOLLOWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "letter": ("appeal",),
        "request": ("assessment-decision", "refusal-to-issue", "plan-final"),
        "draft": ("draft-comment",),
        "meeting": ("review-decision", "amended-plan"),
        "birth": ("school-leaving",),
    }
)
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "appeal": "Last day to appeal",
        "assessment-decision": "Council says whether it will assess",
        "refusal-to-issue": "Council says so if there is to be no plan",
        "plan-final": "Final plan",
        "draft-comment": "Time to comment on the draft, at least until",
        "review-decision": "Council says what becomes of the plan",
        "amended-plan": "Final changed plan",
        "school-leaving": "End of compulsory school age",
    }
)
LETTER, MEETING, BIRTH = "letter", "meeting", "birth"
# What has come cannot be of a day that has not been.
NOT_YET: Mapping[str, str] = MappingProxyType(
    {
        "letter": "A letter cannot be dated in the future: check the date",
        "request": "The council cannot have got it on a day in the future: check the date",
        "draft": "A draft cannot have come on a day in the future: check the date",
        "birth": "A date of birth lies in the past: check the year",
    }
)
CERTIFICATE_NOT_YET = "A certificate cannot be dated in the future: check the date"
YEAR = timedelta(days=366)
TOO_FAR = "A review meeting is arranged for the next year at most: check the date"
CHECK_THE_YEAR = "Check the year: {} is more than two years ago."
NOT_BEEN = "Check the date: this meeting has not been yet. If it moves, work the dates out again."


@dataclass(frozen=True, slots=True)
class Came:
    """What came and its date; `certificate` is the mediation certificate's, for a decision letter."""

    what: str
    on: date
    certificate: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """One date: its name, its title, the day, our own earlier target if there is one, and how it was worked out."""

    name: str
    title: str
    on: date
    target: date | None
    working: tuple[str, ...]
    provisional: bool
    passed: bool

    @property
    def line(self) -> str:
        """For example "Last day to appeal: Wednesday 20 January 2027"."""
        return f"{self.title}: {plain_date(self.on)}"


@dataclass(frozen=True, slots=True)
class NotWorkedOut:
    """Nothing follows from this: the field that does not fit, and what to do."""

    field: str
    says: str


def dates_due(actor: Actor, came: Came) -> tuple[Due, ...] | NotWorkedOut:
    """The dates that follow from what came, soonest first. Nothing is read, and nothing is kept."""
    if came.what not in FOLLOWS:
        return NotWorkedOut("came", "Choose what came")
    certificate = came.certificate if came.what == LETTER else None
    if wrong := _cannot_be(came, certificate, actor.today()):
        return wrong
    try:
        found = [reckon(name, came.on, _events(certificate)) for name in FOLLOWS[came.what]]
    except BadClock:
        return NotWorkedOut("on", "No date can be worked out from this day: check the year")
    return tuple(_due(each, actor.today()) for each in found if isinstance(each, Reckoned))


def _events(certificate: date | None) -> dict[str, list[date]]:
    return {CERTIFICATE: [certificate]} if certificate else {}


def _cannot_be(came: Came, certificate: date | None, today: date) -> NotWorkedOut | None:
    """What has come has come already; a meeting may be one that is arranged."""
    if came.on > today and came.what in NOT_YET:
        return NotWorkedOut("on", NOT_YET[came.what])
    if came.on > today + YEAR:
        return NotWorkedOut("on", TOO_FAR)
    if certificate and certificate < came.on:
        return NotWorkedOut("certificate", "The certificate is older than the letter: check both dates")
    if certificate and certificate > today:
        return NotWorkedOut("certificate", CERTIFICATE_NOT_YET)
    return None


def caution(actor: Actor, came: Came) -> str:
    """What to look at again beside the dates that follow, as a sentence; empty where nothing is out of the way."""
    if came.what == MEETING and came.on > actor.today():
        return NOT_BEEN
    if came.what != BIRTH and came.on < actor.today() - LONG_AGO:
        return CHECK_THE_YEAR.format(plain_date(came.on))
    return ""


def _due(found: Reckoned, today: date) -> Due:
    """A day of ours that has passed is none to aim for any more."""
    over = aim(found.target, found.legal_due) if found.target < today else ()
    return Due(
        name=found.name,
        title=TITLES[found.name],
        on=found.legal_due,
        target=found.target if found.target < found.legal_due else None,
        working=tuple(sentence for sentence in found.working if sentence not in (GUIDANCE, *over)),
        provisional=found.provisional,
        passed=found.legal_due < today,
    )


def as_shown(found: tuple[Due, ...]) -> str:
    """The dates in one word, so that what is kept is what was seen."""
    return " ".join(f"{each.name}={each.on.isoformat()}" for each in found)


def as_kept(came: Came, due: Due) -> dict[str, str]:
    """What a kept date was worked out from, and what came out, as its note's record keeps it."""
    certificate = came.certificate if came.what == LETTER and came.certificate else None
    return {
        "name": due.name,
        "received": came.on.isoformat(),
        "certificate": certificate.isoformat() if certificate else "",
        "target": (due.target or due.on).isoformat(),
        "due": due.on.isoformat(),
    }


def worked_out_again(actor: Actor, kept: Mapping[str, Any], holidays: Holidays) -> Due | None:
    """A kept date by this list of bank holidays; None where it is what it was."""
    certificate = date.fromisoformat(kept["certificate"]) if kept["certificate"] else None
    shown = Shown(
        kept["name"],
        date.fromisoformat(kept["received"]),
        date.fromisoformat(kept["target"]),
        date.fromisoformat(kept["due"]),
        events=_events(certificate),
    )
    now = [each.now for each in changed([shown], holidays)]
    return next((_due(each, actor.today()) for each in now if isinstance(each, Reckoned)), None)

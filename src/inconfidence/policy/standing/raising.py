"""Dated entries about a concern → what `where_to_raise` takes, who has been told, and since when it is believed.

How far it has been talked through is `risk`'s to say. Words that were not meant end a concern here too: when somebody
worries again, nothing written down before counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.facts.raising import Hearer
from inconfidence.policy.standing.risk import RiskEntry, risk_standing

Said = TypeVar("Said")
About = Literal["child", "young_person_poses", "employee", "class_teacher", "head_teacher", "adult"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernEntry:
    """What was written down at one time about a concern; what it does not speak of is None or empty."""

    risk: RiskEntry
    about: About | None = None
    child_hurt: bool | None = None
    emergency: bool | None = None
    checked: bool = False
    told: frozenset[Hearer] = frozenset()
    violence_procedure: bool = False
    mending: bool = False

    @property
    def recorded(self) -> datetime:
        """When it was written down."""
        return self.risk.recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernStanding:
    """A concern as it stands. `facts` is None while nobody has said whom it is about."""

    facts: WhereToRaise | None = None
    believed_since: datetime | None = None


def concern_standing(entries: Iterable[ConcernEntry]) -> ConcernStanding:
    """How a concern stands, by the latest word on each part of it; `to` is everybody who has been told."""
    every = sorted(entries, key=lambda each: each.recorded)
    here = _since_the_last_end(every)
    since = _believed_since(here)
    about: About | None = _latest([each.about for each in every])
    if about is None:
        return ConcernStanding(believed_since=since)
    return ConcernStanding(facts=_facts(about, here), believed_since=since)


def _facts(about: About, here: Sequence[ConcernEntry]) -> WhereToRaise:
    risk = risk_standing(each.risk for each in here)
    return WhereToRaise(
        about=about,
        belief="wondering" if risk.belief == "none" else risk.belief,
        checked=_yes(any(each.checked for each in here)),
        spoken_to=risk.spoken_to,
        lead_consulted=risk.lead_consulted,
        emergency=_yes(_latest([each.emergency for each in here])),
        child_hurt=_yes(_latest([each.child_hurt for each in here])),
        to=frozenset(hearer for each in here for hearer in each.told),
        violence_procedure=_yes(any(each.violence_procedure for each in here)),
        mending=_yes(any(each.mending for each in here)),
    )


def _since_the_last_end(entries: Sequence[ConcernEntry]) -> Sequence[ConcernEntry]:
    """The entries of the concern that stands: what came before words that were not meant belongs to another."""
    begins, ended = 0, False
    for at, entry in enumerate(entries):
        if entry.risk.belief == "no_intention":
            ended = True
        elif ended and entry.risk.belief is not None:
            begins, ended = at, False
    return entries[begins:]


def _believed_since(entries: Sequence[ConcernEntry]) -> datetime | None:
    """Since when it has been believed without a break; None where it is not believed now."""
    since = None
    for entry in entries:
        if entry.risk.belief == "believed" and entry.risk.reasons:
            since = since or entry.recorded
        elif entry.risk.belief is not None:
            since = None
    return since


def _yes(said: bool | None) -> Literal["yes", "no"]:
    return "yes" if said else "no"


def _latest(said: Sequence[Said | None]) -> Said | None:
    known = [each for each in said if each is not None]
    return known[-1] if known else None

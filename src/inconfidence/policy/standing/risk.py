"""Dated entries about a danger → how far it has been talked through: belief, speaking, consulting.

A belief counts as held once its reasons are written down; without them it is still wondering. Not speaking to somebody
counts as unsafe only with the reason. Words that were talked through and not meant end a concern: what comes after is
a new one, and nothing said or consulted before counts for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEntry:
    """What was written down at one time about a danger to one person; None says nothing about it."""

    recorded: datetime
    belief: Literal["wondering", "no_intention", "believed"] | None = None
    reasons: bool = False
    spoken_to: Literal["yes", "no", "unsafe"] | None = None
    why_unsafe: bool = False
    lead_consulted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskStanding:
    """The facts of `may_disclose` about a danger, in its words; the defaults are those of nothing on file."""

    belief: Literal["none", "wondering", "no_intention", "believed"] = "none"
    spoken_to: Literal["yes", "no", "unsafe"] = "no"
    lead_consulted: Literal["yes", "no"] = "no"


def risk_standing(entries: Iterable[RiskEntry]) -> RiskStanding:
    """How far the danger has been talked through, by the latest word on each part of it."""
    standing = RiskStanding()
    for entry in sorted(entries, key=lambda each: each.recorded):
        standing = _after(standing, entry)
    return standing


def _after(standing: RiskStanding, entry: RiskEntry) -> RiskStanding:
    new_concern = standing.belief == "no_intention" and entry.belief in ("wondering", "believed")
    before = RiskStanding() if new_concern else standing
    return RiskStanding(
        belief=_belief(entry) or before.belief,
        spoken_to=_spoken_to(entry) or before.spoken_to,
        lead_consulted="yes" if entry.lead_consulted else before.lead_consulted,
    )


def _belief(entry: RiskEntry) -> Literal["wondering", "no_intention", "believed"] | None:
    return "wondering" if entry.belief == "believed" and not entry.reasons else entry.belief


def _spoken_to(entry: RiskEntry) -> Literal["yes", "no", "unsafe"] | None:
    return "no" if entry.spoken_to == "unsafe" and not entry.why_unsafe else entry.spoken_to

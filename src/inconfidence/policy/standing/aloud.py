"""A form gone through aloud → does it count as come back, and whom would its answers leave in doubt?

Reading, writing and sending something back is not asked of everybody (Equality Act 2010 s.20): what was said aloud
counts as if it had been written, once everything was told, every question has its answer, and all of it was read back
and confirmed. Whoever interpreted is written down. A relative, and more so a child, may say what they think themselves:
then the reason stands beside it why nobody else could.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Missing = Literal["statement", "notice", "answers", "interpreter", "why_family", "confirmed"]
OF_THE_FAMILY = frozenset({"relative", "child"})
NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneThrough:
    """What was said and asked. `unanswered`: at least one question has no answer. `named`: who interpreted is."""

    statement: bool = True
    notice: bool = True
    unanswered: bool = False
    confirmed: bool = True
    interpreter: Literal["nobody", "professional", "relative", "child"] = "nobody"
    named: bool = True
    why_family: bool = True


def still_missing(said: GoneThrough) -> tuple[Missing, ...]:
    """What keeps it from counting as come back, in the order in which it is done; nothing when it counts."""
    found: Mapping[Missing, bool] = MappingProxyType(
        {
            "statement": not said.statement,
            "notice": not said.notice,
            "interpreter": said.interpreter != NOBODY and not said.named,
            "why_family": in_doubt(said.interpreter) and not said.why_family,
            "answers": said.unanswered,
            "confirmed": not said.confirmed,
        }
    )
    return tuple(word for word, missing in found.items() if missing)


def in_doubt(interpreter: str) -> bool:
    """Whether somebody of the family interpreted: nobody can tell then whose answers these are."""
    return interpreter in OF_THE_FAMILY

"""The page of first contact."""

from dataclasses import dataclass

from inconfidence.cases.facts.beginning import Begun
from inconfidence.cases.queries.beginning import (
    FirstContact,
    LevelLine,
    first_contacts,
    level_now,
    levels,
    may_begin,
    said_of,
)
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.head import identity
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar


@dataclass(frozen=True, slots=True)
class BeginPage:
    """First contact as it stands, the answer it comes to, and every change to it."""

    reference: str
    identity: IdentityBar
    version: int
    answer: Answer
    begun: Begun
    level: str
    levels: tuple[LevelLine, ...]
    history: tuple[FirstContact, ...]


def begin_page(actor: Actor, reference: str) -> BeginPage | NeedsReason | None:
    """Open a case and ask whether we may work in depth for its person. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    return BeginPage(
        reference=door.reference,
        identity=identity(actor, door),
        version=door.version,
        answer=may_begin(actor, door),
        begun=Begun.of(said_of(door)),
        level=level_now(door),
        levels=levels(actor, door),
        history=first_contacts(actor, door),
    )

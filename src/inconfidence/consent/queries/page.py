"""The page of what was agreed."""

from dataclasses import dataclass

from inconfidence.cases.queries import NeedsReason, OpenCase, identity, open_case_for
from inconfidence.consent.queries.sentences import ConsentView, TalkView, consents, who_we_may_talk_to
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """A case's consents in words."""

    reference: str
    identity: IdentityBar
    talk: TalkView
    history: tuple[ConsentView, ...]


def consent_page(actor: Actor, reference: str) -> ConsentPage | NeedsReason | None:
    """Open a case and say what was agreed. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    return ConsentPage(
        reference=door.reference,
        identity=identity(actor, door),
        talk=who_we_may_talk_to(door, actor.today()),
        history=consents(actor, door),
    )

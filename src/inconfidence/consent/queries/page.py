"""The page of what was agreed."""

from dataclasses import dataclass

from inconfidence.cases.queries import (
    InvolvedView,
    NeedsReason,
    OpenCase,
    identity,
    involved,
    main_purpose,
    open_case_for,
    right,
)
from inconfidence.consent.queries.history import ConsentView, consents, named_in_a_yes
from inconfidence.consent.queries.left_standing import LeftStanding, left_standing
from inconfidence.consent.queries.record_sentences import records_we_may_ask_for
from inconfidence.consent.queries.sentences import TalkView, who_we_may_talk_to
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """A case's consents in words."""

    reference: str
    identity: IdentityBar
    talk: TalkView
    records: tuple[str, ...]
    left_standing: LeftStanding | None
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
        records=records_we_may_ask_for(door, actor.today()),
        left_standing=left_standing(door, actor.today()),
        history=consents(actor, door),
    )


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What the form for a new answer needs: who is on the case, who was named in a yes, what it is mostly about.

    `young_person`: besides the person we help there is a young person who answers for themselves, or soon will.
    """

    reference: str
    identity: IdentityBar
    involved: tuple[InvolvedView, ...]
    named: tuple[tuple[str, str], ...]
    purpose: str
    young_person: bool = False


def answer_page(actor: Actor, reference: str) -> AnswerPage | NeedsReason | None:
    """Open a case in order to record an answer. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    people = involved(door)
    named = named_in_a_yes(door, people)
    theirs = right(door, actor.today()).stage != "before"
    return AnswerPage(door.reference, identity(actor, door), people, named, main_purpose(door), theirs)

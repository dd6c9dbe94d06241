"""The page of a question: the case's people and notes to choose from, what was asked, the answer as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.queries import (
    InvolvedView,
    NeedsReason,
    OpenCase,
    RightPasses,
    TimelineEntry,
    case_view,
    identity,
    involved,
    letters_among,
    main_purpose,
    open_case_for,
    right,
    right_in_words,
)
from inconfidence.consent.queries import entries
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.models import Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.ledger import LedgerLine, lines
from inconfidence.disclosure.queries.weighing import Weighed, dangers, opened, weigh
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.web.parts import IdentityBar

LEAD_ROLES: Mapping[str, frozenset[Role]] = {
    Role.HEAD_OF_SERVICE: frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER}),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a lead decided about a question, and why."""

    agreed: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question that was put, with the answer as the rows stand now. `usual_way`: a letter goes by letter.

    `to_look` are the chosen ones that a person must look through before they go.
    """

    id: UUID
    asked_by: str
    asked_at: datetime
    state: str
    sharing: Sharing
    told: str
    answer: Answer
    digest: str
    chosen: tuple[TimelineEntry, ...]
    verdict: Verdict | None
    usual_way: str
    can_decide: bool
    shared: LedgerLine | None
    to_look: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SharePage:
    """What the page "Can I share this?" is drawn from.

    `danger` is the last record of danger on this case; `purpose` is the matter that was agreed to. `first` is the
    answer for the person the page was opened for, before anything about the matter is said. `right` is what the case
    says of the day on which the young person answers for themselves, `passed` that it has come, or may have.
    """

    reference: str
    identity: IdentityBar
    involved: tuple[InvolvedView, ...]
    items: tuple[TimelineEntry, ...]
    danger: Mapping[str, object]
    purpose: str
    asked: AskedView | None
    first: Answer | None = None
    right: RightPasses | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A question that waits for a lead, or one that a lead has answered: whose, since when, in which case."""

    id: UUID
    reference: str
    asked_by: str
    asked_at: datetime
    agreed: bool | None


def share_page(
    actor: Actor, reference: str, asked: UUID | None = None, *, person: str = "", look: bool = True
) -> SharePage | NeedsReason | None:
    """The page, and with `asked` the answer to that question as of now. None for a case or question not found.

    `person` is the id of somebody on the case for whom it is opened.

    `look=False` while a form is being sent: the action records what is done.
    """
    door = open_case_for(actor, reference, look=Act.case_seen if look else None)
    if not isinstance(door, OpenCase):
        return door
    view = question(actor, door, asked) if asked else None
    if asked and view is None:
        return None
    purpose = _purpose_agreed(door)
    return SharePage(
        reference=door.reference,
        identity=identity(actor, door),
        involved=involved(door),
        items=tuple(item for item in case_view(actor, door).timeline if not item.closed),
        danger=_last_danger(door),
        purpose=purpose,
        asked=view,
        first=_first(actor, door, person, purpose) if person and not asked else None,
        right=right_in_words(door, actor.today()),
        passed=right(door, actor.today()).passed,
    )


def _first(actor: Actor, door: OpenCase, person: str, purpose: str) -> Answer | None:
    """May this person be told of the matter at all? Nothing of it is kept: it is asked when something is said of it."""
    bare = Sharing(who=f"person:{person}")
    weighed = weigh(actor, door, replace(bare, purpose=purpose) if purpose else bare)
    return weighed.answer if weighed else None


def question(actor: Actor, door: OpenCase, question_id: UUID) -> AskedView | None:
    """One question of an opened case, weighed again now."""
    row = Question.objects.filter(id=question_id, case_id=door.case_id).first()
    weighed = weigh(actor, door, opened(door, row), said_at=row.asked_at) if row else None
    return _view(actor, door, row, weighed) if row and weighed else None


def _view(actor: Actor, door: OpenCase, row: Question, weighed: Weighed) -> AskedView:
    people = names(actor.service_id)
    return AskedView(
        id=row.id,
        asked_by=people.get(row.asked_by_id, ""),
        asked_at=row.asked_at,
        state=row.state,
        sharing=weighed.sharing,
        told=weighed.listening.words,
        answer=weighed.answer,
        digest=weighed.digest,
        chosen=weighed.chosen,
        verdict=_verdict(door, row, people),
        usual_way="letter" if letters_among(door, [item.id for item in weighed.chosen]) else "telephone",
        can_decide=row.state == QuestionState.WITH_LEAD and may_decide(actor, row),
        shared=_shared(door, row, people),
        to_look=weighed.to_look,
    )


def _shared(door: OpenCase, row: Question, people: Mapping[UUID, str]) -> LedgerLine | None:
    """What was shared on this question, if anything was."""
    if row.state != QuestionState.SHARED:
        return None
    return next((line for line in lines(door, people) if str(row.id) in line.questions), None)


def _verdict(door: OpenCase, row: Question, people: Mapping[UUID, str]) -> Verdict | None:
    if row.verdict is None or row.decided_at is None or row.decided_by_id is None:
        return None
    said = door.key.open(places.verdict(row.id), row.verdict)
    return Verdict(said["agreed"], said["reason"], people.get(row.decided_by_id, ""), row.decided_at)


def may_decide(actor: Actor, row: Question) -> bool:
    """Whether this person holds the role a question was put to. Nobody but the head decides a question of their own."""
    holds = actor.role in LEAD_ROLES.get(row.put_to, frozenset({row.put_to}))
    return holds and (actor.role == row.put_to or row.asked_by_id != actor.person_id)


def _purpose_agreed(door: OpenCase) -> str:
    """The matter of the one consent to share that stands: its only one, or the case's main one where it covers that."""
    said = [entry for entry in entries(door) if entry.kind == "share" and entry.giver == "subject"]
    if len(said) != 1 or said[0].answer != "given":
        return ""
    agreed, main = said[0].purposes, main_purpose(door)
    return next(iter(agreed)) if len(agreed) == 1 else main if main in agreed else ""


def _last_danger(door: OpenCase) -> Mapping[str, object]:
    found = dangers(door)
    return found[-1][1] if found else {}


def waiting(actor: Actor) -> list[WaitingLine]:
    """Questions that this lead may decide, oldest first; names no family."""
    if not actor.is_lead:
        return []
    rows = Question.objects.filter(service_id=actor.service_id, state=QuestionState.WITH_LEAD)
    found = rows.select_related("case").order_by("asked_at")
    people = names(actor.service_id)
    return [_line(row, people) for row in found if may_decide(actor, row)]


def decided_for(actor: Actor) -> list[WaitingLine]:
    """This person's questions that a lead has answered and that were not used yet, newest first."""
    rows = Question.objects.filter(
        service_id=actor.service_id,
        asked_by_id=actor.person_id,
        state__in=[QuestionState.LEAD_AGREED, QuestionState.LEAD_DECLINED],
    )
    people = names(actor.service_id)
    return [_line(row, people) for row in rows.select_related("case").order_by("-decided_at")[:10]]


def _line(row: Question, people: Mapping[UUID, str]) -> WaitingLine:
    agreed = {QuestionState.LEAD_AGREED: True, QuestionState.LEAD_DECLINED: False}
    return WaitingLine(
        id=row.id,
        reference=row.case.reference,
        asked_by=people.get(row.asked_by_id, ""),
        asked_at=row.asked_at,
        agreed=agreed.get(QuestionState(row.state)),
    )

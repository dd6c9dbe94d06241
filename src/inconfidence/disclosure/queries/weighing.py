"""Working out the answer for one opened case, from what the worker said and what the rows know now."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from inconfidence.cases.queries import (
    OpenCase,
    TimelineEntry,
    asks_in_vain,
    involved,
    items,
    provenance,
    the_card,
)
from inconfidence.consent import queries as consent
from inconfidence.disclosure.facts import Known, Sharing, danger_of, facts, risk_entry
from inconfidence.disclosure.facts.listeners import Listening, listening
from inconfidence.disclosure.models import Danger, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.disclosure.queries.keeping_back import asked_for_nothing, gives_away, kept_back, may_have_it
from inconfidence.editions import queries as editions
from inconfidence.policy.decision import Decision
from inconfidence.policy.explain import Answer, answer, as_json
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.standing.risk import RiskStanding, risk_standing
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault.alarms import Alarm, raise_alarm


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is weighed, as of which moment; `said_at` is when the worker said it."""

    sharing: Sharing
    listening: Listening
    chosen: tuple[TimelineEntry, ...]
    moment: datetime
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sharing with its answer. `digest` changes whenever anything that the worker was shown changes.

    `decision` is the policy's; `answer` is a no where that is a yes and what would go names a secret address.
    `to_look` are the chosen ones that a person must look through before they go.
    """

    sharing: Sharing
    listening: Listening
    chosen: tuple[TimelineEntry, ...]
    facts: MayDisclose
    decision: Decision = field(repr=False)
    answer: Answer = field(repr=False)
    record: dict[str, Any] = field(repr=False)
    digest: str
    to_look: tuple[TimelineEntry, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What it comes to."""
        return Outcome(self.answer.outcome)

    @property
    def refer_to(self) -> str:
        """The role that decides; empty where nobody is to be asked."""
        return self.answer.refer_to or ""


def weigh(
    actor: Actor, door: OpenCase, sharing: Sharing, *, said_at: datetime | None = None
) -> Weighed | None:
    """Ask `may_disclose`; None when nobody we know is named as the one to be told. `said_at`: when it was asked.

    An act of today is weighed as of now. An act of an earlier day is read strictly, since nobody wrote down its
    hour: it must have been allowed when that day began, when it ended, and still be allowed now. So a yes of that
    same day does not cover it, nor a yes that was taken back that day, nor one taken back since.
    """
    told = listening(sharing.who, sharing.name, involved(door))
    if told is None:
        return None
    chosen = _chosen(actor, door, sharing)
    found = [
        _weigh_at(actor, door, Weighing(sharing, told, chosen, moment, said_at or actor.now()))
        for moment in moments(actor.now(), sharing.on)
    ]
    return next((each for each in found if each.outcome != Outcome.PERMIT), found[-1])


def moments(now: datetime, on: str) -> tuple[datetime, ...]:
    """The moments at which a sharing must be allowed, the earliest first."""
    day = date.fromisoformat(on) if on else None
    if day is None or day >= now.astimezone(LONDON).date():
        return (now,)
    begins = datetime.combine(day, time(), LONDON)
    return begins, begins + timedelta(days=1) - timedelta(microseconds=1), now


def _weigh_at(actor: Actor, door: OpenCase, what: Weighing) -> Weighed:
    sharing, told, moment = what.sharing, what.listening, what.moment
    known = Known(
        role=actor.role,
        assigned=door.allocated,
        listening=told,
        consent=_consent(door, sharing, told, moment),
        risk=_risk(door, sharing, what.said_at),
        provided_by=_provided_by(what.chosen),
        inspection=_inspection(actor, sharing, told, moment),
        head_decided=_decided(door, sharing, moment),
    )
    asked = facts(sharing, known)
    decision = may_disclose(door.edition, asked)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    kept_from = not may_have_it(sharing, told, decision)
    why = gives_away(the_card(actor, door), sharing, what.chosen) if kept_from else ()
    spoken = kept_back(answer(decision, door.edition, asked, told.said), why)
    letters = [item.id for item in what.chosen]
    spoken = asked_for_nothing(spoken, asks_in_vain(actor, door, letters, sharing.who) if letters else None)
    record = as_json(spoken)
    mark = digest(record, what)
    look = tuple(item for item in what.chosen if kept_from and item.look_first)
    return Weighed(sharing, told, what.chosen, asked, decision, spoken, record, mark, look)


def digest(record: dict[str, Any], what: Weighing) -> str:
    """A short mark of everything that was shown: the answer, every word asked, who is told, what each item says."""
    items = sorted((str(item.id), item.heading, item.text, item.look_first) for item in what.chosen)
    shown = [record, what.sharing.matter().as_json(), what.listening.words, items]
    return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()


def _chosen(actor: Actor, door: OpenCase, sharing: Sharing) -> tuple[TimelineEntry, ...]:
    picked = [UUID(one.item) for one in sharing.chosen]
    return items(actor, door, picked) if picked else ()


def _consent(door: OpenCase, sharing: Sharing, told: Listening, moment: datetime) -> Any:
    person = sharing.who.removeprefix("person:") if sharing.who.startswith("person:") else None
    return consent.standing(
        door,
        recipient=told.role,
        body=told.body,
        purpose=sharing.purpose,
        items=frozenset(one.item for one in sharing.chosen),
        moment=moment,
        person=UUID(person) if person else None,
        whose=sharing.whose,
    )


def _provided_by(chosen: Iterable[TimelineEntry]) -> str:
    """One item that somebody else told us is enough."""
    givers = {provenance(item.provided_by) for item in chosen}
    return "other_in_confidence" if "other_in_confidence" in givers else "subject"


def _risk(door: OpenCase, sharing: Sharing, said_at: datetime) -> RiskStanding:
    """How far the danger spoken of has been talked through: the case's dated record, and what is said with this."""
    if sharing.risk_to == "nobody":
        return risk_standing(())
    found = [
        risk_entry(row.recorded_at, said) for row, said in dangers(door) if said["risk_to"] == sharing.risk_to
    ]
    return risk_standing([*found, risk_entry(said_at, danger_of(sharing))])


def _inspection(actor: Actor, sharing: Sharing, told: Listening, moment: datetime) -> str:
    if told.recipient != "inspector" or not sharing.inspects:
        return "none"
    if sharing.inspects == "school":
        return "school"
    return inspection_of_the_council(actor, moment.astimezone(LONDON).date())


def inspection_of_the_council(actor: Actor, day: date) -> str:
    """What the register says of this day: one is running, the last one has ended, or there was none yet."""
    if editions.inspection_open(actor.service_id, day):
        return "authority_open"
    begun = any(one.opened_on <= day for one in editions.inspections(actor.service_id))
    return "authority_closed" if begun else "none"


def dangers(door: OpenCase) -> list[tuple[Danger, dict[str, Any]]]:
    """What was recorded on this case about danger, oldest first."""
    rows = Danger.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    return [(row, door.key.open(places.danger(row.id), row.record)) for row in rows]


def agreed(door: OpenCase, sharing: Sharing) -> list[Question]:
    """The questions about this very matter that a lead has agreed to and on which nothing was shared yet."""
    rows = Question.objects.filter(case_id=door.case_id, state=QuestionState.LEAD_AGREED).order_by(
        "decided_at"
    )
    matter = sharing.matter()
    return [row for row in rows if opened(door, row).matter() == matter]


def _decided(door: OpenCase, sharing: Sharing, moment: datetime) -> bool:
    """Whether a lead had agreed by then."""
    return any(row.decided_at is not None and row.decided_at <= moment for row in agreed(door, sharing))


def opened(door: OpenCase, row: Question) -> Sharing:
    """What was asked, as it was asked."""
    return Sharing.from_json(door.key.open(places.question(row.id), row.record)["sharing"])

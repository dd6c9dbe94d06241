"""Working out the answer for one opened case, from what the worker said and what the rows know now."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from inconfidence.cases.queries import OpenCase, TimelineEntry, involved, items, provenance
from inconfidence.consent import queries as consent
from inconfidence.disclosure.facts import Known, Listening, Sharing, facts, listening, risk_entry
from inconfidence.disclosure.models import Danger, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.editions import queries as editions
from inconfidence.policy.decision import Decision
from inconfidence.policy.explain import Answer, answer, as_json
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.standing.risk import RiskStanding, risk_standing
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sharing with its answer. `digest` changes whenever anything that the worker was shown changes."""

    sharing: Sharing
    listening: Listening
    chosen: tuple[TimelineEntry, ...]
    facts: MayDisclose
    decision: Decision = field(repr=False)
    answer: Answer = field(repr=False)
    record: dict[str, Any] = field(repr=False)
    digest: str


def weigh(actor: Actor, door: OpenCase, sharing: Sharing) -> Weighed | None:
    """Ask `may_disclose`; None when nobody we know is named as the one to be told."""
    told = listening(sharing, involved(door))
    if told is None:
        return None
    chosen = _chosen(actor, door, sharing)
    asked = facts(sharing, _known(actor, door, sharing, told, chosen))
    decision = may_disclose(door.edition, asked)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    spoken = answer(decision, door.edition, asked, told.words)
    record = as_json(spoken)
    return Weighed(sharing, told, chosen, asked, decision, spoken, record, digest(record, sharing))


def digest(record: dict[str, Any], sharing: Sharing) -> str:
    """A short mark of an answer and of what it was about."""
    shown = json.dumps([record, sharing.matter().as_json()], sort_keys=True, default=str)
    return hashlib.sha256(shown.encode()).hexdigest()


def _chosen(actor: Actor, door: OpenCase, sharing: Sharing) -> tuple[TimelineEntry, ...]:
    picked = [UUID(one.item) for one in sharing.chosen]
    return items(actor, door, picked) if picked else ()


def _known(
    actor: Actor, door: OpenCase, sharing: Sharing, told: Listening, chosen: Iterable[TimelineEntry]
) -> Known:
    return Known(
        role=actor.role,
        listening=told,
        consent=_consent(actor, door, sharing, told),
        risk=_risk(door, sharing),
        provided_by=_provided_by(chosen),
        inspection_open=editions.inspection_open(actor.service_id, actor.today()),
        head_decided=_decided(door, sharing),
    )


def _consent(actor: Actor, door: OpenCase, sharing: Sharing, told: Listening) -> Any:
    person = sharing.who.removeprefix("person:") if sharing.who.startswith("person:") else None
    return consent.standing(
        door,
        recipient=told.role,
        body=told.body,
        purpose=sharing.purpose,
        items=frozenset(one.item for one in sharing.chosen),
        moment=actor.now(),
        person=UUID(person) if person else None,
    )


def _provided_by(chosen: Iterable[TimelineEntry]) -> str:
    """One item that somebody else told us is enough."""
    givers = {provenance(item.provided_by) for item in chosen}
    return "other_in_confidence" if "other_in_confidence" in givers else "subject"


def _risk(door: OpenCase, sharing: Sharing) -> RiskStanding:
    """How far the danger spoken of has been talked through, by the dated record of this case."""
    found = [(row, said) for row, said in dangers(door) if said["risk_to"] == sharing.risk_to]
    return risk_standing(risk_entry(row.recorded_at, said) for row, said in found)


def dangers(door: OpenCase) -> list[tuple[Danger, dict[str, Any]]]:
    """What was recorded on this case about danger, oldest first."""
    rows = Danger.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    return [(row, door.key.open(places.danger(row.id), row.record)) for row in rows]


def _decided(door: OpenCase, sharing: Sharing) -> bool:
    """Whether a lead has agreed to this very matter, and nothing was shared on it yet."""
    rows = Question.objects.filter(case_id=door.case_id, state=QuestionState.LEAD_AGREED)
    matter = sharing.matter()
    return any(opened(door, row).matter() == matter for row in rows)


def opened(door: OpenCase, row: Question) -> Sharing:
    """What was asked, as it was asked."""
    return Sharing.from_json(door.key.open(places.question(row.id), row.record)["sharing"])

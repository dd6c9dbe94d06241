"""A decision asked again, with the facts of its day: under the version of that day, and under today's (D-32)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.queries import NeedsReason, OpenCase, identity, open_case_for
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.disclosure.queries import places
from inconfidence.editions import queries as editions
from inconfidence.policy import vocabulary
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.telling import clauses
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar


@dataclass(frozen=True, slots=True)
class Replayed:
    """A decision asked again. `as_then`: the version of its day says today what it said then.

    `version` is which one that was; `stated` are the facts it was asked with, a clause for each that was not the
    unremarkable one. `then` and `now` are the answers of that version and of today's; both are None where what was
    asked was not kept.
    """

    reference: str
    identity: IdentityBar
    told: str
    at: datetime
    heading: str
    version: str = ""
    stated: tuple[str, ...] = ()
    as_then: bool = False
    then: Answer | None = None
    now: Answer | None = None

    @property
    def other_now(self) -> bool:
        """Whether today's version says something else."""
        return (self.then and self.then.heading) != (self.now and self.now.heading)


def as_asked(facts: MayDisclose, decision: Decision, version: UUID, defaults: str) -> dict[str, Any]:
    """What is kept of a decision so that it can be asked again: its facts, the texts it rests on, what came of it."""
    return {"facts": asdict(facts), "version": str(version), "defaults": defaults} | _came(decision)


def replay(actor: Actor, reference: str, decision_id: UUID) -> Replayed | NeedsReason | None:
    """Ask again what was decided about one sharing or one question. One event is recorded; None where there is none."""
    door = open_case_for(actor, reference, look=Act.decision_replayed)
    if not isinstance(door, OpenCase):
        return door
    found = _kept(door, decision_id)
    if found is None:
        return None
    at, said = found
    bare = Replayed(door.reference, identity(actor, door), said["told"], at, said["heading"])
    asked = said.get("asked")
    version = _version(door.service_id, asked) if asked else None
    return _asked_again(bare, asked, version, door.edition) if asked and version else bare


def _version(service_id: UUID, asked: Mapping[str, Any]) -> Edition | None:
    return editions.version(service_id, UUID(asked["version"]), asked.get("defaults", ""))


def _kept(door: OpenCase, decision_id: UUID) -> tuple[datetime, Mapping[str, Any]] | None:
    shared = Disclosure.objects.filter(case_id=door.case_id, id=decision_id).first()
    if shared is not None:
        return shared.recorded_at, door.key.open(places.disclosure(shared.id), shared.record)
    asked = Question.objects.filter(case_id=door.case_id, id=decision_id).first()
    return (asked.asked_at, door.key.open(places.question(asked.id), asked.record)) if asked else None


def _asked_again(bare: Replayed, asked: Mapping[str, Any], version: Edition, today: Edition) -> Replayed:
    facts = MayDisclose(**asked["facts"])
    then, now = may_disclose(version, facts), may_disclose(today, facts)
    usual = asdict(MayDisclose())
    stated = {name: word for name, word in asked["facts"].items() if word != usual[name]}
    return Replayed(
        bare.reference,
        bare.identity,
        bare.told,
        bare.at,
        bare.heading,
        version=asked["version"],
        stated=clauses(vocabulary.Question.MAY_DISCLOSE, stated),
        as_then=_came(then) == {name: asked[name] for name in _came(then)},
        then=answer(then, version, facts, bare.told),
        now=answer(now, today, facts, bare.told),
    )


def _came(decision: Decision) -> dict[str, Any]:
    return {"outcome": decision.outcome.value, "clauses": list(decision.clauses)}

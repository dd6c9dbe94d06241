"""May we ask somebody for what they hold? Worked out for an opened case from what was said and what is on the file."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import (
    InvolvedView,
    NeedsReason,
    OpenCase,
    child_in_danger,
    identity,
    involved,
    may_begin,
    open_case_for,
    records_asked,
)
from inconfidence.consent.queries.standing import obtaining
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayObtain, built
from inconfidence.policy.questions.may_obtain import may_obtain
from inconfidence.policy.vocabulary import Outcome, Question, Role
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.web.parts import IdentityBar

ACTORS = {Role.HEAD_OF_SERVICE: "head_of_service", Role.VOLUNTEER: "volunteer"}
IN_THE_NOTE = "As the note of it says"


@dataclass(frozen=True, slots=True)
class RecordsDetails:
    """Whose records, from whom on the case (None: nobody on it), for which matter, why, which, and how we ask."""

    source: str = "school"
    holder: UUID | None = None
    purpose: str = ""
    need: str = ""
    which: str = ""
    method: str = "letter"
    chase_on: date | None = None

    def kept(self) -> dict[str, Any]:
        """What the question is asked with, as the note of our asking keeps it; the words of it stand in the note."""
        return {
            "source": self.source,
            "holder": str(self.holder) if self.holder else "",
            "purpose": self.purpose,
            "need": bool(self.need.strip()),
        }

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "RecordsDetails":
        """The same, read back."""
        return cls(
            source=kept["source"],
            holder=UUID(kept["holder"]) if kept["holder"] else None,
            purpose=kept["purpose"],
            need=IN_THE_NOTE if kept["need"] else "",
        )


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """What the form for asking needs."""

    reference: str
    identity: IdentityBar
    involved: tuple[InvolvedView, ...]


def records_page(actor: Actor, reference: str) -> RecordsPage | NeedsReason | None:
    """Open a case in order to ask somebody for records. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    return RecordsPage(door.reference, identity(actor, door), involved(door))


def holder_of(door: OpenCase, details: RecordsDetails) -> InvolvedView | None:
    """The person on the case who holds the records, if one was chosen who is on it."""
    return next((who for who in involved(door) if who.id == details.holder), None)


def weigh_asking(actor: Actor, door: OpenCase, details: RecordsDetails) -> Answer:
    """The answer to asking for these records now; a rule that failed raises its alarm.

    Asking others is in-depth work: where we may ask, it still waits until that may begin, unless a child is in danger.
    """
    facts = _facts(actor, door, details)
    decision = may_obtain(door.edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    found, begun = answer(decision, door.edition, facts), may_begin(actor, door)
    waits = begun.outcome != Outcome.PERMIT and facts.child_at_risk == "no"
    return begun if found.outcome == Outcome.PERMIT and waits else found


def weigh_again(actor: Actor, door: OpenCase, person: UUID) -> Answer | None:
    """The answer now to what was last asked of this person; None where they were asked for nothing."""
    kept = (RecordsDetails.of(asked) for asked in records_asked(actor, door))
    last = next((details for details in kept if details.holder == person), None)
    return weigh_asking(actor, door, last) if last else None


def _facts(actor: Actor, door: OpenCase, details: RecordsDetails) -> MayObtain:
    who = holder_of(door, details)
    standing = obtaining(
        door,
        holder=who.role if who else "",
        body=_body(who, details.source),
        purpose=details.purpose,
        moment=actor.now(),
        person=who.id if who else None,
    )
    words: dict[str, Any] = {
        "actor": ACTORS.get(actor.role, "worker"),
        "source": details.source,
        "consent": standing.consent,
        "consent_from": standing.consent_from,
        "consent_before": standing.consent_before,
        "consent_record": standing.consent_record,
        "form_back": standing.form_back,
        "need_stated": bool(details.need.strip()),
        "child_at_risk": child_in_danger(door),
    }
    found = built(Question.MAY_OBTAIN, words)
    assert isinstance(found, MayObtain)
    return found


def _body(who: InvolvedView | None, source: str) -> str:
    """Where they work; where nobody on the case was chosen, the body that holds such records."""
    if who:
        return who.body
    return next(row.group for row in codes.rows("records_of") if row.code == source)

"""A professional's referral: who put whom forward, what was shown of the family's agreement, may we get in touch?"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.facts.referring import referral_facts
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.questions.may_contact import may_contact
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A referral as it is read. `answer`: may we get in touch? `declined_on`: closed, and the family is taken out."""

    referrer: str
    role: str
    organisation: str
    reach: str
    origin: str
    origin_code: str
    passed_on: date
    form: str
    form_code: str
    to_whom: str
    agreed_on: date | None
    exceptional: str
    agreed_by: str
    agreed_by_id: str
    answer: Answer
    declined_on: date | None
    declined_because: str

    @property
    def open_to_us(self) -> bool:
        """Whether we may get in touch with the family."""
        return self.declined_on is None and self.answer.outcome == Outcome.PERMIT


def may_get_in_touch(actor: Actor, said: dict[str, Any]) -> Answer:
    """May we get in touch with the family of a referral, as it stands now?"""
    edition = editions.in_force(actor.service_id, actor.today())
    facts = referral_facts(said)
    decision = may_contact(edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return answer(decision, edition, facts)


def referral_in(actor: Actor, said: dict[str, Any], people: dict[UUID, str]) -> ReferralView | None:
    """The referral in an enquiry's opened record; None where it is none."""
    found = said.get("referral")
    if found is None:
        return None
    return ReferralView(
        referrer=found["referrer"],
        role=codes.label("professional_role", found["role"]),
        organisation=found["organisation"],
        reach=found["reach"],
        origin=codes.label("origin", found["origin"]),
        origin_code=found["origin"],
        passed_on=date.fromisoformat(found["passed_on"]),
        form=codes.label("agreement_form", found["form"]) if found["form"] else "",
        form_code=found["form"],
        to_whom=found["to_whom"],
        agreed_on=_day(found["agreed_on"]),
        exceptional=found["exceptional"],
        agreed_by=people.get(UUID(found["agreed_by"]), "") if found["agreed_by"] else "",
        agreed_by_id=found["agreed_by"],
        answer=may_get_in_touch(actor, found),
        declined_on=_day(found.get("declined_on", "")),
        declined_because=found.get("declined_because", ""),
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None

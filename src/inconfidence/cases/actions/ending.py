"""An enquiry comes to its end without a case: why, and whether this policy lets anybody be sent away for that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import answer_words
from inconfidence.cases.actions.content import check_code
from inconfidence.cases.actions.giving import left_the_tray, rewrite_enquiry
from inconfidence.cases.facts.speaking import speaking_facts
from inconfidence.cases.models import Enquiry, EnquiryState
from inconfidence.cases.queries.beginning import asked
from inconfidence.cases.queries.enquiries import in_tray, opened
from inconfidence.cases.queries.speaking import speaking_in
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.sealed import Sealed

ANSWERED = "answered"
SentAway = Literal["age_or_capacity", "optional_detail", "no_responsibility", "other"]
SENT_AWAY: Mapping[str, SentAway] = {
    "age_or_capacity": "age_or_capacity",
    "optional_detail": "optional_detail",
    "no_responsibility": "no_responsibility",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class NotEnded:
    """The policy does not let them be sent away for this; the answer says why. The enquiry stands as it was."""

    answer: Answer


def end_enquiry(
    actor: Actor, enquiry_id: UUID, why: str = ANSWERED, *, once: UUID | None = None
) -> bool | NotEnded | None:
    """Nothing more is to be done about this enquiry. None when it is not in this person's tray; False when ended.

    Sending somebody away asks the policy first.
    """
    check_code("why", "enquiry_end", why)
    with transaction.atomic():
        row = in_tray(actor).select_for_update().filter(id=enquiry_id).first()
        if row is None:
            return None
        if row.state != EnquiryState.OPEN:
            _tell(actor, row, once, {})
            return False
        said = opened(actor, row)
        if no := _kept_here(actor, row, said, why):
            return no
        ended = {"ended": {"why": why, "on": actor.today().isoformat()}}
        rows = rewrite_enquiry(row, said | ended, state=EnquiryState.ENDED)
        left_the_tray(actor, row.id)
        _tell(actor, row, once, rows)
        return True


def _kept_here(actor: Actor, row: Enquiry, said: dict[str, Any], why: str) -> NotEnded | None:
    """Why they are not sent away for this; None where they may be, or where nobody sends them away."""
    if why not in SENT_AWAY:
        return None
    edition = editions.in_force(actor.service_id, actor.today())
    usual = speaking_facts(actor, edition, speaking_in(said), "casework")
    found = asked(actor, edition, replace(usual, act="decline", reason_declined=SENT_AWAY[why]))
    if found.outcome == Outcome.PERMIT:
        return None
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.casework_refused,
        at=actor.now(),
        about=row.id,
        words=answer_words(found),
    )
    return NotEnded(found)


def _tell(actor: Actor, row: Enquiry, once: UUID | None, rows: dict[str, Sealed]) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.enquiry_ended,
        at=actor.now(),
        about=row.id,
        rows=rows,
        once=once,
    )

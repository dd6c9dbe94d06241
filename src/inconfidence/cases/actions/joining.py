"""Joining a call without a name to the later one in which the same person gave it: at their request, and only then.

The call without a name stays as it was, with nothing in it that says who rang.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import answer_words
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.giving import open_enquiry, rewrite_enquiry
from inconfidence.cases.facts.seeing import about_joining
from inconfidence.cases.models import Enquiry
from inconfidence.cases.queries.enquiries import in_tray, opened
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor

NOT_HERE = "No call here has this number. Ask them for the one they were given; nobody looks for it otherwise"


@dataclass(frozen=True, slots=True)
class NotJoined:
    """The policy does not let these be joined; the answer says why. Nothing was written but that it was asked."""

    answer: Answer


def join_earlier(
    actor: Actor, enquiry_id: UUID, reference: str, *, asked: bool, once: UUID | None = None
) -> bool | NotJoined | None:
    """Join an earlier call to an open enquiry with a name. `asked`: the caller has asked for it themselves.

    None when no such enquiry is in this person's tray; False when it is joined already.
    """
    with transaction.atomic():
        row = open_enquiry(actor, enquiry_id, once)
        said = opened(actor, row) if row else {}
        if row is None or said["caller"] is None:
            return None
        earlier = _earlier(actor, row, reference)
        before = opened(actor, earlier)
        if no := _refused(actor, row, named=before["caller"] is not None, asked=asked):
            return no
        joined = said.get("joined", [])
        if any(each["reference"] == earlier.reference for each in joined):
            return False
        said["joined"] = [*joined, _taken_over(actor, earlier, before)]
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.enquiries_joined,
            at=actor.now(),
            about=row.id,
            rows=rewrite_enquiry(row, said),
            once=once,
        )
        return True


def _earlier(actor: Actor, row: Enquiry, reference: str) -> Enquiry:
    """The call they were given this number for; nothing is looked for by anything else."""
    found = in_tray(actor).filter(reference=reference.strip().upper()).exclude(id=row.id).first()
    if found is None:
        raise NotAccepted("reference", NOT_HERE)
    return found


def _refused(actor: Actor, row: Enquiry, *, named: bool, asked: bool) -> NotJoined | None:
    edition = editions.in_force(actor.service_id, actor.today())
    facts = about_joining(actor, named=named, asked=asked)
    decision = may_see(edition, facts)
    if decision.outcome == Outcome.PERMIT:
        return None
    found = answer(decision, edition, facts)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.joining_refused,
        at=actor.now(),
        about=row.id,
        words=answer_words(found),
    )
    return NotJoined(found)


def _taken_over(actor: Actor, earlier: Enquiry, before: dict[str, Any]) -> dict[str, object]:
    """What the earlier call said, with its own day and the day of joining."""
    return {
        "reference": earlier.reference,
        "on": earlier.happened_on.isoformat(),
        "note": before["note"],
        "method": before["method"],
        "minutes": before["minutes"],
        "at": before.get("at", ""),
        "joined_on": actor.today().isoformat(),
    }

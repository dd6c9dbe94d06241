"""Writing down how one decision is made: with somebody's help, or by somebody else where it was judged so.

Kept for that decision alone, as entries that are never changed; nothing of it is a mark on anybody.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.actions.content import check_line, check_past, check_text
from inconfidence.cases.queries import NeedsReason, OpenCase, involved, open_case_for, right
from inconfidence.consent.actions.recording import ConsentDetails, payload_of, write_entry
from inconfidence.consent.queries.deciding import CLIENT, HOW, WHOSE, decision_of
from inconfidence.consent.queries.records import DECIDING
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class DecidingDetails:
    """How one decision is made since a day (None: today). The words after `helper` are said where they cannot.

    `helper` is the id of somebody on the case; or CLIENT, the person we help, where the decision is the young person's.
    `what` and `whose` are said once, when a decision is first written down.
    """

    how: str
    what: str = ""
    whose: str = "own"
    on: date | None = None
    helper: str = ""
    judged_by: str = ""
    grounds: str = ""
    acts: str = ""


def record_deciding(
    actor: Actor,
    reference: str,
    details: DecidingDetails,
    *,
    decision: UUID | None = None,
    once: UUID | None = None,
) -> UUID | NeedsReason | None:
    """Write down how a decision is made, a new one unless `decision` names it; answers the decision's id."""
    _check(actor, details, new=decision is None)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        before = decision_of(door, decision) if decision else ()
        if before is None:
            return None
        if before:
            first = before[0].said[DECIDING]
            details = replace(details, what=first["what"], whose=first["whose"])
        _check_people(actor, door, details)
        found = decision or new_id()
        payload = payload_of(actor, ConsentDetails(kind=DECIDING, answer=DECIDING, happened_on=details.on))
        write_entry(actor, door, payload | {DECIDING: _said(details, found)}, Act.deciding_recorded, once)
        return found


def _check(actor: Actor, details: DecidingDetails, *, new: bool) -> None:
    if details.how not in HOW:
        raise NotAccepted("how", "Choose how they decide it")
    check_line("what", details.what, needed=new)
    check_past("on", actor, details.on)
    for name in ("judged_by", "acts"):
        check_line(name, getattr(details, name), needed=details.how == "cannot")
    check_text("grounds", details.grounds)
    if details.how == "cannot" and not details.grounds.strip():
        raise NotAccepted("grounds", "Say on what grounds, for this decision")


def _check_people(actor: Actor, door: OpenCase, details: DecidingDetails) -> None:
    """Whoever helps is on the case; a young person decides from three months before they answer for themselves."""
    if details.how == "with_help":
        _check_helper(door, details)
    if details.whose not in WHOSE or (
        details.whose == "young_person" and right(door, actor.today()).stage == "before"
    ):
        raise NotAccepted("whose", "Choose whose decision it is")


def _check_helper(door: OpenCase, details: DecidingDetails) -> None:
    """A parent may help her son on her own case; nobody is their own helper."""
    if details.helper == CLIENT and details.whose == "own":
        raise NotAccepted("helper", "It is their own decision: choose somebody else who helps them in it")
    if details.helper not in {CLIENT, *(str(who.id) for who in involved(door))}:
        raise NotAccepted("helper", "Choose who helps; put them on the case first if they are not there")


def _said(details: DecidingDetails, decision: UUID) -> dict[str, Any]:
    """What the entry keeps beside its day: only what belongs to this way of deciding."""
    helped, cannot = details.how == "with_help", details.how == "cannot"
    return {
        "decision": str(decision),
        "what": details.what.strip(),
        "whose": details.whose,
        "how": details.how,
        "helper": details.helper if helped else None,
        "judged_by": details.judged_by.strip() if cannot else "",
        "grounds": details.grounds.strip() if cannot else "",
        "acts": details.acts.strip() if cannot else "",
    }

"""A professional's referral: taken down, completed, or closed as declined with the family taken out."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import answer_words
from inconfidence.cases.actions.call_details import CallDetails, NamedCaller, check_call
from inconfidence.cases.actions.calls import take_down
from inconfidence.cases.actions.content import NotAccepted, check_code, check_line, check_past
from inconfidence.cases.actions.giving import give_to, left_the_tray, open_enquiry, rewrite_enquiry
from inconfidence.cases.models import Enquiry, EnquiryState
from inconfidence.cases.queries.eligible import eligible
from inconfidence.cases.queries.enquiries import opened
from inconfidence.cases.queries.referrals import may_get_in_touch
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import DECLINE, TAKE_UP, About
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.sealed import Sealed

SENT_BY = ("referral", "early_help", "team_around", "professional_present", "professional_absent")
CHANGED = "Somebody has changed this referral since you opened it. Open it again, and compare"


@dataclass(frozen=True, slots=True)
class ShownDetails:
    """What the referrer has shown of the family's agreement; why it is exceptional, and who of us agreed to it."""

    form: str = ""
    to_whom: str = ""
    agreed_on: date | None = None
    exceptional: str = ""
    agreed_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReferralDetails:
    """A family put forward by a professional. `passed_on`: the day on which their details reached us."""

    referrer: str
    role: str
    family: NamedCaller
    issues: tuple[str, ...]
    origin: str = "referral"
    organisation: str = ""
    reach: str = ""
    passed_on: date | None = None
    note: str = ""
    method: str = "phone"
    shown: ShownDetails = ShownDetails()


def take_referral(actor: Actor, details: ReferralDetails, *, once: UUID | None = None) -> UUID:
    """Take down a professional's referral; answers the enquiry's id. NotAccepted when something does not fit.

    Asks whether we may get in touch: until the policy lets us, nobody owes a call to the family.
    """
    _check(actor, details)
    call = CallDetails(issues=details.issues, note=details.note, method=details.method, named=details.family)
    check_call(actor, call)
    with transaction.atomic():
        referral = _kept(actor, details)
        row, said, rows = take_down(actor, call, referral=referral)
        _asked(actor, row, said, rows, Act.referral_taken, once)
        return row.id


def show_agreement(
    actor: Actor, enquiry_id: UUID, shown: ShownDetails, *, version: int, once: UUID | None = None
) -> Answer | None:
    """Write down what the referrer has shown since, and ask again; answers what came of asking.

    None when no open referral of this person's tray has this id.
    """
    _check_shown(actor, shown)
    with transaction.atomic():
        row, said = _referral(actor, enquiry_id, once)
        if row is None:
            return None
        if row.version != version:
            raise NotAccepted("version", CHANGED)
        said["referral"] |= _shown(shown)
        rows = rewrite_enquiry(row, said)
        return _asked(actor, row, said, rows, Act.referral_completed, once)


def decline_referral(
    actor: Actor, enquiry_id: UUID, because: str, *, once: UUID | None = None
) -> bool | None:
    """Close a referral as declined: who referred, and why it went no further, are all that is kept.

    None when no open referral of this person's tray has this id; False where we may get in touch.
    """
    check_line("because", because, needed=True)
    with transaction.atomic():
        row, said = _referral(actor, enquiry_id, once)
        if row is None:
            return None
        if may_get_in_touch(actor, said["referral"]).outcome == Outcome.PERMIT:
            return False
        rows = rewrite_enquiry(row, _without_family(actor, said, because), state=EnquiryState.ENDED)
        left_the_tray(actor, row.id)
        settle(actor, DECLINE, row.id)
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.referral_declined,
            at=actor.now(),
            about=row.id,
            rows=rows,
            once=once,
        )
        return True


def _referral(actor: Actor, enquiry_id: UUID, once: UUID | None) -> tuple[Enquiry | None, dict[str, Any]]:
    row = open_enquiry(actor, enquiry_id, once)
    said = opened(actor, row) if row else {}
    return (row, said) if said.get("referral") else (None, {})


def _check(actor: Actor, details: ReferralDetails) -> None:
    check_line("referrer", details.referrer, needed=True)
    check_line("organisation", details.organisation)
    check_line("reach", details.reach)
    check_code("role", "professional_role", details.role)
    if details.origin not in SENT_BY:
        raise NotAccepted("origin", "Choose one of the answers in the list")
    check_past("passed_on", actor, details.passed_on)
    _check_shown(actor, details.shown)


def _check_shown(actor: Actor, shown: ShownDetails) -> None:
    check_code("form", "agreement_form", shown.form, empty=True)
    check_line("to_whom", shown.to_whom)
    check_past("agreed_on", actor, shown.agreed_on)
    check_line("exceptional", shown.exceptional)
    if shown.agreed_by and shown.agreed_by not in eligible(actor):
        raise NotAccepted("agreed_by", "Choose a caseworker of this service")


def _kept(actor: Actor, details: ReferralDetails) -> dict[str, object]:
    return {
        "referrer": details.referrer.strip(),
        "role": details.role,
        "organisation": details.organisation.strip(),
        "reach": details.reach.strip(),
        "origin": details.origin,
        "passed_on": (details.passed_on or actor.today()).isoformat(),
    } | _shown(details.shown)


def _shown(shown: ShownDetails) -> dict[str, object]:
    return {
        "form": shown.form,
        "to_whom": shown.to_whom.strip(),
        "agreed_on": shown.agreed_on.isoformat() if shown.agreed_on else "",
        "exceptional": shown.exceptional.strip(),
        "agreed_by": str(shown.agreed_by or ""),
    }


def _without_family(actor: Actor, said: dict[str, Any], because: str) -> dict[str, Any]:
    """The record with nothing about the family left in it."""
    ended = {"declined_on": actor.today().isoformat(), "declined_because": because.strip()}
    ended |= {"to_whom": "", "exceptional": ""}
    emptied = dict.fromkeys(("note", "age_band", "phase", "next_step"), "")
    return said | emptied | {"caller": None, "referral": said["referral"] | ended}


def _asked(
    actor: Actor, row: Enquiry, said: dict[str, Any], rows: dict[str, Sealed], act: Act, once: UUID | None
) -> Answer:
    """May we get in touch? With a yes somebody owes it; until then nobody does."""
    found = may_get_in_touch(actor, said["referral"])
    settle(actor, DECLINE, row.id)
    if found.outcome == Outcome.PERMIT:
        rows = rows | give_to(actor, row, said, _who_rings(actor, said["referral"]))
    else:
        settle(actor, TAKE_UP, row.id)
    if any(duty.kind == DECLINE for duty in found.duties):
        owe(actor, DECLINE, About.ENQUIRY, row.id, None, owed_by=row.taken_by_id)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=row.id,
        words=answer_words(found),
        rows=rows,
        once=once,
    )
    return found


def _who_rings(actor: Actor, referral: dict[str, Any]) -> UUID:
    """Whoever agreed to get in touch; where the policy asks for no such name, whoever has written it down."""
    return UUID(referral["agreed_by"]) if referral["agreed_by"] else actor.person_id

"""Calls and messages before any case: the tray, and one enquiry."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.facts import about_enquiry, trays
from inconfidence.cases.models import Enquiry, EnquiryState, Given
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import permitted, saw
from inconfidence.cases.queries.due_words import due_words
from inconfidence.cases.queries.happened import at_time
from inconfidence.cases.queries.marks import in_words
from inconfidence.cases.queries.marks import read_back as read_marks
from inconfidence.cases.queries.referrals import may_get_in_touch, referral_in
from inconfidence.cases.queries.speaking import may_be_given, order_in_words, speaking_in
from inconfidence.cases.queries.values import EnquiryRow, EnquiryView, JoinedCall
from inconfidence.duties.queries import due_about
from inconfidence.duties.words import REMINDER
from inconfidence.editions import queries as editions
from inconfidence.people.queries import safe_words
from inconfidence.people.queries.safe_contact import read_back
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault import groups


def in_tray(actor: Actor) -> QuerySet[Enquiry]:
    """Enquiries this person took; until a case comes of them, those of a group of theirs and those given to them."""
    edition = editions.in_force(actor.service_id, actor.today())
    rows = Enquiry.objects.filter(service_id=actor.service_id).prefetch_related("given")
    if not permitted(edition, about_enquiry(actor, assigned=True, named=True)):
        return rows.none()
    given = Given.objects.filter(person_id=actor.person_id)
    here = Q(readers__in=trays(actor)) | Q(id__in=given.values("enquiry_id"))
    return rows.filter(Q(taken_by_id=actor.person_id) | here & ~Q(state=EnquiryState.CASE))


def _given(row: Enquiry) -> Given | None:
    """To whom this enquiry was given, if to anybody."""
    return getattr(row, "given", None)


def enquiries(actor: Actor) -> list[EnquiryRow]:
    """The tray: open ones first, what cannot wait above the others and the longest waiting first; then the newest.

    One event names them all.
    """
    rows = list(in_tray(actor).order_by("-state", "-recorded_at", "id")[:200])
    if rows:
        saw(actor, None, Act.enquiries_listed, listed=tuple(row.id for row in rows))
    people = names(actor.service_id)
    found = [_row(actor, row, opened(actor, row), people) for row in rows]
    waiting = sorted((one for one in found if one.state == EnquiryState.OPEN), key=_urgency)
    return [*waiting, *(one for one in found if one.state != EnquiryState.OPEN)]


def _urgency(row: EnquiryRow) -> tuple[date, date, datetime]:
    return (row.deadline_on or date.max, row.happened_on, row.taken_at)


def enquiry_steps(actor: Actor, ids: Collection[UUID]) -> dict[UUID, str]:
    """What is next on these enquiries of this person's tray, in their own words. One event names them all."""
    rows = list(in_tray(actor).filter(id__in=list(ids))) if ids else []
    if rows:
        saw(actor, None, Act.enquiries_listed, listed=tuple(row.id for row in rows))
    return {row.id: _step(opened(actor, row)) for row in rows}


def _step(said: dict[str, Any]) -> str:
    note = {"text": said["note"], "next_step": said.get("next_step", "")}
    return due_words(REMINDER, said.get("marks", {}) | note)


def enquiries_waiting(actor: Actor) -> int:
    """How many enquiries in this person's tray wait for somebody. Nothing is opened."""
    return in_tray(actor).filter(state=EnquiryState.OPEN).count()


def enquiry(actor: Actor, enquiry_id: UUID) -> EnquiryView | None:
    """One enquiry; None when missing, another service's, or not for this person."""
    row = in_tray(actor).filter(id=enquiry_id).first()
    if row is None:
        saw(actor, None, Act.case_refused)
        return None
    saw(actor, row.id, Act.enquiry_seen)
    return _view(actor, row, opened(actor, row), names(actor.service_id))


def opened(actor: Actor, row: Enquiry) -> dict[str, Any]:
    """What an enquiry in this person’s tray says: by their own key if they took it or were given it, else a group’s."""
    if row.taken_by_id == actor.person_id:
        return groups.open_from_person(actor.keyring, places.own_enquiry(row.id, row.version), row.own_record)
    given = _given(row)
    if given is not None and given.person_id == actor.person_id:
        return groups.open_from_person(actor.keyring, places.given(given.id, given.version), given.record)
    return groups.open_from_group(
        actor.keyring,
        row.service_id,
        groups.Group(row.readers),
        places.enquiry(row.id, row.version),
        row.record,
    )


def not_to_be_rung(actor: Actor, row: Enquiry) -> Answer | None:
    """Why nobody gets in touch with the family of this enquiry yet; None unless a professional put them forward."""
    referral = opened(actor, row).get("referral")
    found = may_get_in_touch(actor, referral) if referral else None
    return found if found and found.outcome != Outcome.PERMIT else None


def _issues(said: dict[str, Any]) -> tuple[str, ...]:
    return tuple(codes.label("issue", issue) for issue in said["issues"])


def _row(actor: Actor, row: Enquiry, said: dict[str, Any], people: dict[UUID, str]) -> EnquiryRow:
    caller, referral = said["caller"], said.get("referral")
    return EnquiryRow(
        id=row.id,
        reference=row.reference,
        happened_on=row.happened_on,
        taken_at=row.recorded_at,
        taken_by=people.get(row.taken_by_id, ""),
        named=caller is not None,
        name=caller["name"] if caller else "",
        declined=caller is None and bool(referral),
        deadline_on=_day(said.get("deadline_on")),
        may_be_rung=not referral or may_get_in_touch(actor, referral).outcome == Outcome.PERMIT,
        issues=_issues(said),
        state=row.state,
        given_to=_given_name(row, people),
    )


def _given_name(row: Enquiry, people: dict[UUID, str]) -> str:
    given = _given(row)
    return people.get(given.person_id, "") if given else ""


NOBODY: dict[str, Any] = {
    "name": "",
    "phone": "",
    "email": "",
    "relationship": "",
    "responsibility": "not_asked",
    "order": "not_asked",
    "safe": {},
    "statement_given": False,
    "child_name": "",
}


def _view(actor: Actor, row: Enquiry, said: dict[str, Any], people: dict[UUID, str]) -> EnquiryView:
    caller = NOBODY | (said["caller"] or {})
    known = said["caller"] is not None
    return EnquiryView(
        id=row.id,
        reference=row.reference,
        version=row.version,
        happened_on=row.happened_on,
        happened_at=at_time(said),
        taken_at=row.recorded_at,
        taken_by=people.get(row.taken_by_id, ""),
        state=row.state,
        named=known,
        name=caller["name"],
        phone=caller["phone"],
        email=caller["email"],
        caller=codes.label("relationship_to_child", caller["relationship"]) if known else "",
        safe_sentence=safe_words(actor, read_back(caller["safe"])) if known else "",
        statement_given=caller["statement_given"],
        child_name=caller["child_name"],
        issues=_issues(said),
        note=said["note"],
        next_step=said.get("next_step", ""),
        remind_on=tuple(duty.due_on for duty in due_about(actor, row.id) if duty.due_on),
        marks=in_words(read_marks(said.get("marks", {"provided_by": ""}))),
        method=codes.label("contact_method", said["method"]),
        minutes=said["minutes"],
        age_band=codes.label("age_band", said["age_band"]) if said["age_band"] else "",
        phase=codes.label("setting_type", said["phase"]) if said["phase"] else "",
        mine=row.taken_by_id == actor.person_id,
        issue_codes=tuple(said["issues"]),
        caller_code=caller["relationship"] or "unknown",
        age_band_code=said["age_band"],
        phase_code=said["phase"],
        safe=read_back(caller["safe"]),
        nobodys=said.get("nobodys", False),
        referral=referral_in(actor, said, people),
        given_to=_given_name(row, people),
        responsibility=codes.label("parental_responsibility", caller["responsibility"]) if known else "",
        order=order_in_words(caller["order"]),
        responsibility_code=caller["responsibility"],
        order_code=caller["order"],
        deadline_on=_day(said.get("deadline_on")),
        ended=codes.label("enquiry_end", said["ended"]["why"]) if said.get("ended") else "",
        joined=tuple(_joined(each) for each in said.get("joined", ())),
        may_have=() if said.get("referral") else may_be_given(actor, speaking_in(said)),
    )


def _joined(said: dict[str, Any]) -> JoinedCall:
    days = (date.fromisoformat(said[name]) for name in ("on", "joined_on"))
    return JoinedCall(said["reference"], next(days), said["note"], next(days))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None

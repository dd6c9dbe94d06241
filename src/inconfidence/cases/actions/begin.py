"""First contact: what they were told and given, how they came, what waits; and what becomes of a no to casework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import check_code, check_line, check_past, check_since
from inconfidence.cases.actions.form_given import owe_its_return, settle_its_return
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.actions.registers import count_referral, notice_offered
from inconfidence.cases.actions.rewriting import rewrite
from inconfidence.cases.facts.beginning import Begun, begin_facts
from inconfidence.cases.queries.agreed import agreed_on
from inconfidence.cases.queries.beginning import FIRST_LEVEL, asked, level_now, said_of
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.duties.actions import owe
from inconfidence.duties.words import About
from inconfidence.policy.explain import Answer
from inconfidence.policy.standing.forms import next_reminder
from inconfidence.policy.vocabulary import Outcome, Question, Role
from inconfidence.team.actor import Actor

SHOWN_TO_THE_HEAD = frozenset({"flag_law_differs"})
TOLD_NO: dict[str, Act] = {Question.MAY_OBTAIN: Act.records_refused}


@dataclass(frozen=True, slots=True)
class FirstContactDetails:
    """What is known of first contact now. A thing that was done for the first time was done `on` (None: today)."""

    relationship: str = "unknown"
    responsibility: str = "unknown"
    origin: str = "self"
    statement: bool = False
    notice: bool = False
    form: bool = False
    confirmed: bool = False
    limits: bool = False
    absence_reason: str = ""
    not_needed: str = ""
    level: str = FIRST_LEVEL
    on: date | None = None


@dataclass(frozen=True, slots=True)
class NotBegun:
    """The policy does not let this begin, or not yet; the answer says why. Only that it was asked is written."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class FirstContactSaved:
    """What became of it: the answer as it stands now, and whether the level had to stay as it was."""

    answer: Answer
    level_waits: bool


@dataclass(frozen=True, slots=True)
class FirstContactMoved:
    """Somebody else changed the case's record since this form was drawn: nothing of ours was written."""

    version: int


DONE = {
    "statement": "statement_given_on",
    "notice": "notice_given_on",
    "form": "form_given_on",
    "confirmed": "confirmed_on",
    "limits": "limits_explained_on",
}
NOTICE_VERSION = "notice_version"
WORDS = {
    "relationship": "relationship",
    "responsibility": "responsibility",
    "origin": "origin",
    "absence_reason": "absence_reason",
    "not_needed": "question_not_needed",
}


def record_first_contact(
    actor: Actor, reference: str, details: FirstContactDetails, *, version: int, once: UUID | None = None
) -> FirstContactSaved | FirstContactMoved | NeedsReason | None:
    """Write down what first contact has come to, and ask again whether we may go on.

    A level above the first waits until the answer is yes; the rest is kept all the same.
    """
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if door.version != version:
            out_of_date(actor, door.case_id, once)
            return FirstContactMoved(door.version)
        check_since("on", door.opened_on, details.on)
        return _write(actor, door, details, once)


def _check(actor: Actor, details: FirstContactDetails) -> None:
    check_code("relationship", "relationship_to_child", details.relationship)
    check_code("responsibility", "parental_responsibility", details.responsibility)
    check_code("origin", "origin", details.origin)
    check_code("level", "intervention_level", details.level)
    check_line("absence_reason", details.absence_reason)
    check_line("not_needed", details.not_needed)
    check_past("on", actor, details.on)


def _write(
    actor: Actor, door: OpenCase, details: FirstContactDetails, once: UUID | None
) -> FirstContactSaved:
    before = said_of(door)
    said = before | _said(actor, before, details)
    agreed = agreed_on(actor, door)
    facts = begin_facts(actor.role, Begun.of(said), agreed, door.edition, actor.today())
    found = asked(actor, door.edition, facts)
    rises = details.level != level_now(door)
    waits = rises and details.level > FIRST_LEVEL and found.outcome != Outcome.PERMIT
    if rises and not waits:
        said = at_level(actor, said, details.level, details.on or actor.today())
    changes = _changes(before, said, details.level if rises and not waits else "")
    if changes:
        entry = {"at": actor.now().isoformat(), "by": str(actor.person_id), "said": changes}
        said["first_contacts"] = [*before.get("first_contacts", ()), entry]
    rows = rewrite(door, said)
    _form_given(actor, door, before["form_given_on"], said["form_given_on"], back=agreed.form_back)
    count_referral(actor, door.edition, door.case_id, details.origin, wanted=details.confirmed)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.first_contact_recorded,
        at=actor.now(),
        about=door.case_id,
        words=answer_words(found),
        rows=rows,
        once=once,
    )
    return FirstContactSaved(found, waits)


def told_and_given(actor: Actor, door: OpenCase, on: date, done: Collection[str]) -> None:
    """Note that these (`statement`, `notice`, `form`) were done on this day, where the record does not say so yet.

    Inside the caller's transaction, with an event of its own.
    """
    before = said_of(door)
    days = {DONE[name]: on.isoformat() for name in done if not before.get(DONE[name])}
    if not days:
        return
    said = before | days
    said |= {NOTICE_VERSION: _notice_version(actor, before, said[DONE["notice"]])}
    entry = {"at": actor.now().isoformat(), "by": str(actor.person_id), "said": _changes(before, said, "")}
    said["first_contacts"] = [*before.get("first_contacts", ()), entry]
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.first_contact_recorded,
        at=actor.now(),
        about=door.case_id,
        rows=rewrite(door, said),
    )


def _form_given(actor: Actor, door: OpenCase, before: str | None, now: str | None, *, back: bool) -> None:
    """What a form that was given brings. Where work waits for it, that it comes back is owed already."""
    if door.edition.names("permission-form-gate") or before == now:
        return
    if now and not back:
        due_on = next_reminder(date.fromisoformat(now))
        owe_its_return(actor, door.edition, door.case_id, door.reference, due_on, mine=door.allocated)
    else:
        settle_its_return(actor, door.case_id)


def _said(actor: Actor, before: dict[str, Any], details: FirstContactDetails) -> dict[str, Any]:
    """The keys of the record as they stand after this. A day once written stays, unless the tick is taken back."""
    today = (details.on or actor.today()).isoformat()
    days = {key: (before.get(key) or today) if getattr(details, name) else None for name, key in DONE.items()}
    words = {key: getattr(details, name).strip() for name, key in WORDS.items()}
    return days | words | {NOTICE_VERSION: _notice_version(actor, before, days[DONE["notice"]])}


def _notice_version(actor: Actor, before: dict[str, Any], given_on: str | None) -> str:
    """The version offered on the day that is written down; what was written once stays."""
    if given_on is None:
        return ""
    offered = notice_offered(actor, date.fromisoformat(given_on))
    return before.get(NOTICE_VERSION) or offered


def _changes(before: dict[str, Any], said: dict[str, Any], level: str) -> dict[str, Any]:
    keys = (*DONE.values(), *WORDS.values(), NOTICE_VERSION)
    changed = {key: said[key] for key in keys if (before.get(key) or "") != (said.get(key) or "")}
    return changed | ({"level": level} if level else {})


def at_level(actor: Actor, said: dict[str, Any], level: str, on: date) -> dict[str, Any]:
    """The record with this level of work from this day on; the levels before it stay."""
    line = {"level": level, "on": on.isoformat(), "by": str(actor.person_id)}
    return said | {"levels": [*said.get("levels", ()), line]}


def not_begun_yet(actor: Actor, answer: Answer, about: UUID | None, kind: About = About.CASE) -> NotBegun:
    """Record that somebody was told not to begin, or not to ask for records, inside the caller's transaction.

    What the answer has the head of service shown is shown once for each enquiry or case.
    """
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=TOLD_NO.get(answer.question, Act.casework_refused),
        at=actor.now(),
        about=about,
        words=answer_words(answer),
    )
    for duty in answer.duties:
        if duty.kind in SHOWN_TO_THE_HEAD:
            owe(
                actor,
                duty.kind,
                kind if about else About.SERVICE,
                about or actor.service_id,
                None,
                owed_by_role=Role.HEAD_OF_SERVICE,
            )
    return NotBegun(answer)


def answer_words(answer: Answer) -> dict[str, str]:
    """Question, outcome, policy and clauses of an answer: closed words and identifiers for the record."""
    found = {
        "question": str(answer.question),
        "outcome": str(answer.outcome),
        "policy": answer.policy,
        "edition": answer.edition,
    }
    return found | {f"clause.{at}": each.id.lower() for at, each in enumerate(answer.clauses, 1)}

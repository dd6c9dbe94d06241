"""Recording what somebody agreed to. Every answer is a new entry; nothing is overwritten."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions import (
    NotAccepted,
    UploadDetails,
    check_upload,
    owe_the_day,
    settle_the_day,
    write_document,
)
from inconfidence.cases.actions.content import (
    check_code,
    check_codes,
    check_line,
    check_past,
    check_since,
    check_text,
)
from inconfidence.cases.actions.documents_obtaining import settle_what_is_agreed
from inconfidence.cases.actions.recording import NotRecorded, ask_to_record
from inconfidence.cases.facts.recording import consent_facts
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for, right
from inconfidence.cases.queries.beginning import said_of
from inconfidence.consent.models import Entry
from inconfidence.consent.queries.left_standing import left_standing
from inconfidence.consent.queries.records import next_review, place, records
from inconfidence.consent.queries.standing import ALL_MATTERS
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.queries import due_about
from inconfidence.duties.words import LEADS
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayRecord
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault.ids import new_id

YES = frozenset({"given", "limited"})
REVIEWED = frozenset({"share", "obtain", "mailing_list"})
YOUNG_PERSON = "young_person"
GIVERS = frozenset({"subject", YOUNG_PERSON, "someone_else"})
MATTERS = frozenset({"share", "obtain"})


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """One answer. `recipients` are role codes, bodies (`body:setting`) or people on the case (`person:<id>`).

    Empty `items` means everything; empty `purposes` means that none was said. `necessity` is why talking to others is
    needed, where the purposes alone do not say it.
    """

    kind: str
    answer: str
    method: str = "telephone"
    happened_on: date | None = None
    happened_at: time | None = None
    words: str = ""
    taken_by: UUID | None = None
    recipients: frozenset[str] = frozenset()
    no_recipients_reason: str = ""
    purposes: frozenset[str] = frozenset()
    purpose_words: str = ""
    necessity: str = ""
    items: frozenset[str] = frozenset()
    giver: str = "subject"
    signed: bool = False
    dated: bool = True
    form_item: UUID | None = None
    review_on: date | None = None
    limits_explained: bool = False


@dataclass(frozen=True, slots=True)
class StillYes:
    """A no is written down as this entry, and a yes of theirs stands that it did not cover."""

    entry: UUID


def record_consent(
    actor: Actor,
    reference: str,
    details: ConsentDetails,
    *,
    attachment: UploadDetails | None = None,
    once: UUID | None = None,
) -> UUID | StillYes | NotRecorded | NeedsReason | None:
    """Record one answer; answers the entry's id, or StillYes after a no. NotAccepted when something does not fit.

    NotRecorded where the policy does not let this be written down as an answer of theirs.

    A yes gets a review date (the policy's months from today, unless one is given) and a duty to look at it again.
    """
    _check(actor, details)
    file_kind = check_upload(actor, attachment) if attachment else ""
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        check_since("happened_on", door.opened_on, details.happened_on)
        _check_giver(actor, door, details)
        if no := ask_to_record(actor, door.edition, _facts(details), door.case_id):
            return no
        if attachment:
            form = write_document(actor, door.case_id, door.key, attachment, file_kind)
            details = replace(details, form_item=form)
        payload = payload_of(actor, _reviewed(actor, door.edition, details))
        entry = write_entry(actor, door, payload, Act.consent_recorded, once)
        _see_to_the_day(actor, door, details)
        return StillYes(entry) if left_standing(door, actor.today()) else entry


def _check(actor: Actor, details: ConsentDetails) -> None:
    check_code("kind", "consent_kind", details.kind)
    check_code("answer", "consent_answer", details.answer)
    check_code("method", "consent_method", details.method)
    check_codes("purposes", "consent_purpose", details.purposes)
    check_past("happened_on", actor, details.happened_on)
    check_text("words", details.words)
    check_line("no_recipients_reason", details.no_recipients_reason)
    check_line("purpose_words", details.purpose_words)
    check_line("necessity", details.necessity)
    for chosen in details.recipients:
        _check_recipient(chosen)
    if details.giver not in GIVERS:
        raise NotAccepted("giver", "Choose who said it")
    if details.taken_by and details.taken_by not in names(actor.service_id):
        raise NotAccepted("taken_by", "Choose a colleague of this service")
    if details.answer == "limited" and not (details.recipients or details.no_recipients_reason.strip()):
        raise NotAccepted("recipients", "Tick who may be told, or say why nobody can be named yet")
    if details.answer in YES and details.kind in MATTERS and not details.purposes:
        raise NotAccepted("purposes", "Tick what it is about: a yes counts for nothing else")
    if details.answer in YES and details.method == "telephone" and not details.words.strip():
        raise NotAccepted("words", "Write the words they used on the phone")


def _see_to_the_day(actor: Actor, door: OpenCase, details: ConsentDetails) -> None:
    """A young person's own answer is what the day asks for; anybody else's is a time to see whether it is near."""
    if details.giver == YOUNG_PERSON:
        settle_the_day(actor, door.case_id, answered=details.answer != "asked")
    else:
        said, opened = said_of(door), door.opened_on
        owe_the_day(actor, door.case_id, door.reference, said, opened, mine=door.allocated, again=False)


def _check_giver(actor: Actor, door: OpenCase, details: ConsentDetails) -> None:
    """A young person answers from three months before their own yes is needed; on their own case as themselves."""
    if details.giver == YOUNG_PERSON and right(door, actor.today()).stage == "before":
        raise NotAccepted("giver", "Choose who said it")


def _facts(details: ConsentDetails) -> MayRecord:
    """A yes to everything for everybody says neither why nor to whom; anybody else's decision is not theirs."""
    whom = bool(details.recipients or details.no_recipients_reason.strip())
    blanket = details.kind in MATTERS and ALL_MATTERS in details.purposes and not whom
    return consent_facts(
        asks=details.answer in {*YES, "asked"},
        theirs=details.giver in ("subject", YOUNG_PERSON) or details.answer == "asked",
        needed=not blanket or bool(details.necessity.strip()),
        named=bool(details.recipients),
    )


def _check_recipient(chosen: str) -> None:
    kind, _, word = chosen.rpartition(":")
    if kind != "person":
        check_code("recipients", "professional_body" if kind else "professional_role", word)


def _reviewed(actor: Actor, edition: Edition, details: ConsentDetails) -> ConsentDetails:
    """The same answer with its review date: the policy's months from the day it was given."""
    if details.review_on or details.answer not in YES or details.kind not in REVIEWED:
        return details
    months = edition.value("consent-review", "months")
    if not isinstance(months, int):
        return details
    return replace(details, review_on=months_after(details.happened_on or actor.today(), months))


def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later; the last of the month where that day is missing."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def payload_of(actor: Actor, details: ConsentDetails) -> dict[str, object]:
    """An answer as its sealed record keeps it."""
    happened = details.happened_on or (actor.today() if details.dated else None)
    return {
        "form": 1,
        "kind": details.kind,
        "answer": _answer(details),
        "reach": "limited" if details.answer == "limited" or details.recipients else "everyone",
        "recipients": sorted(details.recipients),
        "no_recipients_reason": details.no_recipients_reason.strip(),
        "purposes": sorted(details.purposes),
        "purpose_words": details.purpose_words.strip(),
        "necessity": details.necessity.strip(),
        "items": sorted(details.items),
        "method": details.method,
        "happened_on": happened.isoformat() if happened else None,
        "happened_at": details.happened_at.isoformat("minutes") if details.happened_at else None,
        "dated": details.dated,
        "words": details.words,
        "taken_by": str(details.taken_by or actor.person_id),
        "giver": details.giver,
        "signed": details.signed,
        "form_item": str(details.form_item) if details.form_item else None,
        "review_on": details.review_on.isoformat() if details.review_on else None,
        "limits_explained": details.limits_explained,
        "permissions": [],
    }


def _answer(details: ConsentDetails) -> str:
    if details.kind == "wish" and details.answer in YES:
        return "implied"
    return "given" if details.answer == "limited" else details.answer


def write_entry(
    actor: Actor, door: OpenCase, payload: Mapping[str, object], act: Act, once: UUID | None
) -> UUID:
    """Seal and write one entry inside the caller's transaction, and owe the review that it moves."""
    entry_id = new_id()
    sealed = door.key.seal(place(entry_id), payload)
    Entry.objects.create(
        id=entry_id,
        case_id=door.case_id,
        record=sealed,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=door.case_id,
        words={"entry": str(entry_id)},
        rows={place(entry_id).name: sealed},
        once=once,
    )
    _owe_review(actor, door)
    settle_what_is_agreed(actor, door)
    return entry_id


def _owe_review(actor: Actor, door: OpenCase) -> None:
    """One duty a case: the soonest review of what stands. An answer that moves it settles the one before."""
    settle(actor, "consent_after_reopening", door.case_id)
    due = next_review(records(door))
    if due is None or due >= actor.today():
        settle(actor, "review_consent", door.case_id)
    owed = [duty.due_on for duty in due_about(actor, door.case_id) if duty.kind == "consent_review"]
    if owed == [due]:
        return
    settle(actor, "consent_review", door.case_id)
    if due:
        owe(
            actor,
            "consent_review",
            "case",
            door.case_id,
            due,
            owed_by=actor.person_id if door.allocated else None,
            owed_by_role="" if door.allocated else LEADS,
            reference=door.reference,
        )

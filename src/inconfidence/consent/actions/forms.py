"""A permission form that is out: reminding of it, and recording that it came back."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted, UploadDetails, check_upload, write_document
from inconfidence.cases.actions.content import check_code, check_codes, check_past, check_since, check_text
from inconfidence.cases.actions.form_given import owe_its_return, settle_its_return
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.consent.actions.recording import ConsentDetails, payload_of, write_entry
from inconfidence.consent.queries.forms_out import standing_of
from inconfidence.consent.queries.reminding import weigh_reminding
from inconfidence.policy.explain import Answer
from inconfidence.policy.standing.forms import FormStanding, next_reminder
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date

OF_ANOTHER = "It counts on the file of whoever signed it. Ask the person of this case for their own form"


@dataclass(frozen=True, slots=True)
class FormReturned:
    """A permission form that came back: when, what it permits, whether it is signed, and by whom.

    `signed_by` is `subject` or `someone_else`: a form counts for whoever signed it, and for nobody else.
    """

    returned_on: date | None = None
    permissions: frozenset[str] = frozenset()
    signed: bool = True
    signed_by: str = "subject"
    method: str = "letter"
    form_item: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """That somebody was reminded: how (a code of `consent_method`), when, and what was said."""

    method: str
    reminded_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class NotReminded:
    """The policy does not let us reach them this way, or not yet; nothing was written down."""

    answer: Answer


def record_reminder(
    actor: Actor, reference: str, details: Reminder, *, once: UUID | None = None
) -> UUID | NotReminded | NeedsReason | None:
    """Write down that somebody was reminded of their form, and owe the next word a week later.

    Asks `may_contact` for the way it was done. NotAccepted where no form of theirs is out.
    """
    check_code("method", "consent_method", details.method)
    check_past("reminded_on", actor, details.reminded_on)
    check_text("words", details.words)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        _check_out(standing_of(actor, door), details.reminded_on)
        found = weigh_reminding(actor, door, details.method)
        if found and found.outcome != Outcome.PERMIT:
            return NotReminded(found)
        return _remind(actor, door, details, once)


def _check_out(form: FormStanding, reminded_on: date | None) -> None:
    """Refuse a reminder of a form that is not out, and one from before it was given."""
    if not form.out or form.given_on is None:
        raise NotAccepted("method", "No form of theirs is out: there is nothing to remind them of")
    if reminded_on and reminded_on < form.given_on:
        given = plain_date(form.given_on)
        raise NotAccepted("reminded_on", f"The form was given on {given}: check the date")


def _remind(actor: Actor, door: OpenCase, details: Reminder, once: UUID | None) -> UUID:
    answer = ConsentDetails(
        kind="permission_form",
        answer="reminded",
        method=details.method,
        happened_on=details.reminded_on,
        words=details.words,
    )
    entry = write_entry(actor, door, payload_of(actor, answer), Act.form_reminded, once)
    due_on = next_reminder(details.reminded_on or actor.today())
    owe_its_return(actor, door.edition, door.case_id, door.reference, due_on, mine=door.allocated)
    return entry


def record_form_returned(
    actor: Actor,
    reference: str,
    details: FormReturned,
    *,
    attachment: UploadDetails | None = None,
    once: UUID | None = None,
) -> UUID | NeedsReason | None:
    """Record that this person's permission form came back, and which permissions it gives.

    NotAccepted for the form of somebody else.
    """
    check_codes("permissions", "permission", details.permissions)
    check_code("method", "consent_method", details.method)
    check_past("returned_on", actor, details.returned_on)
    if details.signed_by != "subject":
        raise NotAccepted("signed_by", OF_ANOTHER)
    file_kind = check_upload(actor, attachment) if attachment else ""
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        check_since("returned_on", door.opened_on, details.returned_on)
        if attachment:
            form = write_document(actor, door.case_id, door.key, attachment, file_kind)
            details = replace(details, form_item=form)
        settle_its_return(actor, door.case_id)
        return write_entry(actor, door, _form_payload(actor, details), Act.form_returned, once)


def _form_payload(actor: Actor, details: FormReturned) -> dict[str, object]:
    answer = ConsentDetails(
        kind="permission_form",
        answer="returned",
        method=details.method,
        happened_on=details.returned_on,
        signed=details.signed,
        form_item=details.form_item,
    )
    return {**payload_of(actor, answer), "permissions": sorted(details.permissions)}

"""What is known of a call when it is written down, and what of it does not fit."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from inconfidence.cases.actions.content import (
    NotAccepted,
    check_code,
    check_codes,
    check_coming,
    check_line,
    check_past,
    check_text,
    check_time,
)
from inconfidence.cases.actions.marks import MarkDetails, check_marks
from inconfidence.people.queries import SafeContact
from inconfidence.team.actor import Actor

WHOEVER_RANG = MarkDetails(provided_by="")


@dataclass(frozen=True, slots=True)
class NamedCaller:
    """A caller who chose to give a name, one way to reply, and who they are to the child."""

    name: str
    phone: str = ""
    email: str = ""
    caller: str = "unknown"
    responsibility: str = "not_asked"
    order: str = "not_asked"
    safe: SafeContact = SafeContact()
    statement_given: bool = False
    child_name: str = ""


@dataclass(frozen=True, slots=True)
class CallDetails:
    """One call. Without `named` nothing in it asks who rang.

    `nobodys`: asked whether these signs (`asked_of`) tell who rang, whoever writes it says that they do not.
    `reminded`: whoever writes it has been told that it may show who rang. `remind_on` is the day of the next
    step. Its marks name nobody while who told us is whoever rang. `picked_up`: it is one of the messages that
    were on the answerphone then. `deadline_on`: a day that cannot wait, such as a hearing.
    """

    issues: tuple[str, ...]
    note: str = ""
    method: str = "phone"
    minutes: int | None = None
    age_band: str = ""
    phase: str = ""
    happened_on: date | None = None
    happened_at: time | None = None
    named: NamedCaller | None = None
    nobodys: bool = False
    asked_of: tuple[str, ...] = ()
    reminded: bool = False
    picked_up: UUID | None = None
    next_step: str = ""
    remind_on: date | None = None
    deadline_on: date | None = None
    marks: MarkDetails = WHOEVER_RANG


def check_call(actor: Actor, details: CallDetails) -> None:
    """NotAccepted for lengths, days and codes that do not fit."""
    check_codes("issues", "issue", details.issues, needed=True)
    check_text("note", details.note)
    check_code("method", "contact_method", details.method)
    check_code("age_band", "age_band", details.age_band, empty=True)
    check_code("phase", "setting_type", details.phase, empty=True)
    check_past("happened_on", actor, details.happened_on)
    check_time("happened_at", actor, details.happened_on, details.happened_at)
    check_line("next_step", details.next_step)
    check_coming("remind_on", actor, details.remind_on)
    check_coming("deadline_on", actor, details.deadline_on)
    if details.remind_on and not (details.note.strip() or details.next_step.strip()):
        raise NotAccepted("next_step", "Say in a few words what to remind you of")
    check_marks(replace(details.marks, provided_by=details.marks.provided_by or "unknown"))
    if details.named:
        _check_named(details.named)


def _check_named(named: NamedCaller) -> None:
    check_line("name", named.name, needed=True)
    check_line("child_name", named.child_name)
    check_code("caller", "relationship_to_child", named.caller)
    check_code("responsibility", "parental_responsibility", named.responsibility)
    check_code("court_order", "court_order", named.order)


def check_reply(named: NamedCaller) -> None:
    """NotAccepted where nobody could reply."""
    if not (named.phone.strip() or named.email.strip()):
        raise NotAccepted("phone", "Give a phone number or an e-mail address, so that somebody can reply")

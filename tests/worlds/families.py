"""One family, three files: the mother's, which is there in both worlds, and the other one, which is there in one."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from django.test import Client

from inconfidence.cases import actions
from inconfidence.cases.actions import (
    CallDetails,
    CaseDetails,
    ChildDetails,
    FirstContactDetails,
    InvolvedDetails,
    LetterMade,
    MeetingDetails,
    MeetingSaved,
    NamedCaller,
    NoteDetails,
    UploadDetails,
)
from inconfidence.cases.queries import Draft
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.duties.models import Duty
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from inconfidence.safeguarding.actions import raise_concern
from tests.cast import Person
from tests.disclosure.family import Family
from tests.disclosure.pages import asked, press
from tests.quarantine import papers

HOME = "14 Elm Street\nElmshire\nEL1 2AB"
SAFE = SafeContact(ok_to_ring="yes", ok_post="yes", ok_email="yes", ok_voicemail="no")
MOTHER = CaseDetails(
    card=CardDetails(
        "Marta Oyelaran", phones=("07700 900 123",), email="oyelaran@example.org", address=HOME, safe=SAFE
    ),
    child=ChildDetails(name="Sam Oyelaran", year_of_birth=2012, school="Brook Lane School"),
    relationship="mother",
    responsibility="yes",
    issues=("annual_review", "transport"),
    statement_given_on=date(2026, 11, 19),
    notice_given_on=date(2026, 11, 19),
    form_given_on=date(2026, 11, 19),
)
# The other file: the same home, the same telephone, the same school; that is what would give it away.
OTHERS = {
    "child": replace(
        MOTHER,
        card=replace(MOTHER.card, name="Sam Oyelaran"),
        child=replace(MOTHER.child, is_the_person=True),
        relationship="self",
    ),
    "father": replace(MOTHER, card=replace(MOTHER.card, name="Ade Oyelaran"), relationship="father"),
}


def whole_file(who: Person, details: CaseDetails, browser: Client) -> dict[str, str]:
    """From the call to a sharing, one of everything a case can hold; its ids by the names addresses give them.

    `browser` is one in which this person is signed in: a question is asked, and something shared, through its page.
    """
    enquiry = _called(who, details)
    reference = actions.open_case(who.actor, replace(details, enquiry_id=enquiry))
    assert isinstance(reference, str), reference
    _first_contact(who, reference, details)
    raised = raise_concern(who.actor, "They were very quiet today.", reference)
    said = {"enquiry_id": str(enquiry), "reference": reference, "concern_id": str(raised)}
    found = said | _written(who, reference)
    found |= _shared(browser, Family(reference, found["note_id"], found["involved_id"]), who.actor.today())
    return found | {"duty_id": _owed(reference), "kept_id": found["note_id"], "draft_id": found["note_id"]}


def _called(who: Person, details: CaseDetails) -> UUID:
    caller = NamedCaller(details.card.name, details.card.phones[0], caller=details.relationship, safe=SAFE)
    call = CallDetails(("annual_review",), "Rang about the review.", named=caller, next_step="Ring back")
    return _made(actions.take_call(who.actor, replace(call, remind_on=who.actor.today() + timedelta(days=1))))


def _first_contact(who: Person, reference: str, details: CaseDetails) -> None:
    told = FirstContactDetails(
        relationship=details.relationship, responsibility="yes", statement=True, notice=True, form=True
    )
    actions.record_first_contact(who.actor, reference, told, version=1)
    agreed = ConsentDetails(
        "share",
        "limited",
        happened_on=who.actor.today() - timedelta(days=1),
        words="Talk to Kit.",
        recipients=frozenset({"senco"}),
        purposes=frozenset({"annual_review"}),
    )
    record_consent(who.actor, reference, agreed)
    record_form_returned(who.actor, reference, FormReturned())


def _written(who: Person, reference: str) -> dict[str, str]:
    """Two notes, a document, a meeting, a letter and somebody on the case."""
    actor, soon = who.actor, who.actor.today() + timedelta(days=3)
    paper = UploadDetails(papers.pdf("a plan"), "The plan", "ehc_plan", name="plan.pdf")
    marked = NoteDetails(
        "Spoke of the court.", sensitivity="criminal_record", bears_on="annual_review", urged=True
    )
    letter = actions.make_letter(actor, reference, Draft("not_heard", "We write", "All is well."))
    meeting = actions.add_meeting(actor, reference, MeetingDetails(soon, time(10), time(11), "Brook Lane"))
    assert isinstance(letter, LetterMade), letter
    assert isinstance(meeting, MeetingSaved), meeting
    return {
        "note_id": str(
            _made(actions.add_note(actor, reference, NoteDetails("Sleeps badly.", remind_on=soon)))
        ),
        "marked_id": str(_made(actions.add_note(actor, reference, marked))),
        "item_id": str(_made(actions.add_document(actor, reference, paper))),
        "letter_id": str(letter.item_id),
        "meeting_id": str(meeting.item_id),
        "person_id": str(who.id),
        "involved_id": str(
            _made(actions.add_involved(actor, reference, InvolvedDetails("senco", "Kit Vale")))
        ),
    }


def _shared(browser: Client, family: Family, today: date) -> dict[str, str]:
    """A question, and what was shared on its answer."""
    press(browser, "share", asked(browser, family), family, on_day=str(today.day))
    of_it = {"case__reference": family.reference}
    question = Question.objects.filter(**of_it).order_by("id")[0]
    return {"question_id": str(question.id), "decision_id": str(Disclosure.objects.get(**of_it).id)}


def _owed(reference: str) -> str:
    return str(Duty.objects.filter(reference=reference).order_by("id")[0].id)


def _made(came: object) -> UUID:
    """What an action made, when it made something."""
    assert isinstance(came, UUID), came
    return came

"""`python -m tests.campaigns.editing.begin`: sixteen people on the same few cases; prints what there is to edit."""

import json
from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from tests.cast import Person

WRITERS = 16
CASES = 6
NOTES = 4
# Work may begin here as soon as a case is open, so that meetings can be there at once.
SERVICE = "bath-and-north-east-somerset"


def begin() -> dict[str, object]:
    """Usernames, references of the cases, and by kind the addresses of what everybody may change."""
    from inconfidence.cases import actions
    from tests import cast
    from tests.cases.family import a_case

    lead, first, others = people()
    references = [a_case(first, f"Marta Oyelaran {number}") for number in range(CASES)]
    there: dict[str, list[str]] = {}
    for reference in references:
        for person_id in others.values():
            actions.allocate(lead.actor, reference, person_id)
        for kind, path in pages(first, reference):
            there.setdefault(kind, []).append(f"/cases/{reference}/{path}/")
    return {
        "usernames": [first.username, *others],
        "lead": lead.username,
        "references": references,
        "pages": there,
        "password": cast.PASSWORD,
        "secret": cast.SECRET.hex(),
    }


def people() -> "tuple[Person, Person, dict[str, UUID]]":
    """A lead, somebody with cases, and the others: their ids by their names."""
    from django.utils import timezone

    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actions import people, second_step
    from inconfidence.vault import persons
    from tests import cast
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service(SERVICE, clock)
    first = cast.invite(lead, SERVICE, "tom")
    others = {}
    for number in range(1, WRITERS):
        name = f"writer.{number}"
        slip = people.invite(
            lead.actor, people.NewPerson(name, "Ash Writer", "Adviser", Role.CASEWORKER, False)
        )
        assert slip.person_id is not None
        assert people.activate(name, slip.code, cast.PASSWORD, clock()) == people.Activated.DONE
        assert people.confirm(lead.actor, slip.person_id)
        assert second_step.enrol_totp(slip.person_id, cast.SECRET, clock())
        assert persons.unlock(slip.person_id, cast.PASSWORD) is not None
        others[name] = slip.person_id
    return lead, first, others


def pages(who: "Person", reference: str) -> list[tuple[str, str]]:
    """Some notes, a meeting and a small document are put on a case: for each its kind and the page that changes it."""
    from inconfidence.cases import actions
    from tests.campaigns.crash.paper import pdf

    day = who.actor.today() + timedelta(days=7)
    meeting = actions.add_meeting(
        who.actor, reference, actions.MeetingDetails(day, time(10), place="Room 4", purpose="The review")
    )
    assert isinstance(meeting, actions.MeetingSaved)
    upload = actions.UploadDetails(pdf("small"), title="The plan", document_type="other")
    document = actions.add_document(who.actor, reference, upload)
    assert isinstance(document, UUID)
    notes = [
        actions.add_note(who.actor, reference, actions.NoteDetails(text=f"The note number {number}."))
        for number in range(NOTES)
    ]
    return [
        *(("note", f"notes/{note}/change") for note in notes),
        ("meeting", f"meetings/{meeting.item_id}/change"),
        ("document", f"documents/{document}/change"),
        ("first contact", "begin"),
        ("card", "contact"),
    ]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(begin()))

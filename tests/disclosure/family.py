"""A family that agreed to its school hearing about the review, in each test the same."""

import re
from typing import TYPE_CHECKING, NamedTuple

from inconfidence.cases.actions import InvolvedDetails, NoteDetails, add_involved, add_note
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from tests.cases.family import a_case
from tests.cast import Person

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

SERVICES = ("bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham")


class Family(NamedTuple):
    """The case, one note on it, and the SENCO's id on the case."""

    reference: str
    item: str
    senco: str


def a_family(tom: Person) -> Family:
    """A case with a note and a SENCO; the mother agreed to the SENCO hearing about the review, and her form is back."""
    reference = a_case(tom)
    item = add_note(tom.actor, reference, NoteDetails("Sam sleeps badly before school."))
    senco = add_involved(
        tom.actor, reference, InvolvedDetails(role="senco", name="Kit Vale", organisation="Brook Lane School")
    )
    record_consent(
        tom.actor,
        reference,
        ConsentDetails(
            kind="share",
            answer="limited",
            words="You may talk to Kit about the review.",
            recipients=frozenset({"senco"}),
            purposes=frozenset({"annual_review"}),
        ),
    )
    record_form_returned(tom.actor, reference, FormReturned())
    return Family(reference, str(item), str(senco))


def hidden(page: "Page", name: str) -> str:
    """The value of a hidden field as the page carries it."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page.content.decode())
    assert found, name
    return found.group(1)


def typed(family: Family, **changes: str | list[str]) -> dict[str, str | list[str]]:
    """The form as a worker sends it: the SENCO, the note and why, the review."""
    return {
        "press": "ask",
        "who": f"person:{family.senco}",
        "what": "chosen",
        "items": [family.item],
        f"need_{family.item}": "to plan the morning of the review",
        "purpose": "annual_review",
        "identifies": "named",
        "danger": "no",
        "behind": "no",
        **changes,
    }

"""An invented family, and a case opened for it through the same action as everybody's."""

from dataclasses import replace

from inconfidence.cases import actions
from inconfidence.cases.actions import CaseDetails, ChildDetails, FirstContactDetails, FirstContactSaved
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from tests.cast import Person

SAFE = SafeContact(
    ok_to_ring="only_times",
    ring_on="mobile only",
    times="10–2 on weekdays",
    ok_voicemail="no",
    say_we_are="It's Tom",
)
# What every policy asks about first, and nobody has asked her.
UNASKED = "Not asked yet, so no: work, a message with somebody else, text, e-mail."
MARTA = CaseDetails(
    card=CardDetails(name="Marta Oyelaran", phones=("07700 900 123",), safe=SAFE),
    child=ChildDetails(name="Sam", year_of_birth=2016, school="Brook Lane School"),
    relationship="mother",
    responsibility="yes",
    issues=("annual_review", "transport"),
)


def marta(name: str = "Marta Oyelaran", **changes: object) -> CaseDetails:
    """What is known about the family, with these changes."""
    card = replace(MARTA.card, name=name)
    return replace(MARTA, card=card, **changes)  # type: ignore[arg-type]


def a_case(who: Person, name: str = "Marta Oyelaran", **changes: object) -> str:
    """A case opened by this person; answers its reference."""
    reference = actions.open_case(who.actor, marta(name, **changes))
    assert isinstance(reference, str)
    return reference


TOLD = FirstContactDetails(
    relationship="mother",
    responsibility="yes",
    statement=True,
    notice=True,
    form=True,
    not_needed="They want to talk to the school themselves",
)


def first_contact_done(who: Person, reference: str) -> None:
    """All that was to be told and given on a fresh case has been; only a form may still have to come back."""
    came = actions.record_first_contact(who.actor, reference, TOLD, version=1)
    assert isinstance(came, FirstContactSaved)

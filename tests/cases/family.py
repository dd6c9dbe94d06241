"""An invented family, and a case opened for it through the same action as everybody's."""

from dataclasses import replace

from inconfidence.cases import actions
from inconfidence.cases.actions import CaseDetails, ChildDetails
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

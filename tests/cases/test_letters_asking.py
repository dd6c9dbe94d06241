"""A letter that asks for records goes only while asking them does: for whom it is to, on the day it goes."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions
from inconfidence.cases.actions import InvolvedDetails, NoteDetails
from inconfidence.cases.models import Item
from inconfidence.consent.actions import (
    ConsentDetails,
    FormReturned,
    RecordsAsked,
    RecordsDetails,
    ask_for_records,
    record_consent,
    record_form_returned,
)
from inconfidence.disclosure import actions as sharing_actions
from inconfidence.disclosure.facts import Doing
from tests.cases.browser import send, text
from tests.cases.family import first_contact_done
from tests.cases.test_letters import LETTER, a_senco, cast, with_address
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import SERVICES
from tests.disclosure.test_sharing import answer_to, to_school

__all__ = ["cast"]
SignIn = Callable[[Person], Client]
REVIEW = frozenset({"annual_review"})
YES = ConsentDetails(
    kind="obtain", answer="given", words="Yes, ask whoever has them.", purposes=REVIEW, method="telephone"
)
NO = ConsentDetails(kind="obtain", answer="refused", words="Do not ask anybody for anything.")
WHAT = RecordsDetails(purpose="annual_review", need="For the review", which="Attendance")
WORDS = LETTER | {"text": "Dear Kit Vale\n\nPlease send the attendance since September.", "press": "final"}


def says(who: Person, clock: Clock, reference: str, said: ConsentDetails) -> None:
    """What they said, two minutes before anything is done with it."""
    record_consent(who.actor, reference, said)
    clock.forward(minutes=2)


def asked_of(who: Person, reference: str, holder: UUID) -> None:
    """That we asked this person for the attendance, on a yes."""
    came = ask_for_records(who.actor, reference, replace(WHAT, holder=holder), sure=True)
    assert isinstance(came, RecordsAsked), came


def agreed_and_asked(who: Person, clock: Clock) -> tuple[str, UUID, str]:
    """A case on which the SENCO was asked on a yes; the SENCO; and where the letter to them is written."""
    reference = with_address(who)
    senco = a_senco(who, reference)
    first_contact_done(who, reference)
    record_form_returned(who.actor, reference, FormReturned())
    says(who, clock, reference, YES)
    asked_of(who, reference, senco)
    return reference, senco, letter_to(reference, senco)


def letter_to(reference: str, person: UUID) -> str:
    """Where a letter that asks this person for records is written."""
    return f"/cases/{reference}/letters/new/?letter=asking_for_records&person={person}"


def filed_and_may_go(who: Person, clock: Clock, client: Client, reference: str, path: str) -> str:
    """The letter made final, once the parent has agreed to talk to them too; its id."""
    says(who, clock, reference, replace(YES, kind="share"))
    send(client, path, **WORDS)
    return str(Item.objects.get(kind="document").id)


def filed() -> int:
    """How many letters are filed."""
    return Event.objects.filter(act=Act.letter_made).count()


def test_on_a_yes_the_letter_is_made(cast: Cast, wall_clock: Clock, sign_in: SignIn) -> None:
    _, _, path = agreed_and_asked(cast.tom, wall_clock)
    client = sign_in(cast.tom)
    assert "data-outcome" not in text(client.get(path))
    assert send(client, path, **WORDS).status_code == 302
    assert filed() == 1


@pytest.mark.parametrize("slug", SERVICES)
def test_a_no_since_then_stops_it_and_nothing_typed_is_lost(
    gather: Callable[[str], Cast], wall_clock: Clock, sign_in: SignIn, slug: str
) -> None:
    tom = gather(slug).tom
    reference, _, path = agreed_and_asked(tom, wall_clock)
    says(tom, wall_clock, reference, NO)
    client = sign_in(tom)
    assert 'data-outcome="refuse"' in text(client.get(path))
    for press in ("final", "preview"):
        page = text(send(client, path, **WORDS | {"press": press}))
        assert 'data-outcome="refuse"' in page
        assert "Please send the attendance since September." in page
    assert filed() == 0
    assert Event.objects.filter(act=Act.records_refused).count() == 2


def test_what_was_asked_of_one_lets_no_letter_go_to_another(
    cast: Cast, wall_clock: Clock, sign_in: SignIn
) -> None:
    reference, _, _ = agreed_and_asked(cast.tom, wall_clock)
    officer = actions.add_involved(cast.tom.actor, reference, InvolvedDetails("la_send_officer", "Lee Ash"))
    assert isinstance(officer, UUID)
    client = sign_in(cast.tom)
    path = letter_to(reference, officer)
    for page in (text(client.get(path)), text(send(client, path, **WORDS))):
        assert "First ask whether these records may be asked for" in page
        assert f"/cases/{reference}/records/new/" in page
    assert filed() == 0


def test_the_way_on_leads_to_a_new_answer_and_back_to_the_letter(
    cast: Cast, wall_clock: Clock, sign_in: SignIn
) -> None:
    reference, senco, path = agreed_and_asked(cast.tom, wall_clock)
    only_others = replace(YES, answer="limited", recipients=frozenset({"body:la"}))
    says(cast.tom, wall_clock, reference, only_others)
    page = text(sign_in(cast.tom).get(path))
    assert "kind=obtain" in page
    assert f"person%3D{senco}" in page


def test_a_letter_that_was_final_before_the_no_does_not_go(
    cast: Cast, wall_clock: Clock, sign_in: SignIn
) -> None:
    reference, senco, path = agreed_and_asked(cast.tom, wall_clock)
    client = sign_in(cast.tom)
    letter = filed_and_may_go(cast.tom, wall_clock, client, reference, path)
    shown = answer_to(cast.tom, reference, to_school(letter, str(senco)))
    done = Doing(how="letter", on=cast.tom.actor.today(), words={})
    page = f"/cases/{reference}/letters/{letter}/"
    assert "Can I share this?" in text(client.get(page))
    came = sharing_actions.share(cast.tom.actor, reference, shown.sharing, done, shown=shown.digest)
    assert isinstance(came, sharing_actions.Shared)
    assert client.get(page + "print/")["Content-Type"] == "application/pdf"
    says(cast.tom, wall_clock, reference, NO)
    found = text(client.get(page))
    assert 'data-outcome="refuse"' in found
    assert "print/" not in found
    assert client.get(page + "print/")["Content-Type"].startswith("text/html")


def test_changing_the_note_of_it_leaves_what_was_asked(
    cast: Cast, wall_clock: Clock, sign_in: SignIn
) -> None:
    reference, _, path = agreed_and_asked(cast.tom, wall_clock)
    note = Item.objects.get(kind="note")
    said = NoteDetails(text="We asked for the attendance.", method="letter", provided_by="staff")
    came = actions.change_note(cast.tom.actor, reference, note.id, said, version=1)
    assert isinstance(came, actions.Changed)
    assert send(sign_in(cast.tom), path, **WORDS).status_code == 302
    assert filed() == 1


def test_a_letter_that_is_final_is_not_shared_after_a_no(
    cast: Cast, wall_clock: Clock, sign_in: SignIn
) -> None:
    reference, senco, path = agreed_and_asked(cast.tom, wall_clock)
    client = sign_in(cast.tom)
    letter = filed_and_may_go(cast.tom, wall_clock, client, reference, path)
    before = answer_to(cast.tom, reference, to_school(letter, str(senco)))
    assert before.answer.outcome == "permit"
    says(cast.tom, wall_clock, reference, NO)
    done = Doing(how="letter", on=cast.tom.actor.today(), words={})
    came = sharing_actions.share(cast.tom.actor, reference, before.sharing, done, shown=before.digest)
    assert isinstance(came, sharing_actions.Changed)
    after = answer_to(cast.tom, reference, to_school(letter, str(senco)))
    assert after.answer.outcome == "refuse"
    page = text(client.get(f"/cases/{reference}/share/?asked={after.id}"))
    assert 'data-outcome="refuse"' in page

"""/cases/<reference>/contact/checked/: what is new is not used for 72 hours, or until it was checked another way."""

from dataclasses import replace
from uuid import uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.cases.actions import change_contact, check_contact
from inconfidence.cases.queries.door import OpenCase, open_case_for
from inconfidence.cases.queries.letters import recipient, wordings
from inconfidence.people.models import Card
from inconfidence.people.queries import CardView, card
from inconfidence.people.words import Checked
from tests.cases.browser import send, text
from tests.cases.family import MARTA, a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db

OLD, NEW = "07700 900 123", "07700 900 456"
HOME = "1 Mill Road\nKeswick\nCA12 5XX"
ELSEWHERE = "9 Quay Street\nKeswick\nCA12 4YY"


def change(who: Person, reference: str, **changes: object) -> None:
    """Change the card in one thing."""
    now = the_card(who)
    details = replace(MARTA.card, phones=now.written["phones"], address="".join(now.written["address"]))
    came = change_contact(who.actor, reference, replace(details, **changes), version=now.version)  # type: ignore[arg-type]
    assert came is not None


def the_card(who: Person) -> CardView:
    found = card(who.actor, Card.objects.get().id)
    assert found is not None
    return found


def page(reference: str) -> str:
    return f"/cases/{reference}/contact/checked/"


def test_a_new_number_is_not_rung_before_its_hour(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))

    assert the_card(cast.tom).phones == (OLD,)
    clock.forward(hours=71, minutes=59)
    assert the_card(cast.tom).phones == (OLD,)
    clock.forward(minutes=1)
    assert the_card(cast.tom).phones == (NEW,)
    assert the_card(cast.tom).waiting == ()


def test_every_page_of_the_case_says_so_and_until_when(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,), email="marta@example.org")
    tom = sign_in(cast.tom)

    for address in (f"/cases/{reference}/", f"/cases/{reference}/people/", f"/cases/{reference}/notes/new/"):
        shown = words(page_of(tom, address))
        assert "A new phone number was given: do not use it before Monday 23 November 2026, 10:00." in shown
        assert "A new e-mail address was given" in shown
        assert f'href="{page(reference)}"' in shown


@pytest.mark.parametrize("how", list(Checked))
def test_checked_another_way_it_is_used_at_once_and_the_record_says_how(
    cast: Cast, sign_in: SignIn, how: Checked
) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))
    tom = sign_in(cast.tom)
    version = str(the_card(cast.tom).version)

    assert f"Rang back on {OLD}" in words(page_of(tom, page(reference)))
    answer = send(tom, page(reference), how=how.value, card_version=version)

    assert answer.status_code == 302
    assert the_card(cast.tom).phones == (NEW,)
    event = Event.objects.get(act="change_checked")
    assert event.about == Card.objects.get().id
    assert f'"how":"{how.value}"'.encode() in bytes(event.payload).replace(b" ", b"")
    assert "Nothing waits" in words(page_of(tom, page(reference)))


def test_where_no_number_stood_before_nobody_rang_back_on_one(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=())
    change(cast.tom, reference, phones=(NEW,))
    tom = sign_in(cast.tom)

    assert 'value="rang_back"' not in words(page_of(tom, page(reference)))
    version = str(the_card(cast.tom).version)
    shown = text(send(tom, page(reference), how="rang_back", card_version=version))

    assert "There is no number from before to ring back on" in shown
    assert the_card(cast.tom).phones == ()


def test_nothing_pressed_and_a_page_out_of_date_check_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))
    tom = sign_in(cast.tom)
    version = str(the_card(cast.tom).version)
    change(cast.tom, reference, phones=("07700 900 789",))

    assert "Press one" in text(send(tom, page(reference), card_version=version))
    for old in (version, "x", "9" * 12):
        send(tom, page(reference), how="in_person", card_version=old)

    assert the_card(cast.tom).phones == (OLD,)
    assert Event.objects.filter(act="stale_form").count() == 3


def test_it_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))
    tom, once, version = sign_in(cast.tom), str(uuid4()), str(the_card(cast.tom).version)

    for _ in range(2):
        answer = send(tom, page(reference), once, how="in_person", card_version=version)
        assert answer.url == f"/cases/{reference}/"

    assert Event.objects.filter(act="change_checked").count() == 1


def test_who_may_not_open_the_case_checks_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))

    assert check_contact(cast.ewa.actor, reference, Checked.IN_PERSON, version=2) is None
    assert sign_in(cast.joan).get(page(reference)).status_code == 404
    assert the_card(cast.tom).phones == (OLD,)


def test_letters_wait_for_a_new_address_and_name_neither(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    safe = replace(MARTA.card.safe, ok_post="yes")
    change(cast.tom, reference, address=HOME, safe=safe)
    clock.forward(hours=72)
    assert posted(cast.tom, reference) == ("Marta Oyelaran", *HOME.splitlines())
    change(cast.tom, reference, address=ELSEWHERE, safe=safe)

    assert posted(cast.tom, reference) == ("Marta Oyelaran",)
    clock.forward(hours=72)
    assert posted(cast.tom, reference) == ("Marta Oyelaran", *ELSEWHERE.splitlines())


def posted(who: Person, reference: str) -> tuple[str, ...]:
    """What an envelope to the person of a case would show today."""
    door = open_case_for(who.actor, reference, look=None)
    assert isinstance(door, OpenCase)
    chosen = next(one for one in wordings(who.actor).values() if one.to == "person")
    to = recipient(who.actor, door, chosen, None)
    assert to is not None
    return to.addressing.lines


def test_what_is_typed_again_is_what_was_given_last(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, phones=(NEW,))

    assert f'value="{NEW}"' in words(page_of(sign_in(cast.tom), f"/cases/{reference}/contact/"))


def test_where_an_address_is_secret_the_one_that_waits_is_too(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    change(cast.tom, reference, address=HOME)
    clock.forward(hours=72)
    change(cast.tom, reference, address=ELSEWHERE)

    assert the_card(cast.tom).addresses == (HOME, ELSEWHERE)

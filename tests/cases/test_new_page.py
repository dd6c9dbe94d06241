"""/cases/new/"""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails, NamedCaller
from inconfidence.cases.models import Case
from inconfidence.people.queries import SafeContact
from tests.cases.browser import send, text
from tests.cases.family import UNASKED
from tests.cases.test_calls import ANONYMOUS, NAMED
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
FIELDS = {
    "name": "Marta Oyelaran",
    "issue": "transport",
    "ok_to_ring": "yes",
    "ok_voicemail": "no",
    "is_the_person": "no",
    "origin": "self",
    "take_myself": "yes",
    "statement_given": "on",
}


def test_a_case_is_opened_and_shown(cast: Cast, sign_in: SignIn) -> None:
    answer = send(sign_in(cast.tom), "/cases/new/", **FIELDS)
    assert answer.status_code == 302
    page = queries.case_page(cast.tom.actor, Case.objects.get().reference)
    assert isinstance(page, queries.CaseView)
    assert page.card.safe_sentence == f"Ring at any time. No voicemail. {UNASKED}"
    assert page.statement_given_on == cast.tom.actor.today()
    assert answer["Location"].startswith(f"/cases/{page.reference}/")


def test_sent_twice_it_is_opened_once(cast: Cast, sign_in: SignIn) -> None:
    client, once = sign_in(cast.tom), str(uuid4())
    send(client, "/cases/new/", once, **FIELDS)
    again = send(client, "/cases/new/", once, **FIELDS)
    assert again.cookies["said"].value.startswith("already-done:")
    assert Case.objects.count() == 1


def test_what_is_missing_is_said_and_what_was_typed_stays(cast: Cast, sign_in: SignIn) -> None:
    answer = send(sign_in(cast.tom), "/cases/new/", **{**FIELDS, "issue": ""})
    assert answer.status_code == 200
    assert "Choose what it is about" in text(answer)
    assert "Marta Oyelaran" in text(answer)
    assert not Case.objects.exists()


def test_a_named_enquiry_fills_the_form(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    page = text(sign_in(cast.tom).get(f"/cases/new/?enquiry={taken}"))
    assert 'value="Marta Oyelaran"' in page
    assert 'value="07700 900 123"' in page


def test_an_enquiry_that_is_not_mine_or_has_no_name_fills_nothing(cast: Cast, sign_in: SignIn) -> None:
    named = actions.take_call(cast.tom.actor, NAMED)
    anonymous = actions.take_call(cast.ewa.actor, ANONYMOUS)
    client = sign_in(cast.ewa)
    for enquiry in (named, anonymous, uuid4(), "nonsense"):
        assert "Marta" not in text(client.get(f"/cases/new/?enquiry={enquiry}"))


def test_the_front_desk_gets_not_found(cast: Cast, sign_in: SignIn) -> None:
    assert send(sign_in(cast.joan), "/cases/new/", **FIELDS).status_code == 404
    assert not Case.objects.exists()


def test_what_can_follow_later_is_folded_until_it_says_something(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.tom)
    folded, opened = '<details class="govuk-details" >', '<details class="govuk-details" open>'
    page = text(client.get("/cases/new/"))
    assert (page.count(folded), page.count(opened)) == (3, 0)
    assert page.index('name="ok_voicemail"') < page.index(folded) < page.index('name="ring_on"')

    refused = text(send(client, "/cases/new/", **FIELDS | {"issue": ""}))
    assert (refused.count(folded), refused.count(opened)) == (0, 3)

    safe = SafeContact(ok_to_ring="only_times", times="10 to 2")
    caller = NamedCaller("Marta Oyelaran", phone="07700 900 123", safe=safe)
    enquiry = actions.take_call(cast.tom.actor, CallDetails(("transport",), "Rang.", named=caller))
    known = text(client.get(f"/cases/new/?enquiry={enquiry}"))
    assert (known.count(folded), known.count(opened)) == (2, 1), (
        "what the caller said of safe contact stands open"
    )

"""/cases/new/?again=: another case for somebody who has one."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.models import Case
from inconfidence.people.models import Card
from inconfidence.vault import subjects
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
SECOND = {
    "child_name": "Lily",
    "issue": "transport",
    "is_the_person": "no",
    "origin": "self",
    "take_myself": "yes",
}


def second(client: Client, reference: str, once: str = "", **changes: str) -> str:
    """Another case opened from the case page's link; answers its reference."""
    send(client, "/cases/new/", once, **SECOND | {"again": reference} | changes)
    return str(Case.objects.exclude(reference=reference).get().reference)


def view(who: Person, reference: str) -> queries.CaseView:
    page = queries.case_page(who.actor, reference)
    assert isinstance(page, queries.CaseView)
    return page


def test_the_case_page_leads_to_it_and_nothing_is_typed_again(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom, statement_given_on=cast.tom.actor.today())
    client = sign_in(cast.tom)
    path = f"/cases/new/?again={reference}"
    assert path in text(client.get(f"/cases/{reference}/"))
    page = text(client.get(path))
    assert "Marta Oyelaran" in page
    assert 'name="child_name"' in page
    for asked in ("name", "phone", "email", "ok_to_ring", "say_we_are"):
        assert f'name="{asked}"' not in page

    other = second(client, reference)

    assert Card.objects.count() == 1
    one, two = view(cast.tom, reference), view(cast.tom, other)
    assert one.card == two.card
    assert (two.child.name if two.child else "", two.issues) == ("Lily", ("Home-to-school transport",))
    assert two.statement_given_on == one.statement_given_on == cast.tom.actor.today()
    assert [row.child for row in queries.case_list(cast.tom.actor) if row.reference == other] == ["Lily"]


def test_sent_twice_there_is_one_more(cast: Cast, sign_in: SignIn) -> None:
    reference, client, once = a_case(cast.tom), sign_in(cast.tom), str(uuid4())
    assert second(client, reference, once) == second(client, reference, once)


def test_a_refused_form_comes_back_with_who_it_is_about(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), "/cases/new/", **SECOND | {"again": reference, "issue": ""})
    assert "Choose what it is about" in text(answer)
    assert "Marta Oyelaran" in text(answer)
    assert "Lily" in text(answer)
    assert f'name="again" value="{reference}"' in text(answer)


def test_a_case_that_cannot_be_opened_lends_nobody_its_person(cast: Cast, sign_in: SignIn) -> None:
    reference, ewa = a_case(cast.tom), sign_in(cast.ewa)
    for forged in (reference, "2222-2222"):
        assert ewa.get(f"/cases/new/?again={forged}").status_code in (302, 404)
        answer = send(ewa, "/cases/new/", **SECOND | {"again": forged})
        assert "Marta" not in text(answer)
    assert Case.objects.count() == 1


def test_who_works_on_one_does_not_see_the_other(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    other = second(sign_in(cast.tom), reference)
    assert actions.allocate(cast.maryam.actor, other, cast.ewa.id)
    ewa = sign_in(cast.ewa)
    assert "Lily" in text(ewa.get(f"/cases/{other}/"))
    for page in (f"/cases/{other}/", f"/cases/{other}/notes/new/", "/cases/", "/"):
        assert reference not in text(ewa.get(page))
    assert ewa.get(f"/cases/{reference}/").status_code == 404


def test_the_keys_are_those_of_any_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    other = second(sign_in(cast.tom), reference, take_myself="no")
    card = Case.objects.get(reference=reference).card_id
    row = Case.objects.get(reference=other)
    assert row.card_id == card
    keyring = cast.maryam.actor.keyring
    assert row.id in subjects.open_keys(keyring, subjects.Kind.case, [row.id])
    assert card in subjects.open_keys(keyring, subjects.Kind.card, [card])
    assert Event.objects.filter(act="case_opened").count() == 2
    assert actions.end_allocation(cast.maryam.actor, reference, cast.tom.id)
    assert row.id not in subjects.open_keys(cast.tom.actor.keyring, subjects.Kind.case, [row.id])

"""The pages that read a case or decide who may: people, looks, reason, allocate."""

from collections.abc import Callable

import pytest
from django.test import Client

from inconfidence.cases import queries
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def test_people_of_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/people/"))
    assert "Marta Oyelaran" in page
    assert "Brook Lane School" in page


def test_who_has_looked(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    lead = sign_in(cast.maryam)
    send(lead, f"/cases/{reference}/reason/", words="Tom is ill.")
    lead.get(f"/cases/{reference}/people/")
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/looks/"))
    assert "Maryam Sesay" in page
    assert "Tom is ill." in page


@pytest.mark.parametrize("path", ["people/", "looks/", "reason/", "allocate/"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, path: str) -> None:
    reference = a_case(cast.tom)
    for person in (cast.ewa, cast.joan, cast.vik):
        client = sign_in(person)
        theirs, missing = client.get(f"/cases/{reference}/{path}"), client.get(f"/cases/2222-2222/{path}")
        assert theirs.status_code == missing.status_code == 404
        assert bare(theirs) == bare(missing)


def test_a_lead_of_another_service_gets_what_everyone_gets(
    cast: Cast, gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    reference = a_case(cast.tom)
    client = sign_in(gather("rotherham").maryam)
    for path in ("people/", "looks/", "reason/", "allocate/"):
        theirs, missing = client.get(f"/cases/{reference}/{path}"), client.get(f"/cases/2222-2222/{path}")
        assert theirs.status_code == missing.status_code == 404
        assert bare(theirs) == bare(missing)


def test_a_reason_opens_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.maryam)
    assert client.get(f"/cases/{reference}/people/")["Location"] == f"/cases/{reference}/reason/"
    assert "Marta" not in text(client.get(f"/cases/{reference}/reason/"))
    answer = send(client, f"/cases/{reference}/reason/", words="Tom is ill; the mother rang.")
    assert answer["Location"].startswith(f"/cases/{reference}/")
    assert "Marta Oyelaran" in text(client.get(f"/cases/{reference}/people/"))


def test_an_empty_reason_opens_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.maryam)
    answer = send(client, f"/cases/{reference}/reason/", words="  ")
    assert "Say in one line why you need it" in text(answer)
    assert client.get(f"/cases/{reference}/people/").status_code == 302


def test_a_lead_allocates_and_ends_without_reading_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.maryam)
    page = text(client.get(f"/cases/{reference}/allocate/"))
    assert "Tom Aldridge" in page
    assert "Marta" not in page
    send(client, f"/cases/{reference}/allocate/", person=str(cast.ewa.id))
    assert isinstance(queries.case_page(cast.ewa.actor, reference), queries.CaseView)
    send(client, f"/cases/{reference}/allocate/{cast.tom.id}/end/")
    assert queries.case_page(cast.tom.actor, reference) is None


def test_a_caseworker_does_not_allocate(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    assert client.get(f"/cases/{reference}/allocate/").status_code == 404
    assert send(client, f"/cases/{reference}/allocate/", person=str(cast.ewa.id)).status_code == 404
    assert send(client, f"/cases/{reference}/allocate/{cast.tom.id}/end/").status_code == 404
    assert queries.case_page(cast.ewa.actor, reference) is None

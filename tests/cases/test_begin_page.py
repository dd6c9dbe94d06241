"""/cases/<reference>/begin/, and the answer above the form for opening a case"""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.cases.models import Case
from inconfidence.consent.actions import FormReturned, record_form_returned
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case
from tests.cases.test_beginning import TOLD, door, steps, write
from tests.cases.test_new_page import FIELDS as OPENING
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
FIELDS = {
    "version": "1",
    "statement": "on",
    "notice": "on",
    "form": "on",
    "relationship": "mother",
    "responsibility": "yes",
    "origin": "self",
    "level": "1",
}


@pytest.fixture
def rotherham(gather: Callable[[str], Cast]) -> Cast:
    """A service that waits for the permission form."""
    return gather("rotherham")


def test_it_says_what_comes_first_and_where_it_is_done(rotherham: Cast, sign_in: SignIn) -> None:
    reference = a_case(rotherham.tom)
    page = text(sign_in(rotherham.tom).get(f"/cases/{reference}/begin/"))
    assert "the permission form has not come back" in page
    assert f'href="/cases/{reference}/form/new/?next=/cases/{reference}/begin/"' in page
    assert "First contact only: the permission form is not back" in page


def test_the_case_page_says_so_too_until_nothing_is_in_the_way(rotherham: Cast, sign_in: SignIn) -> None:
    reference = a_case(rotherham.tom)
    client = sign_in(rotherham.tom)
    assert "Before we go on" in text(client.get(f"/cases/{reference}/"))
    write(rotherham.tom, reference, TOLD)
    record_form_returned(rotherham.tom.actor, reference, FormReturned())
    assert "Before we go on" not in text(client.get(f"/cases/{reference}/"))


def test_it_is_saved_and_says_so(rotherham: Cast, sign_in: SignIn) -> None:
    reference = a_case(rotherham.tom)
    answer = send(sign_in(rotherham.tom), f"/cases/{reference}/begin/", **FIELDS)
    assert answer.status_code == 302
    assert answer.cookies["said"].value.startswith("first-contact-saved:")
    record_form_returned(rotherham.tom.actor, reference, FormReturned())
    assert steps(rotherham.tom, reference) == []


def test_a_level_that_waits_says_so(rotherham: Cast, sign_in: SignIn) -> None:
    reference = a_case(rotherham.tom)
    answer = send(sign_in(rotherham.tom), f"/cases/{reference}/begin/", **FIELDS | {"level": "2"})
    assert answer.cookies["said"].value.startswith("level-waits:")


def test_a_page_that_is_out_of_date_shows_theirs_and_keeps_mine(rotherham: Cast, sign_in: SignIn) -> None:
    reference = a_case(rotherham.tom)
    write(rotherham.tom, reference, TOLD)
    client = sign_in(rotherham.tom)
    late = FIELDS | {"absence_reason": "She was at work"}
    page = text(send(client, f"/cases/{reference}/begin/", **late))
    assert "Somebody changed this while you were typing" in page
    assert "She was at work" in page
    version = door(rotherham.tom, reference).version
    assert f'name="version" value="{version}"' in page
    assert send(client, f"/cases/{reference}/begin/", **late | {"version": str(version)}).status_code == 302


@pytest.mark.parametrize("version", ["", "nonsense", "-1", "9" * 30])
def test_a_version_that_is_none_is_out_of_date(rotherham: Cast, sign_in: SignIn, version: str) -> None:
    reference = a_case(rotherham.tom)
    answer = send(sign_in(rotherham.tom), f"/cases/{reference}/begin/", **FIELDS | {"version": version})
    assert answer.status_code == 200
    assert door(rotherham.tom, reference).version == 1


def test_sent_twice_it_is_saved_once(rotherham: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(rotherham.tom), str(uuid4())
    client = sign_in(rotherham.tom)
    send(client, f"/cases/{reference}/begin/", once, **FIELDS)
    again = send(client, f"/cases/{reference}/begin/", once, **FIELDS | {"version": "2"})
    assert again.cookies["said"].value.startswith("already-done:")


@pytest.mark.parametrize("tail", ["begin/", "close/", "reopen/", "records/new/"])
@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, who: str, tail: str) -> None:
    reference = a_case(cast.tom)
    client = sign_in(getattr(cast, who))
    found, missing = client.get(f"/cases/{reference}/{tail}"), client.get(f"/cases/2222-2222/{tail}")
    assert (found.status_code, missing.status_code) == (404, 404)
    assert bare(found) == bare(missing)


@pytest.mark.parametrize("tail", ["begin/", "close/", "reopen/", "records/new/"])
def test_a_lead_says_why_first(cast: Cast, sign_in: SignIn, tail: str) -> None:
    reference = a_case(cast.tom)
    answer = sign_in(cast.maryam).get(f"/cases/{reference}/{tail}")
    assert answer["Location"] == f"/cases/{reference}/reason/"


def test_a_no_stands_above_the_form_which_keeps_what_was_typed(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    coventry = gather("coventry")
    carer = OPENING | {"relationship": "foster_carer", "responsibility": "no"}
    page = text(send(sign_in(coventry.tom), "/cases/new/", **carer))
    assert 'data-outcome="refuse"' in page
    assert 'value="Marta Oyelaran"' in page
    assert "No case was opened" in page
    assert 'href="#id_responsibility"' in page
    assert not Case.objects.exists()

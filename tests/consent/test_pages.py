"""/cases/<reference>/consent/, consent/new/ and form/new/"""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence.cases.actions import ClosingDetails, close_case
from inconfidence.cases.queries import CaseView, case_page, main_purpose
from inconfidence.consent.actions.forms import OF_ANOTHER
from inconfidence.consent.models import Entry
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case
from tests.cases.test_beginning import door
from tests.cases.test_records import PDF
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.consent.test_recording import added

SignIn = Callable[[Person], Client]
PHONE: dict[str, Any] = {
    "kind": "share",
    "answer": "limited",
    "giver": "subject",
    "recipients": ["senco"],
    "purposes": ["annual_review"],
    "method": "telephone",
    "words": "Only Mrs Vale, about the review.",
}

NO: dict[str, Any] = {
    "kind": "share",
    "answer": "refused",
    "giver": "subject",
    "method": "telephone",
    "words": "Do not ask anybody for anything any more.",
}


def test_an_answer_by_phone_is_recorded_and_said(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    answer = send(client, f"/cases/{reference}/consent/new/", **PHONE)
    assert answer["Location"] == f"/cases/{reference}/consent/"
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert "SENCO, about the annual review, until 20 May 2027." in page
    assert "everybody else, including the council." in page
    assert "Only Mrs Vale, about the review." in page


def test_in_person_the_form_is_kept_with_the_answer(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    paper = PHONE | {
        "method": "in_person",
        "words": "",
        "signed": "on",
        "file": SimpleUploadedFile("x.pdf", PDF),
    }
    assert send(client, f"/cases/{reference}/consent/new/", **paper).status_code == 302
    page = case_page(cast.tom.actor, reference)
    assert isinstance(page, CaseView)
    assert page.timeline[0].document is not None
    assert f"/documents/{page.timeline[0].id}/" in text(client.get(f"/cases/{reference}/consent/"))


def test_somebody_on_the_case_can_be_ticked(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    kit = added(cast.tom, reference, "Kit Vale")
    client = sign_in(cast.tom)
    assert "SENCO – Kit Vale" in text(client.get(f"/cases/{reference}/consent/new/"))
    send(client, f"/cases/{reference}/consent/new/", **PHONE | {"recipients": [f"person:{kit}"]})
    assert "SENCO – Kit Vale, about the annual review" in text(client.get(f"/cases/{reference}/consent/"))


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"recipients": []}, "Tick who may be told, or say why nobody can be named yet"),
        ({"words": ""}, "Write the words they used on the phone"),
        ({"answer": ""}, "Choose what they said"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    cast: Cast, sign_in: SignIn, missing: dict[str, Any], says: str
) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/consent/new/", **PHONE | missing)
    assert answer.status_code == 200
    assert says in text(answer)
    assert not Entry.objects.exists()


def test_a_forbidden_form_is_refused_with_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    bad = PHONE | {"file": SimpleUploadedFile("form.pdf", b"MZ" + b"0" * 99)}
    answer = send(sign_in(cast.tom), f"/cases/{reference}/consent/new/", **bad)
    assert "This file is a program, whatever its name says" in text(answer)
    assert "Only Mrs Vale, about the review." in text(answer)
    assert not Entry.objects.exists()


def test_sent_twice_it_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(cast.tom), str(uuid4())
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/consent/new/", once, **PHONE)
    answer = send(client, f"/cases/{reference}/consent/new/", once, **PHONE)
    assert answer.cookies["said"].value.startswith("already-done:")
    assert Entry.objects.count() == 1


def test_a_form_that_somebody_else_signed_is_not_theirs(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    sent: dict[str, Any] = {"method": "letter", "permissions": ["talk"], "signed_by": "someone_else"}
    page = text(send(sign_in(cast.tom), f"/cases/{reference}/form/new/", **sent))
    assert OF_ANOTHER in page
    assert re.search(r'value="talk"[^>]*checked', page)
    assert not Entry.objects.exists()


def test_a_form_that_came_back_is_recorded(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    fields: dict[str, Any] = {"method": "letter", "signed": "on", "permissions": ["advise", "talk"]}
    assert send(client, f"/cases/{reference}/form/new/", **fields).status_code == 302
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert (
        "The permission form came back: give advice and support, talk to the people named on the form."
        in page
    )


@pytest.mark.parametrize("path", ["consent/", "consent/new/", "form/new/"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, path: str) -> None:
    reference = a_case(cast.tom)
    for person in (cast.ewa, cast.joan, cast.vik):
        client = sign_in(person)
        theirs, missing = client.get(f"/cases/{reference}/{path}"), client.get(f"/cases/2222-2222/{path}")
        assert theirs.status_code == missing.status_code == 404
        assert bare(theirs) == bare(missing)


def test_a_change_of_mind_about_one_leaves_the_others(cast: Cast, sign_in: SignIn, wall_clock: Clock) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/consent/new/", **PHONE | {"recipients": ["senco", "gp"]})
    wall_clock.forward(minutes=5)
    back: dict[str, Any] = {
        "kind": "share",
        "answer": "withdrawn",
        "giver": "subject",
        "method": "telephone",
        "taken_back": ["gp"],
    }
    send(client, f"/cases/{reference}/consent/new/", **back)
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert "SENCO, about the annual review, until 20 May 2027." in page
    assert "GP, about" not in page


@pytest.mark.parametrize("path", ["consent/new/", "form/new/"])
def test_who_is_not_on_it_records_nothing(cast: Cast, sign_in: SignIn, path: str) -> None:
    reference = a_case(cast.tom)
    assert send(sign_in(cast.ewa), f"/cases/{reference}/{path}", **PHONE).status_code == 404
    answer = send(sign_in(cast.maryam), f"/cases/{reference}/{path}", **PHONE)
    assert answer["Location"] == f"/cases/{reference}/reason/"
    assert not Entry.objects.exists()


def test_somebody_elses_yes_is_answered_with_the_card_and_nothing_is_lost(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = a_case(cast.tom)
    page = text(
        send(sign_in(cast.tom), f"/cases/{reference}/consent/new/", **PHONE | {"giver": "someone_else"})
    )
    assert 'data-outcome="refuse"' in page
    assert 'href="#id_giver_0"' in page
    assert "Only Mrs Vale, about the review." in page
    assert not Entry.objects.exists()


def test_that_they_were_asked_is_not_announced_as_agreed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/consent/new/", **PHONE | {"answer": "asked"})
    assert answer.cookies["said"].value.startswith("consent-asked:")


@pytest.mark.parametrize("page", ["consent/", "share/", "meetings/new/", ""])
def test_a_closed_case_says_so_wherever_a_yes_is_used(
    gather: Callable[[str], Cast], sign_in: SignIn, page: str
) -> None:
    bath = gather("bath-and-north-east-somerset")
    reference = a_case(bath.tom)
    client = sign_in(bath.tom)
    send(client, f"/cases/{reference}/consent/new/", **PHONE)
    assert "the case is closed" not in text(client.get(f"/cases/{reference}/{page}"))
    done = ClosingDetails(outcomes=("needs_met",), issue="annual_review")
    close_case(bath.tom.actor, reference, done)
    assert "the case is closed. Before you use a yes" in text(client.get(f"/cases/{reference}/{page}"))


def test_a_yes_without_a_tick_is_about_the_matter_of_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/consent/new/"
    page = text(client.get(path))
    assert "With nothing ticked a no is about everything, and a yes is about the annual review" in page
    assert re.search(r'name="purposes"[^>]*checked', page) is None
    send(client, path, **PHONE | {"purposes": []})
    assert "SENCO, about the annual review, until" in text(client.get(f"/cases/{reference}/consent/"))


def test_a_yes_without_a_tick_goes_back_where_the_case_has_no_such_matter(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = a_case(cast.tom, issues=("other",))
    assert main_purpose(door(cast.tom, reference)) == ""
    answer = send(sign_in(cast.tom), f"/cases/{reference}/consent/new/", **PHONE | {"purposes": []})
    assert "Tick what it is about" in text(answer)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("answer", ["refused", "withdrawn"])
@pytest.mark.parametrize(
    ("kind", "stood"), [("share", "until 20 May 2027"), ("obtain", "get records from SENCO")]
)
def test_a_no_with_the_rest_left_alone_ends_every_yes_of_its_kind(
    cast: Cast, sign_in: SignIn, wall_clock: Clock, kind: str, stood: str, answer: str
) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    path, history = f"/cases/{reference}/consent/new/", f"/cases/{reference}/consent/"
    for matter in ("annual_review", "transport"):
        send(client, path, **PHONE | {"kind": kind, "purposes": [matter]})
    wall_clock.forward(minutes=5)
    assert stood in text(client.get(history))
    came = send(client, path, **NO | {"kind": kind, "answer": answer})
    assert came["Location"] == history
    page = text(client.get(history))
    assert stood not in page
    assert "a yes still stands" not in page


def test_a_no_to_one_matter_says_which_yes_still_stands_and_how_to_end_it(
    cast: Cast, sign_in: SignIn, wall_clock: Clock
) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    path, history = f"/cases/{reference}/consent/new/", f"/cases/{reference}/consent/"
    send(client, path, **PHONE | {"kind": "obtain"})
    wall_clock.forward(minutes=5)
    asking = f"/cases/{reference}/records/new/"
    came = send(client, f"{path}?next={asking}", **NO | {"kind": "obtain", "purposes": ["transport"]})
    page = text(client.get(came["Location"]))
    assert "Their last answer is a no, and a yes still stands" in page
    assert "Get records from SENCO, about the annual review." in page
    assert f'href="{path}?kind=obtain"' in page
    assert f'href="{asking}">Go on with what you were doing' in page
    wall_clock.forward(minutes=5)
    send(client, path, **NO | {"kind": "obtain", "answer": "withdrawn"})
    assert "a yes still stands" not in text(client.get(history))


def test_a_no_to_talking_says_that_a_yes_to_records_still_stands(
    cast: Cast, sign_in: SignIn, wall_clock: Clock
) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/consent/new/"
    send(client, path, **PHONE | {"kind": "obtain"})
    wall_clock.forward(minutes=5)
    page = text(client.get(send(client, path, **NO)["Location"]))
    assert "Get records from SENCO, about the annual review." in page
    assert "No longer talk to others" not in page

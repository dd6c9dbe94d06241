"""The pages that add to a case: notes/new, people/new, documents/new, contact."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence.cases import queries
from inconfidence.cases.models import Involved, Item
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case
from tests.cases.test_records import PDF
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
NOTE: dict[str, Any] = {
    "text": "Rang about Monday.",
    "method": "phone",
    "direction": "in",
    "with_whom": "parent_carer",
    "provided_by": "parent",
}
PERSON: dict[str, Any] = {"role": "senco", "name": "Kit Vale"}
CONTACT: dict[str, Any] = {
    "ok_to_ring": "no",
    "ok_voicemail": "no",
    "ok_text": "yes",
    "ok_email": "not_asked",
    "ok_post": "not_asked",
    "ok_at_work": "not_asked",
    "phone": "07700 900 456",
}


def upload(data: bytes = PDF, name: str = "Sam Oyelaran plan.pdf") -> dict[str, Any]:
    """The document form, filled."""
    file = SimpleUploadedFile(name, data)
    return {"file": file, "title": "Plan", "document_type": "ehc_plan", "provided_by": "parent"}


def page_of(cast: Cast, reference: str) -> queries.CaseView:
    """The case as Tom sees it."""
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    return page


def test_a_note_is_written(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **NOTE)
    assert answer["Location"] == f"/cases/{reference}/"
    assert page_of(cast, reference).timeline[0].text == "Rang about Monday."


def test_a_note_of_a_megabyte_is_refused_with_its_text_kept(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    long = "y" * 1_000_000
    answer = send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **{**NOTE, "text": long})
    assert answer.status_code == 200
    assert long in text(answer)
    assert "100,000" in text(answer)
    assert not Item.objects.exists()


def test_a_note_sent_twice_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(cast.tom), str(uuid4())
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/notes/new/", once, **NOTE)
    answer = send(client, f"/cases/{reference}/notes/new/", once, **NOTE)
    assert answer.cookies["said"].value.startswith("already-done:")
    assert Item.objects.count() == 1


def test_the_form_stands_under_the_head_of_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    for path in ("notes/new/", "people/new/", "documents/new/", "contact/"):
        page = text(client.get(f"/cases/{reference}/{path}"))
        assert "Ring mobile only, 10–2 on weekdays." in page
        assert "they have not been asked" in page


@pytest.mark.parametrize("path", ["notes/new/", "people/new/", "documents/new/", "contact/"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, path: str) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.ewa)
    theirs, missing = client.get(f"/cases/{reference}/{path}"), client.get(f"/cases/2222-2222/{path}")
    assert theirs.status_code == missing.status_code == 404
    assert bare(theirs) == bare(missing)


@pytest.mark.parametrize(
    ("path", "fields"),
    [("notes/new/", NOTE), ("people/new/", PERSON), ("contact/", CONTACT | {"card_version": "1"})],
)
def test_a_colleague_who_is_not_on_it_writes_nothing(
    cast: Cast, sign_in: SignIn, path: str, fields: dict[str, Any]
) -> None:
    reference = a_case(cast.tom)
    assert send(sign_in(cast.ewa), f"/cases/{reference}/{path}", **fields).status_code == 404
    assert not Item.objects.exists()
    assert not Involved.objects.exists()
    assert page_of(cast, reference).card.version == 1


def test_a_lead_is_asked_why_first(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.maryam), f"/cases/{reference}/notes/new/", **NOTE)
    assert answer["Location"] == f"/cases/{reference}/reason/"


def test_somebody_is_put_on_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/people/new/", **PERSON)
    assert answer["Location"].startswith(f"/cases/{reference}/people/")
    assert [person.title for person in page_of(cast, reference).involved] == ["SENCO – Kit Vale"]


def test_a_document_is_kept_and_its_own_name_is_not(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    assert send(client, f"/cases/{reference}/documents/new/", **upload()).status_code == 302
    item = page_of(cast, reference).timeline[0]
    answer = send(client, f"/cases/{reference}/documents/{item.id}/file/")
    assert answer.content == PDF
    assert answer["Content-Disposition"] == f'attachment; filename="document-{item.id.hex[:8]}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_forbidden_file_is_refused_whatever_its_name(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **upload(b"MZ" + b"0" * 500))
    assert answer.status_code == 200
    assert "Not kept. This file is a program, whatever its name says." in text(answer)
    assert 'value="Plan"' in text(answer)
    assert not Item.objects.exists()


def test_nobody_else_downloads_a_document(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **upload())
    item = page_of(cast, reference).timeline[0]
    for person in (cast.ewa, cast.joan, cast.vik):
        assert sign_in(person).get(f"/cases/{reference}/documents/{item.id}/").status_code == 404


def test_safe_contact_is_changed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/contact/", card_version="1", **CONTACT)
    assert answer.status_code == 302, text(answer)
    card = page_of(cast, reference).card
    assert card.safe_sentence.startswith("Do not ring. Text is fine.")
    assert (card.name, card.written["phones"]) == ("Marta Oyelaran", ("07700 900 456",))


def test_two_who_change_it_at_once_see_both_texts(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/contact/", card_version="1", **CONTACT)
    late = CONTACT | {"phone": "07700 900 789"}
    answer = send(client, f"/cases/{reference}/contact/", card_version="1", **late)
    assert answer.status_code == 200
    assert "07700 900 456" in text(answer)
    assert "07700 900 789" in text(answer)
    assert page_of(cast, reference).card.written["phones"] == ("07700 900 456",)
    assert 'name="card_version" value="2"' in text(answer)
    assert send(client, f"/cases/{reference}/contact/", card_version="2", **late).status_code == 302
    assert page_of(cast, reference).card.written["phones"] == ("07700 900 789",)

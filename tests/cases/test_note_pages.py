"""Notes: written in one form, changed with nothing lost, on several cases of the same person in one save."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NoteDetails
from inconfidence.cases.models import Earlier, Item
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
NOTE: dict[str, Any] = {
    "text": "Rang about Monday.",
    "method": "phone",
    "direction": "in",
    "with_whom": "parent_carer",
    "provided_by": "parent",
}


def a_note(who: Person, reference: str, words: str = "She rang.", **details: Any) -> UUID:
    found = actions.add_note(who.actor, reference, NoteDetails(words, **details))
    assert isinstance(found, UUID)
    return found


def history(who: Person, reference: str, item: UUID) -> queries.NoteHistory:
    found = queries.note_history(who.actor, reference, item)
    assert isinstance(found, queries.NoteHistory)
    return found


def change(client: Client, reference: str, item: UUID, version: int, words: str, once: str = "") -> Any:
    path = f"/cases/{reference}/notes/{item}/change/"
    return send(client, path, once, **{**NOTE, "text": words}, version=str(version))


def test_a_change_keeps_what_the_note_said_before(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "The review is on Monday.")
    client = sign_in(cast.tom)
    answer = change(client, reference, item, 1, "The review is on Tuesday.")

    assert answer["Location"] == f"/cases/{reference}/notes/{item}/"
    page = text(client.get(answer["Location"]))
    assert page.index("The review is on Tuesday.") < page.index("The review is on Monday.")
    now, before = history(cast.tom, reference, item).versions
    assert (now.version, before.version) == (2, 1)
    assert (now.by, before.by) == ("Tom Aldridge", "Tom Aldridge")


def test_every_version_names_who_wrote_it(cast: Cast) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "First.")
    assert actions.allocate(cast.maryam.actor, reference, cast.ewa.id)
    for who, words, version in ((cast.ewa, "Second.", 1), (cast.tom, "Third.", 2)):
        found = actions.change_note(who.actor, reference, item, NoteDetails(words), version=version)
        assert found == actions.Changed(version + 1)
    said = [(each.text, each.by) for each in history(cast.tom, reference, item).versions]
    assert said == [
        ("Third.", "Tom Aldridge"),
        ("Second.", "Ewa Zielińska"),
        ("First.", "Tom Aldridge"),
    ]


def test_an_older_page_is_shown_both_texts_and_loses_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "At first.")
    client = sign_in(cast.tom)
    change(client, reference, item, 1, "What a colleague wrote.")
    stale = change(client, reference, item, 1, "What I wrote.")

    assert stale.status_code == 200
    assert "What a colleague wrote." in text(stale)
    assert text(stale).count("What I wrote.") == 2
    assert 'name="version" value="2"' in text(stale)
    assert [each.text for each in history(cast.tom, reference, item).versions] == [
        "What a colleague wrote.",
        "At first.",
    ]
    assert Event.objects.filter(act="stale_form").count() == 1

    change(client, reference, item, 2, "What I wrote.")
    assert [each.text for each in history(cast.tom, reference, item).versions] == [
        "What I wrote.",
        "What a colleague wrote.",
        "At first.",
    ]


def test_a_change_sent_twice_is_made_once(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(cast.tom), str(uuid4())
    item = a_note(cast.tom, reference)
    client = sign_in(cast.tom)
    change(client, reference, item, 1, "Changed.", once)
    again = change(client, reference, item, 1, "Changed.", once)
    assert again["Location"] == f"/cases/{reference}/notes/{item}/"
    assert Earlier.objects.count() == 1


@pytest.mark.parametrize("version", ["", "0", "two", "99999999999999999999"])
def test_a_page_without_its_version_replaces_nothing(cast: Cast, sign_in: SignIn, version: str) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference)
    path = f"/cases/{reference}/notes/{item}/change/"
    answer = send(sign_in(cast.tom), path, **{**NOTE, "text": "Mine."}, version=version)
    assert "She rang." in text(answer)
    assert "Mine." in text(answer)
    assert not Earlier.objects.exists()


@pytest.mark.parametrize("tail", ["", "change/"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, tail: str) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference)
    ewa = sign_in(cast.ewa)
    theirs = ewa.get(f"/cases/{reference}/notes/{item}/{tail}")
    missing = ewa.get(f"/cases/2222-2222/notes/{item}/{tail}")
    assert theirs.status_code == missing.status_code == 404
    assert bare(theirs) == bare(missing)


def test_a_note_of_another_case_is_not_there(cast: Cast, sign_in: SignIn) -> None:
    reference, other = a_case(cast.tom), a_case(cast.tom)
    item = a_note(cast.tom, other)
    client = sign_in(cast.tom)
    assert client.get(f"/cases/{reference}/notes/{item}/").status_code == 404
    assert change(client, reference, item, 1, "Mine.").status_code == 404
    assert not Earlier.objects.exists()


def test_a_colleague_who_is_not_on_it_changes_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference)
    assert change(sign_in(cast.ewa), reference, item, 1, "Mine.").status_code == 404
    assert Item.objects.get(id=item).version == 1

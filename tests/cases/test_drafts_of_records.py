"""What was begun on an older version of a record comes back beside the newest one, and neither is lost."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.test import Client

from inconfidence.cases import actions
from inconfidence.vault import spool
from tests.canary.pages import forms_of
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_adding_pages import CONTACT, NOTE
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def kept(client: Client, path: str, field: str, words: str) -> None:
    """Somebody types this into a page's form, and the page keeps it."""
    form = next(one for one in forms_of(text(client.get(path))) if field in {c.name for c in one.controls})
    typed = {c.name: c.value for c in form.controls if c.name and (c.kind != "radio" or c.checked)}
    mark = typed["draft"].partition("~")[0]
    answer = client.post(f"/drafts/{mark}/", typed | {field: words, "draft_path": path, "quietly": "1"})
    assert answer.status_code == 200


def back(client: Client, person: Person, path: str) -> str:
    """The page with what waits for it."""
    (waiting,) = spool.waiting_for(person.id)
    return text(client.get(f"{path}?kept={waiting}"))


def test_a_note_changed_meanwhile_stands_beside_the_draft(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = actions.add_note(cast.tom.actor, reference, actions.NoteDetails(text="As it was."))
    assert isinstance(item, UUID)
    path, tom = f"/cases/{reference}/notes/{item}/change/", sign_in(cast.tom)
    kept(tom, path, "text", "What Tom was typing.")
    assert "Somebody changed this note" not in back(tom, cast.tom, path)
    other = actions.NoteDetails(text="What somebody else saved.")
    actions.change_note(cast.tom.actor, reference, item, other, version=1, once=uuid4())
    page = back(tom, cast.tom, path)
    assert "Somebody changed this note while you were typing" in page
    assert "What somebody else saved." in page
    assert page.count("What Tom was typing.") == 2


def test_a_card_changed_meanwhile_stands_beside_the_draft(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path, tom = f"/cases/{reference}/contact/", sign_in(cast.tom)
    kept(tom, path, "address", "2 Lake Road")
    assert "Somebody changed this" not in back(tom, cast.tom, path)
    assert send(tom, path, **CONTACT, card_version="1", address="1 Hill Street").status_code == 302
    page = back(tom, cast.tom, path)
    assert "Somebody changed this while you were typing" in page
    assert "1 Hill Street" in page
    assert "2 Lake Road" in page


def test_a_note_that_needs_a_reason_first_is_not_lost(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path, lead = f"/cases/{reference}/notes/new/", sign_in(cast.maryam)
    answer = send(lead, path, **NOTE, draft=f"{uuid4()}~~~")
    assert answer.status_code == 302
    assert "Rang about Monday." in text(lead.get("/unfinished/"))

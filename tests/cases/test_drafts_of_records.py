"""What was begun on an older version of a record comes back beside the newest one, and neither is lost."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.test import Client

from inconfidence.cases import actions
from inconfidence.vault import spool
from tests.canary.pages import forms_of
from tests.cases.browser import bare, send, text
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


def test_an_unfinished_letter_is_offered_on_its_own_page_alone(cast: Cast, sign_in: SignIn) -> None:
    path, tom = f"/cases/{a_case(cast.tom)}/letters/new/", sign_in(cast.tom)
    kept(tom, f"{path}?letter=what_we_agreed", "text", "What I wanted to say.")
    assert "You were writing here" in text(tom.get(f"{path}?letter=what_we_agreed"))
    assert "You were writing here" not in text(tom.get(f"{path}?letter=closing"))


LONG = f"{'She rang in tears about the bus. ' * 20}And about the taxi."


def off_the_case(cast: Cast, reference: str) -> None:
    """The lead takes Tom off while he types."""
    assert actions.end_allocation(cast.maryam.actor, reference, cast.tom.id) is True


def test_a_note_of_somebody_taken_off_the_case_is_kept_and_read(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path, tom = f"/cases/{reference}/notes/new/", sign_in(cast.tom)
    off_the_case(cast, reference)
    answer = send(tom, path, **NOTE | {"text": LONG}, draft=f"{uuid4()}~~~")
    assert answer.status_code == 404
    (waiting,) = spool.waiting_for(cast.tom.id)
    assert f"/unfinished/{waiting}/" in text(answer)
    assert LONG not in text(tom.get("/unfinished/"))
    gone = tom.get(f"{path}?kept={waiting}")
    assert (gone.status_code, gone["Location"]) == (302, f"/unfinished/{waiting}/")
    page = text(tom.get(gone["Location"]))
    assert page.count(LONG) == 1
    assert "hand this text to a lead" in page
    assert "Throw it away" in page
    assert "Oyelaran" not in page
    assert tom.get(path).status_code == 404


def test_what_somebody_typed_is_read_by_nobody_else(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    off_the_case(cast, reference)
    path = f"/cases/{reference}/notes/new/"
    send(sign_in(cast.tom), path, **NOTE | {"text": LONG}, draft=f"{uuid4()}~~~")
    (waiting,) = spool.waiting_for(cast.tom.id)
    ewa, lead = sign_in(cast.ewa), sign_in(cast.maryam)
    assert [one.get(f"/unfinished/{waiting}/").status_code for one in (ewa, lead)] == [404, 404]
    assert ewa.get(f"{path}?kept={waiting}").status_code == 404
    assert spool.waiting_for(cast.ewa.id) == []


def test_a_page_not_found_says_no_more_of_a_case_than_of_none(cast: Cast, sign_in: SignIn) -> None:
    """Whoever sends words to a case they may not open learns nothing, though their words are kept."""
    reference, ewa = a_case(cast.tom), sign_in(cast.ewa)
    said = set()
    for case in (reference, "7KQM-4XH2"):
        draft = uuid4()
        sent = send(ewa, f"/cases/{case}/notes/new/", **NOTE, draft=f"{draft}~~~")
        assert sent.status_code == 404
        said.add(bare(sent).replace(str(draft), "").replace(case, ""))
        said.add(bare(ewa.get(f"/unfinished/{draft}/")).replace(str(draft), "").replace(case, ""))
        ewa.post(f"/unfinished/{draft}/discard/")
    assert len(said) == 2


def test_a_page_that_came_filled_in_is_not_read_without_it(cast: Cast, sign_in: SignIn) -> None:
    """A changed card holds what the record said: it waits, and opens with its page alone."""
    reference = a_case(cast.tom)
    path, tom = f"/cases/{reference}/contact/", sign_in(cast.tom)
    send(tom, path, **CONTACT, card_version="1", address="1 Hill Street")
    kept(tom, path, "phone", "07700 900 457 after six")
    off_the_case(cast, reference)
    (waiting,) = spool.waiting_for(cast.tom.id)
    page = text(tom.get(f"/unfinished/{waiting}/"))
    assert "ask a lead of your service" in page
    assert "Hill Street" not in page
    assert "07700" not in page


def test_asking_by_choices_alone_leaves_no_line_and_words_do(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path, tom = f"/cases/{reference}/records/new/", sign_in(cast.tom)
    asked = {"source": "school", "purpose": "assessment", "method": "letter", "press": "ask"}
    for which, lines in (("", 0), ("attendance", 1)):
        assert send(tom, path, **asked, which=which, draft=f"{uuid4()}~~~").status_code == 200
        assert len(spool.waiting_for(cast.tom.id)) == lines


def test_a_note_that_needs_a_reason_first_is_not_lost(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path, lead = f"/cases/{reference}/notes/new/", sign_in(cast.maryam)
    answer = send(lead, path, **NOTE, draft=f"{uuid4()}~~~")
    assert answer.status_code == 302
    assert "Rang about Monday." in text(lead.get("/unfinished/"))

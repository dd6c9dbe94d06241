"""Two people at one page: what somebody did not touch stays as the other left it, and every difference is named."""

from collections.abc import Callable
from html import unescape
from typing import Any

from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import FirstContactDetails, NoteDetails
from inconfidence.cases.queries import OpenCase, open_case_for
from tests.canary.pages import forms_of
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_note_pages import a_note, history
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def drawn(page: Any) -> dict[str, Any]:
    """The fields of the page's form as a browser would send them, unchanged."""
    found: dict[str, Any] = {}
    (form,) = (each for each in forms_of(text(page)) if any(c.name == "shown" for c in each.controls))
    for control in form.controls:
        if control.name and (control.kind not in ("radio", "checkbox") or control.checked):
            found[control.name] = control.value or ("on" if control.kind == "checkbox" else "")
    return found


def test_a_note_changed_by_two_keeps_the_marks_nobody_touched(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "At first.", minutes=10)
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/{item}/change/"
    mine = drawn(client.get(path))
    theirs = NoteDetails(
        "At first.", minutes=20, sensitivity="sensitive", in_confidence=True, provided_by="school"
    )
    actions.change_note(cast.tom.actor, reference, item, theirs, version=1)

    stale = client.post(path, mine | {"text": "What I wrote."})

    said = unescape(" ".join(text(stale).split()))
    for named in ("How careful must we be with it", "They told us in confidence", "Who told us this"):
        assert f"{named}</a>: it says" in said
    again = drawn(stale)
    assert (again["text"], again["sensitivity"], again["in_confidence"], again["provided_by"]) == (
        "What I wrote.", "sensitive", "on", "school",
    )  # fmt: skip
    assert client.post(path, again).status_code == 302
    now = history(cast.tom, reference, item)
    assert (now.versions[0].text, now.versions[0].minutes) == ("What I wrote.", 20)
    assert (now.typed["sensitivity"], now.typed["in_confidence"]) == ("sensitive", True)


def test_where_both_changed_a_mark_the_more_careful_one_stands(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "At first.", sensitivity="sensitive")
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/{item}/change/"
    mine = drawn(client.get(path))
    theirs = NoteDetails("At first.", sensitivity="criminal_record")
    actions.change_note(cast.tom.actor, reference, item, theirs, version=1)
    actions.give_need(cast.tom.actor, reference, item, "Preparing")

    stale = client.post(path, mine | {"text": "What I wrote.", "sensitivity": "ordinary"})

    assert drawn(stale)["sensitivity"] == "criminal_record"
    lowered = client.post(path, drawn(stale) | {"sensitivity": "ordinary"})
    assert lowered.status_code == 302


def card(who: Person, reference: str) -> queries.CaseView:
    page = queries.case_page(who.actor, reference)
    assert isinstance(page, queries.CaseView)
    return page


def test_safe_contact_changed_by_two_loses_neither(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client, path = sign_in(cast.tom), f"/cases/{reference}/contact/"
    mine, theirs = drawn(client.get(path)), drawn(client.get(path))
    client.post(path, theirs | {"address": "1 Mill Lane", "address_confidential": "on", "ok_to_ring": "no"})

    stale = client.post(path, mine | {"language": "Polish"})

    assert "The address is secret: never print it</a>: it says" in " ".join(text(stale).split())
    assert client.post(path, drawn(stale)).status_code == 302
    now = card(cast.tom, reference).card
    assert (now.language, now.safe.address_confidential) == ("Polish", True)
    assert now.written["address"] == ("1 Mill Lane",)
    assert now.safe.ok_to_ring == "no"


def test_first_contact_recorded_by_two_loses_neither(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client, path = sign_in(cast.tom), f"/cases/{reference}/begin/"
    mine = drawn(client.get(path))
    door = open_case_for(cast.tom.actor, reference, look=None)
    assert isinstance(door, OpenCase)
    told = FirstContactDetails(relationship="father", responsibility="yes", notice=True)
    actions.record_first_contact(cast.tom.actor, reference, told, version=door.version)

    stale = client.post(path, mine | {"statement": "on"})

    assert "Somebody changed this" in text(stale)
    assert "I gave them the privacy notice</a>: it says" in " ".join(text(stale).split())
    assert client.post(path, drawn(stale)).status_code == 302
    page = card(cast.tom, reference)
    assert page.notice_given_on == page.statement_given_on == cast.tom.actor.today()
    assert page.relationship == "Father"


def test_a_page_that_does_not_say_what_it_showed_empties_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client, path = sign_in(cast.tom), f"/cases/{reference}/contact/"
    theirs = drawn(client.get(path))
    client.post(path, theirs | {"address": "1 Mill Lane", "address_confidential": "on"})
    old = {"card_version": "1", "ok_to_ring": "yes", "ok_voicemail": "no"}
    old |= dict.fromkeys(("ok_text", "ok_email", "ok_post", "ok_at_work"), "not_asked")
    stale = drawn(send(client, path, **old))
    assert (stale["address"], stale["address_confidential"]) == ("1 Mill Lane", "on")


def test_a_note_closed_meanwhile_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "At first.")
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/{item}/change/"
    mine = drawn(client.get(path))
    theirs = NoteDetails("The caution in March.", sensitivity="criminal_record")
    actions.change_note(cast.tom.actor, reference, item, theirs, version=1)

    closed = client.post(path, mine | {"text": "What I wrote."})

    assert closed.status_code == 200
    assert "What I wrote." in text(closed)
    assert "The caution in March." not in text(closed)
    assert f"/cases/{reference}/items/{item}/need/" in text(closed)
    assert send(sign_in(cast.ewa), path, text="What I wrote.", version="1").status_code == 404
    send(client, f"/cases/{reference}/items/{item}/need/", words="Preparing the hearing")
    both = text(client.post(path, drawn(closed)))
    assert "What I wrote." in both
    assert "The caution in March." in both
    assert history(cast.tom, reference, item).versions[0].version == 2


def test_the_same_form_again_is_no_conflict_with_what_it_wrote(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference, "At first.")
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/{item}/change/"
    mine = drawn(client.get(path)) | {"text": "What I wrote."}
    assert client.post(path, mine).status_code == 302
    actions.change_note(cast.tom.actor, reference, item, NoteDetails("What they wrote."), version=2)

    again = client.post(path, mine)

    assert again.status_code == 302
    assert again.cookies["said"].value.startswith("already-done")
    said = [version.text for version in history(cast.tom, reference, item).versions]
    assert said == ["What they wrote.", "What I wrote.", "At first."]


def test_safe_contact_and_first_contact_sent_again_are_no_conflict(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    for page, typed in (("contact", {"language": "Polish"}), ("begin", {"statement": "on"})):
        path = f"/cases/{reference}/{page}/"
        mine = drawn(client.get(path)) | typed
        for said in ("", "already-done"):
            sent = client.post(path, mine)
            assert sent.status_code == 302
            assert sent.cookies["said"].value.startswith(said)

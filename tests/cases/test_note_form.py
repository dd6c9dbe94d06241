"""One form for a call on a known case: quick picks, reminders, marks, several cases at once; what may be written."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NoteDetails, NotRecorded
from inconfidence.cases.facts.recording import anonymous_facts, consent_facts, note_facts
from inconfidence.cases.models import Item
from inconfidence.duties.models import Duty
from inconfidence.policy.facts import MayRecord
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_note_pages import NOTE, a_note
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
TODAY = date(2026, 11, 20)


def sibling(cast: Cast, reference: str, **changes: Any) -> str:
    """Another case of the same person, as the case page opens one."""
    return a_case(cast.tom, again=reference, **changes)


def texts(who: Person, reference: str) -> list[str]:
    page = queries.case_page(who.actor, reference)
    assert isinstance(page, queries.CaseView)
    return [entry.text for entry in page.timeline]


@pytest.mark.parametrize(
    ("picked", "days"), [("tomorrow", 3), ("week", 7), ("two_weeks", 14), ("four_weeks", 28)]
)
def test_a_reminder_is_one_press(cast: Cast, sign_in: SignIn, picked: str, days: int) -> None:
    reference = a_case(cast.tom)
    path = f"/cases/{reference}/notes/new/"
    send(sign_in(cast.tom), path, **NOTE, remind=picked, next_step="Ring the SENCO")
    (duty,) = Duty.objects.filter(kind="reminder")
    assert (duty.due_on, duty.owed_by_id) == (TODAY + timedelta(days=days), cast.tom.id)
    assert (duty.about_kind, duty.reference) == ("item", reference)


def test_a_reminder_on_a_day(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    day = {"remind_on_day": "3", "remind_on_month": "12", "remind_on_year": "2026"}
    send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **NOTE, remind="day", **day)
    assert Duty.objects.get(kind="reminder").due_on == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            {"happened_on_day": "21", "happened_on_month": "11", "happened_on_year": "2026"},
            "has not come yet",
        ),
        ({"remind": "day"}, "Enter the day of the reminder"),
        (
            {"remind": "day", "remind_on_day": "19", "remind_on_month": "11", "remind_on_year": "2026"},
            "This day has passed",
        ),
        (
            {"remind": "day", "remind_on_day": "19", "remind_on_month": "11", "remind_on_year": "2062"},
            "Check the year: this is more than two years away",
        ),
        (
            {"happened_on_day": "19", "happened_on_month": "11", "happened_on_year": "2006"},
            "Check the year: this is before Wednesday 20 November 2024",
        ),
        ({"minutes": "other", "other_minutes": "many"}, "whole number"),
        ({"minutes": "other"}, "Enter the minutes as a number"),
        ({"next_step": "x" * 301}, "300 characters"),
        ({"text": " "}, "Write what happened"),
        ({"also_on": "2222-2222"}, "Choose from the cases shown"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_nothing_is_lost(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], says: str
) -> None:
    reference = a_case(cast.tom)
    sent = {**NOTE, "next_step": "Ring the SENCO", **typed}
    answer = send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **sent)
    assert answer.status_code == 200
    assert says in text(answer)
    assert sent["text"].strip() in text(answer)
    assert sent["next_step"] in text(answer)
    assert not Item.objects.exists()


def test_one_contact_on_two_cases_is_one_save(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    other = sibling(cast, reference)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/notes/new/"))
    assert f'value="{other}"' in page
    send(client, f"/cases/{reference}/notes/new/", **NOTE, also_on=other, remind="week")
    assert texts(cast.tom, reference) == texts(cast.tom, other) == [NOTE["text"]]
    assert Event.objects.filter(act="note_added").count() == 2
    assert Duty.objects.filter(kind="reminder").count() == 1


def test_the_form_tells_of_no_case_that_this_worker_cannot_open(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    hidden = sibling(cast, reference)
    assert actions.allocate(cast.maryam.actor, hidden, cast.ewa.id)
    assert actions.end_allocation(cast.maryam.actor, hidden, cast.tom.id)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/notes/new/"))
    assert hidden not in page
    assert "Write it on these too" not in page
    for forged in (hidden, "2222-2222"):
        answer = send(client, f"/cases/{reference}/notes/new/", **NOTE, also_on=forged)
        assert "Choose from the cases shown" in text(answer)
    assert not Item.objects.exists()


def test_another_familys_case_is_no_place_for_it(cast: Cast) -> None:
    reference, other = a_case(cast.tom), a_case(cast.tom, "Ines")
    with pytest.raises(actions.NotAccepted):
        actions.add_note(cast.tom.actor, reference, NoteDetails("x", also_on=(other,)))
    assert not Item.objects.exists()


def test_the_usual_answers_are_those_of_this_workers_last_note_here(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    a_note(cast.tom, reference, method="email", minutes=30)
    page = " ".join(text(sign_in(cast.tom).get(f"/cases/{reference}/notes/new/")).split())
    assert '<option value="email" selected>' in page
    assert 'value="30" checked' in page
    assert '<details class="govuk-details" >' in page


def test_save_and_new_comes_back_to_a_fresh_note(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **NOTE, press="new")
    assert answer["Location"] == f"/cases/{reference}/notes/new/"


def test_logging_what_was_due_settles_it_and_goes_back_to_the_day(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    a_note(cast.tom, reference, remind_on=TODAY, next_step="Ring back")
    duty = Duty.objects.get(kind="reminder")
    path = f"/cases/{reference}/notes/new/?due={duty.id}"
    client = sign_in(cast.tom)
    assert "This was done" in text(client.get(path))
    answer = send(client, path, **NOTE, settles="on")
    assert answer["Location"] == "/"
    duty.refresh_from_db()
    assert duty.state == "done"


def test_marks_are_kept_and_shown_in_words(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    marks = {
        "provided_by": "school", "sensitivity": "sensitive", "standing": "opinion", "in_confidence": "on",
        "unwritten": "on",
    }  # fmt: skip
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/notes/new/", **{**NOTE, **marks})
    page = text(client.get(f"/cases/{reference}/"))
    for word in (
        "Sensitive",
        "Told in confidence",
        "An opinion",
        "that is not written here",
        "From: Nursery",
    ):
        assert word in page


@pytest.mark.parametrize(
    ("slug", "refused"),
    [("coventry", True), ("rotherham", False), ("cumbria", False), ("bath-and-north-east-somerset", False)],
)
def test_what_bears_on_nothing_is_asked_of_the_policy(
    gather: Callable[[str], Cast], slug: str, refused: bool
) -> None:
    tom = gather(slug).tom
    reference = a_case(tom)
    found = actions.add_note(tom.actor, reference, NoteDetails("The kitchen.", bears_on="none"))
    assert isinstance(found, NotRecorded)
    assert found.reminds != refused
    assert not Item.objects.exists()
    assert Event.objects.filter(act="recording_refused").exists() == refused


def test_a_note_refused_comes_back_whole_under_the_answer(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    tom = gather("coventry").tom
    reference = a_case(tom)
    client = sign_in(tom)
    sent = {**NOTE, "text": "The state of the kitchen.", "provided_by": "staff", "bears_on": "none"}
    answer = send(client, f"/cases/{reference}/notes/new/", **sent)
    page = " ".join(text(answer).split())
    assert 'data-outcome="refuse"' in page
    assert 'data-clause="CV-PRACTICAL-06a"' in page or "CV-PRACTICAL-06a" in page
    assert "The state of the kitchen." in page
    assert '<details class="govuk-details" open>' in page
    again = send(client, f"/cases/{reference}/notes/new/", **{**sent, "bears_on": "main"})
    assert again.status_code == 302


def test_what_need_not_be_written_is_thought_about_first(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    tom = gather("blackburn-with-darwen").tom
    reference = a_case(tom)
    client = sign_in(tom)
    sent = {**NOTE, "bears_on": "none"}
    first = send(client, f"/cases/{reference}/notes/new/", **sent)
    assert "I have left out what the work does not need" in text(first)
    assert not Item.objects.exists()
    assert send(client, f"/cases/{reference}/notes/new/", **sent, left_out="on").status_code == 302


def test_a_marked_note_opens_to_its_own_need_and_to_no_other(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    first = a_note(cast.tom, reference, "A caution in March.", sensitivity="criminal_record")
    second = a_note(cast.tom, reference, "And another.", sensitivity="criminal_record")
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/"))
    assert "A caution" not in page
    assert f"/cases/{reference}/items/{first}/need/" in page
    assert client.get(f"/cases/{reference}/notes/{first}/").status_code == 404

    path = f"/cases/{reference}/items/{first}/need/"
    assert client.get(path).status_code == 200
    assert send(client, path, words="").status_code == 200
    send(client, path, words="Preparing the hearing")
    page = text(client.get(f"/cases/{reference}/"))
    assert "A caution in March." in page
    assert "And another." not in page
    assert f"/cases/{reference}/items/{second}/need/" in page
    assert "Preparing the hearing" in text(client.get(f"/cases/{reference}/looks/"))
    assert client.get(path).status_code == 404


def test_every_kind_that_has_a_screen_is_asked() -> None:
    """What no screen writes is asked from the command line alone: a changed decision, a note on paper."""
    asked = {anonymous_facts(shows=False).kind}
    asked |= {
        note_facts(provided_by=who, relevant=True, urged=urged).kind
        for who in ("parent", "staff")
        for urged in (True, False)
    }
    asked |= {consent_facts(asks=asks, theirs=True, needed=True, named=True).kind for asks in (True, False)}
    kinds = set(get_args(get_type_hints(MayRecord)["kind"]))
    assert kinds - asked == {"decision_edit", "paper_note"}


def test_a_need_is_for_whoever_may_open_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item: UUID = a_note(cast.tom, reference, sensitivity="criminal_record")
    plain: UUID = a_note(cast.tom, reference)
    ewa, tom = sign_in(cast.ewa), sign_in(cast.tom)
    assert send(ewa, f"/cases/{reference}/items/{item}/need/", words="x").status_code == 404
    assert send(tom, f"/cases/{reference}/items/{plain}/need/", words="x").status_code == 404
    assert not Event.objects.filter(act="item_need_given").exists()


def test_marked_items_are_never_chosen_for_the_worker(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    marked = a_note(cast.tom, reference, "Marked.", in_confidence=True)
    plain = a_note(cast.tom, reference, "Plain.")
    client = sign_in(cast.tom)
    for item, chosen in ((marked, False), (plain, True)):
        page = " ".join(text(client.get(f"/cases/{reference}/share/?item={item}")).split())
        assert (f'value="{item}" checked' in page) == chosen

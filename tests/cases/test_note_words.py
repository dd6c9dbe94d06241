"""Who told us, what it bears on, what is done with it: what the note's form works out and what it asks openly."""

from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from inconfidence import codes
from inconfidence.cases import actions
from inconfidence.cases.actions import CallDetails, ChildDetails, NamedCaller
from inconfidence.cases.forms.notes import remind_on
from inconfidence.cases.models import Item
from inconfidence.cases.queries.due_words import beginning
from inconfidence.duties.models import Duty
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_note_pages import a_note, history
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
NOTE = {"text": "Rang about Monday.", "method": "phone", "direction": "in"}
OWN: dict[str, Any] = {"child": ChildDetails(is_the_person=True), "relationship": "self"}
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "told_by"),
    [
        ({"with_whom": "parent_carer"}, "parent"),
        ({"with_whom": "professional"}, "professional"),
        ({"with_whom": "child"}, "child"),
        ({"with_whom": "other_family"}, "relative"),
        ({"with_whom": "unknown"}, "unknown"),
        ({"with_whom": "professional", "provided_by": "school"}, "school"),
        ({"with_whom": "parent_carer", "method": "no_contact"}, "staff"),
    ],
)
def test_who_told_us_follows_with_whom_until_somebody_says(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], told_by: str
) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/notes/new/", **NOTE | typed)
    said = history(cast.tom, reference, Item.objects.get().id).typed
    assert said["provided_by"] == told_by
    for path in ("", f"notes/{Item.objects.get().id}/"):
        assert from_whom(told_by) in text(client.get(f"/cases/{reference}/{path}"))


def from_whom(told_by: str) -> str:
    """Who told us, as the timeline and the note's own page always say it."""
    if told_by == "unknown":
        return "say from whom it came"
    label = codes.label("provided_by", told_by)
    return "Our own observation or advice" if told_by == "staff" else f"From: {label}"


@pytest.mark.parametrize(
    ("with_whom", "told_by"),
    [("parent_carer", "relative"), ("young_person", "young_person"), ("child", "young_person")],
)
def test_on_a_young_persons_own_case_a_parent_is_somebody_else(
    cast: Cast, sign_in: SignIn, with_whom: str, told_by: str
) -> None:
    """What a parent says there is not the young person's own word, and goes nowhere as if it were."""
    reference = a_case(cast.tom, **OWN)
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/"
    assert '<option value="young_person" selected>' in " ".join(text(client.get(f"{path}new/")).split())
    send(client, f"{path}new/", **NOTE, with_whom=with_whom)
    item = Item.objects.get().id
    assert history(cast.tom, reference, item).typed["provided_by"] == told_by
    change = " ".join(text(client.get(f"{path}{item}/change/")).split())
    assert '<option value="" selected>Whoever it was with' in change


@pytest.mark.parametrize(
    ("rang", "changes", "told_by"),
    [
        ("mother", {}, "parent"),
        ("unknown", {}, "parent"),
        ("self", OWN, "young_person"),
        ("unknown", OWN, "young_person"),
        ("mother", OWN, "relative"),
        ("father", {}, "relative"),
        ("professional", {}, "professional"),
    ],
)
def test_the_first_note_is_the_callers_word(
    cast: Cast, rang: str, changes: dict[str, Any], told_by: str
) -> None:
    """Marta's case is of a mother: what a father, a school or her own child said before it was opened is not hers."""
    caller = NamedCaller("Marta Oyelaran", phone="07700 900 123", caller=rang)
    call = CallDetails(("transport",), "Asked about the taxi.", named=caller)
    enquiry = actions.take_call(cast.tom.actor, call)
    assert isinstance(enquiry, UUID)
    reference = a_case(cast.tom, enquiry_id=enquiry, **changes)
    assert history(cast.tom, reference, Item.objects.get().id).typed["provided_by"] == told_by


def test_changed_with_whom_it_was_who_told_us_changes_along(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_note(cast.tom, reference)
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/{item}/change/"
    assert '<option value="" selected>Whoever it was with' in " ".join(text(client.get(path)).split())
    send(client, path, **NOTE | {"with_whom": "professional", "provided_by": "", "version": "1"})
    assert history(cast.tom, reference, item).typed["provided_by"] == "professional"


def test_a_note_of_our_own_is_with_nobody(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    sent = NOTE | {"method": "no_contact", "with_whom": "parent_carer", "minutes": "10"}
    send(sign_in(cast.tom), f"/cases/{reference}/notes/new/", **sent)
    (version,) = history(cast.tom, reference, Item.objects.get().id).versions
    assert (version.heading, version.minutes) == ("No contact: a note of our own", None)


def test_an_observation_says_openly_what_it_bears_on(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    tom = gather("coventry").tom
    reference, client = a_case(tom), sign_in(tom)
    path = f"/cases/{reference}/notes/new/"
    seen = NOTE | {"with_whom": "parent_carer", "provided_by": "staff"}
    asked = text(send(client, path, **seen))
    assert "Choose what our own observation bears on" in asked
    assert '<details class="govuk-details" open>' in asked
    assert not Item.objects.exists()
    assert send(client, path, **seen, bears_on="main").status_code == 302


def test_a_yes_that_has_saved_nothing_does_not_look_like_one(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    tom = gather("blackburn-with-darwen").tom
    reference = a_case(tom)
    page = text(send(sign_in(tom), f"/cases/{reference}/notes/new/", **NOTE, bears_on="none"))
    assert page.index("Not saved yet") < page.index("What the policy says") < page.index("data-outcome")


def test_adding_a_note_from_the_case_offers_what_is_due_on_it(cast: Cast, sign_in: SignIn) -> None:
    reference, other = a_case(cast.tom), a_case(cast.tom, "Ines")
    for each in (reference, other):
        a_note(cast.tom, each, remind_on=TODAY, next_step=f"Ring back about {each}")
    mine, theirs = (Duty.objects.get(reference=each) for each in (reference, other))
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/new/"
    page = text(client.get(path))
    assert f"Ring back about {reference}, due Friday 20 November 2026" in page
    assert other not in page

    send(client, path, **NOTE, done_too=[str(mine.id), str(theirs.id)])
    assert send(client, path, **NOTE, done_too="no id").status_code == 200
    for duty in (mine, theirs):
        duty.refresh_from_db()
    assert (mine.state, theirs.state) == ("done", "open")


def test_the_head_says_the_next_step_and_the_childs_name(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    a_note(cast.tom, reference, remind_on=TODAY, next_step="Ring the school")
    a_note(
        cast.tom, reference, "The caution.", sensitivity="criminal_record", remind_on=TODAY, next_step="Hush"
    )
    page = unescape(" ".join(text(sign_in(cast.tom).get(f"/cases/{reference}/people/")).split()))
    assert "Marta Oyelaran, about Sam" in page
    assert "Ring the school, by Friday 20 November 2026" in page
    assert "Hush" not in page


def test_a_reminder_without_words_borrows_the_beginning_of_its_note(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    a_note(cast.tom, reference, "She waits for the letter from school.", remind_on=TODAY)
    a_note(cast.tom, reference, "What she said of him.", in_confidence=True, remind_on=TODAY)
    day = text(sign_in(cast.tom).get("/"))
    assert "She waits for the letter from school." in day
    assert "What she said of him." not in day
    assert beginning("x" * 40 + " " + "y" * 40) == "x" * 40 + " …"


def test_logging_from_the_day_starts_with_us(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client, path = sign_in(cast.tom), f"/cases/{reference}/notes/new/"
    for tail, direction in (("", "in"), ("?due=", "out")):
        page = " ".join(text(client.get(path + tail)).split())
        assert f'name="direction" type="radio" value="{direction}" checked' in page


def test_trying_is_said_in_the_timeline(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    a_note(cast.tom, reference, direction="attempted")
    assert "Tried, not reached: phone call to parent or carer" in text(
        sign_in(cast.tom).get(f"/cases/{reference}/")
    )


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2026, 11, 19), 20), (TODAY, 23), (date(2026, 11, 21), 23), (date(2026, 11, 22), 23)],
)
def test_the_next_working_day_is_no_weekend(today: date, due: int) -> None:
    assert remind_on(today, "tomorrow", None) == date(2026, 11, due)

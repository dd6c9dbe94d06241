"""What was written on paper, entered later: its own day and time beside the day of entry, and days counted from it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails, NamedCaller, NoteDetails
from inconfidence.cases.queries.happened import entered, moment_words
from inconfidence.duties.queries import due_for
from inconfidence.team.actor import LONDON
from tests.cases.browser import text
from tests.cases.family import a_case, marta
from tests.cases.test_note_pages import NOTE, a_note, history
from tests.cast import Cast, Person
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
SLUGS = ("bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham")
WEDNESDAY = date(2026, 11, 18)
ON_PAPER = {"happened_on_day": "18", "happened_on_month": "11", "happened_on_year": "2026"}
CALL = {
    "note": "How does an appeal work?",
    "issue": "tribunal_sen",
    "method": "phone",
    "caller_kind": "anonymous",
}


def sent(client: Client, address: str, **typed: Any) -> str:
    return text(client.post(address, typed | {"once": str(uuid4())}, follow=True))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_call_keeps_the_day_and_the_time_it_truly_was(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str
) -> None:
    page = sent(sign_in(gather(slug).tom), "/calls/new/", **CALL, **ON_PAPER, happened_at="10.15")

    assert "Wednesday 18 November 2026 at 10:15am" in page
    assert "Entered" in page
    assert "Friday 20 November 2026" in page


def test_a_call_of_today_names_no_day_of_entry(cast: Cast, sign_in: SignIn) -> None:
    page = sent(sign_in(cast.tom), "/calls/new/", **CALL)

    assert "Friday 20 November 2026" in page
    assert "Entered" not in page


@pytest.mark.parametrize(
    ("remind", "on", "due"),
    [
        ("week", {}, date(2026, 11, 25)),
        ("tomorrow", {}, date(2026, 11, 20)),
        ("two_weeks", {"happened_on_day": "5"}, date(2026, 11, 20)),
        (
            "day",
            {"remind_on_day": "27", "remind_on_month": "11", "remind_on_year": "2026"},
            date(2026, 11, 27),
        ),
    ],
)
def test_the_day_of_a_reminder_counts_from_the_true_day_and_has_never_passed(
    cast: Cast, sign_in: SignIn, remind: str, on: dict[str, str], due: date
) -> None:
    sent(
        sign_in(cast.tom),
        "/calls/new/",
        **{**CALL, **ON_PAPER, "next_step": "Ring back", "remind": remind, **on},
    )

    assert [duty.due_on for duty in due_for(cast.tom.actor, until=date(2026, 12, 31))] == [due]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"happened_at": "23:59"}, "This time has not come yet: check the time and the day"),
        ({**ON_PAPER, "happened_on_day": "21"}, "This day has not come yet: check the date"),
        ({**ON_PAPER, "happened_at": "quarter past"}, "Enter a time like 10:15 or 2:30pm"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], told: str
) -> None:
    page = sent(sign_in(cast.tom), "/calls/new/", **{**CALL, **typed})

    assert told in page
    assert CALL["note"] in page
    assert queries.enquiries(cast.tom.actor) == []


def test_a_note_entered_later_stands_on_its_own_day_with_the_day_of_entry_beside_it(
    cast: Cast, sign_in: SignIn
) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    a_note(cast.tom, reference, "Rang today.")
    page = sent(client, f"/cases/{reference}/notes/new/", **NOTE, **ON_PAPER, happened_at="2:30pm")

    assert "Wednesday 18 November 2026 at 2:30pm" in page
    assert page.count("entered Friday 20 November 2026") == 1
    assert page.index("Rang today.") < page.index("Rang about Monday.")


def test_its_time_can_be_changed_and_what_it_was_is_kept(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    item = a_note(cast.tom, reference, NOTE["text"], happened_on=WEDNESDAY, happened_at=time(10, 15))
    address = f"/cases/{reference}/notes/{item}/change/"
    assert 'value="10:15"' in text(client.get(address))

    sent(client, address, **NOTE, **ON_PAPER, happened_at="10:45", version="1")
    sent(client, address, **NOTE, **ON_PAPER, happened_at="10:45", version="2")

    assert [version.happened_at for version in history(cast.tom, reference, item).versions] == [
        time(10, 45),
        time(10, 15),
    ]


def test_a_case_opened_from_it_keeps_both_days_and_who_took_the_call(
    cast: Cast, sign_in: SignIn, clock: Clock
) -> None:
    details = CallDetails(
        issues=("transport",),
        note="The taxi does not come.",
        happened_on=WEDNESDAY,
        happened_at=time(10, 15),
        named=NamedCaller("Marta Oyelaran", phone="07700 900 123", caller="mother", responsibility="yes"),
    )
    enquiry = actions.take_call(cast.tom.actor, details)
    assert isinstance(enquiry, UUID)
    clock.forward(days=3)
    reference = actions.open_case(cast.maryam.actor, marta(enquiry_id=enquiry))
    assert isinstance(reference, str)

    page = text(sign_in(cast.maryam).get(f"/cases/{reference}/"))

    assert "Wednesday 18 November 2026 at 10:15am" in page
    assert "entered Friday 20 November 2026" in page
    assert "Tom Aldridge" in page[page.index("at 10:15am") : page.index("entered Friday")]


@pytest.mark.parametrize(("hour", "fits"), [(8, True), (9, True), (10, False)])
def test_a_time_of_today_is_taken_up_to_this_minute(cast: Cast, clock: Clock, hour: int, fits: bool) -> None:
    clock.set(datetime(2026, 11, 20, 9, 0, tzinfo=LONDON))
    details = NoteDetails("Rang.", happened_at=time(hour))
    reference = a_case(cast.tom)
    if fits:
        assert isinstance(actions.add_note(cast.tom.actor, reference, details), UUID)
        return
    with pytest.raises(actions.NotAccepted):
        actions.add_note(cast.tom.actor, reference, details)


def test_midnight_stands_for_a_time_that_nobody_knows() -> None:
    day = datetime(2026, 11, 18, tzinfo=LONDON)
    assert moment_words(None) == ""
    assert moment_words(day) == "Wednesday 18 November 2026"
    assert moment_words(day + timedelta(hours=14, minutes=5)) == "Wednesday 18 November 2026 at 2:05pm"


@pytest.mark.parametrize(("hour", "said"), [(23, ""), (24, "Thursday 19 November 2026")])
def test_the_day_of_entry_is_named_once_it_is_another_day(hour: int, said: str) -> None:
    at = datetime(2026, 11, 18, tzinfo=LONDON) + timedelta(hours=hour)
    assert entered(WEDNESDAY, at) == said

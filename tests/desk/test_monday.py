"""A full day: as many questions to the database with forty cases as with four; lines that move, and what went quiet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from inconfidence.audit.models import Event
from inconfidence.cases import actions
from inconfidence.cases.actions import MeetingDetails, NoteDetails
from inconfidence.cases.models import Item
from inconfidence.cases.queries import case_list
from inconfidence.desk.queries import my_day
from inconfidence.duties.actions import owe
from inconfidence.duties.models import Duty
from tests.cases.browser import send
from tests.cases.family import MARTA, a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
MOVE = "/duties/move/"


def reminded(who: Person, reference: str, in_days: int = 0, step: str = "Ring about the draft") -> Duty:
    """A reminder from a note, so many days from today."""
    note = NoteDetails("She rang.", next_step=step, remind_on=TODAY + timedelta(days=in_days))
    item = actions.add_note(who.actor, reference, note)
    assert isinstance(item, UUID)
    return Duty.objects.get(about=item)


def counted(who: Person) -> int:
    my_day(who.actor)
    with CaptureQueriesContext(connection) as asked:
        my_day(who.actor)
    return len(asked)


def test_a_line_says_whom_to_ring_when_how_and_what_for(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    duty = reminded(cast.tom, reference)

    day = words(page_of(sign_in(cast.tom), "/"))

    for said in ("Must be today", "Marta Oyelaran", "about Sam", "07700 900 123", "Ring mobile only, 10–2"):
        assert said in day
    assert "Ring about the draft" in day
    assert f"/cases/{reference}/notes/new/?due={duty.id}" in day


def test_no_number_stands_beside_a_name_that_must_not_be_rung(cast: Cast) -> None:
    card = replace(MARTA.card, safe=replace(MARTA.card.safe, ok_to_ring="no"))
    reference = actions.open_case(cast.tom.actor, replace(MARTA, card=card))
    assert isinstance(reference, str)
    reminded(cast.tom, reference)
    (line,) = my_day(cast.tom.actor).groups[0].lines
    assert line.whom.phone == ""
    assert line.whom.safe.startswith("Do not ring.")


def test_forty_cases_cost_no_more_questions_than_four(cast: Cast, clock: Clock) -> None:
    for number in range(4):
        reminded(cast.tom, a_case(cast.tom, f"Family {number}"), number)
        a_case(cast.tom, f"Quiet family {number}", opened_on=TODAY - timedelta(days=60))
    few = counted(cast.tom)
    for number in range(18):
        reminded(cast.tom, a_case(cast.tom, f"Household {number}"), number % 5)
        a_case(cast.tom, f"Quiet household {number}", opened_on=TODAY - timedelta(days=60))
    many = counted(cast.tom)

    day = my_day(cast.tom.actor)
    assert len(day.quiet.lines) == 15
    assert day.quiet.more == 7
    assert many <= few
    assert many <= 24


@pytest.mark.parametrize(("days", "quiet"), [(27, False), (28, True), (29, True)])
def test_quiet_begins_on_the_twenty_eighth_day(cast: Cast, days: int, quiet: bool) -> None:
    reference = a_case(cast.tom, opened_on=TODAY - timedelta(days=90))
    actions.add_note(cast.tom.actor, reference, NoteDetails("x", happened_on=TODAY - timedelta(days=days)))
    assert my_day(cast.tom.actor).quiet.lines == (), "it was written today"
    Item.objects.update(recorded_at=F("recorded_at") - timedelta(days=days))
    assert [line.reference for line in my_day(cast.tom.actor).quiet.lines] == ([reference] if quiet else [])


def test_a_colleagues_quiet_case_and_one_that_is_on_the_list_already_are_not_quiet(cast: Cast) -> None:
    reference = a_case(cast.tom, opened_on=TODAY - timedelta(days=90))
    assert my_day(cast.ewa.actor).quiet.lines == ()
    assert my_day(cast.maryam.actor).quiet.lines == ()
    owe(cast.tom.actor, "tell_lead", "case", uuid4(), TODAY, owed_by=cast.tom.id, reference=reference)
    assert my_day(cast.tom.actor).quiet.lines == ()


def test_what_has_no_day_or_lies_far_ahead_or_far_back_does_not_hide_a_quiet_case(cast: Cast) -> None:
    reference = a_case(cast.tom, opened_on=TODAY - timedelta(days=90))
    for day in (None, TODAY - timedelta(days=40), TODAY + timedelta(days=60)):
        owe(cast.tom.actor, "tell_lead", "case", uuid4(), day, owed_by=cast.tom.id, reference=reference)
    actions.add_note(cast.tom.actor, reference, NoteDetails("x"))
    ahead, long_ago = TODAY + timedelta(days=60), F("recorded_at") - timedelta(days=60)
    Item.objects.update(happened_on=ahead, recorded_at=long_ago)
    assert [line.reference for line in my_day(cast.tom.actor).quiet.lines] == [reference]
    assert [row.quiet_since for row in case_list(cast.tom.actor)] == [TODAY - timedelta(days=60)]


def test_the_form_that_is_waited_for_can_be_said_to_be_back(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    tom = gather("rotherham").tom
    reference = a_case(tom, form_given_on=TODAY)
    page = page_of(sign_in(tom), "/")
    assert f'href="/cases/{reference}/form/new/"' in page.content.decode()


def test_the_day_says_which_meeting(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    tom = gather("bath-and-north-east-somerset").tom
    reference = a_case(tom)
    meeting = MeetingDetails(
        day=TODAY + timedelta(days=3),
        start=time(10),
        end=time(11),
        place="Town library",
        prepare="Read the plan",
    )
    added = actions.add_meeting(tom.actor, reference, meeting)
    assert isinstance(added, actions.MeetingSaved), added
    client = sign_in(tom)
    for page in ("/", f"/cases/{reference}/"):
        said = words(page_of(client, page))
        assert "Meeting on Monday 23 November 2026" in said
        assert "Town library: Read the plan" in said


def test_show_all_shows_the_rest(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    for number in range(17):
        reminded(cast.tom, reference, step=f"Step {number:02}.")
    client = sign_in(cast.tom)
    assert "And 2 more" in words(page_of(client, "/"))
    whole = words(page_of(client, "/?all=today"))
    assert all(f"Step {number:02}." in whole for number in range(17))


def test_several_move_to_another_day_at_once(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    moved = [reminded(cast.tom, reference) for _ in range(3)]
    stays = reminded(cast.tom, reference)
    answer = send(sign_in(cast.tom), MOVE, duty=[str(each.id) for each in moved], to="monday")
    assert answer["Location"] == "/"
    assert {Duty.objects.get(id=each.id).due_on for each in moved} == {date(2026, 11, 23)}
    assert Duty.objects.get(id=stays.id).due_on == TODAY
    (event,) = Event.objects.filter(act="duties_moved")
    assert event.actor_id == cast.tom.id


def test_what_the_policy_set_a_day_for_does_not_move(cast: Cast, sign_in: SignIn) -> None:
    duty: UUID = owe(
        cast.tom.actor, "tell_lead", "case", uuid4(), TODAY, owed_by=cast.tom.id, reference="2222-2222"
    )
    theirs = reminded(cast.ewa, a_case(cast.ewa))
    send(sign_in(cast.tom), MOVE, duty=[str(duty), str(theirs.id)], to="week")
    assert {each.due_on for each in Duty.objects.filter(id__in=[duty, theirs.id])} == {TODAY}
    assert not Event.objects.filter(act="duties_moved").exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"to": "week"}, "Tick the lines that are to move"),
        ({"to": "day", "duty": "DUTY"}, "Enter the day"),
        ({"to": "day", "duty": "DUTY", "on_day": "19", "on_month": "11", "on_year": "2026"}, "has passed"),
        (
            {"to": "day", "duty": "DUTY", "on_day": "19", "on_month": "11", "on_year": "2062"},
            "Check the year",
        ),
        ({"to": "week", "duty": "nonsense"}, "Tick the lines that are to move"),
        ({"to": "never", "duty": "DUTY"}, "Choose one of the answers shown"),
    ],
)
def test_a_move_that_does_not_fit_is_one_sentence_on_the_same_day(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], says: str
) -> None:
    duty = reminded(cast.tom, a_case(cast.tom))
    sent = {name: value.replace("DUTY", str(duty.id)) for name, value in typed.items()}
    answer = send(sign_in(cast.tom), MOVE, **sent)
    assert answer.status_code == 200
    assert says in words(answer)
    if str(duty.id) in sent.values():
        assert f'value="{duty.id}" checked' in " ".join(words(answer).split())
    assert Duty.objects.get(id=duty.id).due_on == TODAY


def test_a_reminder_passes_to_the_leads_when_its_worker_leaves_the_case(cast: Cast) -> None:
    reference = a_case(cast.tom)
    duty = reminded(cast.tom, reference)
    actions.end_allocation(cast.maryam.actor, reference, cast.tom.id)
    duty.refresh_from_db()
    assert (duty.owed_by_id, duty.owed_by_role) == (None, "leads")
    assert "Ring about the draft" in [line.step for line in my_day(cast.maryam.actor).groups[0].lines]


def test_a_volunteers_day_is_their_own(cast: Cast, sign_in: SignIn) -> None:
    reminded(cast.tom, a_case(cast.tom))
    assert "Marta" not in words(page_of(sign_in(cast.vik), "/"))

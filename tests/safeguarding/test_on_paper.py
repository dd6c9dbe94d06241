"""A concern that was written on paper first counts from the day it was, and is taken whatever stands in that field."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from inconfidence.duties.queries import due_for
from inconfidence.safeguarding import actions, queries
from inconfidence.safeguarding.facts import dated_words
from inconfidence.safeguarding.models import Concern, Entry
from inconfidence.team.actor import LONDON
from inconfidence.vault import spool
from inconfidence.vault.groups import Group
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words
from tests.safeguarding.test_where_it_goes import SAID, note, raised

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]
SLUGS = ("bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham")
WEDNESDAY = {
    "happened_on_day": "18",
    "happened_on_month": "11",
    "happened_on_year": "2026",
    "happened_at": "10:15",
}
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=LONDON)


def due(person: Person, kind: str) -> list[date | None]:
    return [duty.due_on for duty in due_for(person.actor) if duty.kind == kind]


@pytest.mark.parametrize("slug", SLUGS)
def test_it_counts_from_its_own_day_in_every_service(gather: Gather, sign_in: SignIn, slug: str) -> None:
    cast = gather(slug)
    concern = raised(sign_in(cast.tom), whom="child", belief="believed", **WEDNESDAY)
    lead = sign_in(cast.maryam)

    page = words(page_of(lead, f"/concerns/{concern}/"))

    assert "It was written on paper first: Wednesday 18 November 2026 at 10:15am." in page
    assert "Wednesday 18 November 2026 at 10:15am, entered Friday 20 November 2026" in page
    assert "Believed on Wednesday 18 November 2026, and not passed on." in page
    assert "Written on paper first: Wednesday 18 November 2026" in words(page_of(lead, "/concerns/"))
    assert due(cast.maryam, "read_concern") == [date(2026, 11, 18)]
    assert due(cast.tom, "tell_hearers") == [date(2026, 11, 18)]


def test_who_was_told_on_that_day_heard_it_on_that_day(gather: Gather, sign_in: SignIn) -> None:
    cast = gather("coventry")
    tom = sign_in(cast.tom)
    concern = raised(tom, whom="child", belief="believed", **WEDNESDAY)
    note(
        tom, concern, told=["social_care"], what="What the child said", **WEDNESDAY | {"happened_at": "11am"}
    )

    row = Concern.objects.get(id=concern)

    assert (row.believed_on, row.passed_on) == (date(2026, 11, 18), date(2026, 11, 18))
    page = words(page_of(tom, f"/concerns/{concern}/"))
    assert "Wednesday 18 November 2026 at 11am, entered Friday 20 November 2026" in page


def test_the_latest_word_is_the_one_that_was_said_last_and_not_the_one_entered_last(
    gather: Gather, sign_in: SignIn, wall_clock: Clock
) -> None:
    cast = gather("rotherham")
    concern = raised(sign_in(cast.tom), whom="adult", belief="wondering")
    wall_clock.forward(days=1)
    tom = sign_in(cast.tom)
    note(tom, concern, belief="believed", reasons="He said it again.")
    note(tom, concern, belief="wondering", **WEDNESDAY)

    assert Concern.objects.get(id=concern).believed_on == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({**WEDNESDAY, "happened_on_year": "2027"}, "Check the day and the time"),
        ({**WEDNESDAY, "happened_on_year": "2006"}, "Check the day and the time"),
        ({**WEDNESDAY, "happened_on_month": "13"}, "Enter a real date"),
    ],
)
def test_a_note_with_a_day_that_cannot_be_is_shown_again(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], told: str
) -> None:
    tom = sign_in(cast.tom)
    concern = raised(tom)
    page = words(note(tom, concern, checked="She meant it.", **typed))

    assert told in page
    assert "She meant it." in page
    assert Entry.objects.count() == 1


def test_a_note_of_today_may_name_its_time_alone(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    concern = raised(tom)
    note(tom, concern, checked="She meant it.", happened_at="00:30")

    assert Entry.objects.exclude(happened_at=None).get().happened_at == NOW.replace(hour=0, minute=30)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"happened_on_day": "35"}, "When it was: 35"),
        ({"happened_at": "quarter past"}, "When it was: quarter past"),
        ({**WEDNESDAY, "happened_on_year": "2027"}, "When it was: 18 11 2027 10:15"),
    ],
)
def test_a_concern_is_never_refused_for_its_day(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], kept: str
) -> None:
    raised(sign_in(cast.tom), **typed)

    (row,) = queries.concerns(cast.maryam.actor)
    page = queries.concern(cast.maryam.actor, row.id)

    assert page is not None
    assert page.words == f"{SAID}\n\n{kept}"
    assert row.happened == ""


@pytest.mark.parametrize(
    ("back", "counts"),
    [
        (timedelta(0), True),
        (timedelta(minutes=-1), False),
        (timedelta(days=729), True),
        (timedelta(days=730), False),
    ],
)
def test_a_day_counts_from_two_years_back_to_this_minute(back: timedelta, counts: bool) -> None:
    at = NOW - back
    typed = {
        "words": SAID,
        "happened_on_day": str(at.day),
        "happened_on_month": str(at.month),
        "happened_on_year": str(at.year),
        "happened_at": f"{at:%H:%M}",
    }
    assert dated_words(typed, NOW)[1] == (at if counts else None)


def test_one_that_waited_in_the_spool_keeps_its_day(cast: Cast, clock: Clock) -> None:
    fields = {"words": [SAID], "whom": ["child"], "belief": ["believed"]}
    fields |= {name: [typed] for name, typed in WEDNESDAY.items()}
    spool.keep_for_group(
        cast.tom.actor.service_id,
        Group.leads,
        {"fields": fields, "person": str(cast.tom.id), "at": clock().isoformat()},
    )

    assert actions.deliver_waiting(cast.maryam.actor) == 1
    row = Concern.objects.get()
    assert row.happened_at == datetime(2026, 11, 18, 10, 15, tzinfo=LONDON)
    assert row.believed_on == date(2026, 11, 18)


def test_the_page_offers_both_days_in_words(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.vik)
    page = words(page_of(client, "/concern/"))

    assert 'name="happened_on_day"' in page
    assert "for what was written on paper first" in page

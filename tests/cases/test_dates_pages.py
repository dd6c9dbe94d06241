"""The dates page: three presses to a date with its working; on a case it is kept, with a note and a reminder."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.actions.dates import keep_dates
from inconfidence.cases.models import Item
from inconfidence.cases.queries.dates import FOLLOWS, TITLES, Came, NotWorkedOut, as_shown, dates_due
from inconfidence.duties.models import Duty
from inconfidence.policy.clocks import FAMILIES
from inconfidence.web.wording import plain_date
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def day(name: str, of: date) -> dict[str, str]:
    return {f"{name}_day": str(of.day), f"{name}_month": str(of.month), f"{name}_year": str(of.year)}


def see(client: Client, path: str, came: str, on: date, **more: Any) -> Any:
    return send(client, path, came=came, press="see", **day("on", on), **more)


def keep(client: Client, reference: str, came: Came, *names: str, shown: str = "", once: str = "") -> Any:
    return send(
        client,
        f"/cases/{reference}/dates/",
        once,
        came=came.what,
        press="keep",
        keep=list(names),
        shown=shown,
        **day("on", came.on),
    )


def shown(who: Person, came: Came) -> str:
    found = dates_due(who.actor, came)
    assert not isinstance(found, NotWorkedOut)
    return as_shown(found)


def test_every_clock_of_families_can_be_reached_and_has_a_title() -> None:
    assert sorted(name for names in FOLLOWS.values() for name in names) == sorted(FAMILIES)
    assert set(TITLES) == set(FAMILIES)


def test_anybody_signed_in_works_out_an_appeal(cast: Cast, sign_in: SignIn) -> None:
    before = Event.objects.count(), Duty.objects.count(), Item.objects.count()
    client = sign_in(cast.vik)
    page = text(see(client, "/dates/", "letter", date(2026, 9, 18), **day("certificate", date(2026, 11, 6))))
    assert "Sunday 6 December 2026" in page
    assert "govuk-warning-text" not in page
    assert "The later of the two counts" in page
    assert "Check the letter: it may give another date" in page
    assert page.count("not legal advice") == 1
    assert (Event.objects.count(), Duty.objects.count(), Item.objects.count())[1:] == before[1:]


def test_a_day_that_has_passed_is_none_to_aim_for(cast: Cast) -> None:
    coming, over = (
        dates_due(cast.tom.actor, Came("letter", on)) for on in (date(2026, 11, 20), date(2026, 7, 1))
    )
    assert not isinstance(coming, NotWorkedOut)
    assert not isinstance(over, NotWorkedOut)
    assert "Aim for" in " ".join(coming[0].working)
    assert over[0].passed
    assert "Aim for" not in " ".join(over[0].working)


def test_a_request_gives_its_three_dates(cast: Cast, sign_in: SignIn) -> None:
    page = text(see(sign_in(cast.tom), "/dates/", "request", date(2026, 11, 20)))
    for due in ("Friday 1 January 2027", "Friday 12 March 2027", "Friday 9 April 2027"):
        assert due in page


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"came": "letter"}, "Enter the date"),
        (day("on", date(2026, 11, 20)), "Choose what came"),
        ({"came": "letter", **day("on", date(1900, 1, 1))}, "check the year"),
        ({"came": "birth", **day("on", date(2090, 1, 1))}, "lies in the past"),
        (
            {"came": "letter", **day("on", date(2026, 11, 20)), **day("certificate", date(2026, 11, 1))},
            "older than the letter",
        ),
        (
            {"came": "letter", **day("on", date(2026, 11, 20)), **day("certificate", date(2026, 11, 21))},
            "A certificate cannot be dated in the future",
        ),
        ({"came": "letter", **day("on", date(2027, 11, 20))}, "A letter cannot be dated in the future"),
        ({"came": "request", **day("on", date(2026, 11, 21))}, "The council cannot have got it on a day"),
        ({"came": "draft", **day("on", date(2026, 11, 21))}, "A draft cannot have come on a day in the"),
        ({"came": "meeting", **day("on", date(2027, 11, 23))}, "arranged for the next year at most"),
        ({"came": "letter", **day("on", date(1850, 11, 20))}, "Check the year: it must be between 1900 and"),
        (
            {"came": "letter", **day("on", date(2026, 11, 20)), **day("certificate", date(1850, 1, 1))},
            "Check the year: it must be between 1900 and",
        ),
        ({"came": "letter", "on_day": "31", "on_month": "2", "on_year": "2026"}, "Enter a real date"),
    ],
)
@pytest.mark.parametrize("on_a_case", [True, False])
def test_what_does_not_fit_is_said_once_and_stays_typed(
    cast: Cast, sign_in: SignIn, on_a_case: bool, fields: dict[str, str], says: str
) -> None:
    path = f"/cases/{a_case(cast.tom)}/dates/" if on_a_case else "/dates/"
    page = text(send(sign_in(cast.tom), path, **fields))
    assert says in page
    assert "The dates</h2>" not in page
    for name, value in fields.items():
        assert name == "came" or f'value="{value}"' in page


@pytest.mark.parametrize("on_a_case", [True, False])
@pytest.mark.parametrize(
    ("came", "on", "says"),
    [
        ("letter", date(2024, 11, 10), "Check the year: Sunday 10 November 2024 is more than two years ago."),
        ("request", date(2016, 11, 20), "Check the year"),
        ("meeting", date(2026, 12, 3), "this meeting has not been yet"),
        ("letter", date(2024, 11, 30), ""),
        ("birth", date(2016, 11, 20), ""),
    ],
)
def test_what_is_likelier_a_slip_of_the_pen_is_said_beside_the_dates(
    cast: Cast, sign_in: SignIn, on_a_case: bool, came: str, on: date, says: str
) -> None:
    path = f"/cases/{a_case(cast.tom)}/dates/" if on_a_case else "/dates/"
    page = text(see(sign_in(cast.tom), path, came, on))
    assert "The dates</h2>" in page
    assert says in page
    assert ("govuk-warning-text" in page) is bool(says)


def test_a_certificate_counts_for_a_letter_only(cast: Cast) -> None:
    with_one = dates_due(cast.tom.actor, Came("draft", date(2026, 11, 20), date(2026, 1, 1)))
    assert with_one == dates_due(cast.tom.actor, Came("draft", date(2026, 11, 20)))
    assert isinstance(dates_due(cast.tom.actor, Came("pigeon", date(2026, 11, 20))), NotWorkedOut)


def test_keeping_writes_a_note_and_two_days_to_be_reminded(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today() - timedelta(days=3))
    client = sign_in(cast.tom)
    offered = text(see(client, f"/cases/{reference}/dates/", came.what, came.on))
    assert "Keep on this case" in offered
    answer = keep(client, reference, came, "appeal", shown=shown(cast.tom, came))
    assert answer["Location"] == f"/cases/{reference}/"

    found = dates_due(cast.tom.actor, came)
    assert not isinstance(found, NotWorkedOut)
    (due,) = found
    note = Item.objects.latest("recorded_at")
    owed = {duty.kind: duty.due_on for duty in Duty.objects.filter(about=note.id)}
    assert owed == {"legal_date": due.on, "reminder": due.target}
    page = text(client.get(f"/cases/{reference}/"))
    assert "Two months after the letter" in page
    assert plain_date(due.on) in page


def test_two_dates_of_a_review_are_two_notes_and_two_duties(cast: Cast) -> None:
    reference = a_case(cast.tom)
    came = Came("meeting", cast.tom.actor.today())
    names = ("review-decision", "amended-plan")
    assert keep_dates(cast.tom.actor, reference, came, names, shown=shown(cast.tom, came)) == 2
    owed = Duty.objects.filter(kind="legal_date").order_by("due_on").values_list("due_on", flat=True)
    assert list(owed) == [came.on + timedelta(weeks=4), came.on + timedelta(weeks=12)]
    assert not Duty.objects.filter(kind="reminder").exists()


def test_a_target_that_has_passed_is_no_reminder(cast: Cast) -> None:
    reference = a_case(cast.tom)
    came = Came("draft", cast.tom.actor.today() - timedelta(days=14))
    assert keep_dates(cast.tom.actor, reference, came, ("draft-comment",), shown=shown(cast.tom, came)) == 1
    assert [duty.kind for duty in Duty.objects.filter(reference=reference, due_on__isnull=False)].count(
        "reminder"
    ) == 0


@pytest.mark.parametrize(
    ("ago", "names", "seen", "field"),
    [
        (3, (), True, "keep"),
        (3, ("plan-final",), True, "keep"),
        (3, ("appeal",), False, "shown"),
        (400, ("appeal",), True, "keep"),
    ],
    ids=["none chosen", "another one", "not what was seen", "passed"],
)
def test_what_cannot_be_kept(cast: Cast, ago: int, names: tuple[str, ...], seen: bool, field: str) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today() - timedelta(days=ago))
    with pytest.raises(NotAccepted) as wrong:
        keep_dates(
            cast.tom.actor,
            reference,
            came,
            names,
            shown=shown(cast.tom, came) if seen else "appeal=2000-01-01",
        )
    assert wrong.value.field == field
    assert not Duty.objects.filter(kind="legal_date").exists()


def test_no_date_can_be_kept_that_cannot_be_worked_out(cast: Cast) -> None:
    with pytest.raises(NotAccepted) as wrong:
        keep_dates(cast.tom.actor, a_case(cast.tom), Came("letter", date(1900, 1, 1)), ("appeal",), shown="")
    assert wrong.value.field == "on"


def test_other_dates_than_were_seen_are_shown_before_they_are_kept(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today())
    page = text(keep(sign_in(cast.tom), reference, came, "appeal", shown="appeal=2026-01-01"))
    assert "The dates below are new" in page
    assert f'value="{shown(cast.tom, came)}"' in page
    assert not Duty.objects.filter(kind="legal_date").exists()


def test_choosing_none_says_so_and_keeps_the_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today())
    page = text(keep(sign_in(cast.tom), reference, came, shown=shown(cast.tom, came)))
    assert "Choose at least one date to keep" in page
    assert "Two months after the letter" in page


def test_keeping_twice_keeps_once(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today())
    once = "0190c000-0000-7000-8000-000000000001"
    client = sign_in(cast.tom)
    for _ in range(2):
        keep(client, reference, came, "appeal", shown=shown(cast.tom, came), once=once)
    assert Duty.objects.filter(kind="legal_date").count() == 1


def test_only_those_on_the_case_have_its_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("letter", cast.tom.actor.today())
    assert sign_in(cast.vik).get(f"/cases/{reference}/dates/").status_code == 404
    assert keep_dates(cast.vik.actor, reference, came, ("appeal",), shown=shown(cast.tom, came)) is None
    lead = sign_in(cast.maryam)
    assert lead.get(f"/cases/{reference}/dates/")["Location"].startswith(f"/cases/{reference}/reason/")


def test_a_date_that_is_near_stands_on_my_day_in_its_own_words(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    came = Came("draft", cast.tom.actor.today() - timedelta(days=12))
    assert keep_dates(cast.tom.actor, reference, came, ("draft-comment",), shown=shown(cast.tom, came)) == 1
    page = text(sign_in(cast.tom).get("/"))
    assert "Time to comment on the draft, at least until: Monday 23 November 2026" in page

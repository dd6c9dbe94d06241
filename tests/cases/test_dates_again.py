"""A bank holiday is added after a date was kept: the date is worked out again, the old one stays, the owner is told."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases.actions import dates_again
from inconfidence.cases.actions.dates import keep_dates
from inconfidence.cases.actions.dates_again import keep_up_with_holidays
from inconfidence.cases.models import Allocation, Item
from inconfidence.cases.queries.dates import Came, NotWorkedOut, as_shown, dates_due
from inconfidence.desk import actions as desk
from inconfidence.duties.actions import move
from inconfidence.duties.models import Duty
from inconfidence.policy.clocks import HOLIDAYS, Off
from tests.cases.browser import text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]

# Two months after the letter lie between Christmas and New Year, so that the date moves to Monday 4 January 2027.
LETTER = Came("letter", date(2026, 10, 27))
KEPT, TARGET = date(2027, 1, 4), date(2026, 12, 21)
ONE_MORE = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [KEPT])
NO_TARGET = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [TARGET])


def keep(who: Person, reference: str, came: Came = LETTER, name: str = "appeal") -> Item:
    """Keep one date on a case; answers its note."""
    found = dates_due(who.actor, came)
    assert not isinstance(found, NotWorkedOut)
    assert keep_dates(who.actor, reference, came, (name,), shown=as_shown(found)) == 1
    return Item.objects.latest("recorded_at", "id")


def owed(item: Item, state: str) -> dict[str, date | None]:
    return dict(Duty.objects.filter(about=item.id, state=state).values_list("kind", "due_on"))


def newest() -> Item:
    """The note of the one date that is owed now."""
    return Item.objects.get(id=Duty.objects.get(kind="legal_date", state="open").about)


def test_the_date_moves_the_old_one_stays_and_the_owner_is_told(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    note = keep(cast.tom, reference)
    assert owed(note, "open") == {"legal_date": KEPT, "reminder": TARGET}
    assert keep_up_with_holidays(cast.tom.actor, ONE_MORE) == 1

    again = newest()
    assert owed(note, "done") == {"legal_date": KEPT, "reminder": TARGET}
    assert owed(again, "open") == {
        "legal_date": date(2027, 1, 5),
        "reminder": date(2026, 12, 22),
        "date_changed": cast.tom.actor.today(),
    }
    assert {duty.owed_by_id for duty in Duty.objects.filter(about=again.id)} == {cast.tom.id}
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/"))
    assert "Last day to appeal: Tuesday 5 January 2027. Before, it was Monday 4 January 2027" in page
    assert page.count("Two months after the letter is Sunday 27 December 2026") == 2
    note.refresh_from_db()
    assert note.version == 1


def test_it_is_in_the_record_of_acts(cast: Cast) -> None:
    note = keep(cast.tom, a_case(cast.tom))
    before = Event.objects.count()
    keep_up_with_holidays(cast.tom.actor, ONE_MORE)
    event = Event.objects.get(act=Act.date_changed)
    assert Event.objects.count() == before + 1
    assert (event.about, event.actor_id) == (note.case_id, cast.tom.id)


def test_the_same_list_changes_nothing_and_a_changed_one_changes_once(cast: Cast) -> None:
    keep(cast.tom, a_case(cast.tom))
    before = Item.objects.count()
    assert keep_up_with_holidays(cast.tom.actor) == 0
    assert Item.objects.count() == before
    assert [keep_up_with_holidays(cast.tom.actor, ONE_MORE) for _ in range(2)] == [1, 0]
    assert Item.objects.count() == before + 1


def test_a_day_taken_off_again_moves_it_back(cast: Cast) -> None:
    keep(cast.tom, a_case(cast.tom))
    keep_up_with_holidays(cast.tom.actor, ONE_MORE)
    assert keep_up_with_holidays(cast.tom.actor, HOLIDAYS) == 1
    assert owed(newest(), "open")["legal_date"] == KEPT


def test_our_own_day_can_move_alone(cast: Cast) -> None:
    keep(cast.tom, a_case(cast.tom))
    assert keep_up_with_holidays(cast.tom.actor, NO_TARGET) == 1
    assert owed(newest(), "open") == {
        "legal_date": KEPT,
        "reminder": date(2026, 12, 18),
        "date_changed": cast.tom.actor.today(),
    }


def test_a_reminder_on_a_day_of_ones_own_stays_there(cast: Cast) -> None:
    note = keep(cast.tom, a_case(cast.tom))
    mine = Duty.objects.get(about=note.id, kind="reminder")
    chosen = cast.tom.actor.today() + timedelta(days=5)
    assert move(cast.tom.actor, [mine.id], chosen) == 1
    keep_up_with_holidays(cast.tom.actor, ONE_MORE)
    assert owed(newest(), "open")["reminder"] == chosen


def test_a_reminder_that_was_ticked_off_does_not_come_back(cast: Cast) -> None:
    note = keep(cast.tom, a_case(cast.tom))
    assert desk.tick_off(cast.tom.actor, Duty.objects.get(about=note.id, kind="reminder").id)
    keep_up_with_holidays(cast.tom.actor, ONE_MORE)
    assert "reminder" not in owed(newest(), "open")


def test_a_certificate_counts_again(cast: Cast) -> None:
    came = Came("letter", date(2026, 9, 10), date(2026, 11, 19))
    moved_off = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [date(2026, 12, 4)])
    note = keep(cast.tom, a_case(cast.tom), came)
    assert owed(note, "open") == {"legal_date": date(2026, 12, 19), "reminder": date(2026, 12, 4)}
    keep_up_with_holidays(cast.tom.actor, moved_off)
    again = owed(newest(), "open")
    assert (again["legal_date"], again["reminder"]) == (date(2026, 12, 19), date(2026, 12, 3))


def test_a_date_that_no_holiday_moves_stays(cast: Cast) -> None:
    came = Came("request", date(2026, 11, 20))
    keep(cast.tom, a_case(cast.tom), came, "assessment-decision")
    everything = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [date(2027, 1, 1), date(2026, 12, 31)])
    assert keep_up_with_holidays(cast.tom.actor, everything) == 0


def test_what_was_ticked_off_is_not_worked_out_again(cast: Cast) -> None:
    note = keep(cast.tom, a_case(cast.tom))
    assert desk.tick_off(cast.tom.actor, Duty.objects.get(about=note.id, kind="legal_date").id)
    assert keep_up_with_holidays(cast.tom.actor, ONE_MORE) == 0


def test_nobody_elses_day_touches_it(cast: Cast) -> None:
    keep(cast.tom, a_case(cast.tom))
    assert keep_up_with_holidays(cast.ewa.actor, ONE_MORE) == 0
    assert keep_up_with_holidays(cast.maryam.actor, ONE_MORE) == 0


def test_who_has_left_the_case_opens_nothing_of_it(cast: Cast) -> None:
    keep(cast.tom, a_case(cast.tom))
    now = cast.tom.actor.now()
    Allocation.objects.filter(person_id=cast.tom.id).update(ended_at=now, ended_by=cast.maryam.id)
    before = Event.objects.count()
    assert keep_up_with_holidays(cast.tom.actor, ONE_MORE) == 0
    assert Event.objects.count() == before


def test_it_happens_when_the_owner_looks_at_their_day(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(cast.tom, a_case(cast.tom))
    monkeypatch.setattr(
        desk, "keep_up_with_holidays", partial(dates_again.keep_up_with_holidays, holidays=ONE_MORE)
    )
    page = text(sign_in(cast.tom).get("/"))
    assert "This date has changed. Last day to appeal: Tuesday 5 January 2027" in page

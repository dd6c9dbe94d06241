"""Bank holidays: two sets, as published, and which dates change when a day is added."""

from datetime import date
from functools import cache

import pytest

from inconfidence.policy.clocks import HOLIDAYS, Changed, Off, Reckoned, Shown, Waiting, changed, reckon
from inconfidence.policy.clocks.days import ENGLAND_AND_WALES, is_working, working_before, working_days_after

ENGLAND, ANYWHERE = HOLIDAYS.of(Off.ENGLAND_AND_WALES), HOLIDAYS.of(Off.ANYWHERE)


def on(text: str) -> date:
    return date.fromisoformat(text)


def days(text: str) -> set[date]:
    return {on(day) for day in text.split()}


def in_year(found: frozenset[date], year: int) -> set[date]:
    return {day for day in found if day.year == year}


@pytest.mark.parametrize(
    ("year", "england", "further"),
    [
        (
            2024,
            "2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26",
            "2024-01-02 2024-03-18 2024-07-12 2024-08-05 2024-12-02",
        ),
        (
            2025,
            "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26",
            "2025-01-02 2025-03-17 2025-07-14 2025-08-04 2025-12-01",
        ),
        (
            2026,
            "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
            "2026-01-02 2026-03-17 2026-06-15 2026-07-13 2026-08-03 2026-11-30",
        ),
        (
            2027,
            "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
            "2027-01-04 2027-03-17 2027-07-12 2027-08-02 2027-11-30",
        ),
        (
            2028,
            "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26",
            "2028-01-04 2028-03-17 2028-07-12 2028-08-07 2028-11-30",
        ),
    ],
)
def test_the_published_list(year: int, england: str, further: str) -> None:
    assert in_year(ENGLAND, year) == days(england)
    assert in_year(ANYWHERE, year) == days(england) | days(further)


def test_the_list_ends_where_it_says() -> None:
    assert (HOLIDAYS.known_from, HOLIDAYS.known_until) == (on("2024-01-01"), on("2028-12-31"))
    assert {day.year for day in ANYWHERE} == {2024, 2025, 2026, 2027, 2028}
    assert all(day.weekday() < 5 for day in ANYWHERE)
    assert ENGLAND < ANYWHERE
    assert ENGLAND_AND_WALES == ENGLAND


def test_a_working_day_in_england_can_be_a_day_off_in_scotland() -> None:
    assert is_working(on("2026-11-30"))
    assert is_working(on("2026-11-30"), ENGLAND)
    assert not is_working(on("2026-11-30"), ANYWHERE)
    assert working_before(on("2026-11-30"), ANYWHERE) == on("2026-11-27")
    assert working_days_after(on("2026-11-27"), 1, ANYWHERE) == on("2026-12-01")
    assert working_days_after(on("2026-11-27"), 1, ENGLAND) == on("2026-11-30")
    assert working_days_after(on("2026-11-29"), 0, ENGLAND) == on("2026-11-29")


def test_an_added_day_leaves_the_list_it_was_added_to_alone() -> None:
    day = on("2026-12-21")
    here, there = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [day]), HOLIDAYS.added(Off.ANYWHERE, [day])
    assert day in here.of(Off.ENGLAND_AND_WALES) & here.of(Off.ANYWHERE) & there.of(Off.ANYWHERE)
    assert day not in there.of(Off.ENGLAND_AND_WALES) | ANYWHERE
    assert (here.known_until, there.known_until) == (HOLIDAYS.known_until, HOLIDAYS.known_until)


def shown(name: str, received: str, events: dict[str, list[date]] | None = None) -> Shown:
    """A date as it was shown by the list of today."""
    found = reckon(name, on(received), events)
    if isinstance(found, Waiting):
        return Shown(name, on(received), None, None, events=events or {})
    return Shown(name, on(received), found.target, found.legal_due, found.legal_due_latest, events or {})


@cache
def kept() -> tuple[Shown, ...]:
    """Dates as they were shown."""
    return (
        shown("subject-access", "2026-11-20"),
        shown("subject-access", "2026-11-18"),
        shown("foi", "2026-11-20"),
        shown("complaint", "2026-11-20"),
        shown("plan-final", "2026-11-20"),
        shown("appeal", "2026-11-07", {"mediation-certificate": [on("2026-12-04")]}),
        shown("subject-access", "2026-11-20", {"identity-asked": [on("2026-11-21")]}),
        shown("subject-access-extended", "2026-11-20"),
    )


def now_due(each: Changed) -> date:
    assert isinstance(each.now, Reckoned)
    return each.now.legal_due


def test_a_day_more_in_england_moves_what_ended_on_it() -> None:
    """Monday 21 December 2026 is the last day of three of these."""
    found = changed(kept(), HOLIDAYS.added(Off.ENGLAND_AND_WALES, [on("2026-12-21")]))
    assert [each.was for each in found] == [kept()[0], kept()[2], kept()[3]]
    assert {each.was.legal_due for each in found} == {on("2026-12-21")}
    assert {now_due(each) for each in found} == {on("2026-12-22")}


def test_a_day_more_in_scotland_moves_freedom_of_information_only() -> None:
    found = changed(kept(), HOLIDAYS.added(Off.ANYWHERE, [on("2026-12-14")]))
    assert [(each.was, now_due(each)) for each in found] == [(kept()[2], on("2026-12-22"))]


def test_our_own_target_can_move_alone() -> None:
    """The letter and the certificate give 7 January; our target is Thursday 24 December, two weeks before it."""
    found = changed(kept(), HOLIDAYS.added(Off.ENGLAND_AND_WALES, [on("2026-12-24")]))
    assert [(each.was, now_due(each)) for each in found] == [(kept()[5], on("2027-01-07"))]
    assert isinstance(found[0].now, Reckoned)
    assert (kept()[5].target, found[0].now.target) == (on("2026-12-24"), on("2026-12-23"))


def test_the_later_reading_can_move_alone() -> None:
    pause = {"clarification-asked": [on("2026-11-05")], "clarified": [on("2026-11-12")]}
    one = shown("subject-access", "2026-11-02", pause)
    found = changed([one], HOLIDAYS.added(Off.ENGLAND_AND_WALES, [on("2026-12-10")]))
    assert [(each.was, now_due(each)) for each in found] == [(one, on("2026-12-09"))]


def test_the_same_list_moves_nothing() -> None:
    assert changed(kept()) == []

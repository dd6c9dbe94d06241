"""What holds of the clocks of requests on every day of receipt of three years, and whatever happens in between."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inconfidence.policy.clocks import HOLIDAYS, BadClock, Off, Reckoned, Waiting, reckon
from inconfidence.policy.clocks.days import is_working

pytestmark = pytest.mark.walk
DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
RECEIPTS = [FIRST + many * DAY for many in range((LAST - FIRST).days + 1)]
COMPLAINTS = [day for day in RECEIPTS if day >= date(2026, 6, 19)]
REQUESTS = ("subject-access", "subject-access-extended", "foi", "foi-40")
OFF = {
    name: HOLIDAYS.of(Off.ANYWHERE if name.startswith("foi") else Off.ENGLAND_AND_WALES)
    for name in (*REQUESTS, "complaint")
}
# How early the last day can lie, by what is counted: a month, three of them, 20 and 40 working days, 30 days.
AT_LEAST = {"subject-access": 28, "subject-access-extended": 89, "foi": 26, "foi-40": 54, "complaint": 30}
Pause = tuple[date, date]


def due(name: str, received: date, events: dict[str, list[date]] | None = None) -> Reckoned:
    found = reckon(name, received, events)
    assert isinstance(found, Reckoned)
    return found


def days_of(name: str) -> list[date]:
    return COMPLAINTS if name == "complaint" else RECEIPTS


def test_three_years_of_receipts() -> None:
    assert len(RECEIPTS) == 1096
    assert RECEIPTS[-1] == LAST


@pytest.mark.parametrize("name", OFF)
def test_on_every_day_of_receipt(name: str) -> None:
    found = {day: due(name, day) for day in days_of(name)}
    assert not [day for day, each in found.items() if not is_working(each.legal_due, OFF[name])]
    assert min((each.legal_due - day).days for day, each in found.items()) == AT_LEAST[name]
    assert all(one.legal_due <= next_one.legal_due for one, next_one in pairwise(found.values()))
    assert all(day < each.target <= each.legal_due for day, each in found.items())
    assert all(each.provisional == (each.legal_due > HOLIDAYS.known_until) for each in found.values())


@pytest.mark.parametrize("name", REQUESTS)
def test_our_own_days_stand_in_order_and_before_the_last(name: str) -> None:
    for received in RECEIPTS:
        found = due(name, received)
        assert found.amber is not None
        assert found.red is not None
        assert received < found.amber < found.target < found.red < found.legal_due


@pytest.mark.parametrize(
    ("base", "longer"), [("subject-access", "subject-access-extended"), ("foi", "foi-40")]
)
def test_an_extension_is_never_shorter(base: str, longer: str) -> None:
    for received in RECEIPTS:
        first, extended = due(base, received), due(longer, received)
        assert extended.legal_due > first.legal_due
        assert due(base, received, {"extended": [first.legal_due]}).legal_due == extended.legal_due
        with pytest.raises(BadClock, match="too late"):
            reckon(base, received, {"extended": [first.legal_due + DAY]})


def test_before_complaints_were_regulated_there_is_no_such_clock() -> None:
    for received in RECEIPTS[: RECEIPTS.index(COMPLAINTS[0])]:
        with pytest.raises(BadClock, match="from Friday 19 June 2026"):
            reckon("complaint", received)


def test_a_month_ends_on_its_day_or_on_the_first_working_day_after_it() -> None:
    """Walked day by day, and not reckoned: from the same day of the next month, or the last of it, to a working day."""
    for received in RECEIPTS:
        day = received + DAY
        while day.month != (received.month % 12) + 1:
            day += DAY
        while day.day != received.day and (day + DAY).month == day.month:
            day += DAY
        while not is_working(day, OFF["subject-access"]):
            day += DAY
        assert due("subject-access", received).legal_due == day


@pytest.mark.parametrize(("name", "number"), [("foi", 20), ("foi-40", 40)])
def test_so_many_working_days_lie_behind_the_day_of_receipt(name: str, number: int) -> None:
    for received in RECEIPTS:
        last = due(name, received).legal_due
        walked = (received + many * DAY for many in range(1, (last - received).days + 1))
        assert len([day for day in walked if is_working(day, OFF[name])]) == number


SINCE = st.dates(date(2026, 2, 5), LAST)
PAUSES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), min_size=1, max_size=5)


def pauses(received: date, drawn: Iterable[tuple[int, int]]) -> list[Pause]:
    return [(received + asked * DAY, received + (asked + waited) * DAY) for asked, waited in drawn]


def clarified(waited: Iterable[Pause]) -> dict[str, list[date]]:
    each = list(waited)
    return {"clarification-asked": [asked for asked, _ in each], "clarified": [came for _, came in each]}


def fees(waited: Iterable[Pause]) -> dict[str, list[date]]:
    each = list(waited)
    return {"fee-asked": [asked for asked, _ in each], "fee-paid": [came for _, came in each]}


def merged(waited: Iterable[Pause]) -> list[Pause]:
    """Times of waiting that overlap or touch, as one."""
    found: list[Pause] = []
    for asked, came in sorted(waited):
        if found and asked <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], came)
        else:
            found.append((asked, came))
    return found


KINDS = pytest.mark.parametrize(
    ("name", "happened"),
    [("subject-access", clarified), ("subject-access-extended", clarified), ("foi", fees), ("foi-40", fees)],
)
Happened = Callable[[Iterable[Pause]], dict[str, list[date]]]


@KINDS
@settings(deadline=None)
@given(received=SINCE, drawn=PAUSES)
def test_a_pause_never_shortens(
    name: str, happened: Happened, received: date, drawn: list[tuple[int, int]]
) -> None:
    waited = pauses(received, drawn)
    before, after = due(name, received, happened(waited[1:])), due(name, received, happened(waited))
    assert due(name, received).legal_due <= before.legal_due <= after.legal_due
    assert after.legal_due <= (after.legal_due_latest or after.legal_due)
    assert before.target <= after.target
    assert is_working(after.legal_due, OFF[name])


@KINDS
@settings(deadline=None)
@given(received=SINCE, drawn=PAUSES, rng=st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(
    name: str, happened: Happened, received: date, drawn: list[tuple[int, int]], rng: object
) -> None:
    events = happened(pauses(received, drawn))
    kinds = list(events)
    rng.shuffle(kinds)  # type: ignore[attr-defined]
    shuffled = {kind: list(events[kind]) for kind in kinds}
    for days in shuffled.values():
        rng.shuffle(days)  # type: ignore[attr-defined]
    assert reckon(name, received, shuffled) == reckon(name, received, events)


@KINDS
@settings(deadline=None)
@given(received=SINCE, drawn=PAUSES)
@example(received=date(2026, 8, 6), drawn=[(32, 1), (33, 1)])
def test_merged_equals_unmerged(
    name: str, happened: Happened, received: date, drawn: list[tuple[int, int]]
) -> None:
    """Asked in the first length: what is asked later can fall between a last day and the working day it moves to."""
    waited = pauses(received, [(asked % AT_LEAST[name], days) for asked, days in drawn])
    one, other = due(name, received, happened(waited)), due(name, received, happened(merged(waited)))
    assert (one.legal_due, one.legal_due_latest, one.target) == (
        other.legal_due,
        other.legal_due_latest,
        other.target,
    )


@settings(deadline=None)
@given(received=SINCE, asked=st.integers(0, 27), waited=st.integers(0, 60))
def test_one_pause_adds_its_days_before_weekends_are_looked_at(
    received: date, asked: int, waited: int
) -> None:
    """A pause as long as it was, added to a month that ends on a working day, then moved off what is none."""
    plain = due("subject-access", received)
    pause = clarified([(received + asked * DAY, received + (asked + waited) * DAY)])
    found = due("subject-access", received, pause)
    assert (found.legal_due - plain.legal_due).days <= waited + 6
    assert found.legal_due >= received + (28 + waited) * DAY
    assert found.legal_due_latest is not None
    assert found.legal_due <= found.legal_due_latest
    assert found.target == received + (21 + waited) * DAY


@settings(deadline=None)
@given(received=SINCE, waited=st.integers(0, 27))
def test_proof_that_comes_later_begins_the_time_later(received: date, waited: int) -> None:
    came = received + waited * DAY
    proof = {"identity-asked": [received], "identity-received": [came]}
    assert due("subject-access", received, proof).legal_due == due("subject-access", came).legal_due


@settings(deadline=None)
@given(received=SINCE, asked=st.integers(0, 27))
def test_what_has_not_come_gives_no_day_and_one_that_cannot_be_earlier(received: date, asked: int) -> None:
    for kind, answer in (("identity-asked", "identity-received"), ("clarification-asked", "clarified")):
        open_one = reckon("subject-access", received, {kind: [received + asked * DAY]})
        assert isinstance(open_one, Waiting)
        answered = {kind: [received + asked * DAY], answer: [received + asked * DAY]}
        assert open_one.not_before == due("subject-access", received, answered).legal_due

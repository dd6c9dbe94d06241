"""Two implementations of every clock, by two people, say the same: on every day of three years and on drawn events."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from random import Random
from zoneinfo import ZoneInfo

import pytest

from inconfidence.policy.clocks import NAMES, BadClock, Waiting, reckon, reckon_hours
from tests.oracle.second_clock import CLOCKS, Due, breach, second_clock

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
RECEIPT_DAYS = [FIRST + many * DAY for many in range((LAST - FIRST).days + 1)]
LANDED = [name for name in NAMES if name in CLOCKS]
DRAWN = 2000
ENGLAND = ZoneInfo("Europe/London")
SUMMER = timezone(timedelta(hours=1))

CLARIFIES = ("clarification-asked", "clarified")
PAYS = ("fee-asked", "fee-paid")
PROVES = ("identity-asked", "identity-received")
# What may be asked for and come, for each clock that waits.
ASKED = {
    "subject-access": (PROVES, CLARIFIES, PAYS),
    "subject-access-extended": (PROVES, CLARIFIES, PAYS),
    "foi": (CLARIFIES, PAYS),
    "foi-40": (CLARIFIES, PAYS),
}
NOTHING = (None, None, False)
EXTENDED = ("subject-access",)

Events = dict[str, list[date]]


def on(text: str) -> date:
    return date.fromisoformat(text)


def first_clock(name: str, received: date, events: Events) -> tuple[object, ...]:
    """What the product says: no day while it waits, nor where no rule was in force yet."""
    try:
        found = reckon(name, received, events)
    except BadClock:
        return NOTHING
    if isinstance(found, Waiting):
        return NOTHING
    return found.legal_due, found.legal_due_latest or found.legal_due, found.provisional


def both(name: str, received: date, events: Events) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What each side says, in the same shape."""
    second = second_clock(name, received, events)
    return first_clock(name, received, events), (second.due, second.latest or second.due, second.provisional)


def some(rng: Random, start: date, most: int) -> date:
    return start + rng.randrange(most) * DAY


def drawn(name: str, rng: Random) -> tuple[date, Events]:
    """A day of receipt and things that happened after it, which fit that clock."""
    received = rng.choice(RECEIPT_DAYS)
    if name == "appeal":
        return received, {
            "mediation-certificate": [some(rng, received, 120) for _ in range(rng.randrange(3))]
        }
    events: Events = {}
    for asked, came in ASKED[name]:
        for _ in range(rng.choice((0, 0, 1, 2))):
            question = some(rng, received, 50)
            events.setdefault(asked, []).append(question)
            if rng.random() < 0.9:
                events.setdefault(came, []).append(some(rng, question, 30))
    if PROVES in ASKED[name] and rng.random() < 0.2:
        events["authority-received"] = [some(rng, received, 40)]
    if name in EXTENDED and rng.random() < 0.3:
        events["extended"] = [some(rng, received, 20)]
    return received, events


CLARIFIED = [
    ("2026-11-02", [("2026-11-05", "2026-11-12")], "2026-12-09", "2026-12-10"),
    ("2027-01-11", [("2027-01-13", "2027-01-20"), ("2027-01-18", "2027-01-25")], "2027-02-23", "2027-02-24"),
    ("2027-01-11", [("2027-01-13", "2027-01-13")], "2027-02-11", "2027-02-12"),
    ("2026-11-20", [("2026-11-24", "2026-12-01")], "2026-12-29", "2026-12-29"),
]


@pytest.mark.parametrize(
    ("name", "received", "events", "due"),
    [
        ("subject-access", "2026-09-03", {}, "2026-10-05"),
        ("subject-access", "2027-02-26", {}, "2027-03-30"),
        ("subject-access", "2028-01-31", {}, "2028-02-29"),
        (
            "subject-access",
            "2026-11-20",
            {"identity-asked": "2026-11-21", "identity-received": "2026-12-01"},
            "2027-01-04",
        ),
        ("subject-access", "2026-11-25", {"extended": "2026-12-29"}, "2027-02-25"),
        ("subject-access", "2026-11-25", {"extended": "2026-12-30"}, "2026-12-29"),
        ("subject-access-extended", "2026-11-20", {}, "2027-02-22"),
        ("foi", "2026-06-12", {}, "2026-07-14"),
        ("foi-40", "2026-12-18", {}, "2027-02-18"),
        (
            "foi",
            "2026-11-20",
            {"clarification-asked": "2026-11-23", "clarified": "2026-12-03"},
            "2027-01-06",
        ),
        ("complaint", "2026-11-25", {}, "2026-12-29"),
        ("appeal", "2026-10-27", {}, "2027-01-04"),
        ("appeal", "2027-10-28", {"mediation-certificate": "2027-12-02"}, "2028-01-04"),
    ],
)
def test_the_second_side_knows_the_worked_examples(
    name: str, received: str, events: dict[str, str], due: str
) -> None:
    happened = {what: [on(day)] for what, day in events.items()}
    assert second_clock(name, on(received), happened).due == on(due)


@pytest.mark.parametrize(("received", "pauses", "due", "latest"), CLARIFIED)
def test_the_second_side_leaves_out_the_days_of_a_question(
    received: str, pauses: list[tuple[str, str]], due: str, latest: str
) -> None:
    events = {
        "clarification-asked": [on(asked) for asked, _ in pauses],
        "clarified": [on(answered) for _, answered in pauses],
    }
    found = second_clock("subject-access", on(received), events)
    assert (found.due, found.latest) == (on(due), on(latest))


@pytest.mark.parametrize(
    ("aware", "ends"),
    [
        (datetime(2026, 11, 20, 16, 30, tzinfo=UTC), datetime(2026, 11, 23, 16, 30, tzinfo=UTC)),
        (datetime(2026, 10, 23, 9, 0, tzinfo=SUMMER), datetime(2026, 10, 26, 8, 0, tzinfo=UTC)),
        (datetime(2027, 3, 26, 17, 45, tzinfo=UTC), datetime(2027, 3, 29, 18, 45, tzinfo=SUMMER)),
    ],
)
def test_the_second_side_counts_hours_of_the_world(aware: datetime, ends: datetime) -> None:
    assert breach(aware) == ends


@pytest.mark.parametrize(
    "events",
    [
        {"identity-asked": ["2026-11-21"]},
        {"fee-asked": ["2026-11-21"]},
        {"clarification-asked": ["2026-11-21", "2026-11-28"], "clarified": ["2026-11-25"]},
    ],
)
def test_the_second_side_names_no_day_while_it_waits(events: dict[str, list[str]]) -> None:
    happened = {what: [on(day) for day in days] for what, days in events.items()}
    assert second_clock("subject-access", on("2026-11-20"), happened) == Due(None)


@pytest.mark.parametrize("name", LANDED)
def test_every_day_of_three_years(name: str) -> None:
    assert len(RECEIPT_DAYS) == 1096
    told = {day: both(name, day, {}) for day in RECEIPT_DAYS}
    assert {day: pair for day, pair in told.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("name", sorted({"appeal", *ASKED}))
def test_drawn_events(name: str) -> None:
    rng = Random(f"second clock {name}")
    cases = [drawn(name, rng) for _ in range(DRAWN)]
    told = [(case, both(name, *case)) for case in cases]
    assert [(case, pair) for case, pair in told if pair[0] != pair[1]] == []


def test_seventy_two_hours_on_every_day_of_three_years() -> None:
    rng = Random("second clock breach")
    moments = [
        datetime.combine(day, time(), UTC) + rng.randrange(86_400) * timedelta(seconds=1)
        for day in RECEIPT_DAYS
    ]
    assert [at for at in moments if reckon_hours("breach", at, ENGLAND).legal_due != breach(at)] == []

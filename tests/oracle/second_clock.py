"""The clocks once more, from the written law alone, by somebody who had not seen the first ones.

Nothing here does sums with dates. There is one list of days, written out from 1990 to 2059 by the rule for leap
years; a clock is a finger that moves along it. A pause is a set of days that are not counted, and a holiday is a day
typed from the published list. Instants are counted in seconds.
"""

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

FIRST_YEAR, LAST_YEAR = 1990, 2059
MONDAY_OF_FIRST = 0  # 1 January 1990 was a Monday
FRIDAY, SATURDAY = 4, 5
SUBJECT_ACCESS_TARGET = 21
COMPLAINT_DAYS = 30
BREACH_SECONDS = 72 * 60 * 60

ENGLAND_AND_WALES = """
2026: 1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec
2027: 1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec
2028: 3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec
"""
ELSEWHERE_IN_THE_KINGDOM = """
2026: 2 Jan, 17 Mar, 15 Jun, 13 Jul, 3 Aug, 30 Nov
2027: 4 Jan, 17 Mar, 12 Jul, 2 Aug, 30 Nov
2028: 4 Jan, 17 Mar, 12 Jul, 7 Aug, 30 Nov
"""
KNOWN_UNTIL = (2028, 12, 31)
COMPLAINTS_FROM = (2026, 6, 19)
ARRIVALS = {"identity": "identity-received", "authority": "authority-received", "fee": "fee-paid"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Written = tuple[int, int, int]


def leap(year: int) -> bool:
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0


def length(year: int, month: int) -> int:
    """How many days a month has."""
    return {2: 29 if leap(year) else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)


DAYS: list[Written] = [
    (year, month, day)
    for year in range(FIRST_YEAR, LAST_YEAR + 1)
    for month in range(1, 13)
    for day in range(1, length(year, month) + 1)
]
PLACE = {day: place for place, day in enumerate(DAYS)}


def typed(lines: str) -> frozenset[int]:
    """The places of the days in a typed list of holidays."""
    found = set()
    for line in lines.strip().splitlines():
        year, days = line.split(": ")
        for day in days.split(", "):
            number, month = day.split(" ")
            found.add(PLACE[int(year), MONTHS.index(month) + 1, int(number)])
    return frozenset(found)


OF_ENGLAND = typed(ENGLAND_AND_WALES)
OF_ANY_NATION = OF_ENGLAND | typed(ELSEWHERE_IN_THE_KINGDOM)


def weekday(place: int) -> int:
    """Monday is 0."""
    return (place + MONDAY_OF_FIRST) % 7


def works(place: int, holidays: frozenset[int]) -> bool:
    return weekday(place) < SATURDAY and place not in holidays


def moved_off(place: int, holidays: frozenset[int]) -> int:
    """The same day if it is a working day, else the next one that is."""
    while not works(place, holidays):
        place += 1
    return place


def months_on(place: int, months: int) -> int:
    """The same day number so many months later, or the last day of that month, found by walking through the months."""
    year, month, day = DAYS[place]
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return PLACE[year, month, min(day, length(year, month))]


@dataclass(frozen=True)
class Event:
    """Something that happened to a request: what, and the day."""

    what: str
    on: date


@dataclass(frozen=True)
class Due:
    """What the second clock says. No `due` means that the clock has not started, or stands still."""

    due: date | None
    latest: date | None = None
    target: date | None = None

    @property
    def provisional(self) -> bool:
        """Whether it falls after the last day whose holidays are known."""
        return self.due is not None and self.due > date(*KNOWN_UNTIL)


NOT_RUNNING = Due(None)


def place_of(day: date) -> int:
    return PLACE[day.year, day.month, day.day]


def day_at(place: int) -> date:
    return date(*DAYS[place])


def places(events: Iterable[Event], what: str) -> list[int]:
    """The places of every event of one kind, in order."""
    return sorted(place_of(event.on) for event in events if event.what == what)


def started(events: list[Event]) -> int | None:
    """The relevant date: the latest of the request and everything reasonably asked for before it can be answered."""
    here = places(events, "received")
    for thing, arrival in ARRIVALS.items():
        asked, came = places(events, f"{thing}-asked"), places(events, arrival)
        if asked and not came:
            return None
        here += came
    return max(here) if here else None


def stands_still(events: list[Event]) -> bool:
    """Whether a question put to the person has no answer yet."""
    until = max(place_of(event.on) for event in events)
    return until in open_questions(events, inclusive=False, until=until)


def open_questions(events: list[Event], *, inclusive: bool, until: int) -> list[int]:
    """Every day on which some question was open; the day of the answer too, in the inclusive reading."""
    asked, answered = places(events, "clarification-asked"), places(events, "clarified")
    if not asked:
        return []
    found, waiting = [], 0
    for place in range(asked[0], until + 1):
        waiting += asked.count(place)
        before = waiting
        waiting = max(0, waiting - answered.count(place))
        if waiting or (inclusive and before):
            found.append(place)
    return found


def month_clock(events: list[Event], months: int) -> Due:
    """Subject access: months from the relevant date, one day more for every day paused, then off a day of rest."""
    start = started(events)
    if start is None or stands_still(events):
        return NOT_RUNNING
    until = max(place_of(event.on) for event in events)
    paused, longer = (
        len([place for place in open_questions(events, inclusive=inclusive, until=until) if place >= start])
        for inclusive in (False, True)
    )
    end = months_on(start, months)
    due, latest = moved_off(end + paused, OF_ENGLAND), moved_off(end + longer, OF_ENGLAND)
    return Due(day_at(due), day_at(latest), day_at(start + SUBJECT_ACCESS_TARGET + paused))


def subject_access(events: list[Event]) -> Due:
    """One month, or three if the notice reached the person inside the first."""
    first = month_clock(events, 1)
    notices = places(events, "extended")
    if first.due and notices and notices[0] <= place_of(first.due):
        return month_clock(events, 3)
    return first


def subject_access_extended(events: list[Event]) -> Due:
    return month_clock(events, 3)


def working_days(events: list[Event], many: int) -> Due:
    """Freedom of information: the so-manyth working day after receipt, begun afresh by a clarified request."""
    received, asked = places(events, "received"), places(events, "clarification-asked")
    answered, fees = places(events, "clarified"), places(events, "fee-asked")
    paid = places(events, "fee-paid")
    if not received or len(answered) < len(asked) or len(paid) < len(fees):
        return NOT_RUNNING
    left_out = {
        place for notice, money in zip(fees, paid, strict=False) for place in range(notice, money + 1)
    }
    place = max(received + answered)
    while many:
        place += 1
        many -= works(place, OF_ANY_NATION) and place not in left_out
    return Due(day_at(place))


def complaint(events: list[Event]) -> Due:
    """A complaint about personal data: said to have come within 30 days, counted from the day after."""
    received = places(events, "received")
    if not received or received[0] < PLACE[COMPLAINTS_FROM]:
        return NOT_RUNNING
    place = moved_off(received[0] + COMPLAINT_DAYS, OF_ENGLAND)
    return Due(day_at(place))


def breach(aware: datetime) -> datetime:
    """Seventy-two hours after becoming aware, in seconds of the world's time."""
    seconds = calendar.timegm(aware.astimezone(UTC).timetuple())
    return datetime.fromtimestamp(seconds + BREACH_SECONDS, tz=UTC)


def in_term(place: int) -> int:
    """The tribunal's holidays, August and 25 December to 1 January, end on the next working day."""
    resting = place
    while DAYS[resting][1] == 8 or DAYS[resting][1:] == (1, 1) or DAYS[resting][1:] >= (12, 25):
        resting += 1
    return place if resting == place else moved_off(resting, OF_ENGLAND)


def appeal(letter: date, certificate: date | None = None) -> Due:
    """Two months from the letter or one from the certificate, whichever ends later; each end moves by itself."""
    ends = [in_term(months_on(place_of(letter), 2))]
    if certificate:
        ends.append(in_term(months_on(place_of(certificate), 1)))
    return Due(day_at(max(ends)))


def days_after(many: int) -> Callable[[date], Due]:
    """A clock of plain days, that no weekend or holiday moves."""

    def clock(start: date) -> Due:
        place = place_of(start)
        for _ in range(many):
            place += 1
        return Due(day_at(place))

    return clock


def school_leaving(born: date) -> Due:
    """The last Friday of June in the school year, September to August, in which the child becomes 16."""
    place = PLACE[born.year + 16, born.month, born.day]
    while DAYS[place][1:] != (8, 31):
        place += 1
    while DAYS[place][1] != 6:
        place -= 1
    while weekday(place) != FRIDAY:
        place -= 1
    return Due(day_at(place))


def of_the_day(clock: Callable[[date], Due]) -> Callable[[list[Event]], Due]:
    """A clock that only one day matters to."""
    return lambda events: clock(day_at(places(events, "received")[0]))


def appealed(events: list[Event]) -> Due:
    certificates = places(events, "mediation-certificate")
    return appeal(day_at(places(events, "received")[0]), day_at(certificates[-1]) if certificates else None)


CLOCKS: dict[str, Callable[[list[Event]], Due]] = {
    "subject-access": subject_access,
    "subject-access-extended": subject_access_extended,
    "foi": lambda events: working_days(events, 20),
    "foi-40": lambda events: working_days(events, 40),
    "complaint": complaint,
    "appeal": appealed,
    "assessment-decision": of_the_day(days_after(6 * 7)),
    "refusal-to-issue": of_the_day(days_after(16 * 7)),
    "plan-final": of_the_day(days_after(20 * 7)),
    "draft-comment": of_the_day(days_after(15)),
    "review-decision": of_the_day(days_after(4 * 7)),
    "amended-plan": of_the_day(days_after(12 * 7)),
    "school-leaving": of_the_day(school_leaving),
}


def second_clock(
    name: str, received: date, events: Mapping[str, Iterable[date]] = MappingProxyType({})
) -> Due:
    """The same question put to this side."""
    happened = [Event(what, on) for what, days in events.items() for on in days]
    return CLOCKS[name]([Event("received", received), *happened])

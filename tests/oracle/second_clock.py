"""The clocks once more, from the written law alone, by somebody who had not seen the first ones.

Nothing here does sums with dates. There is one list of days, written out from 1990 to 2059 by the rule for leap
years; a clock is a finger that moves along it. A pause is a set of days that are not counted, and a holiday is a day
typed from the published list. Instants are counted in seconds.
"""

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import zip_longest
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
PAUSES_FROM = (2026, 2, 5)
ARRIVALS = (
    ("identity-asked", "identity-received"),
    ("authority-asked", "authority-received"),
    ("fee-asked", "fee-paid"),
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Written = tuple[int, int, int]
Asked = tuple[int, int | None]
Ends = Callable[[int, frozenset[int]], int]


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
        """Whether either day falls after the last one whose holidays are known."""
        days = (self.due, self.latest)
        return any(day is not None and day > date(*KNOWN_UNTIL) for day in days)


NOT_RUNNING = Due(None)


def place_of(day: date) -> int:
    return PLACE[day.year, day.month, day.day]


def day_at(place: int) -> date:
    return date(*DAYS[place])


def places(events: Iterable[Event], what: str) -> list[int]:
    """The places of every event of one kind, in order."""
    return sorted(place_of(event.on) for event in events if event.what == what)


def asked_for(events: list[Event], asked: str, came: str) -> list[Asked]:
    """Each question with its answer, the first with the first; what came unasked is asked for on the day of receipt."""
    questions, answers = places(events, asked), places(events, came)
    if not questions:
        return [(place, answer) for place in places(events, "received") for answer in answers]
    return list(zip_longest(questions, answers[: len(questions)]))


def left_out(start: int, pauses: list[Asked], ends: Ends, *, inclusive: bool) -> frozenset[int] | None:
    """The days not counted, those of the answers too in the inclusive reading; None while a question is open.

    What is asked after the last day stops nothing, unless an earlier question was still open on that day.
    """
    out: frozenset[int] = frozenset()
    waiting, still_open = False, start
    for question, answer in pauses:
        if question > max(still_open, ends(start, out)) or (answer is not None and answer < start):
            continue
        still_open = max(still_open, question if answer is None else answer)
        waiting = waiting or answer is None
        days = range(question, (question if answer is None else answer) + inclusive)
        out |= {place for place in days if place >= start}
    return None if waiting else out


def started(
    received: int, starts: list[Asked], pauses: list[Asked], ends: Ends, *, inclusive: bool
) -> int | None:
    """The relevant date: the latest of the request and what was asked for in time; None while that has not come."""
    start = received
    for question, answer in sorted(starts, key=lambda each: each[0]):
        out = left_out(start, pauses, ends, inclusive=inclusive) or frozenset()
        if question > ends(start, out):
            continue
        if answer is None:
            return None
        start = max(start, answer)
    return start


def month_end(months: int) -> Ends:
    """So many months on, a day later for each day left out, then off a day of rest."""
    return lambda start, out: moved_off(months_on(start, months) + len(out), OF_ENGLAND)


def month_clock(events: list[Event], months: int) -> Due:
    """Subject access. What the time waits for to begin belongs inside the first month."""
    if places(events, "received")[0] < PLACE[PAUSES_FROM]:
        events = [each for each in events if each.what not in ("clarification-asked", "clarified")]
    starts = [each for asked, came in ARRIVALS for each in asked_for(events, asked, came)]
    pauses = asked_for(events, "clarification-asked", "clarified")
    start = started(places(events, "received")[0], starts, pauses, month_end(1), inclusive=False)
    if start is None:
        return NOT_RUNNING
    end = month_end(months)
    out, longer = (left_out(start, pauses, end, inclusive=inclusive) for inclusive in (False, True))
    if out is None or longer is None:
        return NOT_RUNNING
    return Due(
        day_at(end(start, out)),
        day_at(end(start, longer)),
        day_at(start + SUBJECT_ACCESS_TARGET + len(out)),
    )


def subject_access(events: list[Event]) -> Due:
    """One month, or three if the notice reached the person inside the first."""
    first = month_clock(events, 1)
    notices = places(events, "extended")
    if first.due and notices and notices[0] <= place_of(first.due):
        return month_clock(events, 3)
    return first


def subject_access_extended(events: list[Event]) -> Due:
    return month_clock(events, 3)


def working_end(many: int) -> Ends:
    """The so-manyth working day after the start, those left out not counted."""

    def ends(start: int, out: frozenset[int]) -> int:
        place, left = start, many
        while left:
            place += 1
            left -= works(place, OF_ANY_NATION) and place not in out
        return place

    return ends


def working_days(events: list[Event], many: int) -> Due:
    """Freedom of information: begun afresh by a clarified request; from fees notice to payment nothing counts."""
    starts = asked_for(events, "clarification-asked", "clarified")
    fees = asked_for(events, "fee-asked", "fee-paid")
    start = started(places(events, "received")[0], starts, fees, working_end(20), inclusive=True)
    if start is None:
        return NOT_RUNNING
    out = left_out(start, fees, working_end(many), inclusive=True)
    return NOT_RUNNING if out is None else Due(day_at(working_end(many)(start, out)))


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

"""From a seed to dated steps: what happened in a demonstration service, who did it, when. Pure.

A file is the work for one service user. A parent's file and a young person's about the same child are two
files, each with its own key, and no step of the one names the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Literal

from inconfidence.demonstration.content import AnonymousCall, Content, Course, DemonstrationService, Family

FILES = {"tiny": 4, "small": 40, "medium": 240, "large": 480}
YEARS_OF_HISTORY = 6
LAST_PRIMARY_AGE = 10

Answer = Literal["given", "limited", "refused", "asked", "withdrawn", "none"]

# How often each answer to "may we talk to others?" is met, out of twenty.
ANSWERS: tuple[Answer, ...] = (
    ("limited",) * 7 + ("given",) * 4 + ("refused",) * 3 + ("asked",) * 2 + ("withdrawn",) * 2 + ("none",) * 2
)


@dataclass(frozen=True, slots=True)
class Household:
    """The invented people a file speaks of."""

    adult: str
    mother: bool
    child: str
    school: str
    senco: str
    officer: str
    place: str
    year_of_birth: int
    phone: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: when, who did it (sign-in name), to which file, what, in which words."""

    when: datetime
    worker: str
    file: str
    act: Literal["call", "named", "open", "involve", "note", "consent", "form", "share", "concern"]
    text: str = ""
    minutes: int = 0
    answer: Answer = "none"
    by_phone: bool = True
    issue: str = ""
    own_file: bool = False
    left_for_a_lead: bool = False
    household: Household | None = None


def steps(
    content: Content, service: DemonstrationService, *, today: date, seed: int, size: str
) -> list[Step]:
    """Everything that happened in this service up to `today`, in the order of time."""
    chance = Random(f"{seed}/{service.policy}")  # noqa: S311 – invented people, not keys
    taken = [
        step for step in _everything(content, service, chance, today, FILES[size]) if step.when.date() < today
    ]
    return sorted(taken, key=lambda step: (step.when, step.file))


def _everything(
    content: Content, service: DemonstrationService, chance: Random, today: date, files: int
) -> Iterator[Step]:
    workers = [m.username for m in service.staff if m.role in {"caseworker", "senior_caseworker"}]
    for number in range(files):
        family = chance.choice(content.families)
        both_came = number % 8 == 0
        ages = range(14, 19) if both_came else range(5, 16)
        begun = today - timedelta(days=_days_ago(chance))
        home = _household(content, service, family, chance, begun, age=chance.choice(ages))
        course = chance.choice(content.courses)
        yield from _file(f"{number:03}", home, course, workers[number % len(workers)], begun, chance)
        if both_came:
            later = begun + timedelta(days=chance.randrange(5, 40))
            other = workers[(number + 1) % len(workers)]
            own = chance.choice(content.own_courses)
            yield from _file(f"{number:03}y", home, own, other, later, chance, own_file=True)
    yield from _this_week(content, service, chance, today, workers)
    for number in range(files // 4):
        yield _anonymous(
            f"anonymous {number}", chance.choice(content.calls), chance.choice(workers), chance, today
        )


def _this_week(
    content: Content, service: DemonstrationService, chance: Random, today: date, workers: list[str]
) -> Iterator[Step]:
    """What waits for somebody: two callers who left their names, a case nobody has taken on, a concern."""
    for number, course in enumerate(chance.sample(content.courses, 3)):
        family = chance.choice(content.families)
        home = _household(content, service, family, chance, today, age=chance.randrange(5, 16))
        when = _moment(today - timedelta(days=number + 4), chance)
        words = course.opening.format(adult=home.adult, child=home.child, school=home.school)
        worker = workers[number % len(workers)]
        if number == 0:
            yield Step(when, worker, "left", "open", issue=course.issue, left_for_a_lead=True, household=home)
        else:
            file = f"named {number}"
            yield Step(when, worker, file, "named", words, 10, issue=course.issue, household=home)
    when = _moment(today - timedelta(days=3), chance)
    yield Step(when, workers[0], "concern", "concern", chance.choice(content.concerns))


def _days_ago(chance: Random) -> int:
    """When a file began: half of them within a year, the others over the years before."""
    if chance.random() < 0.5:
        return chance.randrange(3, 365)
    return chance.randrange(365, YEARS_OF_HISTORY * 365)


def _household(
    content: Content, service: DemonstrationService, family: Family, chance: Random, begun: date, *, age: int
) -> Household:
    """A family as it was when it first rang."""
    surname, mother = chance.choice(family.surnames), chance.random() < 0.75
    schools = service.primary_schools if age <= LAST_PRIMARY_AGE else service.secondary_schools
    senco, officer = chance.sample(content.professionals, 2)
    return Household(
        adult=f"{chance.choice(family.mothers if mother else family.fathers)} {surname}",
        mother=mother,
        child=f"{chance.choice(family.children)} {surname}",
        school=chance.choice(schools),
        senco=senco,
        officer=officer,
        place=chance.choice(service.places),
        year_of_birth=begun.year - age,
        # 07700 900000 to 900999 are kept for drama by the regulator: nobody's phone rings.
        phone=f"07700 900{chance.randrange(1000):03}",
    )


def _moment(day: date, chance: Random) -> datetime:
    while day.weekday() > 4:
        day += timedelta(days=1)
    return datetime.combine(day, time(chance.randrange(9, 16), chance.randrange(60)), tzinfo=UTC)


def _anonymous(file: str, call: AnonymousCall, worker: str, chance: Random, today: date) -> Step:
    when = _moment(today - timedelta(days=chance.randrange(1, 120)), chance)
    return Step(when, worker, file, "call", call.text, chance.choice((5, 10, 15)), issue=call.issue)


def _file(
    file: str,
    home: Household,
    course: Course,
    worker: str,
    begun: date,
    chance: Random,
    *,
    own_file: bool = False,
) -> Iterator[Step]:
    """One file from its first call on: opened, school named, asked about sharing, form back, notes."""
    opened = _moment(begun, chance)
    who = home.child if own_file else home.adult
    answer, by_phone = chance.choice(ANSWERS), chance.random() < 0.6

    def words(text: str) -> str:
        return text.format(adult=who, child=home.child, school=home.school, senco=home.senco)

    def after(minutes: int) -> datetime:
        return opened + timedelta(minutes=minutes)

    yield Step(opened, worker, file, "open", issue=course.issue, own_file=own_file, household=home)
    yield Step(after(5), worker, file, "involve", household=home)
    yield Step(after(9), worker, file, "note", words(course.opening), chance.choice((10, 20, 30)))
    if answer != "none":
        first: Answer = "given" if answer == "withdrawn" else answer
        yield Step(after(12), worker, file, "consent", answer=first, by_phone=by_phone, household=home)
    if answer == "withdrawn":
        when = _moment(opened.date() + timedelta(days=15), chance)
        yield Step(when, worker, file, "consent", answer="withdrawn", by_phone=True, household=home)
    if chance.random() < 0.7:
        yield Step(_moment(opened.date() + timedelta(days=3), chance), worker, file, "form")
    for note in course.notes:
        when = _moment(opened.date() + timedelta(days=note.days + 1), chance)
        yield Step(when, worker, file, "note", words(note.text), note.minutes)
    if answer in {"limited", "given"}:
        when = _moment(opened.date() + timedelta(days=9), chance)
        yield Step(
            when,
            worker,
            file,
            "share",
            words("Asked {senco} for the date of the next meeting."),
            household=home,
        )

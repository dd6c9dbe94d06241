"""From a seed to dated steps: what happened in a demonstration service, who did it, when. Pure.

A file is the work for one service user. A parent's file and a young person's about the same child are two
files, each with its own key, and no step of the one names the other.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from inconfidence.demonstration.content import AnonymousCall, Content, DemonstrationService, Family
from inconfidence.demonstration.one_file import Start, form_out, one_file
from inconfidence.demonstration.step import Household, Step, moment, weekday

FILES = {"tiny": 4, "small": 40, "medium": 220, "large": 480}
YEARS_OF_HISTORY = 6
LAST_PRIMARY_AGE = 10
OLD_ENOUGH = 14
TRIES = 20
SECOND_CHILD = 6


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
    known: set[str] = set()
    for number in range(files):
        both_came = number % 8 == 0
        of_age = [course for course in content.courses if course.ages[1] >= OLD_ENOUGH or not both_came]
        course = chance.choice(of_age)
        ages = range(OLD_ENOUGH, 19) if both_came else range(course.ages[0], course.ages[1] + 1)
        begun = weekday(today - timedelta(days=_days_ago(chance)))
        home = _new_household(content, service, known, chance, begun, age=chance.choice(ages))
        first = Start(f"{number:03}", home, course, workers[number % len(workers)], begun, today)
        yield from one_file(first, chance)
        if both_came:
            later = weekday(begun + timedelta(days=chance.randrange(5, 40)))
            other = workers[(number + 1) % len(workers)]
            own = chance.choice(content.own_courses)
            yield from one_file(Start(f"{number:03}y", home, own, other, later, today, own_file=True), chance)
        if number % SECOND_CHILD == 3:
            yield from _second_child(content, first)
    yield from _this_week(content, service, chance, today, workers)
    yield from _form_out(content, service, today, workers)
    for number in range(files // 4):
        yield _anonymous(
            f"anonymous {number}", chance.choice(content.calls), chance.choice(workers), chance, today
        )


def _second_child(content: Content, first: Start) -> Iterator[Step]:
    """The same adult rings about a younger brother or sister: another case, of the person we know already."""
    home = first.home
    chance = Random(f"{home.adult}/{home.child}")  # noqa: S311 – as above; of its own, so that no other file changes
    surname = home.adult.split(" ", 1)[1]
    family = next(family for family in content.families if surname in family.surnames)
    names = [name for name in family.children if name != home.child.split(" ", 1)[0]]
    begun = weekday(first.begun + timedelta(days=chance.randrange(10, 60)))
    age = begun.year - home.year_of_birth - 1
    fitting = [each for each in content.courses if each.ages[0] <= age <= each.ages[1]]
    child = replace(home, child=f"{chance.choice(names)} {surname}", year_of_birth=home.year_of_birth + 1)
    course = chance.choice(fitting or content.courses)
    second = replace(first, file=f"{first.file}b", home=child, course=course, begun=begun, again=first.file)
    yield from one_file(second, chance)


def _this_week(
    content: Content, service: DemonstrationService, chance: Random, today: date, workers: list[str]
) -> Iterator[Step]:
    """What waits for somebody: two callers who left their names, a case nobody has taken on, a concern."""
    for number, course in enumerate(chance.sample(content.courses, 3)):
        family = chance.choice(content.families)
        home = _household(content, service, family, chance, today, age=chance.randrange(5, 16))
        when = moment(today - timedelta(days=number + 4), chance)
        words = Start(f"named {number}", home, course, "", today, today).words(course.opening)
        worker = workers[number % len(workers)]
        if number == 0:
            yield Step(when, worker, "left", "open", issue=course.issue, left_for_a_lead=True, household=home)
        else:
            file = f"named {number}"
            yield Step(when, worker, file, "named", words, 10, issue=course.issue, household=home)
    when = moment(today - timedelta(days=3), chance)
    yield Step(when, workers[0], "concern", "concern", chance.choice(content.concerns))


def _form_out(
    content: Content, service: DemonstrationService, today: date, workers: list[str]
) -> Iterator[Step]:
    """Two families who speak another language: begun a few days ago, and the form is not back yet."""
    for number, family in enumerate(content.newcomers):
        chance = Random(f"{service.policy}/{family.adult}")  # noqa: S311 – as above; of its own
        drawn = _household(content, service, content.families[0], chance, today, age=8)
        home = replace(drawn, adult=family.adult, child=family.child, mother=True, language=family.language)
        course, begun = content.courses[number], weekday(today - timedelta(days=6 + 3 * number))
        start = Start(f"form out {number}", home, course, workers[number % len(workers)], begun, today)
        yield from form_out(start, chance)


def _days_ago(chance: Random) -> int:
    """When a file began: a good third of them this term, a quarter this year, the others over the years before."""
    drawn = chance.random()
    if drawn < 0.38:
        return chance.randrange(3, 100)
    if drawn < 0.6:
        return chance.randrange(100, 365)
    return chance.randrange(365, YEARS_OF_HISTORY * 365)


def _new_household(
    content: Content,
    service: DemonstrationService,
    known: set[str],
    chance: Random,
    begun: date,
    *,
    age: int,
) -> Household:
    """A family whose adult has a name that nobody else here has, as long as the names last."""
    drawn = [
        _household(content, service, chance.choice(content.families), chance, begun, age=age)
        for _ in range(TRIES)
    ]
    home = next((each for each in drawn if each.adult not in known), drawn[0])
    known.add(home.adult)
    return home


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


def _anonymous(file: str, call: AnonymousCall, worker: str, chance: Random, today: date) -> Step:
    when = moment(today - timedelta(days=chance.randrange(1, 120)), chance)
    return Step(when, worker, file, "call", call.text, chance.choice((5, 10, 15)), issue=call.issue)

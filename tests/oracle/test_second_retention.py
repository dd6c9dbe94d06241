"""Two implementations of how long a file is kept say the same: on every example of the law and on thousands drawn."""

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.facts import HowLongToKeep, parse
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from tests.oracle.second_retention import PERIODS, SCHEDULES, Said, second_retention

DRAWN = 800
LEAP_DAYS = ("2008-02-29", "2012-02-29", "2016-02-29", "2024-02-29")
CATEGORIES = ("parent_support", "supervision_order", "in_care")
SINCE = ("birth", "birthday_18", "closure")


def first(slug: str, facts: Mapping[str, Any]) -> Said:
    """What the product says, in the shape of the second opinion."""
    read = parse("how_long_to_keep", facts)
    assert isinstance(read, HowLongToKeep)
    said: Mapping[str, Any] = how_long_to_keep(policies.edition(slug), read).answer
    every = frozenset((end["category"], end["date"], end["clause"]) for end in said["all"])
    return Said(said["destroy_on"], said["eligible_from"], said["category"], every, said["review_on"])


def day(rng: Random, start: int, end: int) -> str:
    """A day of these years; one in eight is a 29 February."""
    leaps = [each for each in LEAP_DAYS if start <= int(each[:4]) <= end]
    if leaps and rng.random() < 0.125:
        return rng.choice(leaps)
    return f"{rng.randint(start, end)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def child(rng: Random) -> tuple[str | None, str | None]:
    if rng.random() < 0.1:
        return None, None
    born = day(rng, 1998, 2018)
    return born, day(rng, 2019, 2028) if rng.random() < 0.2 else None


def drawn(rng: Random) -> dict[str, Any]:
    children = [child(rng) for _ in range(rng.choice((0, 1, 1, 1, 2, 3)))]
    entered = [
        {"category": category, "from": rng.choice(SINCE), "years": rng.randint(1, 100), "source": "Version 3"}
        for category in rng.sample(CATEGORIES, rng.randrange(4))
    ]
    return {
        "today": "2029-01-01",
        "closed_on": None if rng.random() < 0.05 else day(rng, 2019, 2028),
        "births": [born for born, _ in children],
        "deaths": [died for _, died in children],
        "ever": rng.sample(CATEGORIES, rng.randrange(4)),
        "entered_periods": entered,
    }


@pytest.mark.parametrize("slug", policies.slugs())
def test_both_give_the_same_dates_on_drawn_files(slug: str) -> None:
    rng = Random(20)
    for facts in (drawn(rng) for _ in range(DRAWN)):
        assert first(slug, facts) == second_retention(slug, facts), facts


def test_the_draw_meets_every_kind_of_answer() -> None:
    rng = Random(20)
    said = [second_retention("bath-and-north-east-somerset", drawn(rng)) for _ in range(DRAWN)]
    assert {each.category for each in said} == {None, *CATEGORIES}
    rng = Random(20)
    others = [second_retention("coventry", drawn(rng)) for _ in range(DRAWN)]
    assert any(each.review_on for each in others)
    assert any(each.destroy_on for each in others)


def test_the_typed_tables_are_those_of_the_policies() -> None:
    for slug in policies.slugs():
        rows = policies.edition(slug).rows.get("retention-period", ())
        typed = [
            (row.values["category"], row.values["from"], row.values["years"], row.clause) for row in rows
        ]
        assert typed == list(PERIODS.get(slug, ()))
        assert policies.edition(slug).names("retention-source") == (slug in SCHEDULES)

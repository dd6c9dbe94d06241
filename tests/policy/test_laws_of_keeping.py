"""Laws of how long a file is kept: every combination of words that dates can come to, and files drawn by chance."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import FileToday, HowLongToKeep
from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import Outcome, Question
from tests.policy.test_keeping import EDITIONS, HOLDS, ends, every_policy
from tests.policy.walk import walk

pytestmark = pytest.mark.walk
WORSE = {Outcome.PERMIT: 0, Outcome.REFER: 1, Outcome.REFUSE: 2}


# What follows holds of every combination of the words that dates can come to.


def everything(edition: Edition) -> Iterator[tuple[FileToday, Decision]]:
    ask = compiled(edition, Question.HOW_LONG_TO_KEEP).decide
    for facts in walk(edition, Question.HOW_LONG_TO_KEEP):
        assert isinstance(facts, FileToday)
        yield facts, ask(facts)


@every_policy
def test_a_step_of_a_refusal_leads_nowhere_worse(edition: Edition) -> None:
    for facts, decision in everything(edition):
        if decision.outcome is Outcome.REFUSE:
            after = compiled(edition, Question.HOW_LONG_TO_KEEP).decide(taken(facts, decision))
            assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


def taken(facts: FileToday, decision: Decision) -> FileToday:
    known = {fact.name for fact in fields(facts)}
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    return replace(facts, **{name: word for name, word in changes.items() if name in known})  # type: ignore[arg-type]


# What follows holds of drawn files.

DAYS_OF_BIRTH = st.dates(date(1996, 1, 1), date(2024, 12, 31)) | st.sampled_from(
    [date(year, 2, 29) for year in range(1996, 2025, 4)]
)
PERIODS = st.builds(
    EnteredPeriod,
    category=st.sampled_from(["parent_support", "supervision_order", "in_care"]),
    from_=st.sampled_from(["birth", "birthday_18", "closure"]),
    years=st.integers(1, 100),
    source=st.just("Version 3"),
)
FILES = st.builds(
    HowLongToKeep,
    today=st.dates(date(2026, 1, 1), date(2130, 12, 31)),
    closed_on=st.none() | st.dates(date(2024, 12, 31), date(2026, 1, 1)),
    births=st.lists(st.none() | DAYS_OF_BIRTH, max_size=3).map(tuple),
    deaths=st.just(()),
    ever=st.frozensets(st.sampled_from(["supervision_order", "in_care"])),
    holds=st.frozensets(st.sampled_from(HOLDS), max_size=2),
    entered_periods=st.lists(PERIODS, max_size=3).map(tuple),
)
POLICY = st.sampled_from(sorted(EDITIONS))
NEVER = "9999"


def ends_on(edition: Edition, facts: HowLongToKeep) -> str:
    return str(how_long_to_keep(edition, facts).answer["destroy_on"] or NEVER)


@settings(max_examples=150, deadline=None)
@given(
    POLICY, FILES, st.sampled_from(["supervision_order", "in_care"]), DAYS_OF_BIRTH, st.sampled_from(HOLDS)
)
def test_another_category_child_or_hold_never_makes_it_earlier(
    slug: str, facts: HowLongToKeep, category: Any, born: date, hold: Any
) -> None:
    edition = EDITIONS[slug]
    before, first = how_long_to_keep(edition, facts), ends_on(edition, facts)
    known = replace(facts, births=tuple(day or born for day in facts.births))
    assert ends_on(edition, replace(facts, ever=facts.ever | {category})) >= first
    if facts.births:
        assert ends_on(edition, replace(known, births=(*known.births, born))) >= ends_on(edition, known)
    held = how_long_to_keep(edition, replace(facts, holds=facts.holds | {hold}))
    assert {**held.answer, "holds": []} == {**before.answer, "holds": []}
    assert held.outcome is Outcome.REFUSE


@settings(max_examples=150, deadline=None)
@given(POLICY, FILES, PERIODS)
def test_a_further_period_for_what_has_one_never_makes_it_earlier(
    slug: str, facts: HowLongToKeep, period: EnteredPeriod
) -> None:
    edition = EDITIONS[slug]
    first = ends_on(edition, facts)
    more = ends_on(edition, replace(facts, entered_periods=(*facts.entered_periods, period)))
    assert more >= first or first == NEVER


@settings(max_examples=100, deadline=None)
@given(POLICY, FILES)
def test_opening_a_case_again_clears_every_date(slug: str, facts: HowLongToKeep) -> None:
    found = how_long_to_keep(EDITIONS[slug], replace(facts, closed_on=None))
    assert found.outcome is Outcome.REFUSE
    assert {**found.answer, "holds": []} == {
        "destroy_on": None,
        "eligible_from": None,
        "category": None,
        "all": [],
        "holds": [],
        "review_on": None,
    }


@settings(max_examples=150, deadline=None)
@given(POLICY, FILES)
def test_a_file_may_go_from_the_day_after_the_latest_of_its_dates(slug: str, facts: HowLongToKeep) -> None:
    found = how_long_to_keep(EDITIONS[slug], facts)
    destroy_on, eligible_from = found.answer["destroy_on"], found.answer["eligible_from"]
    if destroy_on is None:
        assert eligible_from is None
        assert found.outcome is not Outcome.PERMIT
        return
    assert destroy_on == max(end[1] for end in ends(found))
    assert eligible_from == (date.fromisoformat(str(destroy_on)) + timedelta(days=1)).isoformat()
    free = not facts.holds and str(facts.today) >= str(eligible_from)
    assert (found.outcome is Outcome.PERMIT) == free


@settings(max_examples=200, deadline=None)
@given(POLICY, FILES)
def test_a_file_is_never_offered_before_a_date_that_is_known(slug: str, facts: HowLongToKeep) -> None:
    found = how_long_to_keep(EDITIONS[slug], facts)
    known = max((end[1] for end in ends(found)), default="")
    assert found.outcome is Outcome.REFUSE or str(facts.today) > known


@settings(max_examples=100, deadline=None)
@given(POLICY, FILES, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_later_closing_never_ends_earlier(slug: str, facts: HowLongToKeep, later: date) -> None:
    first = replace(facts, closed_on=facts.closed_on or date(2025, 1, 1))
    edition = EDITIONS[slug]
    assert ends_on(edition, replace(first, closed_on=later)) >= ends_on(edition, first)


@settings(max_examples=100, deadline=None)
@given(POLICY, FILES, st.sampled_from(range(1996, 2025, 4)))
def test_a_birth_on_29_february_never_ends_earlier_than_one_the_day_before(
    slug: str, facts: HowLongToKeep, year: int
) -> None:
    edition = EDITIONS[slug]
    leap, eve = (replace(facts, births=(date(year, 2, day),)) for day in (29, 28))
    assert ends_on(edition, leap) >= ends_on(edition, eve)
    reviews = [how_long_to_keep(edition, each).answer["review_on"] for each in (leap, eve)]
    assert (reviews[0] or "") >= (reviews[1] or "")  # type: ignore[operator]

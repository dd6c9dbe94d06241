"""The plan of the demonstration: the same seed makes the same steps, and the steps are what a service would have."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from inconfidence.demonstration.content import DemonstrationService, content
from inconfidence.demonstration.plan import FILES, steps

TODAY = date(2026, 11, 20)
SERVICES = content().services


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.policy)
def test_the_same_seed_makes_the_same_steps(service: DemonstrationService) -> None:
    """And another seed makes others."""
    once = steps(content(), service, today=TODAY, seed=7, size="small")
    assert once == steps(content(), service, today=TODAY, seed=7, size="small")
    assert once != steps(content(), service, today=TODAY, seed=8, size="small")


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.policy)
def test_a_service_has_what_a_service_has(service: DemonstrationService) -> None:
    """Some callers anonymous, some where two came apart, some who said no; nothing in the future."""
    plan = steps(content(), service, today=TODAY, seed=2026, size="small")
    opened = [step for step in plan if step.act == "open"]
    assert 40 <= len(opened) <= 60
    assert sum(step.own_file for step in opened) >= 2
    homes = {step.file: step.household for step in opened}
    beside = [(step.household, homes[step.again]) for step in opened if step.again]
    assert beside, "a family with two children has two cases of one person"
    for second, first in beside:
        assert second
        assert first
        assert (second.adult, second.child == first.child) == (first.adult, False)
    assert sum(step.act == "call" for step in plan) >= 5
    assert Counter(step.answer for step in plan)["refused"] >= 1
    assert max(step.when.date() for step in plan) < TODAY
    assert all(before.when <= after.when for before, after in pairwise(plan))


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.policy)
def test_a_service_has_a_few_hundred_files_and_years_of_history(service: DemonstrationService) -> None:
    """That is what anybody sees who starts the program without saying how much they want."""
    plan = steps(content(), service, today=TODAY, seed=2026, size="medium")
    began = [step.when.year for step in plan if step.act == "open"]
    assert 200 <= len(began) <= 400
    assert set(began) >= set(range(2021, 2027))


@pytest.mark.parametrize("size", FILES)
def test_a_file_is_opened_before_anything_is_put_on_it(size: str) -> None:
    """In every size, whatever day the first call fell on."""
    for service in SERVICES:
        opened: set[str] = set()
        for step in steps(content(), service, today=TODAY, seed=3, size=size):
            if step.act == "open":
                opened.add(step.file)
            assert step.act in {"call", "named", "concern"} or step.file in opened


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.policy)
def test_a_young_person_is_old_enough_to_come_alone(service: DemonstrationService) -> None:
    """Whoever has a file of their own is at least fourteen; no sentence has a place left unfilled."""
    for step in steps(content(), service, today=TODAY, seed=2026, size="large"):
        assert "{" not in step.text
        if step.own_file:
            assert step.household is not None
            assert step.household.year_of_birth <= TODAY.year - 14


def test_every_service_has_three_to_five_people_in_different_roles() -> None:
    """One head, and sign-in names that nobody shares."""
    names = [member.username for service in SERVICES for member in service.staff]
    assert len(names) == len(set(names))
    for service in SERVICES:
        roles = [member.role for member in service.staff]
        assert 3 <= len(roles) <= 5
        assert roles.count("head_of_service") == 1
        assert len(set(roles)) >= 3


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.policy)
def test_two_who_speak_another_language_have_the_form_and_not_sent_it_back(
    service: DemonstrationService,
) -> None:
    """So that the list of forms out shows who has an interpreter, and what is translated."""
    for size in ("small", "medium"):
        plan = steps(content(), service, today=TODAY, seed=2026, size=size)
        homes = {step.file: step.household for step in plan if step.act == "open" and step.household}
        back = {step.file for step in plan if step.act in ("form", "close")}
        out = [home.language for file, home in homes.items() if file not in back and home.language]
        assert sorted(out) == ["Polish", "Urdu"]

"""Cedar and the rules answer alike; and Cedar can tell the three outcomes apart."""

import pytest

from inconfidence import policies
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.vocabulary import Outcome
from tests.campaigns.cedar import DRAWN, attempt, boundaries, world
from tests.oracle.second_opinion import second_opinion, slugs

SEED = 3
REQUESTS = 600


def test_every_service_has_a_second_opinion() -> None:
    assert slugs() == sorted(slug for slug in policies.slugs() if slug != policies.DEFAULT)


def test_the_rules_and_cedar_agree() -> None:
    assert not attempt(0, REQUESTS, SEED).failed


def test_the_rules_and_cedar_agree_on_every_boundary() -> None:
    assert len(boundaries()) > 10_000
    assert not attempt(DRAWN, len(boundaries()), SEED).failed


def test_the_requests_come_out_every_way() -> None:
    drawn = (world(number, SEED) for number in range(REQUESTS))
    assert {second_opinion(slug, facts) for slug, facts in drawn} == set(Outcome)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (MayDisclose(), Outcome.REFUSE),
        (MayDisclose(consent="given", need_stated="no"), Outcome.REFER),
        (MayDisclose(consent="given"), Outcome.PERMIT),
    ],
    ids=["no ground", "a gate is left", "a ground and no gate"],
)
@pytest.mark.parametrize("slug", slugs())
def test_two_askings_make_three_outcomes(slug: str, facts: MayDisclose, outcome: Outcome) -> None:
    assert second_opinion(slug, facts) is outcome

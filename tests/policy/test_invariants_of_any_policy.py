"""The invariants hold for every legal policy, not for those of the program alone: policies are drawn, and facts."""

from functools import cache

import pytest

from inconfidence.policy.compiled import compiled
from inconfidence.policy.edition import Edition
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Question
from tests.policy.drawing import drawn
from tests.policy.invariants import INVARIANTS
from tests.policy.test_invariants import given
from tests.policy.walk import stray

pytestmark = pytest.mark.walk
SEEDS = range(8)
FACTS = 250
policy = cache(drawn)


def broken(edition: Edition, question: Question, seed: int) -> list[str]:
    """The invariants of a question that an answer of this policy breaks."""
    decide, invariants = (
        compiled(edition, question).decide,
        [i for i in INVARIANTS if question in i.questions],
    )
    found = []
    for facts in stray(question, FACTS, seed):
        decision = decide(facts)
        wrong = [each for each in invariants if each.holds(given(each, facts), decision, edition) is False]
        found += [f"{each.name}: {facts}: {decision}" for each in wrong]
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_invariant_holds(seed: int, question: Question) -> None:
    assert broken(policy(seed), question, seed) == []


def test_what_is_drawn_is_far_from_what_is_shipped() -> None:
    """Of most values the drawn policies have several, and no two of them are alike."""
    seen: dict[tuple[str, str], set[str]] = {}
    for seed in SEEDS:
        for place, setting in policy(seed).settings.items():
            seen.setdefault(place, set()).add(str(setting.value))
    several = [place for place in seen if len(ENTRIES[place[0]].parameters[place[1]].words) > 1]
    assert sum(len(seen[place]) > 1 for place in several) > len(several) * 2 // 3
    assert len({frozenset((*each, str(said.value)) for each, said in policy(seed).settings.items())
                for seed in SEEDS}) == len(SEEDS)  # fmt: skip

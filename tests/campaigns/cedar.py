"""May we share this? asked of the rules and of Cedar: 200,000 random requests, and not one answered differently.

The Cedar policies (`tests/oracle/policies/`) were written from the texts by somebody who had not seen the rules.
"""

from collections import Counter
from random import Random

from bench.piece import Piece
from inconfidence import policies
from inconfidence.policy.facts import WORDS, MayDisclose
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from tests.oracle.second_opinion import second_opinion, slugs

LARGE = 200_000
PIECE = 10_000
SMALL = 1_000
GUARDS = ("src/inconfidence/policy", "src/inconfidence/policies", "tests/oracle")

SAID = WORDS[Question.MAY_DISCLOSE]


def world(number: int, seed: int) -> tuple[str, MayDisclose]:
    """The policy and the facts of one number, the same for the same seed; half have a consent, sound or not."""
    chance = Random(seed * 1_000_003 + number)
    changed = chance.sample(sorted(SAID), chance.randint(0, len(SAID)))
    facts = {name: chance.choice(SAID[name]) for name in changed}
    if chance.random() < 0.5:
        facts["consent"] = "given"
    return chance.choice(slugs()), MayDisclose(**facts)  # type: ignore[arg-type]


def attempt(first: int, count: int, seed: int) -> Piece:
    """Ask numbers `first` to `first + count`; one line for each on which the two differ."""
    ask, failed, said = QUESTIONS[Question.MAY_DISCLOSE].answer, [], Counter[str]()
    for number in range(first, first + count):
        slug, facts = world(number, seed)
        ours, theirs = ask(policies.edition(slug), facts).outcome, second_opinion(slug, facts)
        said[ours] += 1
        if ours != theirs:
            failed.append(f"{number}: under {slug} the rules say {ours} and Cedar says {theirs}")
    return Piece(failed, said)

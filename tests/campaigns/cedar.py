"""May we share this? asked of the rules and of Cedar: 200,000 random requests and every boundary, none answered apart.

A boundary is a story that services tell of sharing, and every request that is one fact away from it.

The Cedar policies (`tests/oracle/policies/`) were written from the texts by somebody who had not seen the rules.
"""

from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random

from bench.piece import Piece
from inconfidence import policies
from inconfidence.policies.stories import Story, stories_of
from inconfidence.policy.facts import WORDS, MayDisclose
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from tests.oracle.second_opinion import second_opinion, slugs

DRAWN = 200_000
PIECE = 10_000
SMALL = 1_000
GUARDS = ("src/inconfidence/policy", "src/inconfidence/policies", "tests/oracle")

SAID = WORDS[Question.MAY_DISCLOSE]


@cache
def boundaries() -> tuple[tuple[str, MayDisclose], ...]:
    """Each story of each service, then what is one fact away from it; nothing twice."""
    told = [
        (slug, MayDisclose(**story.facts)) for slug in slugs() for story in stories_of(slug) if asks(story)
    ]
    beside = [
        (slug, replace(facts, **{name: word}))  # type: ignore[arg-type]
        for slug, facts in told
        for name, words in SAID.items()
        for word in words
    ]
    return tuple(dict.fromkeys([*told, *beside]))


def asks(story: Story) -> bool:
    """Whether it is a story of sharing."""
    return story.asked == Question.MAY_DISCLOSE


def world(number: int, seed: int) -> tuple[str, MayDisclose]:
    """The policy and the facts of one number, the same for the same seed; half have a consent, sound or not.

    The boundaries follow what is drawn.
    """
    if number >= DRAWN:
        return boundaries()[number - DRAWN]
    chance = Random(seed * 1_000_003 + number)
    changed = chance.sample(sorted(SAID), chance.randint(0, len(SAID)))
    facts = {name: chance.choice(SAID[name]) for name in changed}
    if chance.random() < 0.5:
        facts["consent"] = "given"
    return chance.choice(slugs()), MayDisclose(**facts)  # type: ignore[arg-type]


LARGE = DRAWN + len(boundaries())


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

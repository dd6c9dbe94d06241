"""Who reviews a policy, and how a version comes into force: every combination, under every policy."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from inconfidence import policies
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.questions.may_adopt import may_adopt
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import Ground, Outcome, Question
from tests.policy.test_boundaries import POLICIES, but
from tests.policy.walk import walk

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
WORSE = {Outcome.PERMIT: 0, Outcome.REFER: 1, Outcome.REFUSE: 2}
LEAD, GROUP, HOST = "head_of_service", "governing_group", "host_manager"
BOTH = (
    "This review may not be recorded: "
    "the Service Co-ordinator and the Steering Group must look at this policy."
)
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)


def everything(edition: Edition) -> Iterator[tuple[MayAdopt, Decision]]:
    for facts in walk(edition, Question.MAY_ADOPT):
        assert isinstance(facts, MayAdopt)
        yield facts, may_adopt(edition, facts)


def reviewed(*by: str) -> MayAdopt:
    return MayAdopt(by=frozenset(by))  # type: ignore[arg-type]


def version(*by: str, minute: str = "yes") -> MayAdopt:
    return MayAdopt(act="adopt_version", by=frozenset(by), minute=minute)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (reviewed(), but("refuse")),
        (reviewed(LEAD), but("permit", CV="refuse", RO="refuse", CU="refer")),
        (reviewed(GROUP), but("refuse", CV="permit", RO="permit", CU="refer")),
        (reviewed(HOST), but("refuse")),
        (reviewed(LEAD, GROUP), but("permit")),
        (reviewed(LEAD, HOST), but("permit", CV="refuse", RO="refuse", CU="refer")),
        (reviewed(GROUP, HOST), but("refuse", CV="permit", RO="permit", CU="refer")),
        (version(), but("permit", CV="refuse")),
        (version(LEAD, HOST), but("permit", CV="refuse")),
        (version(GROUP), but("permit")),
        (version(minute="no"), but("refuse")),
        (version(LEAD, GROUP, HOST, minute="no"), but("refuse")),
    ],
)
def test_each_departure(facts: MayAdopt, expected: dict[str, str]) -> None:
    found = {short: may_adopt(EDITIONS[slug], facts).outcome for short, slug in POLICIES.items()}
    assert found == expected


@pytest.mark.parametrize(
    ("short", "facts", "word", "heading"),
    [
        (
            "BN",
            reviewed(LEAD),
            "Yes",
            "This review may be recorded: the Manager looked at the policy as a whole.",
        ),
        (
            "CV",
            reviewed(LEAD),
            "No",
            "This review may not be recorded: the Steering Group must look at this policy.",
        ),
        (
            "CU",
            reviewed(LEAD),
            "Ask the Steering Group",
            "Not yet: the Steering Group has not recorded a review.",
        ),
        (
            "CU",
            reviewed(),
            "No",
            BOTH,
        ),
        (
            "RO",
            version(),
            "Yes",
            "This version may come into force: what was decided before keeps the version of its own day.",
        ),
        (
            "CV",
            version(GROUP, minute="no"),
            "No",
            "This version may not come into force: changes are agreed and minuted before they take effect.",
        ),
    ],
)
def test_the_heading_is_one_plain_sentence(short: str, facts: MayAdopt, word: str, heading: str) -> None:
    edition = EDITIONS[POLICIES[short]]
    card = answer(may_adopt(edition, facts), edition, facts)
    assert (card.word, card.heading) == (word, heading)
    assert card.outward == ""


def test_whoever_has_not_agreed_is_named_beside_the_minute() -> None:
    edition = EDITIONS["coventry"]
    card = answer(may_adopt(edition, version(minute="no")), edition, version(minute="no"))
    assert card.reasons == (
        "The Steering Group has not agreed to it.",
        "Changes are agreed and minuted before they take effect.",
    )


def test_a_step_is_said_in_the_words_of_the_service() -> None:
    edition = EDITIONS["cumbria"]
    card = answer(may_adopt(edition, reviewed(LEAD)), edition, reviewed(LEAD))
    assert [step.says for step in card.steps] == [
        "The Steering Group looks at it at a meeting, and the day of the meeting is entered."
    ]
    assert (card.refer_to, card.refer_to_title) == (GROUP, "Steering Group")


@every_policy
def test_the_steps_of_a_refusal_mend_it(edition: Edition) -> None:
    for facts, decision in everything(edition):
        if decision.outcome is Outcome.REFUSE:
            assert decision.steps, facts
            assert may_adopt(edition, taken(facts, decision)).outcome is Outcome.PERMIT, facts


def taken(facts: MayAdopt, decision: Decision) -> MayAdopt:
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    return replace(facts, **changes)  # type: ignore[arg-type]


def test_what_an_answer_stands_on() -> None:
    assert may_adopt(EDITIONS["default"], reviewed(LEAD)).ground is Ground.REVIEW
    assert may_adopt(EDITIONS["default"], version()).ground is Ground.ADOPTION

"""Hot words that were not meant stay between the worker and the head of service."""

from inconfidence.policy.concern import HARMS, ground_of
from inconfidence.policy.facts import MaySee, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, raising, rule, seeing
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar hot words from everybody but the worker on the case and the head of service, whatever the reason."""
    close = bound.bar(Ground.ACT, "hot words stay between the worker on the {case} and {lead}")

    def check(facts: MaySee) -> Findings:
        if facts.item != "hot_words" or facts.actor == "head_of_service":
            return NOTHING
        return NOTHING if facts.actor == "worker" and facts.assigned == "yes" else close

    return check


def where(bound: Bound) -> Check:
    """Hot words that were not meant are closed like that, and the entry stays close."""
    close = {ground: bound.duty(ground, DutyKind.KEEP_CLOSE) for ground in HARMS}

    def check(facts: WhereToRaise) -> Findings:
        not_meant = facts.stage == "close" and facts.belief == "no_intention"
        return close[ground_of(facts)] if not_meant else NOTHING

    return check


RAISE = Question.WHERE_TO_RAISE
HOT_WORDS = {"belief": "no_intention"}
RULE = rule(
    __doc__,
    slug="concern-kept-close",
    authority="Common-law duty of confidence",
    asked=(
        seeing(see, "actor", "item", "assigned"),
        raising(where, "about", "child_hurt", "belief", "stage"),
    ),
    examples=(
        Example("The worker on the case.", {"item": "hot_words"}, "", question=SEE),
        Example(
            "A colleague with a reason.",
            {"item": "hot_words", "assigned": "no", "reason": "yes"},
            "bar",
            question=SEE,
        ),
        Example(
            "The head of service.",
            {"actor": "head_of_service", "item": "hot_words", "assigned": "no"},
            "",
            question=SEE,
        ),
        Example("Hot words, closed.", {**HOT_WORDS, "stage": "close"}, "duty", question=RAISE),
        Example("Hot words, still open.", HOT_WORDS, "", question=RAISE),
    ),
)

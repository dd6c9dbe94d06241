"""Changes are agreed and minuted before they take effect."""

from collections.abc import Mapping

from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import Value, words_or_none
from inconfidence.policy.rule import Bound, Check, Example, adopting, rule
from inconfidence.policy.rules.governing.policy_review import REVIEWERS
from inconfidence.policy.vocabulary import Ground, Question, Role, StepKind

ADOPT = Question.MAY_ADOPT


def adopt(bound: Bound) -> Check:
    """Bar a version that those named did not agree to, or whose minute is not on record; a review needs neither."""
    minuted = bound.met(Ground.ADOPTION, "the minute’s reference and date are on record")
    without = bound.bar(
        Ground.ADOPTION, "changes are agreed and minuted before they take effect", StepKind.ENTER_MINUTE
    )
    here = bound.hanging_on("agreed_by")
    named = bound.values["agreed_by"]
    assert isinstance(named, tuple)
    not_agreed = {
        role: here.bar(Ground.ADOPTION, f"{REVIEWERS[role][0]} has not agreed to it", REVIEWERS[role][1])
        for role in map(Role, named)
    }

    def check(facts: MayAdopt) -> Findings:
        if facts.act != "adopt_version":
            return NOTHING
        found = sum((bar for role, bar in not_agreed.items() if role not in facts.by), NOTHING)
        return found + (minuted if facts.minute == "yes" else without)

    return check


MINUTED = {"act": "adopt_version", "minute": "yes"}
GROUP = frozenset({"governing_group"})
NOBODY: Mapping[str, Value] = {"agreed_by": ()}
BY_GROUP: Mapping[str, Value] = {"agreed_by": ("governing_group",)}
RULE = rule(
    __doc__,
    slug="amendments-minuted",
    authority="UK GDPR Art. 5(2)",
    parameters={"agreed_by": words_or_none("head_of_service", "governing_group")},
    asked=(adopting(adopt, "act", "by", "minute"),),
    examples=(
        Example("A version with its minute.", MINUTED, "met", NOBODY, ADOPT),
        Example("A version without one.", {"act": "adopt_version"}, "bar", NOBODY, ADOPT),
        Example("The group agreed to it.", {**MINUTED, "by": GROUP}, "met", BY_GROUP, ADOPT),
        Example("It did not, and should.", MINUTED, "bar met", BY_GROUP, ADOPT),
        Example("Neither agreed nor minuted.", {"act": "adopt_version"}, "bar bar", BY_GROUP, ADOPT),
        Example("A review that changes nothing.", {}, "", BY_GROUP, ADOPT),
    ),
)

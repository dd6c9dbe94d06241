"""Only what this recipient needs for this purpose goes, item by item."""

from collections.abc import Callable

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind

WEIGHED = (Ground.CONSENT, Ground.PUBLIC_INTEREST)
ANSWERING_DANGER = (Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK)


def disclose(bound: Bound) -> Check:
    """No whole file under consent or for a danger; under consent nothing beside the matter, and a reason for each item.

    A danger waits for no reasons: only the whole file is barred there.
    """
    whole = bound.hanging_on("whole_file").bar(Ground.CONSENT, *_WHOLE) + _for_each(
        (*ANSWERING_DANGER, Ground.PUBLIC_INTEREST), lambda ground: bound.bar(ground, *_WHOLE)
    )
    beside = _for_each(
        WEIGHED,
        lambda ground: bound.bar(
            ground, "something in it does not bear on the matter in hand", StepKind.LEAVE_OUT_IRRELEVANT
        ),
    )
    unsaid = _for_each(
        WEIGHED, lambda ground: bound.step(ground, "each item needs its reason", StepKind.STATE_NEED)
    )
    needed = _for_each(WEIGHED, lambda ground: bound.met(ground, "only what is needed goes"))

    def check(facts: MayDisclose) -> Findings:
        found = whole if facts.extent == "whole_file" else NOTHING
        if facts.relevant == "no":
            found += beside
        if facts.need_stated == "no":
            found += unsaid
        return found or needed

    return check


_WHOLE = ("the whole file goes to nobody: choose what this recipient needs to know", StepKind.CHOOSE_ITEMS)


def _for_each(grounds: tuple[Ground, ...], say: Callable[[Ground], Findings]) -> Findings:
    return tuple(finding for ground in grounds for finding in say(ground))


NEVER = {"whole_file": "never_under_consent"}
RULE = rule(
    __doc__,
    slug="need-to-know",
    authority="UK GDPR Art. 5(1)(b) and (c)",
    parameters={"whole_file": word("never_under_consent")},
    asked=(disclosing(disclose, "extent", "relevant", "need_stated"),),
    examples=(
        Example("Three items, each with its reason.", {}, "met met", NEVER),
        Example("The whole file.", {"extent": "whole_file"}, "bar bar bar bar", NEVER),
        Example("An item about something else.", {"relevant": "no"}, "bar bar", NEVER),
        Example("No reason written down.", {"need_stated": "no"}, "step step", NEVER),
    ),
)

"""Court orders and duties in law are obeyed, within their terms; a letter or a badge is neither."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import optional, word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """An order or a duty stands by itself and ends at its own terms; a policy may have the head see it first."""
    letter = "a letter, a claim of authority or a badge is not an order or a duty in law"
    found = {
        "none": NOTHING,
        "asserted": bound.lacks(Ground.LAW, letter, claimed=True),
        "permits": bound.lacks(Ground.LAW, "the law cited allows this and does not require it", claimed=True),
        "requires": _stands(bound, "the law requires it"),
        "order": _stands(bound, "a court has ordered it"),
    }
    beyond = bound.bar(
        Ground.LAW, "this goes beyond what the order or the duty names", StepKind.KEEP_WITHIN_TERMS
    )
    unseen = (
        bound.hanging_on("decided_by").approval(
            Ground.LAW, "{lead} sees the order or the duty first, and decides"
        )
        if bound.values.get("decided_by") == "head_of_service"
        else bound.duty(Ground.LAW, DutyKind.TELL_LEAD)
    )

    def check(facts: MayDisclose) -> Findings:
        here = found[facts.law]
        if facts.law not in ("requires", "order"):
            return here
        if facts.within_terms == "no":
            here += beyond
        return here if facts.head_decided == "yes" else here + unseen

    return check


def _stands(bound: Bound, says: str) -> Findings:
    return bound.ground(Ground.LAW, says, passes_bars=True) + bound.duty(Ground.LAW, DutyKind.RECORD_LAW)


RULE = rule(
    __doc__,
    slug="law-ground",
    authority="UK GDPR Art. 6(1)(c)",
    parameters={"decided_by": optional(word("head_of_service"))},
    asked=(disclosing(disclose, "law", "within_terms", "head_decided"),),
    examples=(
        Example("A sealed court order names these notes.", {"law": "order"}, "ground duty duty"),
        Example(
            "The same where the manager sees it first.",
            {"law": "order"},
            "ground duty approval",
            {"decided_by": "head_of_service"},
        ),
        Example("It names less.", {"law": "order", "within_terms": "no"}, "ground duty bar duty"),
        Example("A solicitor's letter says that we must.", {"law": "asserted"}, "lacks"),
        Example("The council says that a statute lets us.", {"law": "permits"}, "lacks"),
    ),
)

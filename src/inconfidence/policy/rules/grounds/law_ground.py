"""Court orders and duties in law are obeyed, within their terms; a letter or a badge is neither."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """An order or a duty stands by itself and ends at its own terms; a mere power or claim is no ground."""
    duties = bound.duty(Ground.LAW, DutyKind.RECORD_LAW) + bound.duty(Ground.LAW, DutyKind.TELL_LEAD)
    found = {
        "none": NOTHING,
        "asserted": bound.lacks(
            Ground.LAW,
            "a letter, a claim of authority or a badge is not an order or a duty in law",
            claimed=True,
        ),
        "permits": bound.lacks(Ground.LAW, "the law cited allows this and does not require it", claimed=True),
        "requires": bound.ground(Ground.LAW, "the law requires it", passes_bars=True) + duties,
        "order": bound.ground(Ground.LAW, "a court has ordered it", passes_bars=True) + duties,
    }
    beyond = bound.bar(
        Ground.LAW, "this goes beyond what the order or the duty names", StepKind.KEEP_WITHIN_TERMS
    )

    def check(facts: MayDisclose) -> Findings:
        if facts.within_terms == "no" and facts.law in ("requires", "order"):
            return found[facts.law] + beyond
        return found[facts.law]

    return check


RULE = rule(
    __doc__,
    slug="law-ground",
    authority="UK GDPR Art. 6(1)(c)",
    asked=(disclosing(disclose, "law", "within_terms"),),
    examples=(
        Example("A sealed court order names these notes.", {"law": "order"}, "ground duty duty"),
        Example(
            "It names less than is asked for.", {"law": "order", "within_terms": "no"}, "ground duty duty bar"
        ),
        Example("A solicitor's letter says that we must.", {"law": "asserted"}, "lacks"),
        Example("The council says that a statute lets us.", {"law": "permits"}, "lacks"),
    ),
)

"""What a person told us may go to somebody else when that person has agreed to it."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """The consent ground, once consent is given; before that, what it lacks. Their own words may go back to them."""
    agreed = bound.ground(Ground.CONSENT, "{person} has agreed to it", claimed=False) + bound.duty(
        Ground.CONSENT, DutyKind.RECORD_DISCLOSURE
    )
    lacks = {
        "none": bound.lacks(Ground.CONSENT, "{person} has not agreed", StepKind.OBTAIN_CONSENT),
        "asked": bound.lacks(Ground.CONSENT, "{person} has been asked and has not answered yet"),
        "refused": bound.lacks(Ground.CONSENT, "{person} has said no"),
        "withdrawn": bound.lacks(Ground.CONSENT, "{person} has changed their mind and no longer agrees"),
        "implied": bound.lacks(
            Ground.CONSENT,
            "a wish or a hint is not {consent}: {person} has not said yes",
            StepKind.OBTAIN_CONSENT,
        ),
    }
    theirs = bound.ground(
        Ground.OWN_INFORMATION, "it is what {person} told us, and it goes back to them"
    ) + bound.duty(Ground.OWN_INFORMATION, DutyKind.RECORD_DISCLOSURE)

    def check(facts: MayDisclose) -> Findings:
        own = (
            facts.recipient == "user"
            and facts.provided_by == "subject"
            and facts.act == "share"
            and facts.extent != "whole_file"
        )
        consent = agreed if facts.consent == "given" else lacks[facts.consent]
        return consent + (theirs if own else NOTHING)

    return check


RULE = rule(
    __doc__,
    slug="consent-ground",
    authority="Common-law duty of confidence; UK GDPR Art. 5(1)(a)",
    asked=(disclosing(disclose, "consent", "recipient", "provided_by", "act", "extent"),),
    examples=(
        Example("The parent said yes.", {"consent": "given"}, "ground duty"),
        Example("Nobody has asked the parent.", {}, "lacks"),
        Example("The parent said no.", {"consent": "refused"}, "lacks"),
        Example(
            "We read the parent's own letter back to the parent.", {"recipient": "user"}, "lacks ground duty"
        ),
    ),
)

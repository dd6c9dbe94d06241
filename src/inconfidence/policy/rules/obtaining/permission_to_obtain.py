"""Records that others hold are asked for, or looked up, only with permission to obtain them; permission to share is \
another thing.
"""

from inconfidence.policy.facts import MayObtain
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, obtaining, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

OBTAIN = Question.MAY_OBTAIN


def obtain(bound: Bound) -> Check:
    """The consent ground of asking, and the last word: a yes to telling others is not a yes to asking them."""
    closing = bound.closing("what others hold is asked for only when {person} agreed to our having it")
    lacks = {
        "none": bound.lacks(
            Ground.CONSENT, "{person} has not agreed that we ask for them", StepKind.OBTAIN_CONSENT
        ),
        "share_only": bound.lacks(
            Ground.CONSENT,
            "{person} agreed that we tell others, not that we ask them",
            StepKind.OBTAIN_CONSENT,
        ),
        "refused": bound.lacks(Ground.CONSENT, "{person} has said no"),
        "withdrawn": bound.lacks(Ground.CONSENT, "{person} has changed their mind and no longer agrees"),
    }
    found = {state: finding + closing for state, finding in lacks.items()}
    agreed = bound.ground(Ground.CONSENT, "{person} has agreed to our having them")
    found["given"] = agreed + bound.duty(Ground.CONSENT, DutyKind.RECORD_REQUEST) + closing

    def check(facts: MayObtain) -> Findings:
        return found[facts.consent]

    return check


RULE = rule(
    __doc__,
    slug="permission-to-obtain",
    authority="Common-law duty of confidence; UK GDPR Art. 5(1)(a)",
    asked=(obtaining(obtain, "consent"),),
    examples=(
        Example(
            "She agreed that we see the school's record.",
            {"consent": "given"},
            "ground duty closing",
            question=OBTAIN,
        ),
        Example(
            "She agreed that we talk to the school.",
            {"consent": "share_only"},
            "lacks closing",
            question=OBTAIN,
        ),
        Example("Nobody asked her.", {}, "lacks closing", question=OBTAIN),
        Example("She said no.", {"consent": "refused"}, "lacks closing", question=OBTAIN),
    ),
)

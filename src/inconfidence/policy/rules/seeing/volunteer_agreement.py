"""No volunteer takes part before signing the agreement."""

from inconfidence.policy.facts import MaySee, MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing, working
from inconfidence.policy.vocabulary import Ground, Question, StepKind

SEE, WORK = Question.MAY_SEE, Question.MAY_WORK


def see(bound: Bound) -> Check:
    """Bar a volunteer without an agreement signed by the day of assignment."""
    unsigned = bound.bar(Ground.ACT, "no {volunteer} takes part before signing the agreement")
    signed = bound.met(Ground.VOLUNTEER, "the agreement is signed")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return signed if facts.agreement == "yes" else unsigned

    return check


def work(bound: Bound) -> Check:
    """The ground of volunteers, once the agreement is signed and its day has come."""
    signed = bound.ground(Ground.VOLUNTEER, "the agreement is signed")
    mends = StepKind.SIGN_AGREEMENT
    found = {
        "signed": signed,
        "signed_later": bound.bar(Ground.ACT, "the agreement was signed only after that day", mends),
        "none": bound.bar(Ground.ACT, "no {volunteer} takes part before signing the agreement", mends),
    }

    def check(facts: MayWork) -> Findings:
        return found[facts.agreement] if facts.actor == "volunteer" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="volunteer-agreement",
    authority="UK GDPR Art. 32(4)",
    asked=(seeing(see, "actor", "agreement"), working(work, "actor", "agreement")),
    examples=(
        Example("Signed the day after.", {"actor": "volunteer", "agreement": "no"}, "bar", question=SEE),
        Example("Signed in time.", {"actor": "volunteer"}, "met", question=SEE),
        Example("A volunteer who has signed.", {}, "ground", question=WORK),
        Example("Nothing is signed.", {"agreement": "none"}, "bar", question=WORK),
        Example("Signed the week after.", {"agreement": "signed_later"}, "bar", question=WORK),
        Example("A member of staff.", {"actor": "worker", "agreement": "none"}, "", question=WORK),
    ),
)

"""Nobody outside this service has a way in: not the council, not the host, not another service; \
accounts are personal.
"""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar everybody from outside, and an account that two people use."""
    outside = bound.bar(Ground.ACT, "only our service has a way in: nobody from outside it sees anything")
    shared = bound.bar(Ground.ACT, "an account belongs to one person")
    found = {
        "council_officer": outside,
        "host_staff": outside,
        "other_service": outside,
        "shared_account": shared,
    }

    def check(facts: MaySee) -> Findings:
        return found.get(facts.actor, NOTHING)

    return check


RULE = rule(
    __doc__,
    slug="only-the-service",
    authority="UK GDPR Art. 32",
    parameters={"case_keys": word("allocated", "staff")},
    asked=(seeing(see, "actor"),),
    examples=(
        Example(
            "An officer of the council asks for a login.",
            {"actor": "council_officer"},
            "bar",
            {"case_keys": "allocated"},
            question=SEE,
        ),
        Example(
            "Two people share a password.",
            {"actor": "shared_account"},
            "bar",
            {"case_keys": "staff"},
            question=SEE,
        ),
        Example("A worker of the service.", {}, "", {"case_keys": "staff"}, question=SEE),
    ),
)

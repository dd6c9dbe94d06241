"""Messages left for the service are picked up by its staff alone."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar volunteers from messages; nobody from outside has a way in anyway."""
    staff = bound.bar(Ground.ACT, "messages left for our service are for its staff alone")

    def check(facts: MaySee) -> Findings:
        return staff if facts.item == "voicemail" and facts.actor == "volunteer" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="voicemail-staff-only",
    authority="UK GDPR Art. 32",
    asked=(seeing(see, "actor", "item"),),
    examples=(
        Example(
            "A volunteer plays a message.", {"actor": "volunteer", "item": "voicemail"}, "bar", question=SEE
        ),
        Example("A worker does.", {"item": "voicemail"}, "", question=SEE),
    ),
)

"""An address is confirmed before anything is sent to it."""

from inconfidence.policy.facts import MayContact
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, contacting, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

CONTACT = Question.MAY_CONTACT
SENT = ("letter", "newsletter")


def contact(bound: Bound) -> Check:
    """A step before anything is sent; what has come back is confirmed anew."""
    known = {
        "confirmed": bound.met(Ground.CONTACT, "the address is confirmed"),
        "unconfirmed": bound.step(
            Ground.CONTACT, "nobody has confirmed the address yet", StepKind.CONFIRM_ADDRESS
        ),
        "returned": bound.step(
            Ground.CONTACT, "something sent to this address came back", StepKind.CONFIRM_ADDRESS
        ),
    }

    def check(facts: MayContact) -> Findings:
        return known[facts.address] if facts.channel in SENT else NOTHING

    return check


LETTER = {"channel": "letter"}
RULE = rule(
    __doc__,
    slug="mailing-address",
    authority="UK GDPR Art. 5(1)(d) and (f)",
    asked=(contacting(contact, "channel", "address"),),
    examples=(
        Example("A letter to a confirmed address.", LETTER, "met", {}, CONTACT),
        Example("Nobody checked the address.", {**LETTER, "address": "unconfirmed"}, "step", {}, CONTACT),
        Example("The last letter came back.", {**LETTER, "address": "returned"}, "step", {}, CONTACT),
        Example("A call needs no address.", {"address": "returned"}, "", {}, CONTACT),
    ),
)

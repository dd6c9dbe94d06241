"""Nobody is on the mailing list without having agreed to that."""

from inconfidence.policy.facts import MayContact
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, contacting, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

CONTACT = Question.MAY_CONTACT


def contact(bound: Bound) -> Check:
    """The ground of the newsletter: a consent of its own, which no other consent stands for."""
    agreed = bound.ground(Ground.CONTACT, "{person} agreed to be on the mailing list")
    unasked = bound.bar(
        Ground.CONTACT, "{person} has not agreed to be on the mailing list", StepKind.ASK_FOR_MAILING
    )
    refused = bound.bar(Ground.CONTACT, "{person} asked us not to send it")

    def check(facts: MayContact) -> Findings:
        if facts.channel != "newsletter":
            return NOTHING
        if facts.preference == "no":
            return agreed + refused
        return agreed if facts.mailing_consent == "yes" else agreed + unasked

    return check


NEWS = {"channel": "newsletter"}
RULE = rule(
    __doc__,
    slug="mailing-list",
    authority="Privacy and Electronic Communications Regulations 2003 reg. 22; UK GDPR Art. 5(1)(b)",
    asked=(contacting(contact, "channel", "preference", "mailing_consent"),),
    examples=(
        Example(
            "A father agreed to the newsletter.", {**NEWS, "mailing_consent": "yes"}, "ground", {}, CONTACT
        ),
        Example("Nobody asked him.", NEWS, "ground bar", {}, CONTACT),
        Example(
            "He wants none sent.",
            {**NEWS, "mailing_consent": "yes", "preference": "no"},
            "ground bar",
            {},
            CONTACT,
        ),
        Example("A letter about his case.", {"channel": "letter"}, "", {}, CONTACT),
    ),
)

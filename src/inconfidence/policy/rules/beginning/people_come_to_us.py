"""Families come to this service; it does not approach a family that has not."""

from inconfidence.policy.facts import MayBeginCasework, MayContact
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, contacting, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN, CONTACT = Question.MAY_BEGIN_CASEWORK, Question.MAY_CONTACT


def begin(bound: Bound) -> Check:
    """However they came, casework waits for their own word; taking down that somebody put them forward does not."""
    came = bound.met(Ground.CASEWORK, "{person} asked for our help")
    unheard = bound.step(
        Ground.CASEWORK, "{person} has not said yet that they want our help", StepKind.CONFIRM_WITH_PERSON
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act != "casework":
            return NOTHING
        return came if facts.origin == "self" or facts.confirmed == "yes" else unheard

    return check


def contact(bound: Bound) -> Check:
    """Nobody is approached who neither came nor was put forward; and the last word on every way of getting in touch."""
    closing = bound.closing("nothing in this policy lets us get in touch this way")
    came = bound.met(Ground.ACT, "{person} came to us") + closing
    stranger = (
        bound.bar(Ground.ACT, "families come to us, and this one neither came nor was put forward") + closing
    )

    def check(facts: MayContact) -> Findings:
        if facts.who == "stranger":
            return stranger
        return closing if facts.who == "referred" else came

    return check


RULE = rule(
    __doc__,
    slug="people-come-to-us",
    authority="Common-law duty of confidence; SEND Code of Practice 2015 ch. 2",
    asked=(beginning(begin, "act", "origin", "confirmed"), contacting(contact, "who")),
    examples=(
        Example("A mother rang us.", {}, "met", question=BEGIN),
        Example(
            "A teacher put a father forward, who has not been heard.",
            {"origin": "referral", "confirmed": "no"},
            "step",
            question=BEGIN,
        ),
        Example(
            "The referral is taken down.", {"origin": "referral", "act": "open_enquiry"}, "", question=BEGIN
        ),
        Example("A mother we help.", {}, "met closing", question=CONTACT),
        Example("A family who never rang.", {"who": "stranger"}, "bar closing", question=CONTACT),
        Example("A family put forward.", {"who": "referred"}, "closing", question=CONTACT),
    ),
)

"""A family put forward by a professional is contacted only if they agreed beforehand, and, where the policy says so, \
only exceptionally.
"""

from collections.abc import Mapping

from inconfidence.policy.facts import MayContact
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, contacting, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

CONTACT = Question.MAY_CONTACT
ACT = Ground.ACT


def contact(bound: Bound) -> Check:
    """What the referrer has shown, and what makes this family an exception."""
    agreed = _agreement(bound)
    exception = _exception(bound)

    def check(facts: MayContact) -> Findings:
        if facts.who != "referred":
            return NOTHING
        return agreed[facts.agreement] + exception(facts)

    return check


def _agreement(bound: Bound) -> Mapping[str, Findings]:
    """Agreement that came after the details were passed is worse than none: it cannot be made good."""
    here = bound.hanging_on("without_agreement")
    unshown = "the referrer has not shown that {person} agreed beforehand"
    late = "{person} agreed only after their details had been passed on"
    before = here.met(ACT, "{person} agreed beforehand that their details were passed on")
    if bound.values["we_ring"] == "professional_makes_contact":
        first = bound.hanging_on("we_ring")
        waits = bound.values["without_agreement"] == "step"
        return {
            "before": before,
            "none": first.step(ACT, unshown, StepKind.PROFESSIONAL_FIRST)
            if waits
            else first.bar(ACT, unshown, StepKind.PROFESSIONAL_FIRST),
            "after": first.bar(ACT, late, StepKind.PROFESSIONAL_FIRST),
        }
    if bound.values["without_agreement"] == "step":
        unproven = here.step(ACT, unshown, StepKind.SHOW_AGREEMENT)
        return {"before": before, "none": unproven, "after": here.bar(ACT, late)}
    declined = here.duty(ACT, DutyKind.DECLINE_REFERRAL)
    return {
        "before": before,
        "none": here.bar(ACT, unshown, StepKind.SHOW_AGREEMENT) + declined,
        "after": here.bar(ACT, late) + declined,
    }


def _exception(bound: Bound) -> Check:
    """A reason alone is still to be written down; where staff have to agree to it, nobody rings before they have."""
    here = bound.hanging_on("exceptional")
    asks = bound.values["exceptional"]
    noted = here.met(ACT, "why this is exceptional is written down")
    unsaid = here.step(ACT, "why this is exceptional is written down first", StepKind.RECORD_EXCEPTION)
    unfounded = here.bar(ACT, "why this is exceptional is not written down", StepKind.RECORD_EXCEPTION)
    nobody = here.bar(ACT, "no member of staff has agreed to get in touch", StepKind.NAME_WHO_AGREED)
    not_staff = here.bar(ACT, "it is for staff to answer a professional’s referral", StepKind.LET_STAFF)

    def reason(facts: MayContact) -> Findings:
        return noted if facts.exceptional == "yes" else unsaid

    def reason_and_staff_member(facts: MayContact) -> Findings:
        found = noted if facts.exceptional == "yes" else unfounded
        found += NOTHING if facts.agreed_by == "yes" else nobody
        return found if facts.actor == "worker" else found + not_staff

    return {"reason": reason, "reason_and_staff_member": reason_and_staff_member}.get(str(asks), _not_asked)


def _not_asked(facts: MayContact) -> Findings:
    return NOTHING


STRICT = {"exceptional": "reason_and_staff_member", "without_agreement": "refuse", "we_ring": "yes"}
THEY_RING = {
    "exceptional": "reason",
    "without_agreement": "refuse",
    "we_ring": "professional_makes_contact",
}
A_MESSAGE = {"exceptional": "not_asked", "without_agreement": "step", "we_ring": "yes"}
REFERRED = {"who": "referred"}
SHOWN = {**REFERRED, "agreement": "before"}
RULE = rule(
    __doc__,
    slug="professional-referral",
    authority="Common-law duty of confidence; UK GDPR Art. 5(1)(a) and (b)",
    parameters={
        "exceptional": word("reason_and_staff_member", "reason", "not_asked"),
        "without_agreement": word("refuse", "step"),
        "we_ring": word("yes", "professional_makes_contact"),
    },
    asked=(contacting(contact, "who", "agreement", "exceptional", "agreed_by", "actor"),),
    examples=(
        Example(
            "A teacher shows that the mother agreed, and a colleague takes it on as an exception.",
            {**SHOWN, "exceptional": "yes", "agreed_by": "yes"},
            "met met",
            STRICT,
            question=CONTACT,
        ),
        Example("Nobody says why it is exceptional, or who agreed.", SHOWN, "met bar bar", STRICT, CONTACT),
        Example(
            "The mother's agreement is not shown.",
            {**REFERRED, "exceptional": "yes", "agreed_by": "yes"},
            "bar duty met",
            STRICT,
            CONTACT,
        ),
        Example(
            "A volunteer would ring.",
            {**SHOWN, "exceptional": "yes", "agreed_by": "yes", "actor": "volunteer"},
            "met met bar",
            STRICT,
            CONTACT,
        ),
        Example("The nurse rang for her, and nobody noted why.", SHOWN, "met step", THEY_RING, CONTACT),
        Example(
            "The nurse passed on a number without asking.",
            {**REFERRED, "exceptional": "yes"},
            "bar met",
            THEY_RING,
            CONTACT,
        ),
        Example(
            "The same, where the policy would wait for the professional.",
            {**REFERRED, "exceptional": "yes"},
            "step met",
            {**THEY_RING, "without_agreement": "step"},
            CONTACT,
        ),
        Example("The referrer has not said whether they agreed.", REFERRED, "step", A_MESSAGE, CONTACT),
        Example(
            "They were asked after their number was passed on.",
            {**REFERRED, "agreement": "after"},
            "bar",
            A_MESSAGE,
            CONTACT,
        ),
        Example("Somebody we help.", {}, "", STRICT, CONTACT),
    ),
)

"""Anyone else is answered only on consent, on a duty in law, or, where the policy says so, on a power that the head \
of service weighs.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.requested import from_outside
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
BACK = ("requester", "named_officer")


def answer(bound: Bound) -> Check:
    """The grounds of the police, an agency, a stranger; for the council a duty in law is one, a power is none."""
    consents, power = _consents(bound), _power(bound)
    obliged = bound.met(Ground.LAW, "what the law requires is given, whoever asks")
    elsewhere = bound.bar(
        Ground.CONSENT, "it goes back to whoever asked", StepKind.SEND_TO_REQUESTER
    ) + bound.bar(Ground.POWER, "it goes back to whoever asked", StepKind.SEND_TO_REQUESTER)
    goes = bound.answer("it goes back to whoever asked", goes_to="whoever_asked")

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage != "release" or not from_outside(facts):
            return NOTHING
        found = obliged if facts.law in ("requires", "order") else NOTHING
        if facts.kind == "council":
            return found
        found += goes + consents(facts) + power(facts)
        return found if facts.to in BACK else found + elsewhere

    return check


def _consents(bound: Bound) -> Check:
    """A yes to this very request from the person, on the file; after a no nobody is sent to ask again."""
    agreed = bound.ground(Ground.CONSENT, "{person} agreed to this very request") + bound.duty(
        Ground.CONSENT, DutyKind.RECORD_ANSWER
    )
    unrecorded = agreed + bound.step(
        Ground.CONSENT, "the yes of {person} is not on the file", StepKind.NOTE_AGREEMENT
    )
    refused = bound.lacks(Ground.CONSENT, "{person} has said no")
    unasked = bound.lacks(
        Ground.CONSENT,
        "it goes only on a yes of {person} to this very request, or on the law",
        StepKind.ASK_ABOUT_REQUEST,
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.consent == "specific" and facts.consent_from == "subject":
            return unrecorded if facts.evidence == "none" else agreed
        return refused if facts.consent == "refused" else unasked

    return check


def _power(bound: Bound) -> Check:
    """What the law allows and does not require: for the head of service alone, and marked as narrower elsewhere."""
    here = bound.hanging_on("permits")
    if bound.values["permits"] == "not_a_ground":
        lacks = here.lacks(
            Ground.POWER, "a power is no duty, and this policy gives nothing on a power", claimed=True
        )
        return lambda facts: lacks if facts.law == "permits" else NOTHING
    weighed = (
        here.ground(Ground.POWER, "the law allows it, and {lead} has weighed that")
        + here.duty(Ground.POWER, DutyKind.RECORD_ANSWER)
        + here.duty(Ground.POWER, DutyKind.FLAG_ONLY_ALLOWED)
    )
    unweighed = weighed + here.approval(
        Ground.POWER, "the law allows this and does not require it: {lead} decides"
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.law != "permits":
            return NOTHING
        return weighed if facts.head_decided == "yes" else unweighed

    return check


POLICE = {"kind": "outside", "requester": "official"}
HEAD, NOT = {"permits": "head_of_service"}, {"permits": "not_a_ground"}
RULE = rule(
    __doc__,
    slug="outside-request",
    authority="Common-law duty of confidence; UK GDPR Art. 6(1)(c) to (e)",
    parameters={"permits": word("head_of_service", "not_a_ground")},
    asked=(
        answering(
            answer, "kind", "stage", "to", "consent", "consent_from", "evidence", "law", "head_decided"
        ),
    ),
    examples=(
        Example("The police ask, and cite nothing.", POLICE, "answer lacks", HEAD, question=ANSWER),
        Example(
            "The parent agreed, by letter.",
            {**POLICE, "consent": "specific", "evidence": "form_or_letter"},
            "answer ground duty",
            NOT,
            question=ANSWER,
        ),
        Example(
            "They cite a power.",
            {**POLICE, "law": "permits"},
            "answer lacks ground duty duty approval",
            HEAD,
            question=ANSWER,
        ),
        Example(
            "The same where a power is no ground.",
            {**POLICE, "law": "permits"},
            "answer lacks lacks",
            NOT,
            question=ANSWER,
        ),
        Example("A court orders it.", {**POLICE, "law": "order"}, "met answer lacks", NOT, question=ANSWER),
        Example(
            "A court orders it for the council.",
            {"kind": "council", "law": "order"},
            "met",
            NOT,
            question=ANSWER,
        ),
    ),
)

"""Grave danger to somebody who is not a child may be passed on: the head of service decides, or the worker acts \
first in an emergency.
"""

from inconfidence.policy.concern import a_child_is_meant
from inconfidence.policy.facts import MayDisclose, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import words_or_none, yes_or_no
from inconfidence.policy.rule import Bound, Check, Example, disclosing, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

PEOPLE = ("adult_at_risk", "adult", "staff", "public")
# Whom a concern is about, and under which of those names a policy may speak of them.
NAMED_AS = {
    "adult": ("adult", "adult_at_risk"),
    "employee": ("staff",),
    "class_teacher": ("public",),
    "head_teacher": ("public",),
}
PROTECTORS = ("safeguarding_body", "police", "emergency_service")


def disclose(bound: Bound) -> Check:
    """The policy's own ground for the people it names; for everybody else the law's, marked where it is outside."""
    person = Ground.PERSON_AT_RISK
    named = bound.values["whose"]
    assert isinstance(named, tuple)
    own = _stands(bound, NOTHING)
    outside = bound.hanging_on("outside_policy").duty(person, DutyKind.FLAG_OUTSIDE_POLICY)
    by_law = _stands(bound.by_law(), outside if bound.values["outside_policy"] else NOTHING)
    stands = {each: own if each in named else by_law for each in PEOPLE}
    elsewhere = bound.bar(
        person, "only those who can protect them may be told on this ground", StepKind.TELL_SAFEGUARDING
    )
    undecided = bound.step(
        person, "say whether you believe that somebody is in danger, and why", StepKind.RECORD_BELIEF
    )
    owed = bound.duty(person, DutyKind.RECORD_BELIEF)
    decides = bound.approval(person, "{lead} decides whether this danger is told")
    report = bound.duty(person, DutyKind.REPORT_TO_LEAD)

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to not in stands:
            return NOTHING
        at_once = facts.emergency == "yes"
        found = stands[facts.risk_to]
        if not protects(facts.recipient, facts.risk_to):
            found += elsewhere
        if facts.belief in ("none", "wondering"):
            found += owed if at_once else undecided
        if facts.head_decided == "no":
            found += report if at_once else decides
        return found

    return check


def where(bound: Bound) -> Check:
    """A concern about anybody who is no child is talked over with the head of service first; in an emergency it is \
told, and reported.

    Where the policy names no such people, the law alone speaks, and the concern is marked as outside the policy.
    """
    named = bound.values["whose"]
    assert isinstance(named, tuple)
    found = {
        about: _consulted(bound, inside=any(each in named for each in NAMED_AS[about])) for about in NAMED_AS
    }

    def check(facts: WhereToRaise) -> Findings:
        if a_child_is_meant(facts) or facts.stage == "close":
            return NOTHING
        return found[facts.about](facts)

    return check


def _consulted(bound: Bound, *, inside: bool) -> Check:
    person = Ground.PERSON_AT_RISK
    speaks = bound if inside else bound.by_law()
    outside = bound.hanging_on("outside_policy").duty(person, DutyKind.FLAG_OUTSIDE_POLICY)
    marked = NOTHING if inside or not bound.values["outside_policy"] else outside
    first = speaks.step(person, "{lead} is consulted before it is told", StepKind.CONSULT_LEAD)
    report = speaks.duty(person, DutyKind.REPORT_TO_LEAD)
    done = speaks.met(person, "{lead} has been consulted")

    def check(facts: WhereToRaise) -> Findings:
        if facts.lead_consulted == "yes":
            return marked + done
        return marked + (report if facts.emergency == "yes" else first)

    return check


def protects(recipient: str, risk_to: str) -> bool:
    """Adults' social care, police, ambulance; for a member of staff also those who employ them."""
    return recipient in PROTECTORS or (risk_to == "staff" and recipient == "host_staff")


def _stands(bound: Bound, flag: Findings) -> Findings:
    person = Ground.PERSON_AT_RISK
    says = "somebody may be in grave danger, and this goes to those who can protect them"
    return bound.ground(person, says, passes_bars=True) + bound.duty(person, DutyKind.RECORD_CONCERN) + flag


RAISE = Question.WHERE_TO_RAISE
ADULT = {"about": "adult"}
DANGER = {"risk_to": "adult", "belief": "believed", "recipient": "police"}
SILENT: dict[str, tuple[str, ...] | bool] = {"whose": (), "outside_policy": True}
RULE = rule(
    __doc__,
    slug="person-at-risk",
    authority="UK GDPR Art. 6(1)(d) and 9(2)(c); the public interest at common law",
    parameters={"whose": words_or_none(*PEOPLE), "outside_policy": yes_or_no()},
    asked=(
        disclosing(disclose, "risk_to", "belief", "recipient", "emergency", "head_decided"),
        raising(where, "about", "child_hurt", "stage", "lead_consulted", "emergency"),
    ),
    examples=(
        Example(
            "A father is in danger; nobody has decided yet.", DANGER, "ground duty duty approval", SILENT
        ),
        Example("The same, this minute.", {**DANGER, "emergency": "yes"}, "ground duty duty duty", SILENT),
        Example(
            "The policy names any person, and the Service Lead has decided.",
            {**DANGER, "head_decided": "yes"},
            "ground duty",
            {"whose": PEOPLE, "outside_policy": False},
        ),
        Example("A concern about an adult.", {**ADULT, "lead_consulted": "no"}, "duty step", SILENT, RAISE),
        Example(
            "The same where the policy names adults: nothing is outside it.",
            {**ADULT, "lead_consulted": "no"},
            "step",
            {"whose": ("adult",), "outside_policy": True},
            RAISE,
        ),
        Example(
            "The same where nothing is marked.",
            {**ADULT, "lead_consulted": "no"},
            "step",
            {"whose": (), "outside_policy": False},
            RAISE,
        ),
        Example(
            "A father threatens a worker, and nobody has told the manager.",
            {"about": "employee", "lead_consulted": "no"},
            "duty step",
            SILENT,
            RAISE,
        ),
        Example(
            "A class teacher is feared, and the manager knows.",
            {"about": "class_teacher"},
            "duty met",
            SILENT,
            RAISE,
        ),
        Example("A child is at risk.", {"lead_consulted": "no"}, "", SILENT, RAISE),
        Example(
            "This minute, where the policy names adults.",
            {**ADULT, "lead_consulted": "no", "emergency": "yes"},
            "duty",
            {"whose": PEOPLE, "outside_policy": False},
            RAISE,
        ),
    ),
)

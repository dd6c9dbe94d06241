"""No ongoing work for anybody whose permission form has not come back."""

from inconfidence.policy.facts import MayBeginCasework, MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK


def tell(bound: Bound) -> Check:
    """Bar the consent ground until the form is back; a child in danger does not wait for it (X-17)."""
    back, out, at_once = _agreed(bound)

    def check(facts: MayDisclose) -> Findings:
        if facts.consent != "given":
            return NOTHING
        if facts.form_back == "yes":
            return back
        return out + at_once if facts.risk_to == "child" else out

    return check


def ask(bound: Bound) -> Check:
    """The same where others are asked for what they hold."""
    back, out, at_once = _agreed(bound)

    def check(facts: MayObtain) -> Findings:
        if facts.consent != "given":
            return NOTHING
        if facts.form_back == "yes":
            return back
        return out + at_once if facts.child_at_risk == "yes" else out

    return check


def _agreed(bound: Bound) -> tuple[Findings, Findings, Findings]:
    return (
        bound.met(Ground.CONSENT, "the {permission_form} has come back"),
        bound.bar(Ground.CONSENT, "the {permission_form} has not come back", StepKind.CHASE_FORM),
        bound.met(Ground.CHILD_AT_RISK, "a child in danger does not wait for the {permission_form}"),
    )


def begin(bound: Bound) -> Check:
    """Bar work in depth until this person's own form is back; first information and advice do not wait (X-17)."""
    back = bound.met(Ground.CASEWORK, "the {permission_form} has come back")
    out = bound.bar(Ground.CASEWORK, "the {permission_form} has not come back", StepKind.CHASE_FORM)
    early = bound.met(
        Ground.FIRST_CONTACT, "first information and advice do not wait for the {permission_form}"
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act == "casework":
            return back if facts.form_back == "yes" else out
        return early if facts.form_back == "no" and facts.act != "decline" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="permission-form-gate",
    authority="The service's own policy; SEND Code of Practice 2015 ch. 2 for advice that does not wait",
    asked=(
        disclosing(tell, "consent", "form_back", "risk_to"),
        obtaining(ask, "consent", "form_back", "child_at_risk"),
        beginning(begin, "act", "form_back"),
    ),
    examples=(
        Example("The form is back.", {"consent": "given"}, "met"),
        Example(
            "She agreed on the telephone; the form is still out.",
            {"consent": "given", "form_back": "no"},
            "bar",
        ),
        Example(
            "She agreed that we see the school's record; the form is still out.",
            {"consent": "given", "form_back": "no"},
            "bar",
            question=Question.MAY_OBTAIN,
        ),
        Example("A meeting is planned and the form is out.", {"form_back": "no"}, "bar", question=BEGIN),
        Example(
            "First advice, with the form out.",
            {"form_back": "no", "act": "general_information"},
            "met",
            question=BEGIN,
        ),
        Example(
            "Somebody is sent away, with the form out.",
            {"form_back": "no", "act": "decline"},
            "",
            question=BEGIN,
        ),
        Example(
            "The form is out, and a child may come to harm.",
            {"consent": "given", "form_back": "no", "risk_to": "child"},
            "bar met",
        ),
        Example(
            "The form is out, and a child in danger needs what the school holds.",
            {"consent": "given", "form_back": "no", "child_at_risk": "yes"},
            "bar met",
            question=Question.MAY_OBTAIN,
        ),
    ),
)

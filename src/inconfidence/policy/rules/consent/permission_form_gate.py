"""No ongoing work for anybody whose permission form has not come back."""

from inconfidence.policy.facts import MayBeginCasework, MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK


def agreed(bound: Bound) -> Check:
    """Bar the consent ground until the form is back; danger, law and first advice do not wait for it."""
    back = bound.met(Ground.CONSENT, "the {permission_form} has come back")
    out = bound.bar(Ground.CONSENT, "the {permission_form} has not come back", StepKind.CHASE_FORM)

    def check(facts: MayDisclose | MayObtain) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return back if facts.form_back == "yes" else out

    return check


def begin(bound: Bound) -> Check:
    """Bar work in depth until this person's own form is back; whatever comes before it does not wait."""
    back = bound.met(Ground.CASEWORK, "the {permission_form} has come back")
    out = bound.bar(Ground.CASEWORK, "the {permission_form} has not come back", StepKind.CHASE_FORM)

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act != "casework":
            return NOTHING
        return back if facts.form_back == "yes" else out

    return check


RULE = rule(
    __doc__,
    slug="permission-form-gate",
    authority="The service's own policy; SEND Code of Practice 2015 ch. 2 for advice that does not wait",
    asked=(
        disclosing(agreed, "consent", "form_back"),
        obtaining(agreed, "consent", "form_back"),
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
            "",
            question=BEGIN,
        ),
    ),
)

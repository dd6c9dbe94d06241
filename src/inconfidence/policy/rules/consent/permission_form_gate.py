"""No ongoing work for anybody whose permission form has not come back."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Bar the consent ground until the form is back; danger, law and first advice do not wait for it."""
    back = bound.met(Ground.CONSENT, "the {permission_form} has come back")
    out = bound.bar(Ground.CONSENT, "the {permission_form} has not come back", StepKind.CHASE_FORM)

    def check(facts: MayDisclose) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return back if facts.form_back == "yes" else out

    return check


RULE = rule(
    __doc__,
    slug="permission-form-gate",
    authority="The service's own policy; SEND Code of Practice 2015 ch. 2 for advice that does not wait",
    asked=(disclosing(disclose, "consent", "form_back"),),
    examples=(
        Example("The form is back.", {"consent": "given"}, "met"),
        Example(
            "She agreed on the telephone; the form is still out.",
            {"consent": "given", "form_back": "no"},
            "bar",
        ),
    ),
)

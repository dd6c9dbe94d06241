"""A consent counts once it is on the file in the form this service asks for."""

from inconfidence.policy.facts import MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind


def agreed(bound: Bound) -> Check:
    """A telephone note without date or worker is spoiled; an unsigned form is sent back where a form is asked for."""
    telephone, in_person = bound.hanging_on("telephone"), bound.hanging_on("in_person")
    on_file = bound.met(Ground.CONSENT, "it is on the file")
    spoiled = "a telephone note without {missing} counts for nothing"
    signed_form = bound.values["in_person"] == "signed_and_dated_form"
    found = {
        "form": in_person.met(Ground.CONSENT, "the form is on the file"),
        "letter": on_file,
        "telephone_note": telephone.met(Ground.CONSENT, "the telephone note says who took it, and when"),
        "note_no_date": telephone.bar(
            Ground.CONSENT, spoiled.replace("{missing}", "a date"), StepKind.OBTAIN_CONSENT
        ),
        "note_no_worker": telephone.bar(
            Ground.CONSENT, spoiled.replace("{missing}", "the worker’s name"), StepKind.OBTAIN_CONSENT
        ),
        "form_unsigned": in_person.step(
            Ground.CONSENT, "the form still has to be signed and dated", StepKind.GET_FORM_SIGNED
        )
        if signed_form
        else in_person.met(Ground.CONSENT, "what was agreed is on the file"),
        "form_no_recipients": on_file,
        "not_recorded": bound.bar(
            Ground.CONSENT, "what was agreed is not on the file", StepKind.RECORD_CONSENT
        ),
    }

    def check(facts: MayDisclose | MayObtain) -> Findings:
        return found[facts.consent_record] if facts.consent == "given" else NOTHING

    return check


ANY: dict[str, str] = {"telephone": "any_record", "in_person": "any_record"}
STRICT: dict[str, str] = {"telephone": "worker_and_date", "in_person": "signed_and_dated_form"}
RULE = rule(
    __doc__,
    slug="consent-evidence",
    authority="UK GDPR Arts. 5(2) and 7(1)",
    parameters={
        "telephone": word("worker_and_date", "any_record"),
        "in_person": word("signed_and_dated_form", "any_record"),
    },
    asked=(disclosing(agreed, "consent", "consent_record"), obtaining(agreed, "consent", "consent_record")),
    examples=(
        Example("A signed form.", {"consent": "given"}, "met", STRICT),
        Example(
            "A telephone note without its day.",
            {"consent": "given", "consent_record": "note_no_date"},
            "bar",
            ANY,
        ),
        Example("An unsigned form.", {"consent": "given", "consent_record": "form_unsigned"}, "step", STRICT),
        Example(
            "The same where any record will do.",
            {"consent": "given", "consent_record": "form_unsigned"},
            "met",
            ANY,
        ),
        Example(
            "A yes that nobody wrote down.",
            {"consent": "given", "consent_record": "not_recorded"},
            "bar",
            ANY,
        ),
        Example(
            "A telephone note, and the school is asked for its record.",
            {"consent": "given", "consent_record": "telephone_note"},
            "met",
            STRICT,
            question=Question.MAY_OBTAIN,
        ),
    ),
)

"""That yes is shown in the form this policy asks for."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """A signed form or a letter, or any record; a yes that is nowhere on the file is shown in neither."""
    here = bound.hanging_on("evidence")
    shown = here.met(Ground.CONSENT, "the yes of {person} is on the file as this policy asks")
    in_writing = bound.values["evidence"] == "form_or_letter"
    enough = ("form_or_letter",) if in_writing else ("form_or_letter", "telephone")
    unshown = (
        here.step(
            Ground.CONSENT,
            "notes go to the {council} only on a signed form or a letter",
            StepKind.GET_FORM_OR_LETTER,
        )
        if in_writing
        else here.step(Ground.CONSENT, "the yes of {person} is not on the file", StepKind.NOTE_AGREEMENT)
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "council" or facts.stage != "release" or facts.consent != "specific":
            return NOTHING
        return shown if facts.evidence in enough else unshown

    return check


AGREED = {"kind": "council", "consent": "specific"}
WRITTEN = {"evidence": "form_or_letter"}
RULE = rule(
    __doc__,
    slug="request-evidence",
    authority="UK GDPR Art. 7(1)",
    parameters={"evidence": word("form_or_letter", "any")},
    asked=(answering(answer, "kind", "stage", "consent", "evidence"),),
    examples=(
        Example("She signed the form.", {**AGREED, **WRITTEN}, "met", WRITTEN, question=ANSWER),
        Example(
            "She said so by telephone.", {**AGREED, "evidence": "telephone"}, "step", WRITTEN, question=ANSWER
        ),
        Example(
            "The same where any record will do.",
            {**AGREED, "evidence": "telephone"},
            "met",
            {"evidence": "any"},
            question=ANSWER,
        ),
        Example("Nobody wrote it down.", AGREED, "step", {"evidence": "any"}, question=ANSWER),
        Example("She has not agreed.", {"kind": "council"}, "", WRITTEN, question=ANSWER),
    ),
)

"""Whoever carries casework carries it securely, says why, and brings it back."""

from inconfidence.policy.facts import MayMovePaper
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, moving, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

MOVE = Question.MAY_MOVE_PAPER


def move(bound: Bound) -> Check:
    """What is written down before paper leaves, and which paper a volunteer may carry; keys carry nothing."""
    carried = _carried(bound)
    here = bound.hanging_on("volunteers")
    copies_only = bound.values["volunteers"] == "parent_supplied_copies"
    copies = here.ground(Ground.PAPER, "{volunteers} may carry copies of what the {parent} gave us")
    never = here.bar(Ground.ACT, "{volunteers} carry no paper out of the office", StepKind.LET_STAFF)

    def check(facts: MayMovePaper) -> Findings:
        if facts.as_keyholder == "yes" or facts.to == "outsider":
            return NOTHING
        if facts.to == "staff":
            return carried(facts)
        if not copies_only:
            return never
        return copies + carried(facts) if facts.what == "parent_supplied_copies" else NOTHING

    return check


def _carried(bound: Bound) -> Check:
    why, how, until = (
        bound.bar(Ground.PAPER, says, step)
        for says, step in (
            ("why it leaves the cabinet is not written down", StepKind.SAY_WHY_IT_LEAVES),
            ("nobody has said how it is carried safely, and answers for it", StepKind.CARRY_SECURELY),
            ("by when it comes back is not written down", StepKind.SAY_WHEN_BACK),
        )
    )
    owed = bound.duty(Ground.PAPER, DutyKind.RECORD_PAPER_OUT) + bound.duty(
        Ground.PAPER, DutyKind.BRING_PAPER_BACK
    )

    def check(facts: MayMovePaper) -> Findings:
        found = NOTHING if facts.purpose == "yes" else why
        found += NOTHING if facts.secure == "yes" else how
        found += NOTHING if facts.due_back == "yes" else until
        return found or owed

    return check


COPIES = {"volunteers": "parent_supplied_copies"}
NEVER = {"volunteers": "never"}
HELPER = {"to": "volunteer", "what": "parent_supplied_copies"}
RULE = rule(
    __doc__,
    slug="paper-carried-securely",
    authority="UK GDPR Arts. 5(1)(f) and 32",
    parameters={"volunteers": word("never", "parent_supplied_copies")},
    asked=(moving(move, "to", "what", "purpose", "secure", "due_back", "as_keyholder"),),
    examples=(
        Example("A file for a meeting, back by five.", {}, "duty duty", NEVER, MOVE),
        Example("Nobody says what for.", {"purpose": "no"}, "bar", NEVER, MOVE),
        Example("Neither how nor until when.", {"secure": "no", "due_back": "no"}, "bar bar", NEVER, MOVE),
        Example("A volunteer carries copies.", HELPER, "ground duty duty", COPIES, MOVE),
        Example("The same where volunteers carry nothing.", HELPER, "bar", NEVER, MOVE),
        Example("A volunteer with the file itself.", {"to": "volunteer"}, "", COPIES, MOVE),
        Example("Somebody who is not one of us.", {"to": "outsider"}, "", NEVER, MOVE),
        Example("The keys of the cabinet.", {"as_keyholder": "yes", "purpose": "no"}, "", NEVER, MOVE),
    ),
)

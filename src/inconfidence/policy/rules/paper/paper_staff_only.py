"""Paper files are for the service's staff."""

from inconfidence.policy.facts import MayMovePaper
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, moving, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

MOVE = Question.MAY_MOVE_PAPER


def move(bound: Bound) -> Check:
    """The ground of staff, file and keys alike; and the last word on everybody else."""
    closing = bound.closing("paper leaves its cabinet only as this policy says")
    staff = bound.ground(Ground.PAPER, "paper files are for our staff") + closing
    keys = staff + bound.duty(Ground.PAPER, DutyKind.RECORD_KEYHOLDER)
    file = bound.bar(Ground.ACT, "paper files are for our staff alone", StepKind.LET_STAFF) + closing
    cabinet = (
        bound.bar(Ground.ACT, "the keys of the cabinet are held by our staff alone", StepKind.LET_STAFF)
        + closing
    )

    def check(facts: MayMovePaper) -> Findings:
        if facts.to == "staff":
            return keys if facts.as_keyholder == "yes" else staff
        if facts.as_keyholder == "yes":
            return cabinet
        copies = facts.to == "volunteer" and facts.what == "parent_supplied_copies"
        return closing if copies else file

    return check


KEYS = {"as_keyholder": "yes"}
COPIES = {"what": "parent_supplied_copies"}
RULE = rule(
    __doc__,
    slug="paper-staff-only",
    authority="UK GDPR Arts. 5(1)(f) and 32",
    asked=(moving(move, "to", "what", "as_keyholder"),),
    examples=(
        Example("A member of staff takes a file.", {}, "ground closing", {}, MOVE),
        Example("A member of staff holds the keys.", KEYS, "ground closing duty", {}, MOVE),
        Example("A volunteer takes a file.", {"to": "volunteer"}, "bar closing", {}, MOVE),
        Example(
            "A volunteer holds the keys.", {"to": "volunteer", **KEYS, **COPIES}, "bar closing", {}, MOVE
        ),
        Example("A volunteer takes copies.", {"to": "volunteer", **COPIES}, "closing", {}, MOVE),
        Example("Somebody from outside takes copies.", {"to": "outsider", **COPIES}, "bar closing", {}, MOVE),
    ),
)

"""Nothing is destroyed while a request, complaint, case, claim, inquiry or inspection is open."""

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

KEEP = Question.HOW_LONG_TO_KEEP


def keep(bound: Bound) -> Check:
    """Bar what something open touches, what may tell of child sexual abuse, and what rests on a clock that jumped."""
    matter = bound.bar(
        Ground.ACT, "nothing is destroyed while this is open: {holds}", StepKind.SEE_HOLDS_THROUGH
    )
    marker = bound.bar(
        Ground.ACT,
        "a file that may tell of child sexual abuse stays until two people release it",
        StepKind.RELEASE_MARKER,
    ) + bound.duty(Ground.ACT, DutyKind.REVIEW_MARKER)
    clock = bound.bar(
        Ground.ACT, "nothing is destroyed while the clock is not trusted", StepKind.SET_CLOCK_RIGHT
    )

    def check(facts: FileToday) -> Findings:
        found = matter if facts.matter == "yes" else NOTHING
        if facts.csa_marker == "yes":
            found += marker
        return found + clock if facts.clock == "untrusted" else found

    return check


RULE = rule(
    __doc__,
    slug="holds",
    authority="Freedom of Information Act 2000 s.77; Data Protection Act 2018 s.173; Inquiries Act 2005 s.35",
    asked=(keeping(keep, "matter", "csa_marker", "clock"),),
    examples=(
        Example("Nothing touches the file.", {}, "", question=KEEP),
        Example("Somebody has asked for a copy.", {"matter": "yes"}, "bar", question=KEEP),
        Example("It may tell of child sexual abuse.", {"csa_marker": "yes"}, "bar duty", question=KEEP),
        Example("The clock has jumped.", {"clock": "untrusted"}, "bar", question=KEEP),
    ),
)

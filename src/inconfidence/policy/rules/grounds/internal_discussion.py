"""Inside the service a case may be talked over for supervision or training, no more than needed, and \
it is logged.
"""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Colleagues of the service only, and never the whole file; one listener from outside and it is de-identified."""
    inside = bound.ground(
        Ground.INTERNAL, "it stays inside our service, for supervision or training"
    ) + bound.duty(Ground.INTERNAL, DutyKind.LOG_DISCUSSION)
    whole = bound.bar(Ground.INTERNAL, "no more is talked over than is needed", StepKind.CHOOSE_ITEMS)
    beside = bound.bar(
        Ground.INTERNAL, "what does not bear on the matter in hand is left out", StepKind.LEAVE_OUT_IRRELEVANT
    )
    not_theirs = bound.hanging_on("volunteers").bar(
        Ground.INTERNAL, "{volunteers} speak of the {case} they help with, and of no other"
    )
    outsiders = bound.lacks(
        Ground.INTERNAL, "somebody from outside our service would hear it", StepKind.DE_IDENTIFY, claimed=True
    )
    elsewhere = bound.lacks(
        Ground.INTERNAL,
        "colleagues hear of a {case} for supervision or training, or by working on it",
        claimed=True,
    )

    def check(facts: MayDisclose) -> Findings:
        if facts.act != "internal":
            return elsewhere if facts.recipient == "service_staff" else NOTHING
        if facts.recipient != "service_staff":
            return outsiders if facts.identifies != "nobody" else NOTHING
        found = inside if facts.extent != "whole_file" else inside + whole
        if facts.actor == "volunteer" and facts.assigned == "no":
            found += not_theirs
        return found if facts.relevant == "yes" else found + beside

    return check


RULE = rule(
    __doc__,
    slug="internal-discussion",
    authority="UK GDPR Art. 5(1)(c); need to know inside a service",
    parameters={"volunteers": word("own_cases")},
    asked=(
        disclosing(disclose, "actor", "act", "recipient", "assigned", "identifies", "extent", "relevant"),
    ),
    examples=(
        Example(
            "Two workers talk a case over in supervision.",
            {"act": "internal", "recipient": "service_staff"},
            "ground duty",
        ),
        Example(
            "A trainer from outside sits in.", {"act": "internal", "recipient": "mixed_audience"}, "lacks"
        ),
        Example(
            "The trainer hears a story that points to nobody.",
            {"act": "internal", "recipient": "mixed_audience", "identifies": "nobody"},
            "",
        ),
        Example(
            "The whole file is handed round.",
            {"act": "internal", "recipient": "service_staff", "extent": "whole_file"},
            "ground duty bar",
        ),
        Example(
            "A volunteer talks over a case they do not help with.",
            {"actor": "volunteer", "act": "internal", "recipient": "service_staff", "assigned": "no"},
            "ground duty bar",
        ),
        Example(
            "A note goes to a colleague who is not on the case.", {"recipient": "service_staff"}, "lacks"
        ),
    ),
)

"""Volunteers look; they keep no case information on equipment of their own, and send none out."""

from inconfidence.policy.facts import MayDisclose, MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question, StepKind

SEE = Question.MAY_SEE
INSIDE = ("service_staff", "user")
WITHOUT_NAMES = ("raise_pattern", "internal", "training_example")
# An order is obeyed and an inspector let in by staff; only a danger is passed on by whoever knows of it (L-01, L-02).
FOR_STAFF = (Ground.ACT, Ground.LAW, Ground.INSPECTION)


def see(bound: Bound) -> Check:
    """Bar a volunteer's download."""
    kept = bound.bar(Ground.ACT, "{volunteers} keep no {case} information on equipment of their own")

    def check(facts: MaySee) -> Findings:
        return kept if facts.actor == "volunteer" and facts.act == "download" else NOTHING

    return check


def disclose(bound: Bound) -> Check:
    """Bar a volunteer from telling anybody outside; not the person helped, nor what points to nobody."""
    says = "{volunteers} send no {case} information out: our staff do"
    sent = tuple(finding for ground in FOR_STAFF for finding in bound.bar(ground, says, StepKind.LET_STAFF))

    def check(facts: MayDisclose) -> Findings:
        if facts.actor != "volunteer" or facts.recipient in INSIDE:
            return NOTHING
        nameless = facts.act in WITHOUT_NAMES and facts.identifies == "nobody"
        return NOTHING if nameless else sent

    return check


RULE = rule(
    __doc__,
    slug="volunteer-no-download",
    authority="UK GDPR Art. 32",
    asked=(
        seeing(see, "actor", "act"),
        disclosing(disclose, "actor", "recipient", "act", "identifies"),
    ),
    examples=(
        Example(
            "A volunteer saves a letter at home.",
            {"actor": "volunteer", "act": "download"},
            "bar",
            question=SEE,
        ),
        Example("A worker does.", {"act": "download"}, "", question=SEE),
        Example("A volunteer writes to the school.", {"actor": "volunteer"}, "bar bar bar"),
        Example(
            "A volunteer talks to the parent they help.", {"actor": "volunteer", "recipient": "user"}, ""
        ),
        Example(
            "A volunteer raises a pattern that points to nobody.",
            {"actor": "volunteer", "act": "raise_pattern", "recipient": "council", "identifies": "nobody"},
            "",
        ),
        Example("A worker writes to the school.", {}, ""),
    ),
)

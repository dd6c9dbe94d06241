"""An inspector sees files only as far as this policy or a cited power allows."""

from inconfidence.policy.agreement import READS_OF_ALL, asking_adds
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import optional, word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Files are open while the council itself is inspected, or a power is cited and the head of service decides."""
    here = bound.hanging_on("files")
    if bound.values["files"] == "consent_or_power":
        return _on_a_power(here)
    asks_lead = bound.values.get("decided_by") == "head_of_service"
    decides = bound.hanging_on("decided_by") if asks_lead else None
    says = "{lead} decides which files the inspector sees"
    return _while_inspected(here, decides.approval(Ground.INSPECTION, says) if decides else NOTHING)


def _while_inspected(bound: Bound, decides: Findings) -> Check:
    opens = bound.ground(
        Ground.INSPECTION,
        "the {council} is being inspected today, and its inspectors may see files",
        passes_bars=True,
    ) + bound.duty(Ground.INSPECTION, DutyKind.RECORD_INSPECTION)
    lacks = {
        "none": _lacks(bound, "no inspection of the {council} is recorded as running"),
        "school": _lacks(bound, "an inspection of a school opens none of our files"),
        "authority_closed": _lacks(bound, "the inspection of the {council} has ended"),
    }

    def check(facts: MayDisclose) -> Findings:
        if facts.recipient != "inspector":
            return NOTHING
        if facts.inspection == "authority_open":
            return opens if facts.head_decided == "yes" else opens + decides
        return lacks[facts.inspection][asking_adds(facts)]

    return check


def _on_a_power(bound: Bound) -> Check:
    """Nothing on request: consent, or a power cited; either way what points to nobody is offered first."""
    cited = bound.ground(Ground.INSPECTION, "a power to see files is cited in writing") + bound.duty(
        Ground.INSPECTION, DutyKind.RECORD_INSPECTION
    )
    decides = bound.approval(Ground.INSPECTION, "{lead} decides whether the power cited reaches these files")
    beyond = bound.bar(Ground.INSPECTION, "this goes beyond what the power names", StepKind.KEEP_WITHIN_TERMS)
    offer = bound.duty(Ground.ACT, DutyKind.OFFER_DE_IDENTIFIED)
    lacks = _lacks(
        bound, "an inspector sees nothing on request: {person} agrees, or a power is cited in writing"
    )

    def check(facts: MayDisclose) -> Findings:
        if facts.recipient != "inspector":
            return NOTHING
        ordered = facts.law in ("requires", "order")
        first = offer if facts.act == "share" and not ordered else NOTHING
        if facts.law != "permits":
            return lacks[asking_adds(facts)] + first
        found = (cited if facts.head_decided == "yes" else cited + decides) + first
        return found if facts.within_terms == "yes" else found + beyond

    return check


def _lacks(bound: Bound, says: str) -> dict[bool, Findings]:
    """What the ground lacks, with the way by consent where the person may still be asked."""
    return {
        True: bound.lacks(Ground.INSPECTION, says, StepKind.OBTAIN_CONSENT, claimed=True),
        False: bound.lacks(Ground.INSPECTION, says, claimed=True),
    }


RULE = rule(
    __doc__,
    slug="inspection",
    authority="Children Act 2004 s.20",
    parameters={
        "files": word("consent_or_power", "while_authority_inspected"),
        "decided_by": optional(word("head_of_service")),
    },
    asked=(
        disclosing(
            disclose, "act", "recipient", "inspection", "law", "within_terms", "head_decided", *READS_OF_ALL
        ),
    ),
    examples=(
        Example(
            "Inspectors of the council ask today, and this policy lets them.",
            {"recipient": "inspector", "inspection": "authority_open"},
            "ground duty",
            {"files": "while_authority_inspected"},
        ),
        Example(
            "The same where everything but child protection is for the manager.",
            {"recipient": "inspector", "inspection": "authority_open"},
            "ground duty approval",
            {"files": "while_authority_inspected", "decided_by": "head_of_service"},
        ),
        Example(
            "The inspection ended yesterday.",
            {"recipient": "inspector", "inspection": "authority_closed"},
            "lacks",
            {"files": "while_authority_inspected"},
        ),
        Example(
            "The policy does not name inspectors, and one asks.",
            {"recipient": "inspector", "inspection": "authority_open"},
            "lacks duty",
            {"files": "consent_or_power"},
        ),
        Example(
            "One cites a power in writing.",
            {"recipient": "inspector", "law": "permits"},
            "ground duty approval duty",
            {"files": "consent_or_power"},
        ),
    ),
)

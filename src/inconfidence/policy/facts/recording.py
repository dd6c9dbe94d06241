"""What `may_record` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayRecord:
    """May this be written down, as what it is called?"""

    kind: Literal[
        "note",
        "observation",
        "consent",
        "consent_change",
        "decision_edit",
        "paper_note",
        "anonymous_note",
        "encouragement",
    ] = fact(
        "note",
        "observation: what was noticed about a family; consent: asking for consent, or what came of it; "
        "consent_change: a later decision of the person, or that what somebody told us may now be shown; "
        "decision_edit: changing a decision that is on the file; paper_note: kept on paper; anonymous_note: about a "
        "caller without a name; encouragement: urging somebody to share",
    )
    relevant: YesNo = fact("yes", "bears on an issue of the case")
    necessity_stated: YesNo = fact("yes", "why speaking to others is needed")
    recipients: Literal["named", "reason_given", "neither"] = fact(
        "named", "who would be told; reason_given: why nobody can be named yet"
    )
    by: Literal["the_person", "worker", "head_of_service"] = fact("the_person", "whose decision it records")
    identifying: NoYes = fact("no", "words that would show who an anonymous caller is")
    content: Literal["issues_and_actions", "other"] = fact(
        "issues_and_actions", "what a paper note holds: issues raised and action taken, or other things too"
    )
    safeguarding: NoYes = fact("no", "part of a safeguarding concern, which has its own road")

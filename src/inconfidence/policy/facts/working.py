"""What `may_work` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayWork:
    """May this member of staff or volunteer take on casework today?"""

    actor: Literal["volunteer", "worker"] = fact("volunteer", "who would take it on")
    agreement: Literal["signed", "signed_later", "none"] = fact(
        "signed", "the volunteer agreement; signed_later: after the day asked about"
    )
    inducted: YesNo = fact("yes", "policy introduced, version on record")
    trained: YesNo = fact("yes", "data protection and freedom of information, both")
    remote_policy: YesNo = fact("yes", "current remote-working policy acknowledged")
    asked_for: YesNo = fact("yes", "the person asked for a volunteer and still wants one")
    enabled: YesNo = fact("yes", "head of service has allowed volunteers in this service")

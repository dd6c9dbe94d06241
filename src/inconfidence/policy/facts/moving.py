"""What `may_move_paper` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayMovePaper:
    """May this paper file leave its cabinet, with whom, until when?"""

    to: Literal["staff", "volunteer", "outsider"] = fact("staff", "who would carry or have it")
    what: Literal["case_file", "parent_supplied_copies"] = fact(
        "case_file", "parent_supplied_copies: copies of what the person helped gave us, and nothing else"
    )
    purpose: YesNo = fact("yes", "why it leaves is recorded")
    secure: YesNo = fact("yes", "how it is carried securely is recorded")
    due_back: YesNo = fact("yes", "by when it comes back is recorded")
    as_keyholder: NoYes = fact("no", "would hold the keys of the cabinet, not one file")

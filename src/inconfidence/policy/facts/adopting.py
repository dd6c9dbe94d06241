"""What `may_adopt` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NOBODY, NoYes, fact

Reviewer = Literal["head_of_service", "governing_group", "host_manager"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAdopt:
    """May this version of the policy come into force (who reviewed it, which minute)?"""

    act: Literal["record_review", "adopt_version"] = fact(
        "record_review",
        "record_review: note that the policy was looked at as a whole; adopt_version: bring a version into force",
    )
    by: frozenset[Reviewer] = fact(NOBODY, "the roles that reviewed it, each with its dated entry")
    minute: NoYes = fact("no", "the minute's reference and date are recorded")

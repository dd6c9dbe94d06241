"""What `may_publish` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NoYes, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayPublish:
    """May these figures, or this story, leave the service?"""

    kind: Literal["return", "story", "user_list"] = fact(
        "return", "return: figures; story: told of somebody; user_list: who our users are"
    )
    level: Literal["suppressed_counts", "unsuppressed_counts", "case_level"] = fact(
        "suppressed_counts", "how fine the figures are; suppressed: no small number can be read or worked out"
    )
    cadence: Literal["own", "other"] = fact("own", "this policy's own interval, or another")
    audience: Literal["local_authority", "host", "public"] = fact("local_authority", "who would have them")
    by: Literal["head_of_service", "worker"] = fact("head_of_service", "who releases")
    purpose: Literal["performance", "other"] = fact(
        "performance", "what figures are for; performance: how the service works"
    )
    identifies: Literal["named", "recognisable", "nobody"] = fact(
        "named", "of a story: recognisable: no name, yet somebody could be picked out"
    )
    checklist_signed: NoYes = fact("no", "of a story: its de-identification checklist is signed")

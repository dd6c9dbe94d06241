"""What `may_publish` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import fact


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

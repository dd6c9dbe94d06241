"""What a card's record says was given, and what it keeps beside it of what stood there before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from inconfidence.policy.standing.reaching import Given

WAYS = ("phones", "email", "address")
WORDS = {"phones": "phone number", "email": "e-mail address", "address": "address"}


def given(said: Mapping[str, Any], since: datetime) -> dict[str, Given]:
    """How this record says that somebody is reached. What was on the card from the start is used from the start."""
    return {way: _given(said, way, since) for way in WAYS}


def _given(said: Mapping[str, Any], way: str, since: datetime) -> Given:
    now = listed(said[way])
    before = said.get("before", {}).get(way)
    if before is None:
        return Given(now, now, since)
    return Given(tuple(before["was"]), now, datetime.fromisoformat(before["at"]))


def listed(said: Any) -> tuple[str, ...]:
    """One kind of a record's words as a list: none where nothing is written."""
    return tuple(said) if isinstance(said, (list, tuple)) else tuple(filter(None, (said,)))


def written(found: Mapping[str, Given]) -> dict[str, object]:
    """What the record keeps beside what was given: only where something else stood before."""
    changes = {way: one for way, one in found.items() if one.before != one.now}
    return {way: {"was": list(one.before), "at": one.at.isoformat()} for way, one in changes.items()}

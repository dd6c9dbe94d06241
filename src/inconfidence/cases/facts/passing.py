"""From a case's record to what the core reads of a birth: the day, the year, or the age at the start."""

from datetime import date
from typing import Any

from inconfidence.policy.standing.passing import Birth, Passing

AT_MOST = {"a00_04": 4, "a05_10": 10, "a11_15": 15, "a16_18": 18, "a19_25": 25}
# Whoever asks for themselves answers for themselves already: there is nobody from whom a right could pass.
THEIR_OWN = Passing(on=None, stage="before")


def is_theirs(said: dict[str, Any]) -> bool:
    """Whether the person we help on a case is the child or young person it is about."""
    return bool(said["child"]["is_the_person"]) or said["relationship"] == "self"


def birth_of(said: dict[str, Any], opened_on: date) -> Birth:
    """What a case's opened record knows of when the child or young person was born."""
    child = said["child"]
    born = child.get("born_on")
    return Birth(
        on=date.fromisoformat(born) if born else None,
        year=child["year_of_birth"],
        at_most=AT_MOST.get(child["age_band"]),
        written=opened_on,
    )

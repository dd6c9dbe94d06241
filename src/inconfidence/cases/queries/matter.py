"""What a case is mostly about, as others ask for it."""

from inconfidence import codes
from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.door import OpenCase


def main_purpose(door: OpenCase) -> str:
    """The purpose of a consent that goes with the main matter of an opened case; empty where none does."""
    issues = said_of(door)["issues"]
    return codes.purpose(issues[0]) if issues else ""

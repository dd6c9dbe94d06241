"""How a fact is declared: its words, the first of them said when nothing is, and what it means."""

from dataclasses import field
from typing import Any, Literal

YesNo = Literal["yes", "no"]
NoYes = Literal["no", "yes"]
NOBODY: frozenset[str] = frozenset()


def fact(default: str | frozenset[str] | tuple[()] | None, says: str) -> Any:
    """Declare one fact: the word it has when nothing is said (or no words, no day, no rows), and what it means."""
    return field(default=default, metadata={"says": says})

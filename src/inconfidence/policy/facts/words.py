"""How a fact is declared: its words, the first of them said when nothing is, and what it means; and what cannot be.

Nobody states a default by saying nothing: only two facts that somebody stated can contradict one another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

YesNo = Literal["yes", "no"]
NoYes = Literal["no", "yes"]
NOBODY: frozenset[str] = frozenset()


def fact(default: str | frozenset[str] | tuple[()] | None, says: str) -> Any:
    """Declare one fact: the word it has when nothing is said (or no words, no day, no rows), and what it means."""
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both be so: `first` as one of these words, `second` as one of those, and why not."""

    first: str
    these: tuple[str, ...]
    second: str
    those: tuple[str, ...]
    why: str

    def told(self, stated: Mapping[str, Any]) -> str:
        """One sentence that names both facts; nothing where not both were stated so."""
        one, other = stated.get(self.first), stated.get(self.second)
        if one not in self.these or other not in self.those:
            return ""
        found = f"{self.first} is “{one}” and {self.second} is “{other}”"
        return f"{found}, but {self.why}; expected one of the two only."

"""What a clause can name: a rule that answers a question, or something that is kept (a register, a check, a notice)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inconfidence.policy.parameters import Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A name that clauses may use, the sentence behind it, and the values they may set."""

    slug: str
    sentence: str
    asked_by: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    repeatable: bool = False
    kept_by: str = ""

    @property
    def bites(self) -> bool:
        """Whether it can change an answer; a keeping cannot."""
        return not self.kept_by

"""A long list, a page at a time."""

from dataclasses import dataclass
from typing import Self

AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of how many; a number that is no page is the nearest one."""

    number: int
    last: int

    @classmethod
    def of(cls, lines: int, wanted: int) -> Self:
        """The pages of so many lines, and the one that was asked for."""
        last = max(1, -(-lines // AT_MOST))
        return cls(min(max(1, wanted), last), last)

    @property
    def shown(self) -> slice:
        """The lines of this page."""
        return slice((self.number - 1) * AT_MOST, self.number * AT_MOST)

    @property
    def before(self) -> int | None:
        """The page before this one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The page after this one."""
        return self.number + 1 if self.number < self.last else None


def asked_for(typed: str) -> int:
    """The page that an address asks for; the first when it asks for none."""
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 1

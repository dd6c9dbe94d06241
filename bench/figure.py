"""One figure: what was done, how fast by us and by the peer, and the least we accept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table. `ratio` is ours to the peer's (or to `floor`'s own measure); `holds` says whether
    it is on the right side of `floor`: at least it, or at most it where `at_most` is set.
    """

    work: str
    unit: str
    ours: float
    peer: float
    floor: float
    at_most: bool = False
    judged: bool = True
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over the peer's."""
        return self.ours / self.peer if self.peer else 0.0

    @property
    def holds(self) -> bool:
        """Whether the promise is kept in this run."""
        if self.at_most:
            return not self.judged or self.ours <= self.floor * self.peer
        return not self.judged or self.ratio >= self.floor

    def as_json(self) -> dict[str, Any]:
        """The figure as it is written to a result."""
        return asdict(self) | {"ratio": round(self.ratio, 3), "holds": self.holds}


def in_turn(
    ours: Callable[[], float], peer: Callable[[], float], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Medians of `rounds` measurements of each, taken ours, peer, ours, peer …"""
    pairs = [(ours(), peer()) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def table(figures: list[Figure]) -> Iterator[str]:
    """Lines of the printed table: work, ours, peer, ratio, floor."""
    width = max((len(figure.work) for figure in figures), default=4)
    yield f"{'work':<{width}}  {'ours':>10}  {'peer':>10}  {'ratio':>7}  {'floor':>8}"
    for figure in figures:
        bound = ("≤ " if figure.at_most else "≥ ") + f"{figure.floor:g}" if figure.judged else "–"
        mark = "" if figure.holds else "  MISSED"
        yield (
            f"{figure.work:<{width}}  {figure.ours:>10,.4g}  {figure.peer:>10,.4g}  {figure.ratio:>7.2f}"
            f"  {bound:>8}  {figure.unit}{mark}"
        )
        if figure.note:
            yield f"{'':<{width}}  {figure.note}"

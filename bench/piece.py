"""What a piece of a campaign came to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Piece:
    """A line for each fault, without a word of a person; how often each thing happened; the most measured.

    `listed` has a line for each thing looked at, where a campaign is read one by one.
    """

    failed: list[str]
    counted: Mapping[str, int] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    listed: Sequence[str] = ()

    def told(self) -> str:
        """One line of JSON, for the process that waits."""
        plain = replace(self, counted=dict(self.counted), most=dict(self.most))
        return json.dumps(asdict(plain))


def heard(output: bytes | str) -> Piece:
    """The piece that a process told as its last line."""
    return Piece(**json.loads(output.splitlines()[-1]))


def together(pieces: Iterable[Piece]) -> Piece:
    """Several pieces as one: faults and lists in their order, counts summed, the most of each measure."""
    failed: list[str] = []
    counted: dict[str, int] = {}
    most: dict[str, float] = {}
    listed: list[str] = []
    for piece in pieces:
        failed += piece.failed
        listed += piece.listed
        for name, times in piece.counted.items():
            counted[name] = counted.get(name, 0) + times
        for name, measure in piece.most.items():
            most[name] = max(most.get(name, measure), measure)
    return Piece(failed, dict(sorted(counted.items())), dict(sorted(most.items())), listed)

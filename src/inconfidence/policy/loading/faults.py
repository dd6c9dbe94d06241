"""What is wrong with a policy file, every fault at once."""

from dataclasses import dataclass, field

from inconfidence.policy.parameters import as_written

SHOWN = 200


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: where it stands, what was found, what was expected."""

    file: str
    clause: str
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.clause, self.key) if part)
        return f"{place}: found {self.found}; expected {self.expected}"


class Faulty(Exception):
    """A policy that cannot be loaded, with every fault of it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(slots=True)
class Faults:
    """Collects faults of one file while reading goes on. `unread`: the text itself could not be read."""

    file: str
    found: list[Fault] = field(default_factory=list)
    unread: bool = False

    def add(self, clause: str, key: str, found: object, expected: str) -> None:
        """Note a fault; `found` is shown as it stood in the file, a long text by its beginning."""
        self.found.append(Fault(self.file, clause, key, _shown(found), expected))

    def at(self, key: str) -> bool:
        """Whether a fault is noted at this key already: what follows from it need not be told."""
        return any(fault.key == key for fault in self.found)


def _shown(found: object) -> str:
    if isinstance(found, str):
        return f"“{found}”" if len(found) <= SHOWN else f"“{found[:SHOWN]}…”, {len(found)} characters"
    return as_written(found)

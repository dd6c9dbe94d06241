"""What a process that tries mutants is given, and what it answers, both in JSON."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from bench.result import ROOT
from tests.campaigns.mutating.mutants import Mutant

# The tests of the core that take seconds, asked for without Django.
QUIETLY = ("-q", "-x", "-m", "not walk", "-p", "no:django", "-p", "no:cacheprovider")
UNKNOWN_OPTION = ("-W", "default::pytest.PytestConfigWarning")


@dataclass(frozen=True)
class Work:
    """Mutants, and the tests that ought to kill them."""

    tests: Sequence[str]
    mutants: Sequence[Mutant]

    @property
    def words(self) -> list[str]:
        """What pytest is told."""
        return [*self.tests, *QUIETLY, *UNKNOWN_OPTION]


@dataclass
class Verdict:
    """The mutants that survived, those that are to be tried in another way, and what went wrong in the trying."""

    survived: list[Mutant] = field(default_factory=list)
    afresh: list[Mutant] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def given() -> Work:
    """What this process is given."""
    work = json.load(sys.stdin)
    return Work(work["tests"], [Mutant(**each) for each in work["mutants"]])


def answer(verdict: Verdict) -> None:
    """What this process answers: its last line."""
    print("\n" + json.dumps(asdict(verdict)))


def tried(way: str, work: Work) -> Verdict:
    """What a module of this package (`inside`, `afresh`) answers in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.campaigns.mutating.{way}"],
        cwd=ROOT,
        input=json.dumps(asdict(work)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout.splitlines()[-1])
    survived, afresh = ([Mutant(**each) for each in said[name]] for name in ("survived", "afresh"))
    return Verdict(survived, afresh, said["wrong"])

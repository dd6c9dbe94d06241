"""What the tests of the core cost: without those that ask thousands of times, and with them.

The column of the peer holds the bound, in seconds of processor time: there is nothing to compare it with but patience.
"""

import resource
import subprocess
import sys

from bench.figure import Figure
from bench.result import ROOT

WITHOUT, WITH = 5.0, 60.0


def seconds(*chosen: str) -> float:
    """Processor time of one run of these tests. Raises CalledProcessError when one fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [sys.executable, "-m", "pytest", "tests/policy", "tests/stories", "-q", *chosen]
    core = ["-p", "no:django", "-p", "no:cacheprovider", "-W", "default::pytest.PytestConfigWarning"]
    subprocess.run([*command, *core], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure() -> list[Figure]:
    """Both, once; the first run of all is thrown away, for it may have to compile."""
    seconds("--collect-only")
    return [
        Figure(
            "tests of the core, without the walk", "s", seconds("-m", "not walk"), WITHOUT, 1.0, at_most=True
        ),
        Figure("tests of the core, with it", "s", seconds(), WITH, 1.0, at_most=True),
    ]

"""What a Monday costs in presses, typing and time, as the browser test of a working day measures it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.figure import Figure
from bench.result import ROOT
from bench.within import folder

MONDAY = "tests/journey/test_monday.py"
# What is counted, its unit, and where the most that is allowed stands.
COUNTED = (("presses", "presses"), ("typing", "typed"), ("seconds", "s"))


def costs() -> list[dict[str, Any]]:
    """One entry for each task of that day. Raises CalledProcessError when nothing was measured."""
    with folder() as place:
        told = Path(place) / "costs.json"
        command = [sys.executable, "-m", "pytest", MONDAY, "-q", "-p", "no:cacheprovider"]
        environment = dict(os.environ) | {"INCONFIDENCE_COSTS": str(told)}
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=sys.stderr)
        if not told.exists():
            done.check_returncode()
        found: list[dict[str, Any]] = json.loads(told.read_text(encoding="utf-8"))
        return found


def figures_of(cost: dict[str, Any]) -> list[Figure]:
    """Each thing counted, beside the most that it may be; why more is typed than the list of top tasks has it."""
    work = f"{cost['number']} {cost['what']}"
    note = {"typing": cost.get("because", "")}
    return [
        Figure(
            f"{work}: {name}",
            unit,
            cost[name],
            cost[f"most_{name}"],
            1.0,
            at_most=True,
            note=note.get(name, ""),
        )
        for name, unit in COUNTED
    ]


def measure() -> list[Figure]:
    """The whole table."""
    return [figure for cost in costs() for figure in figures_of(cost)]

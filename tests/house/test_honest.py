"""Nothing is left for later and nothing passes by not being run."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT, SOURCE, TESTS

LATER = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X|NotImplemented" + r"Error)\b")
PASSED_OVER = re.compile(
    r"pytest\.(?:skip|xfail|importor" + r"skip)|mark\.(?:skip|skipif|xfail)|unittest\.mock|mocker\b"
)
EVERYTHING = sorted(
    path
    for folder in (SOURCE, TESTS, ROOT / "bench", ROOT / "script", ROOT / "docs")
    for path in folder.rglob("*")
    if path.suffix in {".py", ".html", ".toml", ".md", ".js", ".scss", ""}
    and path.is_file()
    and not {"built", "__pycache__"} & set(path.parts)
)


def test_nothing_is_left_for_later() -> None:
    assert not [path for path in EVERYTHING if LATER.search(path.read_text())]


# A fault that never comes by itself must be made; nothing of ours is replaced by a fake.
MAKES_FAULTS = frozenset({TESTS / "canary" / "breaking.py", TESTS / "canary" / "test_control.py"})


def test_no_test_is_passed_over_and_nothing_is_faked_but_clock_and_network() -> None:
    found = {path for path in TESTS.rglob("*.py") if PASSED_OVER.search(path.read_text())}
    assert found - {Path(__file__)} == MAKES_FAULTS


@pytest.mark.parametrize("name", ["server", "test", "lint", "bench", "prove", "make-ready"])
def test_scripts_can_be_run(name: str) -> None:
    path: Path = ROOT / "script" / name
    assert path.stat().st_mode & 0o111
    assert path.read_text().startswith("#!/bin/sh\n")


@pytest.mark.parametrize("asked", ["-h", "--help"])
@pytest.mark.parametrize("name", ["server", "test", "lint", "bench", "prove"])
def test_a_script_says_how_it_is_used_and_does_nothing_else(name: str, asked: str) -> None:
    said = subprocess.run(
        [ROOT / "script" / name, asked], capture_output=True, text=True, check=True, timeout=10, cwd="/"
    )
    assert f"script/{name}" in said.stdout
    assert not {"#!", "set -eu"} & set(said.stdout.split("\n"))
    assert not said.stderr

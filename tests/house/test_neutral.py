"""A new service is a new policy file and no Python: no code may know a service by name."""

from pathlib import Path

import pytest

from tests.house.tree import ROOT, SOURCE, modules

OUTSIDE = [path for path in modules() if not path.is_relative_to(SOURCE / "policies")]
MACHINE = ("/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/plan", "/opt/" + "wheels")


def slugs() -> list[str]:
    """Slugs of the policies in the package, and the first word of each."""
    names = [path.stem for path in (SOURCE / "policies").glob("*.toml") if path.stem != "default"]
    return sorted(set(names) | {name.split("-")[0] for name in names})


def ours() -> list[Path]:
    """Text files of the repository that a reader may open."""
    kept = {".py", ".md", ".html", ".toml", ".js", ".scss", ".css", ".csv", ".txt", ""}
    folders = ("src", "tests", "docs", "bench", "script", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    return [
        path for path in found + top if path.suffix in kept and not {"built", "__pycache__"} & set(path.parts)
    ]


def test_there_are_policies_to_be_neutral_about() -> None:
    assert len(slugs()) > 1


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_code_names_a_service(path: Path) -> None:
    text = path.read_text().lower()
    assert not [slug for slug in slugs() if slug in text]


def test_nothing_points_at_the_machine_it_was_made_on() -> None:
    assert not [
        path for path in ours() if any(trace in path.read_text(errors="replace") for trace in MACHINE)
    ]

"""What a newcomer reads: every link leads somewhere, the map names what is there."""

import re
from pathlib import Path

import pytest

from tests.house.tree import DOCS, ROOT, packages

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|md|toml|csv|html))`")
EXPECTED = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "docs/map.md"]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_pages_a_newcomer_looks_for_are_there(name: str) -> None:
    assert (ROOT / name).read_text().strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert not broken


def is_there(name: str) -> bool:
    """Whether the map's name is a place of the repository or the package, or a file that rooms have."""
    if "/" not in name:
        return any((ROOT / "src").rglob(name)) or (ROOT / name).exists()
    return any((place / name).exists() for place in (ROOT, ROOT / "src" / "inconfidence"))


def test_the_map_names_only_what_is_there() -> None:
    assert not [name for name in CODE.findall((DOCS / "map.md").read_text()) if not is_there(name)]


def test_the_map_names_every_package() -> None:
    text = (DOCS / "map.md").read_text()
    assert not [name for name in packages() if f"`{name}/`" not in text]


def test_decisions_are_numbered_without_holes() -> None:
    numbers = [int(path.name.split("-")[0]) for path in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))

"""The repository as its own tests see it."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "inconfidence"
TESTS = ROOT / "tests"
DOCS = ROOT / "docs"


@cache
def modules() -> list[Path]:
    """Every module of ours, migrations left out: they are history, not prose."""
    return sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


@cache
def packages() -> list[str]:
    """Names of the folders of the first floor down."""
    return sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text())


def imported(path: Path) -> set[str]:
    """Dotted names that a module imports, `from a import b` giving both `a` and `a.b`."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names

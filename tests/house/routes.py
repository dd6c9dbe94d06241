"""Every address of the program, and what tests say about it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404

from tests.house.tree import TESTS, parsed

# What may stand in the place of a value that a test puts into an address.
STAND_INS = ("7KQM-4XH2", "5f0c9a52-6a53-4e1e-9c5c-0d6f6b0a7c11", "1", "tom")


@dataclass(frozen=True)
class Route:
    """One address: its name, its pattern and the view behind it."""

    name: str
    pattern: str
    view: Any

    @property
    def ours(self) -> bool:
        """Whether the view is one of ours."""
        return str(getattr(self.view, "__module__", "")).startswith("inconfidence.")


def routes() -> list[Route]:
    """All of them, in the order in which they are tried."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, path: str, space: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        here = path + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Route(space + (entry.name or ""), here, entry.callback)
        else:
            yield from _walk(entry, here, f"{space}{entry.namespace}:" if entry.namespace else space)


def _spelled(node: ast.AST) -> Iterator[str]:
    """The strings that a literal or f-string of a test may stand for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [(str(part.value),) if isinstance(part, ast.Constant) else STAND_INS for part in node.values]
        if len([part for part in parts if len(part) > 1]) <= 3:
            yield from ("".join(choice) for choice in product(*parts))


def named_in_tests() -> tuple[set[str], set[str]]:
    """Names and patterns of the routes that some test of a room names, by name or by address."""
    names: set[str] = set()
    patterns: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        if "house" in path.parts:
            continue
        for node in ast.walk(parsed(path)):
            for text in _spelled(node):
                names.add(text)
                if text.startswith("/"):
                    patterns |= _pattern(text.split("?")[0])
    return names, patterns


def _pattern(path: str) -> set[str]:
    try:
        return {resolve(path).route}
    except Resolver404:
        return set()

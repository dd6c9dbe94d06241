"""The house numbers: short functions, short modules, for good."""

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.house.tree import SOURCE, modules, parsed

LONGEST_FUNCTION = 50
LONGEST_MODULE = 300

FUNCTION_KINDS = (ast.FunctionDef, ast.AsyncFunctionDef)


def function_lengths(path: Path) -> dict[str, int]:
    """Lines of each function of a module, docstring included, decorators not; keyed `name:line`."""
    return {
        f"{node.name}:{node.lineno}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(parsed(path))
        if isinstance(node, FUNCTION_KINDS)
    }


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_MODULE
    too_long = {name: lines for name, lines in function_lengths(path).items() if lines > LONGEST_FUNCTION}
    assert not too_long


def test_most_functions_are_short() -> None:
    lengths = [lines for path in modules() for lines in function_lengths(path).values()]
    assert len(lengths) > 1
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 25

"""`script/bench [NAME…]`: measure, print the table, write the results. Exit 1 when a floor is missed."""

import importlib
import sys
from collections.abc import Callable

from bench.figure import Figure, table
from bench.result import write

NAMES = ("decide", "write", "verify", "pages", "start", "clicks", "core_tests")


def measurement(name: str) -> Callable[[], list[Figure]]:
    """The function of `bench/figures/NAME.py` that measures."""
    measure: Callable[[], list[Figure]] = importlib.import_module(f"bench.figures.{name}").measure
    return measure


def main(words: list[str]) -> int:
    """Run the named measurements, all of them when none is named."""
    unknown = [word for word in words if word not in NAMES]
    if unknown:
        print(f"script/bench knows {', '.join(NAMES)}, not {', '.join(unknown)}.", file=sys.stderr)
        return 2
    held = True
    for name in words or NAMES:
        print(f"\n{name}: measuring", flush=True)
        figures = measurement(name)()
        print("\n".join(table(figures)), flush=True)
        write(name, {"figures": [figure.as_json() for figure in figures]})
        held = held and all(figure.holds for figure in figures)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Changes that make no difference to anybody, each with its reason (`equivalent.toml`)."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def reasons() -> dict[str, str]:
    """The reason for each change, told without its line: lines move, and what is written there stays."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {change: because for because, named in table.items() for change in named}

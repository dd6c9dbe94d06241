"""Tables → the text of a policy file, so that a changed one goes through the real loader."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def as_toml(table: Mapping[str, Any]) -> str:
    """A policy file: its header, its clauses, its readings; what is nested stands in one line."""
    parts = ["[service]", *_lines(table["service"])]
    for kind in ("clause", "reading"):
        for each in table.get(kind, ()):
            parts += [f"[[{kind}]]", *_lines(each)]
    return "\n".join(parts) + "\n"


def _lines(table: Mapping[str, Any]) -> list[str]:
    return [f"{key} = {_written(value)}" for key, value in table.items()]


def _written(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)

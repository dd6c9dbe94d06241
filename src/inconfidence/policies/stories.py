"""The stories of a checkout: what services expect of their policies, told in data, a folder for each question."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import inconfidence
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question

STORIES = Path(inconfidence.__file__).parents[2] / "tests" / "stories"
ASKED = frozenset(map(str, QUESTIONS))


@dataclass(frozen=True, slots=True)
class Story:
    """One story: what is asked, under which name, and with which facts as its author states them."""

    question: Question
    name: str
    facts: Mapping[str, Any]


def stories_of(slug: str, folder: Path = STORIES) -> tuple[Story, ...]:
    """The stories told of one policy; those of law and defaults where none is told of it. None without a checkout."""
    own = tuple(_told(folder, "*", slug))
    return own or (*_told(folder, "default"), *_told(folder, "law"))


def told_of(clause_id: str, folder: Path = STORIES) -> tuple[str, ...]:
    """The names of the stories that are told of a clause; none without a checkout."""
    return tuple(
        told["name"]
        for file in sorted(folder.glob("*/*.toml"))
        for told in tomllib.loads(file.read_text(encoding="utf-8"))["story"]
        if clause_id in (*told.get("clauses", ()), *told.get("about", ()))
    )


def _told(folder: Path, name: str, slug: str | None = None) -> Iterator[Story]:
    for file in sorted(folder.glob(f"*/{name}.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        if table.get("question") in ASKED:
            yield from (
                Story(Question(table["question"]), told["name"], told["facts"])
                for told in table["story"]
                if slug is None or slug in told.get("services", table["services"])
            )

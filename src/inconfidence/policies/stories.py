"""The stories of a checkout: what services expect of their policies, told in data, a folder for each question."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import inconfidence
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question

CHECKOUT = Path(inconfidence.__file__).parents[2]
STORIES = CHECKOUT / "tests" / "stories"


@dataclass(frozen=True, slots=True)
class Story:
    """One story: the question or register it asks, with which facts as its author states them, and what comes of it.

    `policies` are those it is told of; `file` is the name of the file it stands in.
    """

    asked: str
    name: str
    outcome: str
    clauses: frozenset[str]
    policies: frozenset[str] = frozenset()
    file: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def decides(self) -> bool:
        """Whether it asks a question; else it asks a register, or only says what is promised."""
        return self.asked in QUESTIONS

    @property
    def question(self) -> Question:
        """The question it asks; ValueError where it asks none."""
        return Question(self.asked)


def told(folder: Path = STORIES) -> tuple[Story, ...]:
    """Every story of the folder, in the order of its files; none where the checkout is not there."""
    return tuple(story for file in sorted(folder.glob("*/*.toml")) for story in _in_file(file))


def stories_of(slug: str, folder: Path = STORIES) -> tuple[Story, ...]:
    """What is told of one policy's decisions; of law and defaults, where nothing is told of it."""
    asking = [story for story in told(folder) if story.decides]
    own = tuple(story for story in asking if slug in story.policies)
    return own or tuple(story for file in ("default", "law") for story in asking if story.file == file)


def told_of(clause_id: str, folder: Path = STORIES) -> tuple[Story, ...]:
    """The stories that are told of a clause; none without a checkout."""
    return tuple(story for story in told(folder) if clause_id in story.clauses)


def _in_file(file: Path) -> Iterator[Story]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    for story in table["story"]:
        yield Story(
            asked=table.get("question") or story.get("register", "promise"),
            name=story["name"],
            outcome=story.get("outcome") or story.get("state", "shown"),
            clauses=frozenset((*story.get("clauses", ()), *story.get("about", ()))),
            policies=frozenset(story.get("services") or table.get("services", ())),
            file=file.stem,
            facts=story.get("facts", {}),
        )

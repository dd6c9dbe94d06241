"""What must not happen, clause by clause: `bad_cases.csv` names the stories that tell it, and here they are held to it.

`how` says how a bad case ends. stopped: the answer is other than a plain yes, or the register is not in order.
shown: a yes, with something owed that somebody sees. given: what would be bad is to withhold it, so it is a yes.
nothing: the clause promises, names or explains, and nothing can be done against it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inconfidence import policies
from tests.stories import test_keepings, test_stories

HERE = Path(__file__).parent
KEPT = "keepings"
IN_TIME = ("in_order", "due")


@dataclass(frozen=True)
class Line:
    """One line of the table: a clause, how its bad case ends, and the story that tells it."""

    clause: str
    how: str
    told_in: str
    story: str

    def __str__(self) -> str:
        return f"{self.clause}: {self.story or self.how}"


@dataclass(frozen=True)
class Told:
    """What a story of either kind says: the clauses it tells, and how it ends."""

    clauses: tuple[str, ...]
    ends: str


def lines() -> Iterator[Line]:
    """Every line of the table."""
    with (HERE / "bad_cases.csv").open(encoding="utf-8", newline="") as file:
        yield from (Line(**row) for row in csv.DictReader(file))


LINES = tuple(lines())
PREFIXES = {prefix: service for service, prefix in test_stories.PREFIX.items()}


def _stories() -> Iterator[tuple[tuple[str, str, str], Told]]:
    for story in test_stories.STORIES:
        permit = "shown" if story.duties else "given"
        ends = permit if story.outcome == "permit" else "stopped"
        yield (story.question, story.service, story.name), Told((*story.clauses, *story.about), ends)
    for kept in test_keepings.STORIES:
        ends = "given" if kept.state in IN_TIME else "stopped"
        yield (KEPT, kept.service, kept.name), Told(kept.clauses, ends)


# A story of the same call stands in a folder of its own and asks the same question.
STORIES = dict(_stories())


def _service(clause: str) -> str:
    return PREFIXES[clause.split("-", maxsplit=1)[0]]


@pytest.mark.parametrize("line", [each for each in LINES if each.how != "nothing"], ids=str)
def test_a_bad_case_is_told_and_ends_as_the_table_says(line: Line) -> None:
    told = STORIES[line.told_in, _service(line.clause), line.story]
    assert line.clause in told.clauses
    # What is given may come with something owed as well.
    assert told.ends == line.how or (line.how, told.ends) == ("given", "shown")


def test_every_clause_of_every_service_has_its_line() -> None:
    own = [clause.id for slug in PREFIXES.values() for clause in policies.edition(slug).clauses]
    assert {line.clause for line in LINES} == set(own)


def test_a_line_is_there_once() -> None:
    assert len(LINES) == len(set(LINES))


def test_a_clause_with_nothing_to_go_wrong_has_no_bad_case_beside_it() -> None:
    nothing = [line.clause for line in LINES if line.how == "nothing"]
    something = {line.clause for line in LINES if line.how != "nothing"}
    assert something.isdisjoint(nothing)
    assert {(line.told_in, line.story) for line in LINES if line.how == "nothing"} == {("", "")}


def test_nothing_bad_is_only_where_a_clause_was_read_and_has_no_bad_case() -> None:
    assert sum(line.how == "nothing" for line in LINES) == 38

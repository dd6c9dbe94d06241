"""Clauses that no answer rests on, told in data: whoever looks at the policy reads them, and what becomes of them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.commands.pages import policy_page
from inconfidence.policy.edition import Edition

HERE = Path(__file__).parent / "promises"


@dataclass(frozen=True)
class Promise:
    """A story of one clause: what its page shows of it."""

    service: str
    name: str
    clause: str
    shows: str

    def __str__(self) -> str:
        return f"{self.service}: {self.name}"


def promises() -> Iterator[Promise]:
    """Every story of every file."""
    for file in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for told in table["story"]:
            for service in table["services"]:
                for clause in told["clauses"]:
                    yield Promise(service, told["name"], clause, told["shows"])


STORIES = tuple(promises())


def check(promise: Promise, edition: Edition) -> None:
    """Whether the policy page has the clause, its words and what becomes of it; fails where it has not."""
    page = policy_page(edition)
    assert f"**{promise.clause}**" in page
    clause = edition.clause(promise.clause)
    assert clause.says in page
    assert promise.shows in page.split(f"**{promise.clause}**")[1].split("**")[0]


@pytest.mark.parametrize("promise", STORIES, ids=str)
def test_promise(promise: Promise) -> None:
    check(promise, policies.edition(promise.service))


def test_every_clause_that_only_promises_has_a_story() -> None:
    promising = {
        clause.id for slug in policies.slugs() for clause in policies.edition(slug).clauses if clause.promises
    }
    assert {promise.clause for promise in STORIES} == promising

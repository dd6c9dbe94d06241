"""`coverage`: which clauses bite, which stories tell of them, and what is missing."""

from dataclasses import replace
from pathlib import Path

import inconfidence
from inconfidence import policies
from inconfidence.commands.coverage import A_PAGE, A_STORY, covered
from inconfidence.policies.stories import Story, told
from inconfidence.policy.keepings import KEEPINGS
from tests.commands.conftest import Run

STATEMENTS = (
    Path(__file__).parents[1].joinpath("policies", "statements.txt").read_text(encoding="utf-8").split()
)


def test_every_statement_is_listed_with_rules_stories_and_pages(run: Run) -> None:
    found = run("coverage", "--json").json
    assert set(STATEMENTS) <= found.keys()
    for statement in STATEMENTS:
        each = found[statement]
        assert {"rules", "stories", "pages"} <= each.keys()
        assert bool(each["rules"]) != bool(each["promises"])
        assert each["pages"]


def test_missing_names_the_clauses_that_wait_and_no_other(run: Run) -> None:
    found = run("coverage", "--json").json
    missing = set(found.pop("missing"))
    assert missing == {clause for clause, each in found.items() if each["waits_for"]}
    assert not {"RO-CASEWORK-02b", "BD-SHARE-02c", "CU-5.2", "L-03", "D-36", "BN-1.1a", "BN-4.4b"} & missing


def test_coverage_for_people_ends_with_what_is_missing(run: Run) -> None:
    ran = run("coverage")
    assert ran.code == 0
    assert "Missing: " in ran.out


def test_a_clause_shows_the_stories_told_of_it(run: Run) -> None:
    found = run("coverage", "--json").json
    assert any("grandmother" in story for story in found["CV-PRACTICAL-05"]["stories"])


def test_every_folder_that_keeps_something_is_there() -> None:
    source = Path(inconfidence.__file__).parent
    assert all(source.joinpath(entry.kept_by).is_dir() for entry in KEEPINGS)


def test_something_to_be_kept_waits_until_a_story_of_its_register_names_the_clause() -> None:
    edition = policies.edition("coventry")
    clause = edition.clause("CV-MONITOR-01")
    ours = Story("day-to-day-watch", "Written down this month", "in_order", frozenset({clause.id}))
    another = replace(ours, asked="reminder")
    elsewhere = replace(ours, clauses=frozenset({"CV-EFFECT-05"}))
    assert covered("coventry", clause, [ours]).waits_for == ()
    assert covered("coventry", clause, [another]).waits_for == ("day-to-day-watch",)
    assert covered("coventry", clause, [elsewhere]).waits_for == ("day-to-day-watch", A_STORY)


def test_a_clause_that_no_page_shows_waits_for_its_page() -> None:
    edition = policies.edition("coventry")
    clause = edition.clause("CV-INTRO-01")
    assert covered("coventry", clause, []).waits_for == ()
    assert covered("nowhere", clause, []).waits_for == (A_PAGE,)


def test_without_a_checkout_there_are_no_stories(tmp_path: Path) -> None:
    assert told(tmp_path) == ()

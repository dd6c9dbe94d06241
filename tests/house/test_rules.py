"""Every rule has a sentence, a clause that names it, a story that shows it and a page that explains it."""

import ast
import tomllib
from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.policy.register import ENTRIES, RULES
from inconfidence.policy.rule import Rule
from tests.house.tree import DOCS, ROOT, SOURCE, parsed

EDITIONS = [policies.edition(slug) for slug in policies.slugs()]
RULE_FILES = [path for path in (SOURCE / "policy" / "rules").rglob("*.py") if path.name != "__init__.py"]


def told() -> set[str]:
    """Clauses that some story names, or is told for."""
    files = sorted((ROOT / "tests" / "stories").rglob("*.toml"))
    stories = [story for path in files for story in tomllib.loads(path.read_text())["story"]]
    return {clause for story in stories for key in ("clauses", "about") for clause in story.get(key, ())}


def test_slugs_are_unique_and_files_are_named_after_them() -> None:
    slugs = [rule.slug for rule in RULES]
    assert sorted(slugs) == sorted(set(slugs))
    files = {path.stem.rstrip("_").replace("_", "-") for path in RULE_FILES}
    assert not files - set(slugs), "a module in rules/ that the register does not list"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_is_named_by_a_clause(rule: Rule) -> None:
    assert [edition.slug for edition in EDITIONS if edition.names(rule.slug)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_says_its_sentence_and_authority(rule: Rule) -> None:
    assert len(rule.sentence.split()) >= 4
    assert rule.authority


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_has_a_page(rule: Rule) -> None:
    assert rule.slug in (DOCS / "policy" / "rules.md").read_text()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_has_a_story(rule: Rule) -> None:
    namings = [edition.naming(rule.slug) for edition in EDITIONS if edition.names(rule.slug)]
    assert told() & {clause for each in namings for clause in (*each.own, *each.law, *each.default)}


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_the_first_line_of_a_rule_is_its_sentence(path: Path) -> None:
    first = (ast.get_docstring(parsed(path)) or "").splitlines()[0]
    assert first.endswith("."), first


def test_the_register_holds_every_rule() -> None:
    assert {rule.slug for rule in RULES} <= set(ENTRIES)


def test_pages_are_what_the_policies_say_today() -> None:
    from inconfidence.commands.pages import pages

    written = {path.name: path.read_text() for path in (DOCS / "policy").glob("*.md")}
    assert written == pages()

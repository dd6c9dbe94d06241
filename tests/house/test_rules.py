"""Every rule has a sentence, a clause that names it, a story that shows it and a page that explains it."""

import ast
import tomllib

import pytest

from inconfidence import policies
from inconfidence.policy.register import ENTRIES, RULES
from inconfidence.policy.rule import Rule
from tests.house.tree import DOCS, ROOT, SOURCE, parsed

EDITIONS = [policies.edition(slug) for slug in policies.slugs()]
RULE_FILES = [path for path in (SOURCE / "policy" / "rules").rglob("*.py") if path.name != "__init__.py"]


def stories() -> list[dict[str, object]]:
    """Every story, with the file's own words spread over it."""
    found = []
    for path in sorted((ROOT / "tests" / "stories").rglob("*.toml")):
        found += tomllib.loads(path.read_text())["story"]
    return found


def test_slugs_are_unique_and_files_are_named_after_them() -> None:
    slugs = [rule.slug for rule in RULES]
    assert sorted(slugs) == sorted(set(slugs))
    files = {path.stem.replace("_", "-") for path in RULE_FILES}
    assert not files - set(slugs), "a module in rules/ that the register does not list"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_is_named_by_a_clause(rule: Rule) -> None:
    assert [edition.slug for edition in EDITIONS if edition.names(rule.slug)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_says_its_sentence_and_authority(rule: Rule) -> None:
    assert rule.sentence.endswith((".", "?"))
    assert rule.authority


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_has_a_page(rule: Rule) -> None:
    assert rule.slug in (DOCS / "policy" / "rules.md").read_text()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_has_a_story(rule: Rule) -> None:
    told = {
        str(clause) for story in stories() for key in ("clauses", "about") for clause in story.get(key, ())
    }  # type: ignore[attr-defined]
    naming = {clause for edition in EDITIONS for clause in edition.naming(rule.slug)}
    assert told & {str(clause) for clause in naming}


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_the_first_line_of_a_rule_is_its_sentence(path: object) -> None:
    first = (ast.get_docstring(parsed(path)) or "").splitlines()[0]  # type: ignore[arg-type]
    assert first.endswith("."), first


def test_the_register_holds_every_rule() -> None:
    assert {rule.slug for rule in RULES} <= set(ENTRIES)


def test_pages_are_what_the_policies_say_today() -> None:
    from inconfidence.commands.pages import pages

    written = {path.name: path.read_text() for path in (DOCS / "policy").glob("*.md")}
    assert written == pages()

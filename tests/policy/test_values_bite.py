"""Some values of the policies changed, some clauses taken out: something notices. `script/prove values` takes all."""

from random import Random
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.loading import load
from tests.policy.biting import (
    DEFAULT,
    LEFT_OUT,
    NOTHING,
    ONLY_SHOWN,
    SHOWN,
    Value,
    bites,
    changed,
    clauses,
    misses,
    table,
    values,
)
from tests.policy.toml import as_toml

pytestmark = pytest.mark.walk

DRAW = Random(11)
SOME_VALUES = DRAW.sample(values(), 12)
ONE_WORD = [value for value in values() if value.others == (LEFT_OUT,)]
SOME_CLAUSES = DRAW.sample(clauses(), 12)


def value(policy: str, rule: str, key: str) -> Value:
    return next(each for each in values() if (each.policy, each.rule, each.key) == (policy, rule, key))


@pytest.mark.parametrize("each", SOME_VALUES, ids=lambda each: f"{each.policy}, {each.place}")
def test_a_value_bites(each: Value) -> None:
    kinds = {bites(each, other) for other in each.others}
    assert kinds != {NOTHING}
    assert not kinds <= {NOTHING, *SHOWN} or (each.rule, each.key) in ONLY_SHOWN


def test_every_value_can_be_changed_to_another_legal_one_or_left_out() -> None:
    assert all(value.others for value in values())
    assert {value.others == (LEFT_OUT,) for value in values()} == {True, False}


@pytest.mark.parametrize("each", ONE_WORD, ids=lambda each: f"{each.policy}, {each.place}")
def test_what_can_be_one_word_only_is_missed_when_it_is_left_out(each: Value) -> None:
    """Without it the file does not load, or something else is no longer as it was."""
    kind = bites(each, LEFT_OUT)
    assert kind != NOTHING
    assert kind not in SHOWN or (each.rule, each.key) in ONLY_SHOWN


@pytest.mark.parametrize(("slug", "clause"), SOME_CLAUSES, ids=[clause for _, clause in SOME_CLAUSES])
def test_a_clause_is_missed(slug: str, clause: str) -> None:
    assert misses(slug, clause) != NOTHING


@pytest.mark.parametrize(("rule", "key"), ONLY_SHOWN, ids=[".".join(each) for each in ONLY_SHOWN])
def test_what_is_only_shown_is_only_shown(rule: str, key: str) -> None:
    here = [each for each in values() if (each.rule, each.key) == (rule, key)]
    assert any({bites(each, other) for other in each.others} <= {NOTHING, *SHOWN} for each in here)


@pytest.mark.parametrize(
    ("policy", "rule", "key", "other", "first"),
    [
        ("coventry", "volunteer-scope", "sees", "assigned_case", "answer"),
        ("cumbria", "consent-review", "overdue", "remind", "answer"),
        ("coventry", "induction", "missing", "bar_volunteers", "answer"),
        ("cumbria", "consent-review", "months", 7, "date"),
        ("cumbria", "host-standing", "standing", "charity", "register"),
        ("cumbria", "service.titles", "head_of_service", "Chief", "words of an answer"),
        ("cumbria", "service", "title", "Our promise", "words on screens"),
        ("cumbria", "service", "reviewed_by", ["host_manager"], "page"),
        ("default", "check-and-speak-first", "speak_first", "step", "answer"),
        ("coventry", "volunteer-scope", "sees", "everything", "not loaded"),
    ],
)
def test_what_changes_first(policy: str, rule: str, key: str, other: Any, first: str) -> None:
    assert bites(value(policy, rule, key), other) == first


def test_a_value_that_is_as_it_was_changes_nothing() -> None:
    for each in (value("cumbria", "consent-review", "months"), value(DEFAULT, "induction", "missing")):
        assert bites(each, each.now) == NOTHING


def test_a_law_that_goes_with_a_word_goes_with_the_other_one() -> None:
    files = value(DEFAULT, "inspection", "files")
    edition = changed(files, "while_authority_inspected", DEFAULT)
    assert edition.value("inspection", "files") == "while_authority_inspected"
    assert edition.naming("inspection").law == ("L-04",)


@pytest.mark.parametrize("slug", policies.slugs())
def test_a_file_written_anew_says_the_same(slug: str) -> None:
    default = as_toml(table(DEFAULT))
    again = load(default if slug == DEFAULT else as_toml(table(slug)), default, f"{slug}.toml")
    edition = policies.edition(slug)
    assert again.clauses == edition.clauses
    assert (again.settings, again.namings, again.rows) == (edition.settings, edition.namings, edition.rows)
    assert (again.titles, again.terms, again.readings) == (edition.titles, edition.terms, edition.readings)


@pytest.mark.parametrize("slug", [slug for slug in policies.slugs() if slug != DEFAULT])
def test_the_header_says_who_reviews_as_its_clause_does(slug: str) -> None:
    edition = policies.edition(slug)
    assert set(edition.reviewed_by) == set(edition.value("policy-review", "by"))  # type: ignore[arg-type]

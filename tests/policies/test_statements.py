"""Every statement of the five policies stands once, in its order, and does what it was read to do."""

import csv
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition

HERE = Path(__file__).parent
STATEMENTS = HERE.joinpath("statements.txt").read_text(encoding="utf-8").split()
SERVICES = tuple(slug for slug in policies.slugs() if slug != policies.DEFAULT)
PREFIX = {
    "bath-and-north-east-somerset": "BN",
    "coventry": "CV",
    "rotherham": "RO",
    "cumbria": "CU",
    "blackburn-with-darwen": "BD",
}
ONLY_PROMISE = {
    "BN-1.1a", "BN-1.1b", "BN-5.1", "CV-INTRO-01", "RO-SAFEGUARDING-04",
    "RO-THIRD-02a", "RO-HARM-01c", "CU-2.3a", "CU-4.1", "BD-INTRO-02",
}  # fmt: skip
CLOCKS = {"L-09", "L-12"}


def all_clauses() -> dict[str, Clause]:
    """Every clause of the six files by its id."""
    return {clause.id: clause for slug in policies.slugs() for clause in policies.edition(slug).clauses}


def test_there_are_five_services_and_the_default() -> None:
    assert set(SERVICES) == set(PREFIX)


def test_two_hundred_and_fifty_four_statements() -> None:
    assert len(STATEMENTS) == 254 == len(set(STATEMENTS))
    assert sum(len(policies.edition(slug).clauses) for slug in SERVICES) == 254


@pytest.mark.parametrize("slug", SERVICES)
def test_each_statement_stands_once_and_in_order(slug: str) -> None:
    expected = [each for each in STATEMENTS if each.startswith(f"{PREFIX[slug]}-")]
    assert [clause.id for clause in policies.edition(slug).clauses] == expected


def test_the_law_the_defaults_and_the_readings_are_whole() -> None:
    default = policies.edition(policies.DEFAULT)
    expected = [f"L-{at:02}" for at in range(1, 15)] + [f"D-{at:02}" for at in range(1, 40)]
    assert [clause.id for clause in default.clauses] == expected
    assert list(default.readings) == [f"X-{at:02}" for at in range(1, 32)]


def test_every_reading_but_the_regulators_month_stands_beside_a_clause() -> None:
    cited = {reading for clause in all_clauses().values() for reading in clause.reading}
    readings = set(policies.edition(policies.DEFAULT).readings)
    assert readings - cited == set()


def test_only_ten_statements_and_two_clocks_promise() -> None:
    assert {clause.id for clause in all_clauses().values() if clause.promises} == ONLY_PROMISE | CLOCKS


def _table() -> list[tuple[str, str, dict[str, str]]]:
    with HERE.joinpath("rules.csv").open(encoding="utf-8", newline="") as file:
        return [(row["rule"], row["clause"], _values(row["values"])) for row in csv.DictReader(file)]


def _values(cell: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in cell.split("; ") if part)


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("rule", "clause", "values"), _table(), ids=lambda each: str(each)[:40])
def test_each_clause_names_its_rules_with_their_values(
    rule: str, clause: str, values: dict[str, str]
) -> None:
    effect = all_clauses()[clause].effect(rule)
    assert effect is not None
    found = {key: _written(value) for key, value in effect.values.items()}
    if effect.unless:
        found["unless"] = effect.unless
    assert found == values


def test_no_clause_names_a_rule_that_the_table_does_not_give_it() -> None:
    table = {(rule, clause) for rule, clause, _ in _table()}
    named = {(effect.rule, clause.id) for clause in all_clauses().values() for effect in clause.effects}
    assert named == table


@pytest.mark.parametrize(
    ("slug", "label", "in_force_from", "next_review"),
    [
        ("bath-and-north-east-somerset", "2015-01", "2015-01-31", "2014-11-30"),
        ("coventry", "undated", "None", "None"),
        ("rotherham", "2022-08", "2022-08-31", "2025-08-31"),
        ("cumbria", "2011-03", "2011-03-31", "2013-03-31"),
        ("blackburn-with-darwen", "undated", "None", "None"),
    ],
)
def test_dates_are_those_the_documents_print(
    slug: str, label: str, in_force_from: str, next_review: str
) -> None:
    edition = policies.edition(slug)
    assert (edition.label, str(edition.in_force_from), str(edition.next_review)) == (
        label,
        in_force_from,
        next_review,
    )


@pytest.mark.parametrize(
    ("slug", "head", "volunteer", "group", "consent"),
    [
        ("bath-and-north-east-somerset", "Manager", "Volunteer Supporter", "governing group", "consent"),
        ("coventry", "Service Manager", "volunteer", "Steering Group", "permission"),
        ("rotherham", "Service Lead", "volunteer", "Monitoring Group", "permission"),
        ("cumbria", "Service Co-ordinator", "Independent Parental Supporter", "Steering Group", "consent"),
        ("blackburn-with-darwen", "SENDIASS Manager", "volunteer", "governing group", "consent"),
    ],
)
def test_each_policy_speaks_in_its_own_words(
    slug: str, head: str, volunteer: str, group: str, consent: str
) -> None:
    edition = policies.edition(slug)
    titles = (
        edition.titles["head_of_service"],
        edition.titles["volunteer"],
        edition.titles["governing_group"],
    )
    assert titles == (head, volunteer, group)
    assert edition.terms["consent"] == consent


@pytest.mark.parametrize(
    ("slug", "keys"),
    [
        ("bath-and-north-east-somerset", "allocated"),
        ("coventry", "staff"),
        ("rotherham", "staff"),
        ("cumbria", "allocated"),
        ("blackburn-with-darwen", "staff"),
    ],
)
def test_who_holds_the_keys_of_a_case(slug: str, keys: str) -> None:
    assert policies.edition(slug).value("only-the-service", "case_keys") == keys


@pytest.mark.parametrize("slug", policies.slugs())
def test_no_key_of_a_policy_file_states_an_outcome(slug: str) -> None:
    keys = set(_keys(tomllib.loads(policies.text(slug))))
    assert not keys & {"outcome", "permit", "refuse", "refer", "allow", "deny"}


@pytest.mark.parametrize("slug", policies.slugs())
def test_says_is_one_or_more_whole_sentences(slug: str) -> None:
    for clause in policies.edition(slug).clauses:
        assert re.match(r"[A-Z]", clause.says), clause.id
        assert clause.says.endswith("."), clause.id


def _keys(table: dict[str, Any]) -> list[str]:
    found = list(table)
    for value in table.values():
        inner = value if isinstance(value, list) else [value]
        found += [key for each in inner if isinstance(each, dict) for key in _keys(each)]
    return found


def _signature(edition: Edition) -> dict[str, object]:
    return {f"{rule}.{key}": setting.value for (rule, key), setting in edition.settings.items()}


def test_two_near_twins_differ_where_their_texts_do() -> None:
    bath, cumbria = (
        _signature(policies.edition(slug)) for slug in ("bath-and-north-east-somerset", "cumbria")
    )
    different = {key for key in bath.keys() & cumbria.keys() if bath[key] != cumbria[key]}
    assert different >= {
        "statistics.cadence",
        "statistics.mode",
        "volunteer-school-record.parent_copy",
        "consent-question.at_first_contact",
        "policy-review.by",
    }

"""`policy list | show | check | pages`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.commands.pages import FOLDER, pages
from tests.commands.conftest import Run

SHARING = "Ask, read the answer on the same page, and share or do not"
LISTED = {"slug", "kind", "service", "title", "edition", "in_force_from", "next_review", "clauses"}
SLUGS = [
    "bath-and-north-east-somerset",
    "blackburn-with-darwen",
    "coventry",
    "cumbria",
    "rotherham",
    "default",
]


def test_list_gives_every_policy_with_its_version(run: Run) -> None:
    rows = run("policy", "list", "--json").json
    assert [row["slug"] for row in rows] == SLUGS
    assert all(row.keys() == LISTED for row in rows)
    assert [row["kind"] for row in rows] == ["service"] * 5 + ["default"]
    by_slug = {row["slug"]: row for row in rows}
    assert (by_slug["rotherham"]["edition"], by_slug["rotherham"]["in_force_from"]) == (
        "2022-08",
        "2022-08-31",
    )
    assert (by_slug["coventry"]["edition"], by_slug["coventry"]["in_force_from"]) == ("undated", None)
    assert sum(row["clauses"] for row in rows if row["kind"] == "service") == 254


def test_list_is_a_table_for_people(run: Run) -> None:
    ran = run("policy", "list")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("slug")
    assert len(ran.out.splitlines()) == 7


@pytest.mark.parametrize("slug", SLUGS)
def test_show_prints_every_clause_in_order(run: Run, slug: str) -> None:
    ran = run("policy", "show", slug)
    places = [ran.out.index(f"{clause.id}  ") for clause in policies.edition(slug).clauses]
    assert ran.code == 0
    assert places == sorted(places)


def test_show_as_json_carries_clauses_words_and_rules(run: Run) -> None:
    shown = run("policy", "show", "rotherham", "--json").json
    assert len(shown["clauses"]) == 52
    assert shown["titles"]["head_of_service"] == "Service Lead"
    assert shown["terms"]["consent"] == "permission"
    gate = next(clause for clause in shown["clauses"] if clause["id"] == "RO-THIRD-03c")
    assert [rule["slug"] for rule in gate["rules"]] == ["permission-form-gate"]
    assert gate["reading"] == ["X-17"]


def test_show_one_clause_with_rules_stories_and_page(run: Run) -> None:
    shown = run("policy", "show", "blackburn-with-darwen", "--clause", "BD-SHARE-02c", "--json").json
    assert shown["rules"][0]["slug"] == "inspection"
    assert shown["rules"][0]["values"] == {"files": "while_authority_inspected"}
    assert any("Ofsted" in story for story in shown["stories"])
    assert shown["pages"] == ["docs/policy/blackburn-with-darwen.md#bd-share-02c"]


@pytest.mark.parametrize("clause", ["RO-CASEWORK-02b", "RO-HARM-01c", "L-01", "D-04", "X-30"])
def test_show_one_clause_for_people(run: Run, clause: str) -> None:
    ran = run("policy", "show", "rotherham", "--clause", clause)
    assert ran.code == 0
    assert ran.out.startswith(f"{clause}  ")


def test_show_one_clause_tells_all_that_hangs_on_it(run: Run) -> None:
    shown = run("policy", "show", "rotherham", "--clause", "RO-THIRD-03c", "--json").json
    (gate,) = shown["rules"]
    assert (gate["settings"], gate["law"], gate["beside"], gate["kept_by"]) == ([], [], [], None)
    assert gate["authority"].startswith("The service's own policy")
    assert [each["id"] for each in shown["readings"]] == ["X-17"]
    assert shown["questions"] == ["may_begin_casework", "may_obtain", "may_disclose"]
    assert {"address": "/cases/<str:reference>/share/", "does": SHARING} in shown["screens"]


def test_show_one_clause_says_who_set_each_value(run: Run) -> None:
    said = " ".join(run("policy", "show", "coventry", "--clause", "D-06").out.split())
    assert "telephone = any record (CV-PRACTICAL-03b, its own)" in said
    law = " ".join(run("policy", "show", "coventry", "--clause", "L-01").out.split())
    assert "Rests on Children Act 2004 s.11" in law
    risk = " ".join(run("policy", "show", "rotherham", "--clause", "RO-SAFEGUARDING-01").out.split())
    assert "Law besides, L-01: A child at risk always gets through" in risk
    assert "Also named by" in risk
    kept = " ".join(run("policy", "show", "coventry", "--clause", "CV-PRIVACY-01").out.split())
    assert "no answer changes by it" in kept
    assert "Screens none" in kept


def test_show_says_of_law_and_readings_what_they_are(run: Run) -> None:
    assert run("policy", "show", "coventry", "--clause", "L-03", "--json").json["ref"] == "law"
    assert run("policy", "show", "coventry", "--clause", "X-07", "--json").json["ref"] == "reading"


def test_an_unknown_policy_is_one_sentence_with_the_names(run: Run) -> None:
    ran = run("policy", "show", "rotherhem")
    assert (ran.code, ran.out) == (2, "")
    assert "perhaps rotherham" in ran.err
    assert "blackburn-with-darwen" in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_clause_is_one_sentence(run: Run) -> None:
    ran = run("policy", "show", "rotherham", "--clause", "RO-INTRO-1")
    assert (ran.code, ran.out) == (2, "")
    assert "perhaps RO-INTRO-01" in ran.err


def test_the_policies_of_the_package_have_no_fault(run: Run) -> None:
    ran = run("policy", "check")
    assert ran.code == 0
    assert "rotherham.toml" in ran.out
    assert run("policy", "check", "--json").json == []


def test_a_sixth_service_is_checked_without_a_line_of_python(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elmshire.toml"
    file.write_text(ELMSHIRE, encoding="utf-8")
    assert run("policy", "check", str(file)).code == 0


ELMSHIRE = """
[service]
slug = "elmshire"
name = "Elmshire SENDIASS"
short = "Elmshire"
title = "Confidentiality policy"
edition = "2026-05"
in_force_from = 2026-05-01
reviewed_by = ["head_of_service"]
titles = { head_of_service = "Co-ordinator" }

[[clause]]
id = "EL-1"
ref = "Section 1"
kind = "context"
says = "We exist to help families decide for themselves."
promises = "Shown on the policy page."

[[clause]]
id = "EL-2"
ref = "Section 2"
kind = "record"
says = "A yes by telephone is noted by whoever took it, with the date."
rules.consent-evidence = { telephone = "worker_and_date" }
"""

ANOTHER = """
[[clause]]
id = "EL-3"
ref = "Section 3"
kind = "record"
says = "A yes by telephone is noted."
rules.consent-evidence = { telephone = "VALUE" }
"""

FAULTS: dict[str, tuple[Callable[[str], str], str, str, str]] = {
    "a key nobody knows in the header": (
        lambda text: text.replace("short =", "shrot ="),
        "",
        "service.shrot",
        "perhaps short",
    ),
    "a key nobody knows in a clause": (
        lambda text: text.replace('kind = "record"', 'kind = "record"\nsayz = "Yes."'),
        "EL-2",
        "sayz",
        "perhaps says",
    ),
    "a clause without words": (
        lambda text: text.replace("We exist to help families decide for themselves.", " "),
        "EL-1",
        "says",
        "words",
    ),
    "two clauses with one id": (lambda text: text.replace("EL-2", "EL-1"), "EL-1", "id", "no other clause"),
    "a rule that does not exist": (
        lambda text: text.replace("rules.consent-evidence", "rules.consent-evidense"),
        "EL-2",
        "rules.consent-evidense",
        "perhaps consent-evidence",
    ),
    "a value the rule does not have": (
        lambda text: text.replace("{ telephone", "{ telefone"),
        "EL-2",
        "rules.consent-evidence.telefone",
        "perhaps telephone",
    ),
    "a word outside its list": (
        lambda text: text.replace("worker_and_date", "worker_or_date"),
        "EL-2",
        "rules.consent-evidence.telephone",
        "worker_and_date",
    ),
    "a date that is no date": (
        lambda text: text.replace("2026-05-01", "2026-02-30"),
        "",
        "service.in_force_from",
        "a date",
    ),
    "a clause with neither rules nor a promise": (
        lambda text: text.replace('promises = "Shown on the policy page."', ""),
        "EL-1",
        "rules",
        "what it promises",
    ),
    "one value set twice and differently": (
        lambda text: text + ANOTHER.replace("VALUE", "any_record"),
        "EL-3",
        "rules.consent-evidence.telephone",
        "as EL-2 sets it",
    ),
    "a rule whose value nobody sets": (
        lambda text: text.replace("rules.consent-evidence = {", "rules.volunteer-school-record = {}#"),
        "EL-2",
        "rules.volunteer-school-record.parent_copy",
        "head_decides, visible",
    ),
    "a promise beside a rule": (
        lambda text: text.replace('kind = "record"', 'kind = "record"\npromises = "Kept."'),
        "EL-2",
        "promises",
        "not both",
    ),
    "a kind that is none": (
        lambda text: text.replace('"record"', '"recrod"'),
        "EL-2",
        "kind",
        "perhaps record",
    ),
    "a reading that nobody took": (
        lambda text: text.replace('kind = "record"', 'kind = "record"\nreading = ["X-77"]'),
        "EL-2",
        "reading",
        "[[reading]]",
    ),
    "an edition that is no month": (
        lambda text: text.replace('"2026-05"', '"May"'),
        "",
        "service.edition",
        "undated",
    ),
    "a title nobody has": (
        lambda text: text.replace("titles = { head_of_service", "titles = { head_of_servise"),
        "",
        "service.titles.head_of_servise",
        "perhaps head_of_service",
    ),
    "no header": (lambda text: text[text.index("[[clause]]") :], "", "service", "[service]"),
    "a text that is no TOML": (lambda text: text + "\nid = = 3", "", "", "TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_check_names_file_clause_key_found_and_expected(run: Run, tmp_path: Path, fault: str) -> None:
    spoil, clause, key, expected = FAULTS[fault]
    file = tmp_path / "elmshire.toml"
    file.write_text(spoil(ELMSHIRE), encoding="utf-8")
    ran = run("policy", "check", str(file), "--json")
    found = [each for each in ran.json if (each["clause"], each["key"]) == (clause, key)]
    assert ran.code == 2
    assert found, ran.json
    assert expected in found[0]["expected"]
    assert all(each["file"] == str(file) for each in ran.json)


def test_check_lists_every_fault_at_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elmshire.toml"
    text = ELMSHIRE
    for fault in ("a clause without words", "a rule that does not exist", "a date that is no date"):
        text = FAULTS[fault][0](text)
    file.write_text(text, encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text(FAULTS["a word outside its list"][0](ELMSHIRE), encoding="utf-8")
    ran = run("policy", "check", str(file), str(other))
    assert ran.code == 2
    assert len(ran.out.splitlines()) == 4
    assert str(other) in ran.out


def test_check_of_a_file_that_drops_a_clause_says_what_answers_instead(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rotherham.toml"
    text = policies.text("rotherham").replace('rules.check-and-speak-first = { speak_first = "step" }', "")
    text = text.replace("rules.permission-form-gate = {}", "")
    promise = 'promises = "Shown."'
    text = text.replace('reading = ["X-17"]\n', f'reading = ["X-17"]\n{promise}\n')
    marked = text.index('id = "RO-HARM-02a"')
    file.write_text(text[:marked] + f"{promise}\n" + text[marked:], encoding="utf-8")
    ran = run("policy", "check", str(file))
    said = " ".join(ran.out.split())
    assert (ran.code, said.startswith("No faults in ")) == (0, True)
    assert "· check-and-speak-first (speak first) rests on D-29, no longer on RO-HARM-02a." in said
    assert "· permission-form-gate has no effect any more: RO-THIRD-03c gave it." in said
    assert run("policy", "check", str(file), "--json").json == []


def test_check_of_a_new_policy_lists_what_rests_on_defaults_and_law(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elmshire.toml"
    ours = policies.text("coventry").replace('slug = "coventry"', 'slug = "elmshire"')
    file.write_text(ours, encoding="utf-8")
    ran = run("policy", "check", str(file))
    assert ran.code == 0
    assert "· Rests on D-06: " in ran.out
    default = tmp_path / "default.toml"
    default.write_text(policies.default_text(), encoding="utf-8")
    assert run("policy", "check", str(default)).out == f"No faults in {default}.\n"
    same = tmp_path / "coventry.toml"
    same.write_text(policies.text("coventry"), encoding="utf-8")
    assert run("policy", "check", str(same)).out == f"No faults in {same}.\n"


def test_check_of_the_default_policy_checks_it_as_that(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "changed.toml"
    file.write_text(
        policies.default_text().replace('reading = ["X-27"]', 'reading = ["X-99"]'), encoding="utf-8"
    )
    ran = run("policy", "check", str(file), "--json")
    assert ran.code == 2
    assert [(each["clause"], each["key"]) for each in ran.json] == [("L-05", "reading")]


@pytest.mark.parametrize("made", ["missing", "folder", "binary"])
def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path, made: str) -> None:
    file = tmp_path / "elmshire.toml"
    if made == "folder":
        file.mkdir()
    elif made == "binary":
        file.write_bytes(b"\xff\xfe\x00")
    ran = run("policy", "check", str(file))
    assert (ran.code, ran.out.count("\n"), ran.err) == (2, 1, "")
    assert "expected a policy file" in ran.out


def test_the_pages_of_the_documentation_are_those_the_policies_give() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    assert written == pages()


def test_pages_writes_one_page_for_each_policy(run: Run, tmp_path: Path) -> None:
    ran = run("policy", "pages", "--to", str(tmp_path / "new"))
    assert ran.code == 0
    assert {file.stem for file in (tmp_path / "new").iterdir()} == {*SLUGS, "rules", "README"}


def test_every_link_inside_the_pages_leads_somewhere() -> None:
    import re

    written = pages()
    for name, text in written.items():
        for target, anchor in re.findall(r"\]\(([a-zA-Z-]*\.md)?(?:#([a-z0-9.-]+))?\)", text):
            there = written[target or name]
            assert not anchor or f'<a id="{anchor}"></a>' in there, (name, target, anchor)


def test_a_file_that_cannot_be_read_hides_no_other_files_faults(run: Run, tmp_path: Path) -> None:
    faulty, binary = tmp_path / "faulty.toml", tmp_path / "binary.toml"
    faulty.write_text("[service]\n", encoding="utf-8")
    binary.write_bytes(b"\xff\xfe")
    ran = run("policy", "check", str(tmp_path / "missing.toml"), str(faulty), str(binary))
    assert ran.code == 2
    for said in ("missing.toml: found ", "binary.toml: found ", "faulty.toml, service.slug"):
        assert said in ran.out

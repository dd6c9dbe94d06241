"""`policy new`: a policy file to be filled in."""

from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.commands.starting import text
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load
from inconfidence.policy.register import ENTRIES
from tests.commands.conftest import Run

TO_DECIDE = ["service.name", "service.short", "service.title"]
FILLED = {
    'name = ""': 'name = "Elmshire Family Service"',
    'short = ""': 'short = "Elmshire"',
    'title = ""': 'title = "How we keep confidence"',
}
BLANK = text("elmshire", policies.edition("default"))


def filled(written: str) -> str:
    """The text with its three empty lines filled in."""
    for empty, said in FILLED.items():
        assert empty in written
        written = written.replace(empty, said)
    return written


def checked(written: str) -> Edition:
    """The policy of a text. Raises Faulty with every fault."""
    return load(written, policies.default_text(), "elmshire.toml")


def taken_in(rule: str) -> str:
    """The blank text with the clause of one rule taken in."""
    lines = BLANK.splitlines()
    last = next(at for at, line in enumerate(lines) if line.startswith(f"# rules.{rule} ="))
    first = max(at for at in range(last) if lines[at] == "# [[clause]]")
    return "\n".join(line[2:] if first <= at <= last else line for at, line in enumerate(lines))


def test_only_what_the_author_must_decide_is_a_fault_at_first(run: Run, tmp_path: Path) -> None:
    written = run("policy", "new", "elmshire", "--from", "default", "--to", str(tmp_path))
    file = tmp_path / "elmshire.toml"
    assert (written.code, f"inconfidence policy check {file}" in written.out) == (0, True)
    faults = run("policy", "check", str(file), "--json")
    assert (faults.code, [fault["key"] for fault in faults.json]) == (2, TO_DECIDE)
    assert faults.json[0]["expected"] == "words: the service, as it stands on its letters"
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert run("policy", "check", str(file)).code == 0


def test_every_rule_stands_there_with_its_sentence_and_every_word_of_its_values() -> None:
    said = " ".join(BLANK.replace("\n#", " ").split())
    for entry in ENTRIES.values():
        assert f"{entry.slug} {entry.sentence}." in said
        for name, parameter in entry.parameters.items():
            assert f"{name}: {parameter.expected}." in said
        assert BLANK.count(f"# rules.{entry.slug} =") == 1


def test_it_says_what_answers_without_a_clause() -> None:
    said = " ".join(BLANK.replace("\n#", " ").split())
    assert "Without a clause of yours: D-06: " in said
    assert "lookups-marked" in said
    assert said.count("Without a clause of yours it has no effect.") > 10


@pytest.mark.parametrize("rule", ENTRIES)
def test_a_rule_taken_in_is_loaded_as_it_stands(rule: str) -> None:
    edition = checked(filled(taken_in(rule)))
    (clause,) = edition.clauses
    assert [effect.rule for effect in clause.effects] == [rule]
    assert edition.naming(rule).own == (clause.id,)


def test_what_is_taken_in_and_left_alone_changes_no_value() -> None:
    usual = policies.edition("default")
    edition = checked(filled(taken_in("safe-contact")))
    assert edition.value("safe-contact", "free") == usual.value("safe-contact", "free")


@pytest.mark.parametrize("source", [slug for slug in policies.slugs() if slug != "default"])
def test_from_another_service_its_clauses_and_words_stand_with_new_numbers(source: str) -> None:
    theirs = policies.edition(source)
    edition = checked(filled(text("elm-shire", theirs)))
    assert [(clause.says, clause.kind) for clause in edition.clauses] == [
        (clause.says, clause.kind) for clause in theirs.clauses
    ]
    assert not {clause.id for clause in edition.clauses} & {clause.id for clause in theirs.clauses}
    assert {key: setting.value for key, setting in edition.settings.items()} == {
        key: setting.value for key, setting in theirs.settings.items()
    }
    assert (edition.titles, edition.terms, edition.label) == (theirs.titles, theirs.terms, "undated")


def test_a_rule_that_the_other_service_names_is_not_offered_again() -> None:
    written = text("elmshire", policies.edition("rotherham"))
    assert "\nrules.permission-form-gate = {}" in written
    assert "# rules.permission-form-gate" not in written
    assert "# rules.no-probing" in written


def test_a_file_is_never_written_over(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elmshire.toml"
    file.write_text("ours\n", encoding="utf-8")
    ran = run("policy", "new", "elmshire", "--to", str(tmp_path))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "is there already and stays as it is" in ran.err
    assert file.read_text(encoding="utf-8") == "ours\n"


@pytest.mark.parametrize(
    ("slug", "source", "said"),
    [
        ("Elm shire", "default", "small letters"),
        ("../elmshire", "default", "small letters"),
        ("coventry", "default", "a policy of the package"),
        ("default", "default", "a policy of the package"),
        ("elmshire", "rotherhem", "perhaps rotherham"),
    ],
)
def test_a_name_that_cannot_be_is_one_sentence(
    run: Run, tmp_path: Path, slug: str, source: str, said: str
) -> None:
    ran = run("policy", "new", slug, "--from", source, "--to", str(tmp_path))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert not list(tmp_path.rglob("*.toml"))


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("policy", "new", "elmshire", "--to", str(tmp_path / "nowhere"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "expected a folder to write into" in ran.err


def test_as_json_it_says_which_file(run: Run, tmp_path: Path) -> None:
    said = run("policy", "new", "elmshire", "--to", str(tmp_path), "--json").json
    assert said == {"file": str(tmp_path / "elmshire.toml"), "slug": "elmshire", "from": "default"}

"""`policy diff`: two policies side by side."""

import json
from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.commands.differing import compared_json, compared_text
from inconfidence.policy.differences import Compared, answers_differ
from inconfidence.policy.differences.values import values_differ, words_differ
from inconfidence.policy.vocabulary import Question
from tests.commands.conftest import Run

CHANGE = ('carers = "with_responsibility"', 'carers = "clients"')


@pytest.fixture
def draft(tmp_path: Path) -> str:
    """Coventry's policy as a file, with carers among the clients and an annual reminder every two years."""
    text = (
        policies.text("coventry")
        .replace(*CHANGE)
        .replace("rules.reminder = { months = 12", "rules.reminder = { months = 24")
    )
    file = tmp_path / "draft.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_draft_beside_the_policy_it_changes(run: Run, draft: str) -> None:
    told = run("policy", "diff", "coventry", draft, "--json").json
    assert (told["first"]["slug"], told["second"]["service"]) == ("coventry", "Coventry SENDIASS")
    (question,) = told["questions"]
    assert (question["question"], set(question["times"])) == ("may_begin_casework", {"outcome"})
    assert question["otherwise"] == sum(question["times"].values())
    assert sum(each["times"] for each in question["differences"]) == sum(question["times"].values())
    assert {(each["rule"], each["key"]) for each in told["values"]} == {
        ("who-may-be-a-client", "carers"),
        ("reminder", "months"),
    }
    assert told["words"] == told["clauses"] == []


def test_an_example_holds_what_decide_answers(run: Run, draft: str, tmp_path: Path) -> None:
    (question,) = run("policy", "diff", "coventry", draft, "--json").json["questions"]
    for each in question["differences"]:
        facts = tmp_path / "facts.json"
        facts.write_text(json.dumps(each["facts"]), encoding="utf-8")
        asked = ("decide", question["question"], "--policy", "coventry", "--facts", str(facts), "--json")
        assert each["first"] == run(*asked).json
        assert each["second"] != each["first"]


def test_dated_files_are_told_as_decide_takes_them(run: Run, tmp_path: Path) -> None:
    first, second = (
        policies.edition("bath-and-north-east-somerset"),
        policies.edition("blackburn-with-darwen"),
    )
    differ = answers_differ(first, second, Question.HOW_LONG_TO_KEEP, ("in the first", "in the second"))
    assert differ
    whole = Compared(
        first="in the first", second="in the second", answers=(differ,), values=(), words=(), clauses=()
    )
    (question,) = compared_json(first, second, whole)["questions"]
    assert question["beside"] == differ.beside
    assert {"ever", "holds", "entered_periods"} <= {
        name for each in question["differences"] for name in each["facts"]
    }
    for each in question["differences"]:
        facts = tmp_path / "facts.json"
        facts.write_text(json.dumps(each["facts"]), encoding="utf-8")
        for policy, side in ((first, "first"), (second, "second")):
            asked = ("decide", question["question"], "--policy", policy.slug, "--facts", str(facts), "--json")
            assert each[side] == run(*asked).json
    said = " ".join(compared_text(whole, ("The first", "The second")).split())
    assert " files with their dates, " in said
    assert "How long a file is kept in the first: a child in care 75 years from the 18th birthday" in said


def test_the_same_to_read(run: Run, draft: str) -> None:
    ran = run("policy", "diff", "coventry", draft)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Coventry SENDIASS beside Coventry SENDIASS"
    said = " ".join(ran.out.split())
    assert (
        "× a carer comes to us; they have not shown parental responsibility In the first no, because" in said
    )
    assert (
        "Whether carers may come to us: in the first only with parental responsibility (CV-PRACTICAL-02a); in the "
        "second as people we help in their own right" in said
    )
    assert (
        "Kept differently; no answer changes by it · Procedures are brought to mind again at an interval"
        in said
    )
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_many_differences_of_a_kind_are_cut_short_for_readers_only() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    called = ("in Coventry", "in Rotherham")
    differ = answers_differ(first, second, Question.MAY_BEGIN_CASEWORK, called)
    assert differ
    whole = Compared(
        first=called[0],
        second=called[1],
        answers=(differ,),
        values=values_differ(first, second),
        words=words_differ(first, second),
        clauses=(),
    )
    told = " ".join(compared_text(whole, ("Coventry", "Rotherham")).split())
    assert "… and 9 more, with other reasons: --json tells them all" in told
    assert "version: in Coventry undated; in Rotherham 2022-08." in told
    assert "violence procedure: in Coventry no word of it; in Rotherham it has effect (RO-HARM-03b)." in told
    assert len(compared_json(first, second, whole)["questions"][0]["differences"]) == len(differ.differences)


def test_a_policy_beside_itself(run: Run) -> None:
    assert run("policy", "diff", "rotherham", "rotherham").out.endswith("They say the same.\n")
    told = run("policy", "diff", "rotherham", "rotherham", "--json").json
    assert told["questions"] == told["values"] == told["words"] == told["clauses"] == []


@pytest.mark.parametrize("made", ["no such name", "a file with faults", "a file that is no text"])
def test_what_is_no_policy_is_said_in_one_sentence(run: Run, tmp_path: Path, made: str) -> None:
    file = tmp_path / "rotherhem"
    if made == "a file with faults":
        file.write_text(policies.text("rotherham").replace('short = "Rotherham"', ""), encoding="utf-8")
    elif made == "a file that is no text":
        file.write_bytes(b"\xff\xfe")
    named = "rotherhem" if made == "no such name" else str(file)
    ran = run("policy", "diff", "coventry", named)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "expected" in ran.err

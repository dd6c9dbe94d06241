"""The pages of two policies side by side; the campaign `differences` holds them to what the policies say."""

import re
from pathlib import Path

import pytest

from inconfidence import policies
from inconfidence.commands import difference_pages
from inconfidence.commands.difference_pages import TO, WRITTEN, name, page, pairs
from inconfidence.policy.differences import Compared, answers_differ
from inconfidence.policy.differences.values import values_differ, words_differ
from inconfidence.policy.edition import Edition
from inconfidence.policy.vocabulary import Question
from tests.commands.conftest import Run


def only_beginning(first: Edition, second: Edition) -> Compared:
    """Two policies side by side in one question only, which takes no time."""
    called = (f"in {first.short}", f"in {second.short}")
    found = answers_differ(first, second, Question.MAY_BEGIN_CASEWORK, called)
    return Compared(
        first=called[0],
        second=called[1],
        answers=(found,) if found else (),
        values=values_differ(first, second),
        words=words_differ(first, second),
        clauses=(),
    )


def test_every_two_services_have_a_page_and_the_list_names_it() -> None:
    names = {name(*pair) for pair in pairs()}
    assert len(names) == 10
    assert {file.name for file in TO.iterdir()} == {*names, "README.md"}
    listed = (TO / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(([a-z-]+\.md)\)", listed)) == names
    assert all(file.read_text(encoding="utf-8").startswith(WRITTEN) for file in TO.iterdir())


def test_a_page_tells_each_difference_once_with_its_example() -> None:
    first, second = policies.edition("coventry"), policies.edition("rotherham")
    found = only_beginning(first, second)
    told = page(first, second, found)
    assert "# Coventry beside Rotherham\n" in told
    assert f"## {found.answers[0].sentence}\n" in told
    assert (
        "× *their permission form has not come back*: In Coventry yes, because parents are clients of our service"
        in told
    )
    assert told.count("### The same answer, on other clauses\n") == 1
    assert told.count("in Rotherham yes, because nothing that has to come first") <= 2
    assert "- version: in Coventry undated; in Rotherham 2022-08.\n" in told


def test_the_command_writes_them_one_after_another(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(difference_pages, "compare", only_beginning)
    ran = run("policy", "pages", "--differences", "--to", str(tmp_path / "new"))
    assert ran.code == 0
    assert ran.err.count("Wrote ") == 11
    written = tmp_path / "new" / "differences"
    assert {file.name for file in written.iterdir()} == {*(name(*pair) for pair in pairs()), "README.md"}
    row = next(
        line for line in (written / "README.md").read_text().splitlines() if "coventry-and-rotherham" in line
    )
    assert re.fullmatch(r"\| \[Coventry and Rotherham\]\(.+\) \| [\d,]+ \| [\d,]+ \|", row)

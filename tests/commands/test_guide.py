"""The guide to one's own policy is true: every command in it runs, in its order, and says what the guide says."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inconfidence.policies.stories import CHECKOUT
from tests.commands.conftest import Run

GUIDE = CHECKOUT / "docs" / "guide" / "your-policy.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = Path("elmshire.toml")


@dataclass
class Reader:
    """Somebody who does what the guide says, line by line, in a folder of their own."""

    run: Run
    said: str = ""
    asked: list[str] = field(default_factory=list)

    def does(self, kind: str, block: str) -> None:
        """Type a command, change the file, write down facts, or see whether the answer is as printed."""
        {"sh": self.types, "toml": self.changes, "json": self.states, "text": self.reads}[kind](block)

    def types(self, block: str) -> None:
        """Each line is one command."""
        for line in block.splitlines():
            program, *arguments = line.split()
            assert program == "inconfidence"
            ran = self.run(*arguments)
            assert ran.code in (0, 2)
            self.said, self.asked = ran.out + ran.err, [*self.asked, line]

    def changes(self, block: str) -> None:
        """A clause joins the file, or takes the place of the one with its number; other lines fill theirs in."""
        text = FILE.read_text(encoding="utf-8")
        if block.startswith("[[clause]]"):
            number = re.search(r'^id = "(.+)"$', block, re.MULTILINE)
            assert number
            before = re.compile(rf'\[\[clause\]\]\nid = "{re.escape(number[1])}"\n.*?\n\n', re.DOTALL)
            text = f"{before.sub('', text)}\n{block}\n"
        else:
            for line in block.splitlines():
                key = line.split(" = ")[0]
                text, times = re.subn(rf"^(# )?{key} = .*$", line, text, count=1, flags=re.MULTILINE)
                assert times == 1, key
        FILE.write_text(text, encoding="utf-8")

    def states(self, block: str) -> None:
        """The facts of a question."""
        Path("facts.json").write_text(block, encoding="utf-8")

    def reads(self, block: str) -> None:
        """Every line printed in the guide was said, however it was folded."""
        said = " ".join(self.said.split())
        for line in block.splitlines():
            assert " ".join(line.split()) in said


def test_whoever_follows_the_guide_ends_with_a_policy(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Reader(run)
    for kind, block in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        reader.does(kind, block)
    for command in ("new", "check", "show", "diff"):
        assert any(line.startswith(f"inconfidence policy {command}") for line in reader.asked)
    shown = run("policy", "show", str(FILE), "--json").json
    assert [clause["id"] for clause in shown["clauses"]] == ["EL-2.3", "EL-4.2", "EL-1.1"]
    assert run("policy", "check", str(FILE)).code == 0


def test_every_block_of_the_guide_is_of_a_kind_that_is_tried() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text.count("```") == 2 * len(BLOCK.findall(text))
    assert {kind for kind, _ in BLOCK.findall(text)} == {"sh", "toml", "json", "text"}

"""The pages of the documentation that lay two policies side by side: written, never edited."""

from collections.abc import Iterator
from itertools import combinations, groupby
from pathlib import Path

from inconfidence import policies
from inconfidence.commands.differing import others
from inconfidence.commands.pages import FOLDER
from inconfidence.policy.differences import KINDS, AnswersDiffer, Compared, Kind, compare, in_all
from inconfidence.policy.edition import Edition
from inconfidence.policy.telling import told

TO = FOLDER / "differences"
WRITTEN = "<!-- Written by `inconfidence policy pages --differences` from the policies and the rules. -->"
ON_OTHER_CLAUSES = 3
HEAD = """\
# Policies side by side

Two services, the same facts, and where they part: how often an answer differs, over every combination of facts that a
rule of either policy tells apart, and the smallest example of each difference. `inconfidence policy diff` says the same
of any two policies, and of a draft beside the policy it changes.

| services | ways the facts can stand | answered otherwise |
|---|---:|---:|
"""


def pairs() -> list[tuple[str, str]]:
    """Every two services of the package."""
    return list(combinations([slug for slug in policies.slugs() if slug != policies.DEFAULT], 2))


def name(first: str, second: str) -> str:
    """The name of the page of two services."""
    return f"{first}-and-{second}.md"


def pages(folder: Path = TO) -> Iterator[str]:
    """Write the page of every pair, one after another, then the list of them; the names of what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for first, second in pairs():
        ours, theirs = policies.edition(first), policies.edition(second)
        found = compare(ours, theirs)
        folder.joinpath(name(first, second)).write_text(page(ours, theirs, found), encoding="utf-8")
        rows.append(_row(ours, theirs, found))
        yield name(first, second)
    folder.joinpath("README.md").write_text(
        "\n".join((WRITTEN, "", HEAD + "\n".join(rows), "")), encoding="utf-8"
    )
    yield "README.md"


def page(first: Edition, second: Edition, found: Compared) -> str:
    """The page of two services."""
    lines = [WRITTEN, "", f"# {first.short} beside {second.short}", ""]
    for each in found.answers:
        lines += _question(each)
    for title, sentences in others(found).items():
        lines += [f"## {title}", "", *(f"- {each}" for each in sentences), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(first: Edition, second: Edition, found: Compared) -> str:
    walked = sum(each.walked for each in found.answers)
    otherwise = sum(each.otherwise for each in found.answers)
    link = f"[{first.short} and {second.short}]({name(first.slug, second.slug)})"
    return f"| {link} | {walked:,} | {otherwise:,} |"


def _question(found: AnswersDiffer) -> Iterator[str]:
    yield f"## {found.sentence}\n"
    yield f"{in_all(found)}\n"
    if found.beside:
        yield f"{found.beside}\n"
    for kind, differences in groupby(found.differences, key=lambda each: each.kind):
        some = list(differences)
        yield f"### {KINDS[kind]}\n"
        for each in some[:ON_OTHER_CLAUSES] if kind is Kind.CLAUSES else some:
            yield f"- {each.times:,} × *{told(found.question, each.facts)}*: {each.says}"
        yield ""

"""`policy new`: a policy file to be filled in, with every rule that a clause can name and every value it can set.

The clauses of the policy it starts from stand as they are; every other rule stands behind `#`, ready to be taken in.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from inconfidence import policies
from inconfidence.commands.printing import BadInput, wrapped
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import Parameter
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.terms import TERMS, TITLES

WIDTH = 118
KEPT = "What is kept: registers, checks, notices and intervals; no answer changes by them"
EXAMPLES: tuple[object, ...] = (12, True, "Name of the document", ["Name of the document"], ["2026-05"])
HEAD = """\
# The confidentiality policy of a service, as this program reads it. What stands behind # is a note to you, or a rule
# that you have not taken in: take the # away where your document says it, and put your own words into `says`.
# What your document does not say you leave behind #: the law and the defaults then answer, and every answer says so.
# Ask as often as you like: inconfidence policy check {file}

[service]
slug = "{slug}"
name = ""                           # the service, as it stands on its letters
short = ""                          # a word or two for the head of a page
title = ""                          # what your document is called
edition = "undated"                 # in force from, like 2026-05; undated until a minute is entered
# in_force_from = 2026-05-01        # the day itself, once it is known
# next_review = 2028-05-31          # when it must be looked at again
reviewed_by = {reviewed_by}   # who looks at it again: head_of_service, governing_group
"""


def write(slug: str, source: Edition, folder: Path) -> Path:
    """Write the file of a new policy. Raises BadInput for a name that cannot be and for a file that is there."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise BadInput(
            f"{slug} is no name for a policy: expected small letters, figures and hyphens, like elmshire."
        )
    if slug in policies.slugs():
        raise BadInput(f"{slug} is a policy of the package: expected a name of its own, like elmshire.")
    file = folder / f"{slug}.toml"
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text(slug, source))
    except FileExistsError:
        raise BadInput(f"{file} is there already and stays as it is: expected a name that is free.") from None
    except OSError as error:
        raise BadInput(
            f"{file} cannot be written ({error.strerror}): expected a folder to write into."
        ) from None
    return file


def text(slug: str, source: Edition) -> str:
    """The text of a new policy that starts from another, or from nothing but the law and the defaults."""
    own = source.clauses if source.kind == "service" else ()
    named = {effect.rule for clause in own for effect in clause.effects}
    lines = [HEAD.format(slug=slug, file=f"{slug}.toml", reviewed_by=json.dumps(list(source.reviewed_by)))]
    lines += _table("titles", source.titles, TITLES)
    lines += _table("terms", source.terms, TERMS)
    lines += [line for clause in own for line in _clause(clause, slug)]
    rest = [entry for entry in ENTRIES.values() if entry.slug not in named]
    for title, entries in groupby(sorted(rest, key=_place), key=_chapter):
        lines += ["", f"# ── {title} ".ljust(WIDTH, "─"), ""]
        lines += [f"# {line}".rstrip() for entry in entries for line in _entry(entry, slug)]
    return "\n".join(lines).rstrip() + "\n"


def _table(name: str, said: Mapping[str, str], usual: Mapping[str, str]) -> Iterator[str]:
    """The words of the policy it starts from; what is only usual stands behind #."""
    yield f"[service.{name}]"
    for key, word in said.items():
        yield f"{'# ' if word == usual[key] else ''}{key} = {json.dumps(word, ensure_ascii=False)}"
    yield ""


def _clause(clause: Clause, slug: str) -> Iterator[str]:
    number = clause.id.split("-", 1)[-1]
    yield "[[clause]]"
    yield f'id = "{_initials(slug)}-{number}"'
    yield f"ref = {_written(clause.ref)}"
    yield f'kind = "{clause.kind}"'
    yield f"says = {_written(clause.says)}"
    if clause.promises:
        yield f"promises = {_written(clause.promises)}"
    if clause.reading:
        yield f"reading = {_written(list(clause.reading))}"
    for effect in clause.effects:
        yield f"# {ENTRIES[effect.rule].sentence}."
        yield f"rules.{effect.rule} = {_values(effect.values)}"
    yield ""


def _entry(entry: Entry, slug: str) -> Iterator[str]:
    """A rule with what it takes, what answers without it, and a clause that would name it."""
    usual = policies.edition(policies.DEFAULT)
    yield f"{entry.slug}"
    yield from wrapped(f"{entry.sentence}.", "  ", width=WIDTH).splitlines()
    for name, parameter in entry.parameters.items():
        optional = "" if parameter.required else " It may be left out."
        yield from wrapped(f"{name}: {parameter.expected}.{optional}", "    ", "  ", width=WIDTH).splitlines()
    yield from wrapped(_without(entry, usual), "    ", "  ", width=WIDTH).splitlines()
    example = {name: _example(entry.slug, name, each, usual) for name, each in entry.parameters.items()}
    yield ""
    yield "[[clause]]"
    yield f'id = "{_initials(slug)}-{entry.slug}"'
    yield 'ref = "Where it stands in your document"'
    yield f'kind = "{"governance" if entry.kept_by else "permission-rule"}"'
    yield 'says = "What it says, in your words."'
    yield f"rules.{entry.slug} = {_values(example)}"
    yield ""


def _without(entry: Entry, usual: Edition) -> str:
    """What answers where the author's document does not speak of it."""
    if not usual.names(entry.slug):
        return "Without a clause of yours it has no effect."
    naming = usual.naming(entry.slug)
    said = " ".join(f"{each}: {usual.clause(each).says}" for each in (*naming.law, *naming.default))
    return f"Without a clause of yours: {said}"


def _example(rule: str, name: str, parameter: Parameter, usual: Edition) -> object:
    """What the default says; where it says nothing, the first value that can be read."""
    if (rule, name) in usual.settings:
        value = usual.value(rule, name)
        return list(value) if isinstance(value, tuple) else value
    words = [*parameter.words[:1], [*parameter.words[:1]]] if parameter.words else []
    return next(each for each in (*words, *EXAMPLES) if parameter.read(each) is not None)


def _values(values: Mapping[str, object]) -> str:
    inside = ", ".join(f"{name} = {_written(value)}" for name, value in values.items())
    return f"{{ {inside} }}" if inside else "{}"


def _written(value: object) -> str:
    """A value as TOML has it; text, lists, whole numbers, true and false are written as in JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _initials(slug: str) -> str:
    return slug[:2].upper() if "-" not in slug else "".join(word[0] for word in slug.split("-")).upper()


def _chapter(entry: Entry) -> str:
    asked = [question for question in QUESTIONS if question in entry.asked_by]
    return QUESTIONS[asked[0]].sentence if asked else KEPT


def _place(entry: Entry) -> int:
    """Chapters in the order of the questions, what is only kept last."""
    return next((at for at, question in enumerate(QUESTIONS) if question in entry.asked_by), len(QUESTIONS))

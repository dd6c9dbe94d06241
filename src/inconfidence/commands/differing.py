"""`policy diff`: two policies side by side, as JSON and to read in a terminal."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

from inconfidence.commands.printing import wrapped
from inconfidence.policy import labels
from inconfidence.policy.differences import (
    KINDS,
    AnswersDiffer,
    Compared,
    Difference,
    Said,
    SetDiffers,
    in_all,
)
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import as_json as answer_as_json
from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.telling import told

SHOWN = 5
UNSAID = "no word of it"


def compared_json(first: Edition, second: Edition, found: Compared) -> dict[str, Any]:
    """Everything that differs, with both decisions of each example as `decide` prints them."""
    return {
        "first": _named(first),
        "second": _named(second),
        "questions": [_question(each) for each in found.answers],
        "values": [_value(each) for each in found.values],
        "words": [
            {"about": each.about, "name": each.name, "first": each.first, "second": each.second}
            for each in found.words
        ],
        "clauses": [{"id": each.id, "first": each.first, "second": each.second} for each in found.clauses],
    }


def compared_text(found: Compared, titles: tuple[str, str]) -> str:
    """The same to read: the answers question by question, then what is set, kept and called differently."""
    lines = [f"{titles[0]} beside {titles[1]}", ""]
    for each in found.answers:
        said = [wrapped(line, "  ") for line in (in_all(each), each.beside) if line]
        lines += [each.sentence, *said, "", *_examples(each)]
    for title, sentences in others(found).items():
        lines += [title, *(wrapped(each, "      ", "  · ") for each in sentences), ""]
    return "\n".join([*lines, "They say the same."] if found.alike else lines).rstrip()


def others(found: Compared) -> dict[str, list[str]]:
    """What is set, kept, called and written differently, under its heading, a sentence each."""
    sections = {
        "Set differently, and asked for answers": [
            _set(each, found) for each in found.values if each.asked_by
        ],
        "Kept differently; no answer changes by it": [
            _set(each, found) for each in found.values if not each.asked_by
        ],
        "Dates and words": [
            f"{each.name}: {_beside(each.first, each.second, found)}" for each in found.words
        ],
        "Clauses that say something else": [
            f"{each.id}: {_beside(each.first, each.second, found)}" for each in found.clauses
        ],
    }
    return {title: told for title, told in sections.items() if told}


def _named(edition: Edition) -> dict[str, object]:
    return {"slug": edition.slug, "service": edition.service, "edition": edition.label}


def _question(found: AnswersDiffer) -> dict[str, object]:
    return {
        "question": found.question,
        "sentence": found.sentence,
        "walked": found.walked,
        "beside": found.beside,
        "otherwise": found.otherwise,
        "times": {kind.value: times for kind, times in found.times.items()},
        "differences": [_difference(each) for each in found.differences],
    }


def _difference(found: Difference) -> dict[str, object]:
    return {
        "kind": found.kind.value,
        "times": found.times,
        "facts": {name: _plain(word) for name, word in found.facts.items()},
        "says": found.says,
        "first": answer_as_json(found.first),
        "second": answer_as_json(found.second),
    }


def _plain(word: object) -> object:
    if isinstance(word, frozenset):
        return sorted(word)
    if isinstance(word, tuple):
        return [*map(_plain, word)]
    if isinstance(word, EnteredPeriod):
        return {name.rstrip("_"): said for name, said in asdict(word).items()}
    return word.isoformat() if isinstance(word, date) else word


def _value(found: SetDiffers) -> dict[str, object]:
    return {
        "rule": found.rule,
        "sentence": found.sentence,
        "key": found.key,
        "asked_by": found.asked_by,
        "first": {"words": found.first.words, "clauses": found.first.clauses},
        "second": {"words": found.second.words, "clauses": found.second.clauses},
    }


def _examples(found: AnswersDiffer) -> Iterator[str]:
    for kind, differences in groupby(found.differences, key=lambda each: each.kind):
        some = list(differences)
        yield f"  {KINDS[kind]}"
        for each in some[:SHOWN]:
            yield wrapped(f"{each.times:,} × {told(found.question, each.facts)}", "        ", "    ")
            yield wrapped(each.says, "        ")
        if len(some) > SHOWN:
            yield f"    … and {len(some) - SHOWN} more, with other reasons: --json tells them all"
        yield ""


def _set(found: SetDiffers, both: Compared) -> str:
    label = f". {labels.label(found.rule, found.key)}" if found.key else ""
    return f"{found.sentence}{label}: {_beside(_said(found.first), _said(found.second), both)}"


def _said(said: Said) -> str:
    return f"{said.told} ({', '.join(said.clauses)})" if said.clauses else said.told


def _beside(first: str, second: str, both: Compared) -> str:
    return f"{both.first} {first or UNSAID}; {both.second} {second or UNSAID}."

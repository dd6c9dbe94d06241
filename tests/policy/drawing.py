"""A legal policy drawn by a seed: every value another one that it may have, statements left out, silences spoken of.

Each change is kept where the file still loads with it, so that what comes out is a policy somebody could have.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from inconfidence import policies
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Faulty, load
from inconfidence.policy.parameters import Parameter
from inconfidence.policy.register import ENTRIES
from tests.policy.biting import DEFAULT, table
from tests.policy.toml import as_toml

File = dict[str, Any]
Change = Callable[[File], None]
NUMBERS = (1, 2, 6, 12, 75, 120, 150)
SLUGS = [slug for slug in policies.slugs() if slug != DEFAULT]


def drawn(seed: int) -> Edition:
    """One policy, from one of the files of the program."""
    draw = Random(seed)
    file: File = deepcopy(table(draw.choice(SLUGS)))
    edition = _loaded(file)
    assert edition is not None
    for change in _changes(draw, file):
        changed = deepcopy(file)
        change(changed)
        found = _loaded(changed)
        if found is not None:
            file, edition = changed, found
    return edition


def _loaded(file: File) -> Edition | None:
    try:
        return load(as_toml(file), policies.default_text(), "drawn.toml")
    except Faulty:
        return None


def _changes(draw: Random, file: File) -> Iterator[Change]:
    """What is changed, one after another: values all over the file, statements left out, rules spoken of anew."""
    named = {rule: said for clause in file["clause"] for rule, said in clause.get("rules", {}).items()}
    for rule in draw.sample(sorted(named), len(named) // 2):
        for key in ENTRIES[rule].parameters:
            yield _set(rule, key, any_value(draw, ENTRIES[rule].parameters[key]))
    for clause in draw.sample(file["clause"], len(file["clause"]) // 4):
        yield _without(clause["id"])
    silent = [each for each in ENTRIES.values() if each.slug not in named and each.parameters]
    for at, entry in enumerate(draw.sample(silent, len(silent) // 2)):
        yield _said(at, entry.slug, {key: any_value(draw, each) for key, each in entry.parameters.items()})


def any_value(draw: Random, parameter: Parameter) -> Any:
    """Anything that a value may be: a list with none, one or many of its words, where it may have so few or many."""
    if parameter.sort == "words":
        lists = (draw.sample(parameter.words, draw.randint(0, len(parameter.words))) for _ in iter(int, 1))
        return next(each for each in lists if parameter.read(each) is not None)
    if parameter.sort == "whole":
        return draw.choice([each for each in NUMBERS if parameter.read(each) is not None])
    if parameter.sort == "yes_or_no":
        return draw.random() < 0.5
    if parameter.words:
        return draw.choice(parameter.words)
    return next(each for each in ("A document", ["A document"], ["2001-01"]) if parameter.read(each))


def _set(rule: str, key: str, value: Any) -> Change:
    def change(file: File) -> None:
        for clause in file["clause"]:
            if key in clause.get("rules", {}).get(rule, {}):
                clause["rules"][rule][key] = value

    return change


def _without(clause_id: str) -> Change:
    def change(file: File) -> None:
        file["clause"] = [each for each in file["clause"] if each["id"] != clause_id]

    return change


def _said(at: int, rule: str, values: dict[str, Any]) -> Change:
    def change(file: File) -> None:
        file["clause"].append(
            {
                "id": f"NEW-{at}",
                "ref": "New",
                "kind": "workflow",
                "says": "So we do.",
                "rules": {rule: values},
            }
        )

    return change

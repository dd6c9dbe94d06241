"""Facts as somebody states them, read into the record of their question; and the schema of what may be stated."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args, get_type_hints

from inconfidence.policy.facts.beginning import MayBeginCasework
from inconfidence.policy.facts.disclosing import MayDisclose
from inconfidence.policy.facts.obtaining import MayObtain
from inconfidence.policy.facts.recording import MayRecord
from inconfidence.policy.facts.seeing import MaySee
from inconfidence.policy.parameters import as_written, nearest
from inconfidence.policy.vocabulary import Question


class BadFacts(Exception):
    """Facts that no question takes; the message is one sentence that says what was expected."""


Facts = MayBeginCasework | MayRecord | MaySee | MayObtain | MayDisclose
FACTS: dict[Question, type[Facts]] = {
    Question.MAY_BEGIN_CASEWORK: MayBeginCasework,
    Question.MAY_RECORD: MayRecord,
    Question.MAY_SEE: MaySee,
    Question.MAY_OBTAIN: MayObtain,
    Question.MAY_DISCLOSE: MayDisclose,
}


def allowed_words(record: type[Facts]) -> Mapping[str, tuple[str, ...]]:
    """Each fact of a record with its words, the default first, in the order they are declared."""
    return {name: get_args(hint) for name, hint in get_type_hints(record).items()}


WORDS: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    question: allowed_words(record) for question, record in FACTS.items()
}


def parse(question: Question | str, stated: object) -> Facts:
    """Facts as somebody states them → the record of the question; a fact with yes and no also takes true and false.

    Raises BadFacts with one sentence that names the fact, what was found and what was expected.
    """
    if question not in FACTS:
        known = tuple(FACTS)
        raise BadFacts(
            f"“{question}” takes no facts; expected one of {', '.join(known)}{nearest(question, known)}."
        )
    record = FACTS[Question(question)]
    words = WORDS[Question(question)]
    if not isinstance(stated, Mapping):
        raise BadFacts(f"The facts of {question} are a table of names and words; found {as_written(stated)}.")
    read: dict[str, Any] = {name: _word(str(question), name, found, words) for name, found in stated.items()}
    return record(**read)


def schema(question: Question) -> dict[str, Any]:
    """The JSON Schema of a question's facts: for each its meaning, its words and its default."""
    record = FACTS[question]
    words = WORDS[Question(question)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": question.value,
        "description": record.__doc__,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            each.name: {
                "description": each.metadata["says"],
                "type": ["string", "boolean"] if _is_yes_no(words[each.name]) else "string",
                "enum": [*words[each.name], *([True, False] if _is_yes_no(words[each.name]) else [])],
                "default": words[each.name][0],
            }
            for each in fields(record)
        },
    }


def _word(question: str, name: object, found: object, words: Mapping[str, tuple[str, ...]]) -> str:
    if not isinstance(name, str) or name not in words:
        near = nearest(str(name), tuple(words))
        raise BadFacts(f"{question} has no fact “{name}”; expected one of {', '.join(words)}{near}.")
    allowed = words[name]
    if isinstance(found, bool) and _is_yes_no(allowed):
        return "yes" if found else "no"
    if isinstance(found, str) and found in allowed:
        return found
    near = nearest(found, allowed) if isinstance(found, str) else ""
    said = f"“{found}”" if isinstance(found, str) else as_written(found)
    raise BadFacts(f"{name} is {said}; expected one of {', '.join(allowed)}{near}.")


def _is_yes_no(words: tuple[str, ...]) -> bool:
    return "yes" in words and "no" in words

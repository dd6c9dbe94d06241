"""`questions` and `decide`: what may be asked, and the answer under a policy."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inconfidence.commands.arguments import command
from inconfidence.commands.card import card
from inconfidence.commands.clock import today
from inconfidence.commands.policy import NAMED, edition
from inconfidence.commands.printing import BadInput, as_json, nearest, wrapped
from inconfidence.policy.explain import answer
from inconfidence.policy.explain import as_json as answer_as_json
from inconfidence.policy.facts import BadFacts, Facts, HowLongToKeep, MayAnswerRequest, parse
from inconfidence.policy.questions import QUESTIONS

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add `questions` and `decide`."""
    command(commands, "questions", "what may be asked, with every fact it takes", _questions)
    decide = command(commands, "decide", "the answer to a question under a policy", _decide)
    decide.add_argument("question", metavar="QUESTION", help="a question, as `questions` names it")
    decide.add_argument("--policy", metavar="POLICY", required=True, help=NAMED)
    decide.add_argument(
        "--facts", metavar="FILE", required=True, help="a JSON file of facts, - for standard input"
    )


def _questions(asked: Namespace) -> int:
    if asked.json:
        as_json([{"name": q.name, "sentence": q.sentence, "schema": q.schema()} for q in QUESTIONS.values()])
        return 0
    for question in QUESTIONS.values():
        print(f"{question.name}\n{wrapped(question.sentence, '  ')}\n")
        for name, fact in question.schema()["properties"].items():
            print(f"  {name}: {_takes(fact)}")
            print(wrapped(fact["description"], "      "))
        print()
    return 0


def _takes(fact: dict[str, Any]) -> str:
    """What a fact may be, as a person reads it; of words the first is meant unless another is stated."""
    if fact["type"] == "array":
        return f"{_several(fact['items'])}; none unless stated"
    if "enum" not in fact:
        return "a day like 2026-11-20; none unless stated"
    words = [word for word in fact["enum"] if isinstance(word, str)]
    return ", ".join([f"{words[0]} (unless stated)", *words[1:]])


def _several(each: dict[str, Any]) -> str:
    if "enum" in each:
        return f"several of {', '.join(each['enum'])}"
    if "properties" in each:
        return f"tables, each with {', '.join(each['properties'])}"
    return "days like 2026-11-20, nothing for one that is not known"


def _decide(asked: Namespace) -> int:
    known = {str(name): question for name, question in QUESTIONS.items()}
    if asked.question not in known:
        names = tuple(known)
        near = nearest(asked.question, names)
        raise BadInput(
            f"{asked.question} is no question that can be asked{near}: expected one of {', '.join(names)}."
        )
    policy = edition(asked.policy)
    facts = stated(asked.question, asked.facts)
    found = answer(known[asked.question].answer(policy, facts), policy, facts)
    as_json(answer_as_json(found)) if asked.json else print(card(found))
    return 0


def stated(question: str, file: str) -> Facts:
    """The facts of a question from a JSON file, or from standard input. Raises BadInput with one sentence."""
    try:
        facts = parse(question, json.loads(_text(file), object_pairs_hook=_once))
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The facts are not JSON (line {error.lineno}, column {error.colno}): "
            'expected an object like {"recipient": "council"}.'
        ) from None
    except RecursionError:
        raise BadInput(
            'The facts are lists in lists, too deep to read: expected an object like {"recipient": "council"}.'
        ) from None
    except BadFacts as bad:
        raise BadInput(str(bad)) from None
    _nothing_to_come(facts)
    return facts


def _nothing_to_come(facts: Facts) -> None:
    """Where nobody says what day it is, no day of a file or a request may be later than this machine's own."""
    fault = ""
    if isinstance(facts, HowLongToKeep) and facts.today is None:
        fault = replace(facts, today=today()).fault()
    if isinstance(facts, MayAnswerRequest):
        fault = facts.fault(today())
    if fault:
        raise BadInput(fault)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _said in pairs]
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise BadInput(f"“{twice}” is stated twice: expected each fact once.")
    return dict(pairs)


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise BadInput(
            f"{file} cannot be read ({reason}): expected a JSON file of facts, or - for standard input."
        ) from None

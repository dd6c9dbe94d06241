"""The ceiling for a decision in this language: every rule of a policy written out as plain `if` statements.

Nothing is called and nothing is interpreted while it runs: what each rule finds for each word of its facts is worked
out before, and written down as nested comparisons with the findings at the leaves. It evaluates every rule, and it
returns the very same answers as ours, with their clauses, reasons, duties and steps; `the_same` says so before
anything is measured.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, get_args, get_type_hints

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.finding import Findings
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import RULES
from inconfidence.policy.rule import Check
from inconfidence.policy.vocabulary import Question

Table = dict[tuple[str, ...], Findings]
Words = Mapping[str, tuple[str, ...]]


def written_out(edition: Edition, question: Question) -> Callable[[Any], Decision]:
    """The function made of those statements. It is given every answer it may need the first time it is asked."""
    leaves: dict[int, tuple[str, Findings]] = {}
    lines = ["def chain(facts):"]
    rules = [(rule, rule.answering(question)) for rule in RULES if edition.names(rule.slug)]
    words = all_words(question)
    for number, (rule, how) in enumerate((rule, how) for rule, how in rules if how is not None):
        names = sorted(how.reads)
        table = tabled(how.build(rule.bind(edition)), names, words, QUESTIONS[question].facts)
        lines += [f"    {line}" for line in statements(f"found{number}", names, words, table, leaves)]
    every = "".join(f"found{number}, " for number in range(sum(how is not None for _, how in rules)))
    lines += [f"    key = ({every})", "    return answers.get(key) or ask(key, facts)"]
    return finished("\n".join(lines), leaves, compiled(edition, question).decide)


def finished(
    text: str, leaves: Mapping[int, tuple[str, Findings]], ask: Callable[[Any], Decision]
) -> Callable[[Any], Decision]:
    """The statements as a function, with its findings and its table of answers."""
    answers: dict[tuple[Findings, ...], Decision] = {}
    names: dict[str, Any] = dict(leaves.values())
    names |= {"answers": answers, "ask": lambda key, facts: answers.setdefault(key, ask(facts))}
    exec(compile(text, "written-out", "exec"), names)  # noqa: S102 - our own rules, written out once
    made: Callable[[Any], Decision] = names["chain"]
    return made


def all_words(question: Question) -> Words:
    """Each fact of a question with its words."""
    return {name: get_args(kind) for name, kind in get_type_hints(QUESTIONS[question].facts).items()}


def tabled(check: Check, names: Sequence[str], words: Words, facts: Callable[..., Any]) -> Table:
    """What a rule finds for every word of the facts it reads."""
    each = product(*(words[name] for name in names))
    return {said: check(facts(**dict(zip(names, said, strict=True)))) for said in each}


def statements(
    target: str, names: Sequence[str], words: Words, table: Table, leaves: dict[int, tuple[str, Findings]]
) -> Iterator[str]:
    """A table as nested comparisons, the fact that tells most first."""
    if len(set(map(told, table.values()))) == 1:
        yield f"{target} = {leaf(next(iter(table.values())), leaves)}"
        return
    first = min(names, key=lambda name: spread(names, name, table))
    at, rest = names.index(first), [name for name in names if name != first]
    groups = parted(words[first], at, table)
    for number, (group, part) in enumerate(groups):
        last = number == len(groups) - 1
        yield "else:" if last else f"{'el' if number else ''}if {compared(first, group)}:"
        yield from (f"    {line}" for line in statements(target, rest, words, part, leaves))


def told(findings: Findings) -> tuple[object, ...]:
    """What tells findings apart where a rule puts them together anew."""
    return tuple(map(id, findings))


def leaf(findings: Findings, leaves: dict[int, tuple[str, Findings]]) -> str:
    """The name under which findings are known to the statements; the same findings have one name."""
    for name, known in leaves.values():
        if told(known) == told(findings):
            return name
    leaves[len(leaves)] = (f"FINDINGS_{len(leaves)}", findings)
    return f"FINDINGS_{len(leaves) - 1}"


def parted(words: Iterable[str], at: int, table: Table) -> list[tuple[list[str], Table]]:
    """The words of one fact, those that lead to the same put together; the largest group last, for the `else`."""
    groups: dict[tuple[object, ...], tuple[list[str], Table]] = {}
    for word in words:
        part = {said[:at] + said[at + 1 :]: found for said, found in table.items() if said[at] == word}
        key = tuple(told(found) for found in part.values())
        groups.setdefault(key, ([], part))[0].append(word)
    return sorted(groups.values(), key=lambda group: len(group[0]))


def spread(names: Sequence[str], name: str, table: Table) -> tuple[float, int]:
    """How much is left to tell after this fact: the smaller, the sooner it is asked."""
    at = names.index(name)
    parts: dict[str, set[tuple[object, ...]]] = {}
    for said, found in table.items():
        parts.setdefault(said[at], set()).add(told(found))
    return sum(len(part) for part in parts.values()) / len(parts), len(parts)


def compared(name: str, group: Sequence[str]) -> str:
    """One comparison as anybody would write it."""
    if len(group) == 1:
        return f"facts.{name} == {group[0]!r}"
    return f"facts.{name} in {tuple(group)!r}"


def the_same(chain: Callable[[Any], Decision], ours: Callable[[Any], Decision], facts: Iterable[Any]) -> None:
    """Raise AssertionError unless both answer alike on all of these, to the last clause and duty."""
    for one in facts:
        assert chain(one) == ours(one), "the chain does not answer as we do"

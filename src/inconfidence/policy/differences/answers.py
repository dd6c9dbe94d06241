"""One question under two policies: how often the answers differ, in what, and the smallest example of each difference.

Counted over every combination of facts that a rule of either policy tells apart (`walking`). Where the policies differ
in a few rules only, as a draft and the policy in force do, nothing is asked but the facts for which one of these rules
finds something else: everywhere else both answer alike (`gathering`). When a file may go turns on dates, from which
each policy works out words of its own: there both are asked about the same dated files (`files`).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.differences.files import dated_files, periods_beside
from inconfidence.policy.differences.gathering import Pair, gathered, joined
from inconfidence.policy.differences.kinds import Sort, sort_of
from inconfidence.policy.differences.saying import side, told
from inconfidence.policy.differences.values import stands
from inconfidence.policy.differences.views import AnswersDiffer, Difference, Kind
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import Facts
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import RULES
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking import read_spaces, record, size
from inconfidence.policy.walking.axes import Axes


@dataclass(slots=True)
class Met:
    """Two decisions that some facts come to, how often, and the facts that state the least."""

    first: Decision
    second: Decision
    facts: Facts
    stated: int
    times: int = 0


def asked_otherwise(first: Edition, second: Edition) -> tuple[Question, ...]:
    """The questions that ask a rule which the policies do not have alike: only their answers can differ."""
    return tuple(
        question for question in QUESTIONS if any(pair.changed for pair in _pairs(first, second, question))
    )


def answers_differ(
    first: Edition, second: Edition, question: Question, called: tuple[str, str]
) -> AnswersDiffer | None:
    """Where the answers to a question differ; None where they never do. `called`: what sentences call the policies."""
    keeping = question is Question.HOW_LONG_TO_KEEP
    walked, all_met = _on_files(first, second) if keeping else _walked(first, second, question)
    sorts: defaultdict[Sort, list[Met]] = defaultdict(list)
    for met in all_met:
        sort = sort_of(first, second, met.first, met.second)
        if sort:
            sorts[sort].append(met)
    if not sorts:
        return None
    times = Counter[Kind]()
    for sort, mets in sorts.items():
        times[sort.kind] += sum(met.times for met in mets)
    return AnswersDiffer(
        question=question,
        sentence=QUESTIONS[question].sentence,
        walked=walked,
        counted="files with their dates" if keeping else "ways the facts can stand",
        beside=periods_beside(first, second, called) if keeping else "",
        times={kind: times[kind] for kind in Kind if times[kind]},
        differences=_in_order([_difference(first, second, called, *each) for each in sorts.items()]),
    )


def _pairs(first: Edition, second: Edition, question: Question) -> list[Pair]:
    found = []
    for rule in RULES:
        how = rule.answering(question)
        if how and (first.names(rule.slug) or second.names(rule.slug)):
            checks = [
                how.build(rule.bind(each)) if each.names(rule.slug) else _silent for each in (first, second)
            ]
            changed = stands(first, rule.slug) != stands(second, rule.slug)
            found.append(Pair(how.reads, checks[0], checks[1], changed))
    return found


def _silent(_facts: Facts) -> Findings:
    return NOTHING


def _on_files(first: Edition, second: Edition) -> tuple[int, list[Met]]:
    """Both policies asked about the same dated files, one by one."""
    ask = QUESTIONS[Question.HOW_LONG_TO_KEEP].answer
    met = [
        Met(ask(first, file), ask(second, file), file, len(_stated(file)), 1)
        for file in dated_files(first, second)
    ]
    return len(met), met


def _walked(first: Edition, second: Edition, question: Question) -> tuple[int, list[Met]]:
    """How many combinations of closed words there are, and the answers of those that may differ."""
    pairs = _pairs(first, second, question)
    blocks = joined(read_spaces(question, frozenset[str]().union(*(pair.reads for pair in pairs))))
    return sum(map(size, blocks)), _met(first, second, question, blocks, pairs)


def _met(
    first: Edition, second: Edition, question: Question, blocks: Sequence[Axes], pairs: Sequence[Pair]
) -> list[Met]:
    """Decisions are shared between the facts that come to them: the pair of them tells one answer from another."""
    ours_of, theirs_of = (compiled(edition, question).decide for edition in (first, second))
    met: dict[tuple[int, int], Met] = {}
    for each in (each for axes in blocks for each in gathered(question, axes, pairs)):
        facts = record(question, [each.facts])
        ours, theirs = ours_of(facts), theirs_of(facts)
        here = met.setdefault((id(ours), id(theirs)), Met(ours, theirs, facts, each.stated))
        if each.stated < here.stated:
            here.facts, here.stated = facts, each.stated
        here.times += each.times
    return list(met.values())


def _difference(
    first: Edition, second: Edition, called: tuple[str, str], sort: Sort, mets: Sequence[Met]
) -> Difference:
    least = min(mets, key=lambda met: met.stated)
    ours = side(called[0], first, least.first, least.facts)
    theirs = side(called[1], second, least.second, least.facts)
    return Difference(
        kind=sort.kind,
        times=sum(met.times for met in mets),
        facts=_stated(least.facts),
        first=ours.answer,
        second=theirs.answer,
        says=told(sort.kind, ours, theirs),
    )


def _stated(facts: Facts) -> dict[str, Any]:
    """What is not as it is when nothing is said."""
    plain = type(facts)()
    found = ((each.name, getattr(facts, each.name)) for each in fields(facts))
    return {name: said for name, said in found if said != getattr(plain, name)}


def _in_order(differences: list[Difference]) -> tuple[Difference, ...]:
    """The gravest kind first, and of each the example that states least."""
    kinds = list(Kind)
    return tuple(sorted(differences, key=lambda each: (kinds.index(each.kind), len(each.facts), -each.times)))

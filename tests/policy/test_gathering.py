"""Facts put together piece by piece, with rules written by hand: what comes to the same is one, counted as often."""

from typing import Any

import pytest

from inconfidence.policy.differences.gathering import Pair, _in_order, gathered, joined
from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check
from inconfidence.policy.vocabulary import Ground, Origin, Question, StepKind

OURS, THEIRS = Bound("rule", ("EL-1",), Origin.OWN), Bound("rule", ("D-01",), Origin.DEFAULT)
RECORD = Question.MAY_RECORD
KINDS = [{"kind": "note"}, {"kind": "consent"}, {"kind": "paper_note"}]
BY = [{}, {"by": "worker"}]
RELEVANT = [{}, {"relevant": "no"}]


def barring(bound: Bound, fact: str, word: str) -> Check:
    """A rule that bars the record where a fact is this word."""
    bar = bound.bar(Ground.RECORD, f"{fact} is {word}")

    def check(facts: MayRecord) -> Findings:
        return bar if getattr(facts, fact) == word else NOTHING

    return check


def silent(_facts: MayRecord) -> Findings:
    return NOTHING


def pair(fact: str, word: str, *, changed: bool) -> Pair:
    """A rule that reads one fact, and cites something else in the other policy where it was changed."""
    ours = barring(OURS, fact, word)
    return Pair(frozenset({fact}), ours, barring(THEIRS, fact, word) if changed else ours, changed)


def test_where_no_rule_differs_nothing_is_left() -> None:
    assert gathered(RECORD, [KINDS, RELEVANT], [pair("relevant", "no", changed=False)]) == []


def test_only_where_a_changed_rule_finds_something_else_is_anything_left() -> None:
    (found,) = gathered(RECORD, [KINDS, RELEVANT], [pair("relevant", "no", changed=True)])
    assert found.facts["relevant"] == "no"
    assert (found.times, found.apart) == (len(KINDS), True)
    assert [each.cites for each in (*found.ours, *found.theirs)] == [("EL-1",), ("D-01",)]


def test_the_plainest_of_those_that_come_to_the_same_stands_for_them() -> None:
    (found,) = gathered(RECORD, [KINDS[::-1], RELEVANT], [pair("relevant", "no", changed=True)])
    assert found.facts == {"kind": "note", "relevant": "no"}
    assert found.stated == 1


def test_of_two_that_are_as_plain_the_first_stands_for_both() -> None:
    (found,) = gathered(RECORD, [KINDS[1:], RELEVANT], [pair("relevant", "no", changed=True)])
    assert found.facts == {"kind": "consent", "relevant": "no"}


def reading(*facts: str, changed: bool = False) -> Pair:
    """A rule that reads these facts."""
    return Pair(frozenset(facts), silent, silent, changed)


BY_THREE = [*BY, {"by": "volunteer"}]


@pytest.mark.parametrize(
    ("axes", "pairs", "order"),
    [
        ([KINDS, RELEVANT], [reading("relevant", changed=True)], ["relevant", "kind"]),
        ([BY, RELEVANT, KINDS], [reading("kind", changed=True)], ["kind", "by", "relevant"]),
        ([BY_THREE, RELEVANT, KINDS], [reading("kind", changed=True)], ["kind", "relevant", "by"]),
        (
            [BY_THREE, RELEVANT, KINDS],
            [reading("kind", changed=True), reading("kind", "by"), *[reading("relevant")] * 2],
            ["kind", "by", "relevant"],
        ),
    ],
    ids=[
        "what a changed rule reads comes first",
        "the longest of it comes first",
        "then the shorter one",
        "unless the longer one lets a rule be asked",
    ],
)
def test_pieces_are_put_together_so_that_rules_can_be_asked_early(
    axes: list[Any], pairs: list[Pair], order: list[str]
) -> None:
    assert [next(name for piece in axis for name in piece) for axis in _in_order(axes, pairs)] == order


def test_what_another_rule_tells_apart_stays_apart() -> None:
    pairs = [pair("relevant", "no", changed=True), pair("kind", "consent", changed=False)]
    found = gathered(RECORD, [KINDS, RELEVANT], pairs)
    assert {(each.facts["kind"], each.times, len(each.ours)) for each in found} == {
        ("note", 2, 1),
        ("consent", 1, 2),
    }


def test_a_rule_that_reads_two_facts_is_asked_when_both_are_known() -> None:
    seen: list[tuple[str, str]] = []
    bar = OURS.bar(Ground.RECORD, "not so")

    def both(facts: MayRecord) -> Findings:
        seen.append((facts.kind, facts.by))
        return bar if (facts.kind, facts.by) == ("consent", "worker") else NOTHING

    rule = Pair(frozenset({"kind", "by"}), both, silent, changed=True)
    (found,) = gathered(RECORD, [KINDS, BY, RELEVANT], [rule])
    assert found.facts["kind"] == "consent"
    assert (found.facts["by"], found.times) == ("worker", len(RELEVANT))
    assert len(seen) == len(set(seen)) == len(KINDS) * len(BY)


def test_a_fact_that_no_axis_states_is_what_it_is_when_nothing_is_said() -> None:
    (found,) = gathered(RECORD, [KINDS], [pair("relevant", "yes", changed=True)])
    assert (found.facts, found.times) == ({"kind": "note"}, len(KINDS))


def test_of_a_barred_ground_nothing_but_bars_keeps_facts_apart() -> None:
    step = OURS.step(Ground.RECORD, "ask first", StepKind.ASK_THE_PERSON)

    def asks(facts: MayRecord) -> Findings:
        return step if facts.by == "worker" else NOTHING

    pairs = [pair("relevant", "no", changed=True), Pair(frozenset({"by"}), asks, asks, changed=False)]
    (found,) = gathered(RECORD, [BY, RELEVANT], pairs)
    assert (found.facts, found.times, found.ours[0].says) == ({"relevant": "no"}, 2, "relevant is no")


def test_blocks_that_begin_differently_and_go_on_alike_are_one() -> None:
    one, two, three = (
        [[{"kind": "note"}], BY],
        [[{"kind": "consent"}], BY],
        [[{"kind": "paper_note"}], RELEVANT],
    )
    assert joined([one, two, three]) == [[[{"kind": "note"}, {"kind": "consent"}], BY], three]

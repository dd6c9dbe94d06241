"""The campaign of mutants changes what it says it changes, and tells what survives."""

import ast
import os
import signal

import pytest

from bench.piece import Piece
from tests.campaigns.mutating.apart import each_apart
from tests.campaigns.mutating.changes import changes, left_alone
from tests.campaigns.mutating.equivalent import reasons
from tests.campaigns.mutating.mutants import mutants, told
from tests.campaigns.mutating.work import Work
from tests.campaigns.mutation import MUTANTS, conclusion, judged

DOCTORED = "tests/campaigns/mutating/doctored.py"


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("a == b", ["a != b"]),
        ("a < b <= c", ["a <= b <= c", "a < b < c"]),
        ("a in b and c is not d", ["a in b or c is not d", "a not in b", "c is d"]),
        ("a or not b", ["a and (not b)", "not a", "b"]),
        ("f(a) if a else 7", ["not a", "8"]),
        ("[a for a in b if a]", ["not a"]),
        ("a + b * 2", ["a - b * 2", "b + 2", "3"]),
        ("True", ["False"]),
        ("f('given', 'This is for people.')", ["'given_'"]),
        ("f'{a + b} of them'", ["a - b"]),
        ("zip(a, b, strict=True)", []),
        ("None", []),
    ],
)
def test_what_is_changed_in_an_expression(written: str, becomes: list[str]) -> None:
    tree = ast.parse(f"def asked(a: 'int'):\n    'Words.'\n    found = {written}")
    assert [change.becomes for change in changes(tree)] == becomes


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("return a", ["return None"]),
        ("return None", []),
        ("return", []),
        ("a.append(b)", ["pass"]),
        ("a += b", ["pass"]),
        ("raise a", ["pass"]),
        ("assert a == b", []),
        ("while a: break", ["not a", "pass"]),
    ],
)
def test_what_is_changed_in_a_statement(written: str, becomes: list[str]) -> None:
    assert [change.becomes for change in changes(ast.parse(f"def asked():\n    {written}"))] == becomes


def test_what_runs_on_import_is_known_from_what_runs_when_it_is_called() -> None:
    tree = ast.parse("A = 1\nB = 'given'\nclass C:\n    d = 2\n    def e(self, f=3):\n        return 4")
    found = [(change.scope.name, change.scope.called, change.was) for change in changes(tree)]
    assert found == [
        ("", False, "1"),
        ("C", False, "2"),
        ("C", False, "3"),
        ("C.e", True, "return 4"),
        ("C.e", True, "4"),
    ]
    assert left_alone(tree) == 1


def test_a_change_changes_one_thing() -> None:
    written = "def asked(a, b):\n    return a == 1 and b"
    for number in range(5):
        tree = ast.parse(written)
        changes(tree)[number].make()
        assert ast.unparse(tree) != written
    assert len(changes(ast.parse(written))) == 5


def test_whatever_ends_badly_is_killed_and_what_cannot_be_tried_is_told() -> None:
    def tried(job: str) -> bool:
        if job == "crashes":
            os.kill(os.getpid(), signal.SIGKILL)
        if job == "cannot be tried":
            raise KeyError(job)
        return job == "survives"

    jobs = ["crashes", "survives", "is killed", "cannot be tried"]
    assert each_apart(jobs, tried) == (["survives"], ["cannot be tried"])


@pytest.mark.campaign
def test_the_one_fault_that_nobody_notices_is_told_and_the_others_are_killed() -> None:
    verdict = judged(Work(["tests/campaigns/mutating/doctored_tests.py"], mutants(DOCTORED)))
    assert not verdict.wrong
    assert [told(each) for each in verdict.survived] == [f"{DOCTORED}:18: many * 2 → many + 2"]
    assert len(mutants(DOCTORED)) == 10


@pytest.mark.campaign
def test_without_tests_that_pass_nothing_is_judged() -> None:
    verdict = judged(Work(["tests/campaigns/mutating/no_such_tests.py"], mutants(DOCTORED)[:1]))
    assert verdict.wrong


@pytest.mark.parametrize(
    ("clocks", "rest", "failed"),
    [((95, 5), (900, 100), 0), ((94, 6), (900, 100), 1), ((95, 5), (890, 110), 1), ((0, 0), (0, 0), 2)],
)
def test_the_whole_fails_where_too_few_are_killed(
    clocks: tuple[int, int], rest: tuple[int, int], failed: int
) -> None:
    core = "src/inconfidence/policy/"
    counted = {
        f"{core}clocks/days.py: killed": clocks[0],
        f"{core}clocks/days.py: survived": clocks[1],
        f"{core}edition.py: killed": rest[0],
        f"{core}edition.py: survived": rest[1],
    }
    assert len(conclusion(Piece([], counted)).failed) == failed


def test_every_change_that_makes_no_difference_is_there_and_has_its_reason() -> None:
    there = {told(each, line=False) for each in MUTANTS}
    assert reasons().keys() <= there
    assert all(len(because) > 20 for because in reasons().values())

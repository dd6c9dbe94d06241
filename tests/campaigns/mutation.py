"""Faults are put into the core one by one (`mutating/changes.py`), and its quick tests must notice.

A number is a mutant: a comparison turned round, a condition, a constant, a return, a statement struck out. Of those of
`policy/` nine in ten must be killed, of `policy/clocks/` nineteen in twenty. The survivors are listed in the result. A
change that makes no difference to anybody is named in `mutating/equivalent.toml` with the reason, and is not tried.
"""

from collections import Counter

from bench.piece import Piece
from tests.campaigns.mutating.equivalent import reasons
from tests.campaigns.mutating.mutants import files, mutants, told, words_left_alone
from tests.campaigns.mutating.work import Verdict, Work, tried

CORE = "src/inconfidence/policy/"
LEAST = {CORE: 0.90, f"{CORE}clocks/": 0.95}
TESTS = ("tests/policy", "tests/stories")
GUARDS = ("src/inconfidence/policy", "src/inconfidence/policies", *TESTS, "tests/campaigns/mutating")

MUTANTS = [mutant for file in files(CORE) for mutant in mutants(file)]
LARGE = len(MUTANTS)
PIECE = 500
SMALL = 6

KILLED, SURVIVED, EQUIVALENT = "killed", "survived", "makes no difference"
LEFT_ALONE = "sentences and declared words, not changed"


def judged(work: Work) -> Verdict:
    """Which of these mutants survive their tests."""
    inside = tried("inside", work)
    afresh = tried("afresh", Work(work.tests, inside.afresh)) if inside.afresh else Verdict()
    return Verdict([*inside.survived, *afresh.survived], wrong=[*inside.wrong, *afresh.wrong])


def attempt(first: int, count: int, seed: int) -> Piece:
    """Try mutants number `first` to `first + count`. The seed says nothing: nothing is drawn."""
    chosen = MUTANTS[first : first + count]
    same = reasons().keys() & {told(each, line=False) for each in chosen}
    verdict = judged(Work(TESTS, [each for each in chosen if told(each, line=False) not in same]))
    counted = Counter[str]()
    for each in chosen:
        became = EQUIVALENT if told(each, line=False) in same else KILLED
        counted[f"{each.file}: {SURVIVED if each in verdict.survived else became}"] += 1
    return Piece(verdict.wrong, counted, listed=[told(each) for each in sorted(verdict.survived)])


def conclusion(said: Piece) -> Piece:
    """How many of a hundred were killed, and where that is too few."""
    failed, shares = [], {}
    for folder, least in LEAST.items():
        killed, survived = (_many(said, folder, what) for what in (KILLED, SURVIVED))
        share = killed / ((killed + survived) or 1)
        shares[f"{folder}: killed of a hundred"] = round(100 * share, 1)
        if share < least:
            failed.append(
                f"{folder}: {100 * share:.1f} of a hundred are killed, and {100 * least:.0f} must be"
            )
    alone = sum(words_left_alone(file) for file in files(CORE))
    return Piece(failed, {f"{CORE}: {LEFT_ALONE}": alone}, shares)


def _many(said: Piece, folder: str, what: str) -> int:
    return sum(
        times
        for name, times in said.counted.items()
        if name.startswith(folder) and name.endswith(f": {what}")
    )

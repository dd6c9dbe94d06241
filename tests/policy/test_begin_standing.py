"""Dated entries → whether the form is back, whether the question was answered, and whether it is a no."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from inconfidence.policy.standing.beginning import BeginStanding, begin_standing
from inconfidence.policy.standing.consent import ConsentEntry

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
YES = ConsentEntry(
    happened=NOW - timedelta(days=2),
    recorded=NOW,
    kind="share",
    answer="given",
    recipients=frozenset({"senco"}),
)
NO = replace(YES, answer="refused", recipients=frozenset(), happened=NOW - timedelta(days=1))
FORM = replace(YES, kind="permission_form", answer="returned")


@pytest.mark.parametrize(
    ("entries", "answered", "refused"),
    [
        ((), False, False),
        ((YES,), True, False),
        ((NO,), True, True),
        ((YES, NO), True, True),
        ((YES, replace(NO, recipients=frozenset({"ep"}))), True, False),
        ((YES, replace(NO, recipients=frozenset({"senco"}))), True, True),
        ((replace(YES, recipients=frozenset()), replace(NO, recipients=frozenset({"senco"}))), True, False),
        ((replace(NO, answer="withdrawn"),), True, True),
        ((NO, replace(YES, happened=NOW - timedelta(hours=1))), True, False),
        ((replace(YES, happened=NO.happened), NO), True, True),
        ((replace(YES, answer="asked"),), False, False),
        ((replace(YES, answer="implied", kind="wish"),), False, False),
        ((replace(YES, kind="obtain"),), False, False),
        ((replace(NO, giver="someone_else"),), False, False),
        ((replace(NO, happened=NOW + timedelta(seconds=1)),), False, False),
        ((replace(NO, happened=NOW),), True, True),
    ],
)
def test_the_question_and_its_answer(
    entries: tuple[ConsentEntry, ...], answered: bool, refused: bool
) -> None:
    assert begin_standing(entries, NOW) == BeginStanding(answered=answered, refused=refused)


def test_only_their_own_form_that_came_by_then_is_back() -> None:
    assert begin_standing([FORM], NOW).form_back
    assert not begin_standing([replace(FORM, giver="someone_else")], NOW).form_back
    assert not begin_standing([replace(FORM, happened=NOW + timedelta(days=1))], NOW).form_back
    assert not begin_standing([replace(FORM, kind="release_form", answer="given")], NOW).form_back

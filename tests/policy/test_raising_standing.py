"""From dated entries about a concern to what is asked: the latest word on each part, nothing from a concern before."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.standing.raising import ConcernEntry, ConcernStanding, concern_standing
from inconfidence.policy.standing.risk import RiskEntry

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
BELIEVED: dict[str, Any] = {"belief": "believed", "reasons": True}
WONDERING: dict[str, Any] = {"belief": "wondering"}
NOT_MEANT: dict[str, Any] = {"belief": "no_intention"}
ON_RISK = {"belief", "reasons", "spoken_to", "why_unsafe", "lead_consulted"}


def entry(hour: int = 0, **said: Any) -> ConcernEntry:
    risk = {name: said.pop(name) for name in list(said) if name in ON_RISK}
    return ConcernEntry(risk=RiskEntry(recorded=NINE + timedelta(hours=hour), **risk), **said)


def facts(*entries: ConcernEntry) -> WhereToRaise:
    found = concern_standing(entries).facts
    assert found is not None
    return found


def test_nothing_is_asked_while_nobody_has_said_whom_it_is_about() -> None:
    assert concern_standing([]) == ConcernStanding()
    assert concern_standing([entry(**BELIEVED)]) == ConcernStanding(believed_since=NINE)


def test_what_is_not_written_down_has_not_been_done() -> None:
    assert facts(entry(about="adult")) == WhereToRaise(
        about="adult", belief="wondering", checked="no", spoken_to="no", lead_consulted="no"
    )


@pytest.mark.parametrize(
    ("said", "fact", "word"),
    [
        ({"checked": True}, "checked", "yes"),
        ({"spoken_to": "yes"}, "spoken_to", "yes"),
        ({"spoken_to": "unsafe"}, "spoken_to", "no"),
        ({"spoken_to": "unsafe", "why_unsafe": True}, "spoken_to", "unsafe"),
        ({"lead_consulted": True}, "lead_consulted", "yes"),
        ({"emergency": True}, "emergency", "yes"),
        ({"child_hurt": True}, "child_hurt", "yes"),
        ({"violence_procedure": True}, "violence_procedure", "yes"),
        ({"mending": True}, "mending", "yes"),
        (BELIEVED, "belief", "believed"),
        ({"belief": "believed"}, "belief", "wondering"),
        (NOT_MEANT, "belief", "no_intention"),
    ],
)
def test_each_part_is_as_it_was_written_down(said: dict[str, Any], fact: str, word: str) -> None:
    assert getattr(facts(entry(about="child"), entry(1, **said), entry(2)), fact) == word


def test_the_latest_word_counts_whatever_the_order_they_come_in() -> None:
    first, second = entry(about="adult", emergency=True), entry(1, about="employee", emergency=False)
    for entries in ((first, second), (second, first)):
        assert (facts(*entries).about, facts(*entries).emergency) == ("employee", "no")


def test_everybody_who_was_told_has_been_told() -> None:
    told = facts(
        entry(about="head_teacher", told=frozenset({"schools_hr"})), entry(1, told=frozenset({"head"}))
    ).to
    assert told == {"schools_hr", "head"}


@pytest.mark.parametrize("again", [WONDERING, BELIEVED])
def test_a_new_worry_after_words_not_meant_is_a_new_concern(again: dict[str, Any]) -> None:
    before = entry(about="adult", checked=True, told=frozenset({"police"}), lead_consulted=True)
    new = facts(before, entry(1, **NOT_MEANT), entry(2, mending=True), entry(3, **again))
    assert (new.about, new.checked, new.to, new.lead_consulted, new.mending) == (
        "adult",
        "no",
        frozenset(),
        "no",
        "no",
    )


def test_what_was_noted_before_anybody_said_what_they_believe_belongs_to_the_concern() -> None:
    found = facts(entry(about="adult", checked=True), entry(1, lead_consulted=True, **BELIEVED))
    assert (found.checked, found.lead_consulted) == ("yes", "yes")


def test_a_new_concern_goes_on_while_the_belief_grows() -> None:
    ended = [entry(about="adult", **BELIEVED), entry(1, **NOT_MEANT)]
    found = facts(*ended, entry(2, checked=True, **WONDERING), entry(3, **BELIEVED))
    assert (found.belief, found.checked) == ("believed", "yes")


def test_what_is_noted_after_words_not_meant_belongs_to_them() -> None:
    closed = facts(
        entry(about="adult", checked=True), entry(1, **NOT_MEANT), entry(2, mending=True), entry(3)
    )
    assert (closed.belief, closed.checked, closed.mending) == ("no_intention", "yes", "yes")


@pytest.mark.parametrize(
    ("entries", "since"),
    [
        ([entry(**BELIEVED)], 0),
        ([entry(**WONDERING), entry(1, **BELIEVED)], 1),
        ([entry(**BELIEVED), entry(1), entry(2, **BELIEVED)], 0),
        ([entry(**BELIEVED), entry(1, **WONDERING), entry(2, **BELIEVED)], 2),
        ([entry(**BELIEVED), entry(1, **WONDERING)], None),
        ([entry(**BELIEVED), entry(1, **NOT_MEANT)], None),
        ([entry(belief="believed")], None),
        ([entry(**BELIEVED), entry(1, belief="believed")], None),
    ],
)
def test_since_when_it_is_believed(entries: list[ConcernEntry], since: int | None) -> None:
    expected = None if since is None else NINE + timedelta(hours=since)
    assert concern_standing(entries).believed_since == expected

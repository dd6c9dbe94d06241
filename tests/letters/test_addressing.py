"""The safe-address check: what stands in the way, what would change it, and the day it turns."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inconfidence.letters.addressing import (
    HAND_OVER,
    Addressee,
    address_lines,
    may_address,
    names_address,
    postal,
)

TODAY = date(2026, 11, 20)
FINE = Addressee("Rosa Vale", "14 Elm Street, Elmshire, EL1 2AB", ok_post="yes")


def test_post_that_was_agreed_goes_to_the_address_on_record() -> None:
    answer = may_address(FINE, TODAY)
    assert answer.yes
    assert answer.lines == ("Rosa Vale", "14 Elm Street", "Elmshire", "EL1 2AB")
    assert (answer.says, answer.change) == ("", "")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"confidential": True}, "The address is secret: it is never printed."),
        (
            {"keep_away": "Rosa Vale, and nobody at her work"},
            "The record says that this is never to be contacted.",
        ),
        ({"keep_away": "anything at 14 Elm Street"}, "The record says that this is never to be contacted."),
        ({"keep_away": "letters to el12ab"}, "The record says that this is never to be contacted."),
        ({"ok_post": "no"}, "They said no to letters."),
        ({"ok_post": "not_asked"}, "They have not been asked whether letters are safe."),
        ({"ok_post": "prefer_not"}, "They have not been asked whether letters are safe."),
        ({"address": " \n "}, "No address is on record."),
        ({"came_back": True}, "Post to this address has come back."),
        ({"ask_again_on": TODAY}, "What they said about reaching them was to be asked again by now."),
    ],
)
def test_each_thing_in_the_way_is_one_sentence_and_says_what_would_change_it(
    change: dict[str, object], says: str
) -> None:
    answer = may_address(replace(FINE, **change), TODAY)  # type: ignore[arg-type]
    assert not answer.yes
    assert answer.says == says
    assert answer.change.endswith(HAND_OVER)
    assert answer.lines == ("Rosa Vale",)


def test_the_day_before_it_is_to_be_asked_again_it_still_stands() -> None:
    assert may_address(replace(FINE, ask_again_on=date(2026, 11, 21)), TODAY).yes


def test_somebody_else_who_must_not_be_contacted_is_not_in_the_way() -> None:
    assert may_address(replace(FINE, keep_away="Peter Vale, 3 Oak Road, EL9 9ZZ"), TODAY).yes


@given(
    confidential=st.booleans(),
    ok_post=st.sampled_from(["yes", "no", "not_asked", "unknown", ""]),
    came_back=st.booleans(),
    keep_away=st.sampled_from(["", "Rosa Vale", "14 Elm Street", "Peter"]),
    ask_again=st.none() | st.dates(),
)
def test_whatever_is_in_the_way_no_line_of_the_address_comes_out(
    confidential: bool, ok_post: str, came_back: bool, keep_away: str, ask_again: date | None
) -> None:
    who = replace(
        FINE,
        confidential=confidential,
        ok_post=ok_post,
        came_back=came_back,
        keep_away=keep_away,
        ask_again_on=ask_again,
    )
    answer = may_address(who, TODAY)
    assert answer.yes == (len(answer.lines) > 1) == (answer.says == "")
    if confidential or ok_post != "yes" or came_back:
        assert not answer.yes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Come to 14 elm street.", True),
        ("Post it to EL1 2AB", True),
        ("el12ab", True),
        ("Elm Street is long", False),
        ("EL1 2AC", False),
        ("", False),
    ],
)
def test_a_text_that_names_the_address_is_noticed(text: str, found: bool) -> None:
    assert names_address(text, FINE.address) is found


def test_no_address_is_named_by_no_text() -> None:
    assert not names_address("14 Elm Street", " ")


def test_lines_of_an_address() -> None:
    assert address_lines("1 A\n B,\n\n") == ("1 A", "B")
    assert address_lines("") == ("",)
    assert postal("kit@brooklane.example, 01632 960 001") == ()
    assert postal("Brook Lane School, Elmshire EL1 2AB") == ("Brook Lane School", "Elmshire EL1 2AB")

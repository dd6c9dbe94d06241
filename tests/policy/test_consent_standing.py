"""How a history of consents stands: tables for each turn it can take, and a plain second reading beside the first."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence.policy.facts import WORDS
from inconfidence.policy.standing.consent import ConsentEntry, ConsentStanding, consent_standing
from inconfidence.policy.vocabulary import Question

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SCHOOL, LA = "body:setting", "body:la"
REVIEW, TRANSPORT = "annual_review", "transport"


def said(
    answer: str, *, at: datetime = MONDAY, to: tuple[str, ...] = ("senco",), **more: Any
) -> ConsentEntry:
    words: dict[str, Any] = {
        "happened": at,
        "recorded": at + timedelta(minutes=5),
        "kind": "share",
        "answer": answer,
        "recipients": frozenset(to),
        "purposes": frozenset({REVIEW}),
    }
    return ConsentEntry(**(words | more))


def standing(*entries: ConsentEntry, at: datetime = MONDAY + DAY, **asked: Any) -> ConsentStanding:
    words: dict[str, Any] = {
        "recipient": "senco",
        "body": SCHOOL,
        "purpose": REVIEW,
        "items": frozenset({"report"}),
        "moment": at,
        "today": at.date(),
    }
    return consent_standing(entries, **(words | asked))


YES = said("given")
EVERYBODY = said("given", to=(), reach="everyone")
SOUND = ConsentStanding(consent="given", consent_record="letter")


def test_nothing_on_file_is_none() -> None:
    assert standing() == ConsentStanding()


def test_a_yes_to_this_person_for_this_purpose_is_given() -> None:
    assert standing(YES) == SOUND


@pytest.mark.parametrize("answer", ["asked", "refused", "withdrawn", "implied"])
def test_any_other_answer_leaves_the_details_unremarkable(answer: str) -> None:
    assert standing(said(answer)) == ConsentStanding(consent=answer)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([said("asked"), said("given", at=MONDAY + HOUR)], "given"),
        ([YES, said("refused", at=MONDAY + HOUR)], "refused"),
        ([YES, said("withdrawn", at=MONDAY + HOUR, to=())], "withdrawn"),
        ([EVERYBODY, said("withdrawn", at=MONDAY + HOUR)], "withdrawn"),
        ([said("refused"), said("given", at=MONDAY + HOUR)], "given"),
        ([said("withdrawn"), said("given", at=MONDAY + HOUR)], "given"),
        ([YES, said("withdrawn", at=MONDAY + HOUR, to=("gp",))], "given"),
        ([YES, said("refused", at=MONDAY + HOUR, purposes=frozenset({TRANSPORT}))], "given"),
        ([YES, said("refused", at=MONDAY + HOUR, purposes=frozenset())], "refused"),
        ([YES, said("asked", at=MONDAY + HOUR)], "given"),
        ([said("refused"), said("asked", at=MONDAY + HOUR)], "refused"),
        ([said("withdrawn"), said("implied", at=MONDAY + HOUR)], "withdrawn"),
        ([YES, said("implied", at=MONDAY + HOUR)], "given"),
        ([said("implied"), said("asked", at=MONDAY + HOUR)], "asked"),
        ([said("asked"), said("implied", at=MONDAY + HOUR)], "asked"),
        ([said("refused", to=()), said("given", at=MONDAY + HOUR, to=("gp",))], "refused"),
        ([said("given", to=("gp",)), said("asked", at=MONDAY + HOUR)], "asked"),
        ([said("given"), said("refused")], "refused"),
        ([said("refused"), said("given")], "refused"),
        ([said("withdrawn"), said("given")], "withdrawn"),
        ([said("asked"), said("given", at=MONDAY + HOUR, to=("gp",))], "given"),
        ([said("implied"), said("given", at=MONDAY + HOUR, to=("gp",))], "given"),
    ],
    ids=[
        "asked, then a yes",
        "a yes, then a no",
        "a yes taken back from everybody",
        "a yes to everybody, taken back from this person",
        "a no, then their own yes",
        "taken back, then given again",
        "taken back from somebody else",
        "a no to another purpose",
        "a no to everything",
        "asked again under a yes",
        "asked again after a no",
        "a hint after taking it back",
        "a hint under a yes",
        "a hint, then asked",
        "asked, then a hint",
        "a no to everybody, then a yes to somebody else",
        "a yes to somebody else, then asked about this person",
        "a yes and a no in one breath",
        "a no and a yes in one breath",
        "taken back and given in one breath",
        "asked, then a yes to somebody else",
        "a hint, then a yes to somebody else",
    ],
)
def test_the_latest_decision_about_this_person_counts(entries: list[ConsentEntry], expected: str) -> None:
    for order in permutations(entries):
        assert standing(*order).consent == expected


@pytest.mark.parametrize(
    ("to", "recipient", "body", "covered"),
    [
        (("senco",), "senco", SCHOOL, "yes"),
        ((SCHOOL,), "senco", SCHOOL, "yes"),
        (("senco",), "headteacher", SCHOOL, "no"),
        (("senco",), SCHOOL, SCHOOL, "no"),
        ((SCHOOL,), "la_send_officer", LA, "no"),
        (("gp", "senco"), "gp", "body:health", "yes"),
        ((), "senco", "", "no"),
        (("",), "", "", "no"),
    ],
)
def test_a_body_covers_its_roles_and_a_role_covers_only_itself(
    to: tuple[str, ...], recipient: str, body: str, covered: str
) -> None:
    found = standing(said("given", to=to), recipient=recipient, body=body)
    assert (found.consent, found.consent_recipient) == ("given", covered)


def test_a_yes_to_everybody_covers_everybody() -> None:
    assert standing(EVERYBODY, recipient="la_send_officer", body=LA) == SOUND


def test_yeses_to_several_people_stand_beside_each_other() -> None:
    later = said("given", at=MONDAY + HOUR, to=("gp",))
    assert standing(YES, later) == SOUND
    assert standing(YES, later, recipient="gp", body="body:health") == SOUND


def test_a_yes_to_some_narrows_an_earlier_yes_to_everybody_on_that_matter() -> None:
    only_gp = said("given", at=MONDAY + HOUR, to=("gp",))
    assert standing(EVERYBODY, only_gp).consent_recipient == "no"
    other_matter = replace(only_gp, purposes=frozenset({TRANSPORT}))
    assert standing(EVERYBODY, other_matter) == SOUND


def test_of_two_yeses_that_miss_the_later_is_shown() -> None:
    other_person = said("given", to=("gp",))
    other_purpose = said("given", at=MONDAY + HOUR, purposes=frozenset({TRANSPORT}))
    found = standing(other_person, other_purpose)
    assert (found.consent, found.consent_recipient, found.consent_purpose) == ("given", "yes", "no")


def test_a_purpose_that_was_not_named_is_not_covered() -> None:
    assert standing(YES, purpose=TRANSPORT).consent_purpose == "no"
    assert standing(said("given", purposes=frozenset())).consent_purpose == "no"


@pytest.mark.parametrize(
    ("agreed", "asked", "covered"),
    [
        ("everything", {"report"}, "yes"),
        ("everything", set(), "yes"),
        (frozenset({"report", "plan"}), {"report"}, "yes"),
        (frozenset({"report"}), {"report"}, "yes"),
        (frozenset({"report"}), {"report", "plan"}, "no"),
        (frozenset({"report"}), set(), "no"),
        (frozenset(), {"report"}, "no"),
    ],
)
def test_items_outside_the_yes_are_not_covered(agreed: Any, asked: set[str], covered: str) -> None:
    assert standing(said("given", items=agreed), items=frozenset(asked)).consent_items == covered


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"method": "telephone"}, "telephone_note"),
        ({"method": "telephone", "date_known": False}, "note_no_date"),
        ({"method": "telephone", "worker_known": False}, "note_no_worker"),
        ({"method": "telephone", "worker_known": False, "date_known": False}, "note_no_date"),
        ({"method": "text"}, "telephone_note"),
        ({"method": "letter"}, "letter"),
        ({"method": "email", "signed": False}, "letter"),
        ({"method": "in_person"}, "form"),
        ({"method": "online"}, "form"),
        ({"method": "in_person", "signed": False}, "form_unsigned"),
        ({"method": "in_person", "date_known": False}, "form_unsigned"),
        ({"method": "in_person", "recipients_named_or_reason": False}, "form_no_recipients"),
        ({"method": "in_person", "signed": False, "recipients_named_or_reason": False}, "form_unsigned"),
    ],
)
def test_how_it_stands_on_the_file(how: dict[str, Any], expected: str) -> None:
    assert standing(said("given", **how)).consent_record == expected


@pytest.mark.parametrize(
    ("act", "before"),
    [(MONDAY - timedelta(seconds=1), "no"), (MONDAY, "no"), (MONDAY + timedelta(seconds=1), "yes")],
)
def test_a_yes_comes_before_the_act_or_too_late(act: datetime, before: str) -> None:
    found = standing(YES, at=act)
    assert (found.consent, found.consent_before) == ("given", before)


def test_a_late_yes_cures_neither_a_no_nor_a_question() -> None:
    act = MONDAY + HOUR
    for answer in ("refused", "withdrawn", "asked"):
        found = standing(said(answer), said("given", at=act + HOUR), at=act)
        assert found.consent == answer


def test_a_no_that_came_after_the_act_does_not_undo_it() -> None:
    assert standing(YES, said("withdrawn", at=MONDAY + 2 * HOUR), at=MONDAY + HOUR).consent == "given"
    assert standing(said("refused", at=MONDAY + 2 * HOUR), at=MONDAY + HOUR) == ConsentStanding()


def test_what_was_said_in_time_and_written_down_afterwards_was_not_on_the_file() -> None:
    late = replace(YES, recorded=MONDAY + 3 * HOUR)
    assert standing(late, at=MONDAY + HOUR).consent_record == "not_recorded"
    assert standing(late, at=MONDAY + 3 * HOUR).consent_record == "letter"
    assert standing(late, at=MONDAY + 4 * HOUR).consent_record == "letter"


def test_of_a_yes_that_came_with_the_act_it_is_only_said_that_it_was_too_late() -> None:
    found = standing(YES, at=MONDAY)
    assert (found.consent_before, found.consent_record) == ("no", "letter")


def test_an_entry_without_a_day_counts_from_when_it_was_written() -> None:
    undated = replace(YES, happened=None, date_known=False, method="telephone")
    assert standing(undated, at=undated.recorded).consent_before == "no"
    assert standing(undated).consent_before == "yes"
    assert standing(undated).consent_record == "note_no_date"


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2027, 5, 15), "current"), (date(2027, 5, 16), "current"), (date(2027, 5, 17), "overdue")],
)
def test_a_review_is_overdue_the_day_after_its_date(today: date, expected: str) -> None:
    assert standing(said("given", review_by=date(2027, 5, 16)), today=today).consent_review == expected


def test_a_consent_from_before_a_reopening_is_to_be_confirmed_and_a_new_one_is_not() -> None:
    old = said("given", recorded_before_reopening=True, review_by=date(2020, 1, 1))
    assert standing(old).consent_review == "reopened"
    assert standing(old, said("given", at=MONDAY + HOUR)).consent_review == "current"


def test_a_yes_by_somebody_else_is_shown_as_theirs_and_never_outweighs_the_person() -> None:
    mother = said("given", at=MONDAY + HOUR, giver="someone_else")
    assert standing(mother).consent_from == "someone_else"
    assert standing(said("refused"), mother).consent == "refused"
    assert standing(YES, mother) == SOUND
    assert standing(said("given"), replace(mother, answer="withdrawn")) == SOUND
    assert standing(replace(mother, answer="refused")) == ConsentStanding()
    assert standing(replace(mother, happened=MONDAY + 3 * DAY)).consent_before == "no"


@pytest.mark.parametrize("kind", ["obtain", "mailing_list", "permission_form", "release_form"])
def test_other_kinds_of_permission_are_no_consent_to_share(kind: str) -> None:
    assert standing(said("given", kind=kind)).consent == "none"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("given", "implied"),
        ("implied", "implied"),
        ("refused", "none"),
        ("asked", "none"),
        ("withdrawn", "none"),
    ],
)
def test_a_wish_is_a_hint_and_never_a_yes(answer: str, expected: str) -> None:
    wish = said(answer, kind="wish", to=(), purposes=frozenset())
    assert standing(wish).consent == expected
    assert standing(said("refused"), replace(wish, happened=MONDAY + HOUR)).consent == "refused"
    assert standing(said("returned")).consent == "none"


@pytest.mark.parametrize(
    ("form", "back"),
    [
        (said("returned", kind="permission_form"), "yes"),
        (said("returned", kind="permission_form", at=MONDAY + DAY), "yes"),
        (said("returned", kind="permission_form", at=MONDAY + DAY + HOUR), "no"),
        (said("asked", kind="permission_form"), "no"),
        (said("returned", kind="release_form"), "no"),
        (said("returned", kind="permission_form", giver="someone_else"), "no"),
    ],
)
def test_the_permission_form_is_back_once_this_person_has_returned_it(form: ConsentEntry, back: str) -> None:
    assert standing(form).form_back == back
    assert standing(form, YES).form_back == back
    assert standing(form, said("refused")).form_back == back


def test_every_word_is_a_word_of_the_question() -> None:
    for fact in fields(ConsentStanding):
        assert fact.default in WORDS[Question.MAY_DISCLOSE][fact.name]


# A second reading, written as plainly as can be: who decided last about this person and this purpose?

ENTRIES = st.builds(
    lambda at, answer, to, purposes, giver, everyone: said(
        answer,
        at=MONDAY + at * HOUR,
        to=() if everyone else to,
        purposes=frozenset(purposes),
        giver=giver,
        reach="everyone" if everyone else "limited",
    ),
    st.integers(0, 8),
    st.sampled_from(["asked", "refused", "withdrawn", "implied", "given"]),
    st.sampled_from([("senco",), ("gp",), (SCHOOL,), ("senco", "gp")]),
    st.sets(st.sampled_from([REVIEW, TRANSPORT]), min_size=1),
    st.sampled_from(["subject", "subject", "someone_else"]),
    st.booleans(),
)
HISTORIES = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.since)
NOW = MONDAY + DAY


def told(entry: ConsentEntry) -> bool:
    return entry.reach == "everyone" or bool(entry.recipients & {"senco", SCHOOL})


def _ends(entry: ConsentEntry, from_everybody: bool) -> bool:
    if entry.answer == "given":
        return from_everybody
    return entry.answer in ("refused", "withdrawn") and (told(entry) or not entry.recipients)


def may_share(history: list[ConsentEntry]) -> bool:
    """Whether the person's last decision about the SENCO and the review is a yes."""
    own = sorted((entry for entry in history if entry.giver == "subject"), key=lambda entry: entry.since)
    yes, from_everybody = False, False
    for entry in own:
        if REVIEW not in entry.purposes:
            continue
        if entry.answer == "given" and told(entry):
            yes, from_everybody = True, entry.reach == "everyone"
        elif _ends(entry, from_everybody):
            yes, from_everybody = False, False
    return yes


def usable(found: ConsentStanding) -> bool:
    return (
        found.consent == "given"
        and found.consent_from == "subject"
        and found.consent_recipient == "yes"
        and found.consent_purpose == "yes"
        and found.consent_before == "yes"
    )


@pytest.mark.walk
@settings(max_examples=200, deadline=None)
@given(HISTORIES)
def test_a_second_reading_agrees(history: list[ConsentEntry]) -> None:
    assert usable(standing(*history, at=NOW)) == may_share(history)


@pytest.mark.walk
@settings(max_examples=120, deadline=None)
@given(HISTORIES, st.integers(0, 9), st.sampled_from(["refused", "withdrawn"]))
def test_one_more_no_never_widens(history: list[ConsentEntry], hour: int, answer: str) -> None:
    no = said(answer, at=MONDAY + hour * HOUR + HOUR / 2, to=())
    if usable(standing(*history, no, at=NOW)):
        assert usable(standing(*history, at=NOW))


@pytest.mark.walk
@settings(max_examples=120, deadline=None)
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(history: list[ConsentEntry], shuffled: Any) -> None:
    other = list(history)
    shuffled.shuffle(other)
    assert standing(*other, at=NOW) == standing(*history, at=NOW)

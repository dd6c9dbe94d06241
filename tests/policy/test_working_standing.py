"""What beginning and asking for records depend on, read from dated consents: tables for each turn they can take."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest

from inconfidence.policy.facts import WORDS
from inconfidence.policy.standing.beginning import BeginStanding, begin_standing
from inconfidence.policy.standing.consent import ConsentEntry
from inconfidence.policy.standing.obtaining import ObtainStanding, obtain_standing
from inconfidence.policy.vocabulary import Question

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SENCO, SCHOOL = "senco", "body:setting"
REVIEW, TRANSPORT = "annual_review", "transport"


def said(answer: str, *, at: datetime = MONDAY, to: tuple[str, ...] = (SENCO,), **more: Any) -> ConsentEntry:
    words: dict[str, Any] = {
        "happened": at,
        "recorded": at + timedelta(minutes=5),
        "kind": "share",
        "answer": answer,
        "recipients": frozenset(to),
        "purposes": frozenset({REVIEW}),
    }
    return ConsentEntry(**(words | more))


def begun(*entries: ConsentEntry, at: datetime = MONDAY + DAY) -> BeginStanding:
    return begin_standing(entries, at)


def obtained(*entries: ConsentEntry, at: datetime = MONDAY + DAY, **asked: Any) -> ObtainStanding:
    words: dict[str, Any] = {
        "holder": SENCO,
        "body": SCHOOL,
        "purpose": REVIEW,
        "moment": at,
        "today": at.date(),
    }
    return obtain_standing(entries, **(words | asked))


FORM = said("returned", kind="permission_form", to=())
NO_LATER = said("refused", at=MONDAY + HOUR)
YES_TO_SEE = said("given", kind="obtain")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], BeginStanding()),
        ([FORM], BeginStanding(form_back=True)),
        ([said("given", kind="permission_form")], BeginStanding()),
        ([said("returned", kind="permission_form", giver="someone_else")], BeginStanding()),
        ([said("given")], BeginStanding(answered=True)),
        ([said("refused")], BeginStanding(answered=True, refused=True)),
        ([said("withdrawn")], BeginStanding(answered=True, refused=True)),
        ([said("asked")], BeginStanding()),
        ([said("implied")], BeginStanding()),
        ([said("refused", giver="someone_else")], BeginStanding()),
        ([said("refused", kind="mailing_list")], BeginStanding()),
        ([said("given"), NO_LATER], BeginStanding(answered=True, refused=True)),
        ([NO_LATER, said("given", at=MONDAY + 2 * HOUR)], BeginStanding(answered=True)),
        ([said("given", to=("gp",)), NO_LATER], BeginStanding(answered=True)),
        (
            [said("given", to=(), reach="everyone"), NO_LATER],
            BeginStanding(answered=True),
        ),
        (
            [said("given", to=("gp",)), said("refused", at=MONDAY + HOUR, to=())],
            BeginStanding(answered=True, refused=True),
        ),
        ([said("given"), said("refused")], BeginStanding(answered=True, refused=True)),
    ],
)
def test_what_beginning_depends_on(entries: list[ConsentEntry], expected: BeginStanding) -> None:
    assert begun(*entries) == expected
    assert begun(*reversed(entries)) == expected


def test_what_is_said_later_does_not_count_yet() -> None:
    assert begun(FORM, said("refused"), at=MONDAY - HOUR) == BeginStanding()


def form_yes(record: str = "letter", **more: Any) -> ObtainStanding:
    return ObtainStanding(consent="given", consent_record=record, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], ObtainStanding()),
        ([FORM], ObtainStanding(form_back="yes")),
        ([YES_TO_SEE], form_yes()),
        ([YES_TO_SEE, FORM], form_yes(form_back="yes")),
        ([said("given", kind="obtain", method="in_person")], form_yes("form")),
        ([said("given", kind="obtain", method="in_person", signed=False)], form_yes("form_unsigned")),
        ([said("given", kind="obtain", method="telephone", date_known=False)], form_yes("note_no_date")),
        ([said("given", kind="obtain", giver="someone_else")], form_yes(consent_from="someone_else")),
        ([said("given")], ObtainStanding(consent="share_only")),
        ([said("given"), FORM], ObtainStanding(consent="share_only", form_back="yes")),
        ([said("given", to=("gp",))], ObtainStanding()),
        ([said("refused")], ObtainStanding()),
        ([said("refused", kind="obtain")], ObtainStanding(consent="refused")),
        (
            [YES_TO_SEE, said("withdrawn", kind="obtain", at=MONDAY + HOUR)],
            ObtainStanding(consent="withdrawn"),
        ),
        ([said("given"), said("refused", kind="obtain")], ObtainStanding(consent="refused")),
        ([said("given", kind="obtain", to=("gp",))], ObtainStanding()),
        ([said("given", kind="obtain", purposes=frozenset({TRANSPORT}))], ObtainStanding()),
        ([said("given", kind="obtain", recorded_before_reopening=True)], ObtainStanding()),
        ([said("asked", kind="obtain")], ObtainStanding()),
    ],
)
def test_how_a_yes_to_obtaining_stands(entries: list[ConsentEntry], expected: ObtainStanding) -> None:
    assert obtained(*entries) == expected


def test_a_yes_after_the_asking_comes_too_late() -> None:
    late = obtained(said("given", kind="obtain", at=MONDAY + 2 * DAY))
    assert late == form_yes(consent_before="no")


def test_the_standing_speaks_the_words_of_its_question() -> None:
    words = WORDS[Question.MAY_OBTAIN]
    hints = get_type_hints(ObtainStanding)
    for each in fields(ObtainStanding):
        assert set(get_args(hints[each.name])) == set(words[each.name])

"""Who we may talk to, in words."""

from dataclasses import replace
from datetime import date

import pytest

from inconfidence.consent import actions, queries
from inconfidence.consent.actions import ConsentDetails
from tests.cases.family import a_case
from tests.cast import Cast
from tests.conftest import Clock
from tests.consent.test_recording import BY_PHONE, REVIEW, TO_SENCO, added, door

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_nobody_until_they_are_asked(cast: Cast) -> None:
    talk = queries.who_we_may_talk_to(door(cast.tom, a_case(cast.tom)), TODAY)
    assert (talk.yes, talk.no) == ((), "everybody, including the council: they have not been asked")


def test_one_role_one_matter_until_a_day(cast: Cast) -> None:
    reference = a_case(cast.tom)
    yes = replace(TO_SENCO, review_on=date(2027, 3, 3))
    actions.record_consent(cast.tom.actor, reference, yes)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("SENCO, about the annual review, until 3 March 2027",)
    assert talk.no == "everybody else, including the council"
    assert talk.notes == ()


def test_a_person_on_the_case_is_named(cast: Cast) -> None:
    reference = a_case(cast.tom)
    kit = added(cast.tom, reference, "Kit Vale")
    only_kit = replace(TO_SENCO, recipients=frozenset({f"person:{kit}"}), review_on=date(2026, 12, 1))
    actions.record_consent(cast.tom.actor, reference, only_kit)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("SENCO – Kit Vale, about the annual review, until 1 December",)


def test_a_whole_group_and_everything_we_help_with(cast: Cast) -> None:
    reference = a_case(cast.tom)
    group = replace(TO_SENCO, recipients=frozenset({"body:la"}), purposes=frozenset({"all_matters"}))
    actions.record_consent(cast.tom.actor, reference, group)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == (
        "anyone from the council's SEND and education teams, about everything we are helping with, until 20 May 2027",
    )
    assert talk.no == "everybody else"


def test_everybody_who_needs_to_know(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, BY_PHONE)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("everybody who needs to know, about the annual review, until 20 May 2027",)


def test_a_yes_past_its_review_says_ask_again(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, replace(TO_SENCO, review_on=date(2026, 12, 1)))
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), date(2026, 12, 2))
    assert talk.yes == ("SENCO, about the annual review",)
    assert talk.notes == ("Ask again before telling SENCO: the date to look at it again has passed.",)


@pytest.mark.parametrize(
    ("answer", "because"),
    [
        ("refused", "they said no"),
        ("withdrawn", "they changed their mind"),
    ],
)
def test_a_no_closes_everything(cast: Cast, clock: Clock, answer: str, because: str) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    clock.forward(minutes=5)
    actions.record_consent(cast.tom.actor, reference, ConsentDetails(kind="share", answer=answer))
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert (talk.yes, talk.no) == ((), f"everybody, including the council: {because}")


def test_asked_is_not_yet_a_yes(cast: Cast) -> None:
    reference = a_case(cast.tom)
    asked = ConsentDetails(kind="share", answer="asked", purposes=REVIEW)
    actions.record_consent(cast.tom.actor, reference, asked)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert (talk.yes, talk.no) == (
        (),
        "everybody, including the council: they were asked and have not answered",
    )


def test_the_head_of_the_page_says_it_too(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, replace(TO_SENCO, review_on=date(2027, 3, 3)))
    page = queries.consent_page(cast.tom.actor, reference)
    assert isinstance(page, queries.ConsentPage)
    assert [(line.yes, line.sentence) for line in page.identity.may_talk] == [
        (True, "SENCO, about the annual review, until 3 March 2027."),
        (False, "everybody else, including the council."),
    ]

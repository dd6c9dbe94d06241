"""Dates → how old a child is for a request; dated approvals → how many people have approved."""

from datetime import date, timedelta

import pytest

from inconfidence.policy.standing.requests import Approval, approvals_standing, child_standing

BORN = date(2014, 11, 21)
LEAP = date(2016, 2, 29)
TWELFTH, GROWN = date(2026, 11, 21), date(2032, 11, 21)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("born", "received", "child"),
    [
        (BORN, BORN, "under_12"),
        (BORN, TWELFTH - DAY, "under_12"),
        (BORN, TWELFTH, "from_12"),
        (BORN, TWELFTH + DAY, "from_12"),
        (BORN, GROWN - DAY, "from_12"),
        (BORN, GROWN, "not_a_child"),
        (BORN, GROWN + DAY, "not_a_child"),
        (LEAP, date(2028, 2, 28), "under_12"),
        (LEAP, date(2028, 2, 29), "from_12"),
        (date(2015, 2, 28), date(2027, 2, 28), "from_12"),
        (LEAP, date(2034, 2, 28), "from_12"),
        (LEAP, date(2034, 3, 1), "not_a_child"),
    ],
)
def test_age_is_that_of_the_day_of_receipt(born: date, received: date, child: str) -> None:
    assert child_standing(born=born, received=received, today=received).child == child
    assert child_standing(born=born, received=received, today=received + 999 * DAY).child == child


@pytest.mark.parametrize(
    ("received", "today", "turned"),
    [
        (TWELFTH - DAY, TWELFTH - DAY, "no"),
        (TWELFTH - DAY, TWELFTH, "yes"),
        (TWELFTH - DAY, TWELFTH + DAY, "yes"),
        (TWELFTH - 20 * DAY, TWELFTH - DAY, "no"),
        (TWELFTH, TWELFTH, "no"),
        (TWELFTH, TWELFTH + 20 * DAY, "no"),
        (GROWN - DAY, GROWN + DAY, "no"),
    ],
)
def test_a_twelfth_birthday_before_the_answer_is_told(received: date, today: date, turned: str) -> None:
    assert child_standing(born=BORN, received=received, today=today).turned_12_since == turned


@pytest.mark.parametrize(
    ("judged", "turned"),
    [(None, "yes"), (TWELFTH - DAY, "yes"), (TWELFTH, "no"), (TWELFTH + DAY, "no")],
)
def test_a_judgement_from_the_birthday_on_settles_it(judged: date | None, turned: str) -> None:
    found = child_standing(born=BORN, received=TWELFTH - DAY, today=TWELFTH + 2 * DAY, judged=judged)
    assert found.turned_12_since == turned


def test_a_child_of_29_february_turns_twelve_in_a_leap_year_on_that_very_day() -> None:
    received = date(2028, 2, 28)
    assert child_standing(born=LEAP, received=received, today=received).turned_12_since == "no"
    assert child_standing(born=LEAP, received=received, today=received + DAY).turned_12_since == "yes"


RECEIVED = date(2026, 11, 2)
TODAY = date(2026, 11, 20)


def approved(*said: tuple[str, str], day: date = RECEIVED) -> list[Approval]:
    return [Approval(person=person, post=post, day=day) for person, post in said]  # type: ignore[arg-type]


HEAD, HOST, DELEGATE = "head_of_service", "host_manager", "host_delegate"


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ((), "none"),
        ((("Ada", HEAD),), "one"),
        ((("Ben", HOST),), "one"),
        ((("Cem", DELEGATE),), "one"),
        ((("Ada", HEAD), ("Ben", HOST)), "two"),
        ((("Ada", HEAD), ("Ada", HOST)), "same_person"),
        ((("Ada", HEAD), ("Ada", DELEGATE)), "same_person"),
        ((("Ada", HEAD), ("Cem", DELEGATE)), "two"),
        ((("Ada", HEAD), ("Ada", HOST), ("Cem", DELEGATE)), "two"),
        ((("Ada", HEAD), ("Ben", HEAD)), "one"),
        ((("Ada", HOST), ("Ben", DELEGATE)), "one"),
        ((("Ada", HEAD), ("Ben", HEAD), ("Ada", HOST)), "two"),
    ],
)
def test_two_approvals_are_two_people_in_two_posts(said: tuple[tuple[str, str], ...], standing: str) -> None:
    assert approvals_standing(approved(*said), received=RECEIVED, today=TODAY) == standing
    assert approvals_standing(reversed(approved(*said)), received=RECEIVED, today=TODAY) == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [(RECEIVED - DAY, "one"), (RECEIVED, "two"), (TODAY, "two"), (TODAY + DAY, "one")],
)
def test_an_approval_counts_from_the_day_of_receipt_to_today(day: date, standing: str) -> None:
    both = approved(("Ada", HEAD)) + approved(("Ben", HOST), day=day)
    assert approvals_standing(both, received=RECEIVED, today=TODAY) == standing

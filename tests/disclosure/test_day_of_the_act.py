"""An act of an earlier day is weighed as of that day: what was agreed later does not cure it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Chosen, Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.duties.models import Duty
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, press, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def to_school(family: Family) -> Sharing:
    chosen = (Chosen(family.item, "to plan the morning of the review"),)
    return Sharing(who=f"person:{family.senco}", purpose="annual_review", chosen=chosen)


def digest(cast: Cast, family: Family) -> str:
    came = actions.ask(cast.tom.actor, family.reference, to_school(family))
    assert isinstance(came, actions.Asked)
    page = queries.share_page(cast.tom.actor, family.reference, came.question_id)
    assert isinstance(page, queries.SharePage)
    assert page.asked is not None
    return page.asked.digest


@pytest.mark.parametrize("days_ago", [0, 1, 30])
def test_what_was_shared_before_they_agreed_is_refused_and_kept(
    cast: Cast, family: Family, clock: Clock, days_ago: int
) -> None:
    clock.forward(days=1)
    on = cast.tom.actor.today() - timedelta(days=1 + days_ago)

    came = actions.share(
        cast.tom.actor,
        family.reference,
        to_school(family),
        Doing("telephone", on),
        shown=digest(cast, family),
    )

    assert isinstance(came, actions.Changed)
    assert not Disclosure.objects.exists()
    assert Question.objects.get(id=came.question_id).outcome == "refuse"
    owed = Duty.objects.get(kind="read_early_sharing")
    assert (owed.about, owed.owed_by_role) == (came.question_id, "head_of_service")


def test_what_was_agreed_before_that_day_covers_it(cast: Cast, family: Family, clock: Clock) -> None:
    clock.forward(days=3)
    on = cast.tom.actor.today() - timedelta(days=1)

    came = actions.share(
        cast.tom.actor,
        family.reference,
        to_school(family),
        Doing("telephone", on),
        shown=digest(cast, family),
    )

    assert isinstance(came, actions.Shared)
    book = queries.ledger(cast.tom.actor, family.reference)
    assert isinstance(book, queries.Ledger)
    assert book.lines[0].on == on


def test_the_page_says_that_it_came_before_they_agreed(
    cast: Cast, family: Family, clock: Clock, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    answer = asked(tom, family)

    again = press(tom, "share", answer, family, on_day="19")

    assert not Disclosure.objects.exists()
    assert 'data-outcome="refuse"' in words(again)
    assert "this one was given afterwards" in words(again)
    assert 'value="share"' not in words(again)


def test_the_day_in_the_ledger_is_the_sealed_one(cast: Cast, family: Family, clock: Clock) -> None:
    today = cast.tom.actor.today()
    shown = digest(cast, family)
    actions.share(cast.tom.actor, family.reference, to_school(family), Doing("telephone", today), shown=shown)

    Disclosure.objects.update(happened_on=today - timedelta(days=400))

    book = queries.ledger(cast.tom.actor, family.reference)
    assert isinstance(book, queries.Ledger)
    assert [line.on for line in book.lines] == [today]


def test_the_day_is_no_part_of_the_matter(family: Family) -> None:
    sharing = to_school(family)

    assert replace(sharing, on="2026-11-01").matter() == sharing.matter()
    assert replace(sharing, name="Ros Marsh").matter() != sharing.matter()
    assert replace(sharing, grounds="Other grounds").matter() != sharing.matter()

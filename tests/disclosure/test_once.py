"""Each question is shared once, each yes of a lead counts once, and each question waits once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.duties.models import Duty
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family, hidden
from tests.disclosure.pages import SignIn, asked, page_of, press, where, words

IN_DANGER = Sharing(
    who="police",
    telling="Where he said he would go",
    need="to stop him",
    risk_to="public",
    belief="believed",
    grounds="He showed me the knife and said when.",
    spoken_to="yes",
    lead_consulted=True,
)
BY_LAW = Sharing(
    who="court",
    telling="The notes of May",
    need="the order names them",
    law="order",
    law_named="Order 1 of May",
)


@pytest.fixture
def service(gather: Callable[[str], Cast]) -> Cast:
    return gather("coventry")


@pytest.fixture
def lead_led(gather: Callable[[str], Cast]) -> Cast:
    """A service where the lead sees every order first."""
    return gather("rotherham")


def a_yes(service: Cast, reference: str, sharing: Sharing) -> None:
    put = actions.ask_lead(service.tom.actor, reference, sharing)
    assert isinstance(put, actions.LeadAsked)
    assert actions.open_to_decide(service.maryam.actor, reference, put.question_id)
    assert actions.decide_as_lead(
        service.maryam.actor, reference, put.question_id, agreed=True, reason="It is near."
    )


def mark(service: Cast, reference: str, sharing: Sharing) -> str:
    came = actions.ask(service.tom.actor, reference, sharing)
    assert isinstance(came, actions.Asked)
    page = queries.share_page(service.tom.actor, reference, came.question_id)
    assert isinstance(page, queries.SharePage)
    assert page.asked is not None
    assert page.asked.answer.outcome == "permit", page.asked.answer
    return page.asked.digest


def doing(service: Cast) -> Doing:
    kinds = ("record_concern", "record_public_interest", "record_law")
    return Doing("telephone", service.tom.actor.today(), dict.fromkeys(kinds, "As decided."))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        {"law_named": "Another order, of June"},
        {"name": "Another court"},
        {"need": "for something else"},
        {"telling": "All notes"},
    ],
)
def test_a_yes_about_one_order_is_none_about_another(lead_led: Cast, changed: dict[str, str]) -> None:
    reference = a_family(lead_led.tom).reference
    a_yes(lead_led, reference, BY_LAW)

    same = actions.ask(lead_led.tom.actor, reference, BY_LAW)
    other = actions.ask(lead_led.tom.actor, reference, replace(BY_LAW, **changed))  # type: ignore[arg-type]

    assert isinstance(same, actions.Asked)
    assert isinstance(other, actions.Asked)
    assert (same.outcome, other.outcome) == ("permit", "refer")


@pytest.mark.django_db
def test_what_was_shown_is_what_is_shared(lead_led: Cast) -> None:
    reference = a_family(lead_led.tom).reference
    a_yes(lead_led, reference, BY_LAW)
    shown = mark(lead_led, reference, BY_LAW)

    came = actions.share(
        lead_led.tom.actor, reference, replace(BY_LAW, law_named="Another"), doing(lead_led), shown=shown
    )

    assert isinstance(came, actions.Changed)
    assert not Disclosure.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_yes_is_used_once_however_many_press_at_once(service: Cast) -> None:
    reference = a_family(service.tom).reference
    a_yes(service, reference, IN_DANGER)
    shown = mark(service, reference, IN_DANGER)

    def press_share(_: int) -> str:
        try:
            came = actions.share(service.tom.actor, reference, IN_DANGER, doing(service), shown=shown)
            return type(came).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        came = sorted(pool.map(press_share, range(4)))

    assert came == ["Changed", "Changed", "Changed", "Shared"]
    assert Disclosure.objects.count() == 1


@pytest.mark.django_db
def test_back_and_share_again_shares_nothing_and_says_when_it_was_shared(
    cast: Cast, clock: Clock, sign_in: SignIn
) -> None:
    family = a_family(cast.tom)
    clock.forward(minutes=1)
    tom = sign_in(cast.tom)
    answer = asked(tom, family)
    press(tom, "share", answer, family)

    back = page_of(tom, where(answer))
    again = press(tom, "share", answer, family, once=hidden(back, "once"))

    assert Disclosure.objects.count() == 1
    for page in (back, again):
        assert "Shared on Friday 20 November 2026" in words(page)
        assert "Share it again" in words(page)
        assert 'value="share"' not in words(page)


@pytest.mark.django_db
def test_sharing_again_is_a_question_of_its_own(cast: Cast, clock: Clock, sign_in: SignIn) -> None:
    family = a_family(cast.tom)
    clock.forward(minutes=1)
    tom = sign_in(cast.tom)
    answer = asked(tom, family)
    press(tom, "share", answer, family)

    anew = press(tom, "ask", page_of(tom, where(answer)), family)
    press(tom, "share", anew, family)

    assert Disclosure.objects.count() == 2


@pytest.mark.django_db
def test_asking_the_lead_twice_leaves_one_question_and_one_duty(service: Cast) -> None:
    family = a_family(service.tom)

    put = [actions.ask_lead(service.tom.actor, family.reference, IN_DANGER) for _ in range(2)]

    assert put[0] == put[1]
    assert Question.objects.filter(state="with_lead").count() == 1
    assert Duty.objects.filter(kind="decide_sharing").count() == 1


@pytest.mark.django_db
def test_that_it_was_talked_over_is_for_the_lead_to_confirm(service: Cast) -> None:
    family: Family = a_family(service.tom)

    for _ in range(2):
        actions.ask(service.tom.actor, family.reference, IN_DANGER)

    owed = Duty.objects.get(kind="confirm_consulted")
    assert (owed.owed_by_role, owed.due_on) == ("head_of_service", service.tom.actor.today())

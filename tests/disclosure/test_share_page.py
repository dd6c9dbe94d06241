"""The page "Can I share this?": asked in one form, answered on the same page, shared with the record written."""

import re
from collections.abc import Callable

import pytest

from inconfidence.cases.actions import InvolvedDetails, add_involved
from inconfidence.consent.actions import ConsentDetails, record_consent
from inconfidence.disclosure.models import Danger, Disclosure, Question
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family, hidden, typed
from tests.disclosure.pages import SignIn, asked, page_of, press, where, without_token, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def test_the_note_that_was_pressed_and_the_person_are_chosen_already(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)

    from_note = page_of(tom, f"/cases/{family.reference}/share/?item={family.item}").content.decode()
    from_person = page_of(tom, f"/cases/{family.reference}/share/?person={family.senco}").content.decode()

    assert f'value="{family.item}" checked' in from_note
    assert f'value="person:{family.senco}"' in from_person
    assert f'value="{family.item}" checked' not in from_person


def test_who_was_pressed_is_answered_at_once_and_nothing_is_kept_of_it(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    """Before anything is said: with a yes to the school what is still to be said, without one for her a no."""
    tom = sign_in(cast.tom)
    officer = add_involved(cast.tom.actor, family.reference, InvolvedDetails("la_send_officer", "Ros Marsh"))

    agreed = words(page_of(tom, f"/cases/{family.reference}/share/?person={family.senco}"))
    other = words(page_of(tom, f"/cases/{family.reference}/share/?person={officer}"))
    nobody = words(page_of(tom, f"/cases/{family.reference}/share/?person=nobody"))

    assert 'data-outcome="refuse"' in other
    assert 'data-outcome="permit"' in agreed or 'data-step="state_need"' in agreed
    assert "data-outcome" not in nobody
    assert not Question.objects.exists()


def test_a_yes_shows_its_clause_and_its_duties_and_is_shared_in_one_press(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)

    answer = asked(tom, family)
    ledger = press(tom, "share", answer, family)

    assert 'data-outcome="permit"' in answer.content.decode()
    assert 'data-duty="record_disclosure"' in answer.content.decode()
    assert "to plan the morning of the review" in answer.content.decode()
    assert where(ledger).startswith(f"/cases/{family.reference}/ledger/")
    assert "Kit Vale" in ledger.content.decode()
    assert Disclosure.objects.count() == 1


def test_a_no_keeps_what_was_typed_and_leads_to_consent_and_back(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)

    answer = asked(tom, family, who="other", kind="la_send_officer", name="Ros Marsh")
    text = answer.content.decode()

    assert 'data-outcome="refuse"' in text
    assert 'data-step="obtain_consent"' in text
    assert "Ros Marsh" in text
    assert "to plan the morning of the review" in text
    assert f"/cases/{family.reference}/consent/new/?next=" in text
    assert "Share and record it" not in text
    assert not Disclosure.objects.exists()


def test_the_step_is_taken_and_leads_back_to_the_very_question(
    cast: Cast, family: Family, sign_in: SignIn, clock: Clock
) -> None:
    tom = sign_in(cast.tom)
    answer = asked(tom, family, who="other", kind="la_send_officer", name="Ros Marsh")
    step = re.search(r'href="(/cases/[^"]+/consent/new/\?next=[^"]+)"', words(answer))
    assert step
    agreed = {
        "kind": "share",
        "answer": "limited",
        "giver": "subject",
        "recipients": ["la_send_officer"],
        "purposes": ["annual_review"],
        "method": "telephone",
        "words": "Tell Ros too.",
        "once": hidden(page_of(tom, step.group(1)), "once"),
    }
    clock.forward(minutes=1)

    back = tom.post(step.group(1), agreed, follow=True)
    clock.forward(minutes=1)
    now = page_of(tom, where(back))

    assert where(back).split("&")[0] == where(answer), words(back)
    assert 'data-outcome="permit"' in words(now)
    assert "Ros Marsh" in words(now)
    assert "to plan the morning of the review" in words(now)


def test_a_share_that_no_yes_stands_behind_any_more_is_not_made(
    cast: Cast, family: Family, sign_in: SignIn, clock: Clock
) -> None:
    tom = sign_in(cast.tom)
    answer = asked(tom, family)
    clock.forward(minutes=1)
    record_consent(
        cast.tom.actor, family.reference, ConsentDetails(kind="share", answer="withdrawn", words="No longer.")
    )
    clock.forward(minutes=1)

    again = press(tom, "share", answer, family)

    assert not Disclosure.objects.exists()
    assert 'data-outcome="refuse"' in again.content.decode()
    assert "The answer has changed" in again.content.decode()


def test_the_same_press_twice_shares_once(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    answer = asked(tom, family)

    press(tom, "share", answer, family)
    twice = press(tom, "share", answer, family)

    assert Disclosure.objects.count() == 1
    assert "Nothing was written twice" in twice.content.decode()


def test_a_form_without_its_token_is_shown_again_with_everything_in_it(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)

    stale = tom.post(f"/cases/{family.reference}/share/", typed(family, telling="Sam is afraid of the hall"))

    assert stale.status_code == 200
    assert "Sam is afraid of the hall" in stale.content.decode()
    assert not Question.objects.exists()


def test_a_belief_asks_for_its_reasons_and_keeps_them(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    danger = {
        "who": "other",
        "kind": "social_worker",
        "danger": "yes",
        "risk_to": "child",
        "belief": "believed",
    }

    without = asked(tom, family, **danger)
    reasoned = asked(tom, family, **danger, grounds="There were bruises.", spoken_to="no")

    assert "your reasons" in without.content.decode()
    assert 'data-outcome="permit"' in reasoned.content.decode()
    assert Danger.objects.count() == 1
    assert 'name="duty_record_concern"' in reasoned.content.decode()


def test_what_the_record_says_about_danger_is_there_at_the_next_question(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    danger = {"danger": "yes", "risk_to": "child", "belief": "wondering", "grounds": "Sam says he hides."}
    asked(tom, family, **danger, spoken_to="no")

    page = page_of(tom, f"/cases/{family.reference}/share/").content.decode()

    assert "Sam says he hides." in page


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_who_is_not_on_the_case_gets_the_page_of_a_wrong_address(
    cast: Cast, family: Family, sign_in: SignIn, who: str
) -> None:
    client = sign_in(getattr(cast, who))

    here = client.get(f"/cases/{family.reference}/share/")
    nowhere = client.get("/cases/2222-2222/share/")
    sent = client.post(f"/cases/{family.reference}/share/", typed(family))

    assert (here.status_code, sent.status_code) == (404, 404)
    assert without_token(here) == without_token(nowhere)
    assert not Question.objects.exists()


def test_another_services_lead_gets_the_page_of_a_wrong_address(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    family = a_family(gather("rotherham").tom)
    client = sign_in(gather("coventry").maryam)

    for page in ("share/", "ledger/", f"questions/{family.item}/"):
        assert client.get(f"/cases/{family.reference}/{page}").status_code == 404


def test_a_question_of_another_case_is_not_shown_here(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    asked(tom, family)
    other = a_family(cast.tom)

    wrong = tom.get(f"/cases/{other.reference}/share/?asked={Question.objects.get().id}")

    assert wrong.status_code == 404

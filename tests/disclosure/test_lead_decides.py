"""What the policy leaves to the head of service: one press asks, a lead decides, the worker's question is answered."""

from collections.abc import Callable

import pytest
from django.test import Client

from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.models import Disclosure, Question
from tests.cast import Cast, Person
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, page_of, press, where, words

pytestmark = pytest.mark.django_db
GRAVE = {
    "who": "other",
    "kind": "police",
    "danger": "yes",
    "risk_to": "public",
    "belief": "believed",
    "grounds": "He showed me the knife and said when.",
    "spoken_to": "yes",
    "lead_consulted": "on",
}


@pytest.fixture
def service(gather: Callable[[str], Cast]) -> Cast:
    return gather("coventry")


@pytest.fixture
def family(service: Cast) -> Family:
    return a_family(service.tom)


def put_to_the_lead(tom: Client, family: Family) -> Question:
    answer = asked(tom, family, **GRAVE)
    assert "Ask the Service Manager now" in words(answer), words(answer)
    press(tom, "ask_lead", answer, family, **GRAVE)
    return Question.objects.get(state="with_lead")


def as_lead(maryam: Client, tom: Client, family: Family, decision: str) -> str:
    row = put_to_the_lead(tom, family)
    address = f"/cases/{family.reference}/questions/{row.id}/"
    page = maryam.get(address)
    assert page.status_code == 200
    assert "He showed me the knife" in words(page)
    token = str(row.id)
    done = maryam.post(
        address, {"decision": decision, "reason": "The danger is real and near.", "once": token}, follow=True
    )
    assert "Your decision is recorded" in words(done)
    return str(row.id)


def test_after_a_yes_the_very_question_may_be_shared_and_only_once(
    service: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(service.tom)
    asked_id = as_lead(sign_in(service.maryam), tom, family, "yes")

    answer = page_of(tom, f"/cases/{family.reference}/share/?asked={asked_id}")
    told = {
        f"duty_{kind}": "As decided." for kind in ("record_concern", "record_public_interest", "record_law")
    }
    shared = press(tom, "share", answer, family, **GRAVE, **told)

    assert 'data-outcome="permit"' in words(answer)
    assert "The danger is real and near." in words(answer)
    assert "/ledger/" in where(shared), words(shared)
    assert Disclosure.objects.count() == 1
    again = asked(tom, family, **GRAVE)
    assert 'data-outcome="refer"' in words(again)


def test_the_waiting_question_is_the_reason_why_its_lead_opens_the_case(
    service: Cast, family: Family, sign_in: SignIn
) -> None:
    row = put_to_the_lead(sign_in(service.tom), family)
    maryam = sign_in(service.maryam)
    case = f"/cases/{family.reference}/"

    before = maryam.get(f"{case}ledger/")
    decide = maryam.get(f"{case}questions/{row.id}/")

    assert "/reason/" in before.headers["Location"]
    assert decide.status_code == 200
    assert "To decide a question about sharing that was put to me" in words(maryam.get(f"{case}looks/"))


def test_an_answered_question_opens_no_case(service: Cast, family: Family, sign_in: SignIn) -> None:
    asked(sign_in(service.tom), family)
    row = Question.objects.get()

    found = sign_in(service.maryam).get(f"/cases/{family.reference}/questions/{row.id}/")

    assert "/reason/" in found.headers["Location"]


def test_after_a_no_it_is_not_shared(service: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(service.tom)
    asked_id = as_lead(sign_in(service.maryam), tom, family, "no")

    answer = page_of(tom, f"/cases/{family.reference}/share/?asked={asked_id}")
    press(tom, "share", answer, family, **GRAVE)

    assert 'data-outcome="refer"' in words(answer)
    assert "decided no" in words(answer)
    assert not Disclosure.objects.exists()


def test_the_question_waits_on_the_leads_day_and_the_answer_on_the_workers(
    service: Cast, family: Family, sign_in: SignIn
) -> None:
    put_to_the_lead(sign_in(service.tom), family)
    assert [line.reference for line in queries.waiting(service.maryam.actor)] == [family.reference]
    assert queries.waiting(service.tom.actor) == []
    assert f"Tom Aldridge asks about case {family.reference}" in words(page_of(sign_in(service.maryam), "/"))


def test_a_yes_to_one_question_is_no_yes_to_another(service: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(service.tom)
    as_lead(sign_in(service.maryam), tom, family, "yes")

    other = asked(tom, family, **(GRAVE | {"telling": "And everything else"}))

    assert 'data-outcome="refer"' in words(other)


@pytest.mark.parametrize("who", ["tom", "ewa", "joan"])
def test_who_is_no_lead_decides_nothing(service: Cast, family: Family, sign_in: SignIn, who: str) -> None:
    row = put_to_the_lead(sign_in(service.tom), family)
    person: Person = getattr(service, who)

    decided = actions.decide_as_lead(person.actor, family.reference, row.id, agreed=True, reason="Mine")

    assert decided is not True
    assert Question.objects.get(id=row.id).state == "with_lead"


def test_asked_again_when_no_decision_is_needed_it_is_simply_answered(service: Cast, family: Family) -> None:
    came = actions.ask_lead(service.tom.actor, family.reference, Sharing(who="la_send_officer"))

    assert isinstance(came, actions.Asked)
    assert queries.waiting(service.maryam.actor) == []

"""Every page of this area says who may reach it and why; the wrong role meets the page a wrong address gets."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import URLPattern, get_resolver

from inconfidence.policy.vocabulary import Role
from inconfidence.team import urls
from inconfidence.team.access import asks, own_path
from inconfidence.vault import spool
from inconfidence.vault.groups import Group
from tests.team import views_of_our_own
from tests.team.people import MORNING, PASSWORD, a_colleague, a_service, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.team.views_of_our_own")]
OPEN = {
    "sign_in", "sign_out", "reopen", "activate", "waiting", "second_step", "choose", "phone", "square", "sheet",
    "set_up", "park",
}  # fmt: skip


@pytest.mark.parametrize("route", urls.urlpatterns, ids=lambda route: str(route.name))
def test_every_page_declares_its_question_or_why_it_asks_none(route: URLPattern) -> None:
    view = route.callback
    assert hasattr(view, "question")
    assert getattr(view, "question", None) or getattr(view, "why", "")


@pytest.mark.parametrize(
    "route", [r for r in urls.urlpatterns if r.name not in OPEN], ids=lambda r: str(r.name)
)
def test_a_stranger_gets_the_sign_in_page_and_nothing_else(route: URLPattern) -> None:
    path = "/" + re.sub(r"<[^>]+>", "00000000-0000-4000-8000-000000000000", str(route.pattern))
    answers = [Client().get(path), Client().post(path)]
    assert all(a.status_code == 405 or a.headers["Location"].startswith("/sign-in/") for a in answers)
    assert any(a.status_code == 302 for a in answers)


def test_a_page_without_a_question_says_why() -> None:
    with pytest.raises(ValueError, match="says why"):
        asks(None)


@time_machine.travel(MORNING, tick=False)
def test_a_page_for_one_role_is_not_found_by_all_others() -> None:
    lead = a_service()
    assert signed_in(lead, MORNING).get("/head/").content == b"Noor Lindqvist GET"
    for role in (Role.SENIOR_CASEWORKER, Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER):
        client = signed_in(a_colleague(lead, role, f"a.{role.value.replace('_', '.')}"), MORNING)
        token = re.compile(r'value="\w{64}"')
        theirs, nowhere = (token.sub("", client.get(p).content.decode()) for p in ("/head/", "/heat/"))
        assert theirs == nowhere


def test_the_decorators_leave_marks_that_other_tests_read() -> None:
    assert views_of_our_own.for_the_head.question == "may_disclose"  # type: ignore[attr-defined]
    assert views_of_our_own.worry.kept_for == Group.leads  # type: ignore[attr-defined]
    assert get_resolver("tests.team.views_of_our_own").resolve("/breaks/").func.question == "may_see"  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
@time_machine.travel(MORNING, tick=False)
def test_a_worry_sent_after_time_out_is_sealed_to_the_leads() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    client = signed_in(jo, MORNING)
    with time_machine.travel(MORNING + timedelta(minutes=20), tick=False):
        answer = client.post("/worry/", {"words": "he said he would hurt her"})
        assert "Your concern is safe" in answer.content.decode()
    (kept_id,) = spool.waiting_for_group(lead.actor.service_id, Group.leads)
    kept = spool.read(lead.actor.keyring, kept_id)
    assert kept["fields"]["words"] == ["he said he would hurt her"]
    assert kept["person"] == str(jo.actor.person_id)
    assert spool.waiting_for(jo.actor.person_id) == []


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("/cases/7KQM-4XH2/?a=b", "/cases/7KQM-4XH2/?a=b"),
        ("", "/"),
        ("cases/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
    ],
)
def test_only_a_path_of_our_own_is_gone_back_to(given: str, path: str) -> None:
    assert own_path(given) == path


@time_machine.travel(MORNING, tick=False)
def test_somebody_who_waits_for_a_lead_can_raise_a_worry_and_do_nothing_else() -> None:
    lead = a_service()
    client = signed_in(a_colleague(lead, confirmed=False), MORNING)
    assert client.get("/worry/").content == b"heard"
    assert client.get("/account/").headers["Location"] == "/waiting/"
    kept = client.post("/worry/", {"words": "a bruise"})
    assert "Your concern is safe" in kept.content.decode()
    assert len(spool.waiting_for_group(lead.actor.service_id, Group.leads)) == 1
    assert client.post("/worry/", {"words": ""}).headers["Location"] == "/worry/"


@time_machine.travel(MORNING, tick=False)
def test_an_address_that_takes_forms_only_says_so_on_a_page() -> None:
    lead = a_service()
    for client in (signed_in(lead, MORNING), Client()):
        answer = client.get("/sign-out/")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
        assert "There is no page here" in answer.content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_form_sent_with_the_cookies_gone_is_shown_again() -> None:
    a_service()
    sent = {"words": "a long sentence about a bruise", "new_password": PASSWORD, "again": PASSWORD}
    shown = Client().post("/breaks/", sent, headers={"origin": "http://testserver"})
    assert shown.status_code == 403
    page = shown.content.decode()
    assert "You were signed out, and this is not saved" in page
    assert sent["words"] in page
    assert PASSWORD not in page
    assert 'href="/sign-in/' in page or 'href="/breaks/"' in page
    elsewhere = Client().post("/breaks/", sent, headers={"origin": "https://elsewhere.example"})
    assert elsewhere.headers["Location"].startswith("/sign-in/")

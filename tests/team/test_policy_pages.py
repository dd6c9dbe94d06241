"""The policy as people read it: every clause in its order, every value with its voice, inspections entered by leads."""

import re

import pytest
import time_machine
from django.test import Client

from inconfidence import policies
from inconfidence.editions import queries
from inconfidence.policy.vocabulary import Role
from tests.team.people import MORNING, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db
SERVICES = [slug for slug in policies.slugs() if slug != "default"]


def inspection(what: str, day: str, number: int) -> dict[str, str]:
    """The filled form."""
    date = {"on_day": day, "on_month": "11", "on_year": "2026"}
    return {"what": what, **date, "once": f"6a1f0f5e-0000-4000-8000-00000000000{number}"}


@pytest.mark.parametrize("slug", SERVICES)
@time_machine.travel(MORNING, tick=False)
def test_the_whole_policy_in_the_documents_order(slug: str) -> None:
    client = signed_in(a_colleague(a_service(slug)), MORNING)
    page = client.get("/policy/").content.decode()
    anchors = re.findall(r'<section class="card" id="([^"]+)"', page)
    assert anchors == [clause.id for clause in policies.edition(slug).clauses]
    assert "Where our policy is silent" in page
    assert "The default, because our policy is silent" in page


@pytest.mark.parametrize("slug", SERVICES)
@time_machine.travel(MORNING, tick=False)
def test_every_clause_law_default_and_reading_has_its_page(slug: str) -> None:
    client = signed_in(a_service(slug), MORNING)
    edition = policies.edition(slug)
    some = [*list(edition.every_clause)[:3], *list(edition.every_clause)[-3:], *list(edition.readings)[:2]]
    for clause_id in some:
        answer = client.get(f"/policy/{clause_id}/")
        assert answer.status_code == 200, clause_id
        assert clause_id in answer.content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_clause_says_what_it_does() -> None:
    page = signed_in(a_service(), MORNING).get("/policy/RO-INTRO-02a/").content.decode()
    assert "our policy" in page
    assert "How we read it" in page
    assert "What it does here" in page


@time_machine.travel(MORNING, tick=False)
def test_a_clause_says_what_hangs_on_it() -> None:
    client = signed_in(a_service(), MORNING)
    gate = client.get("/policy/RO-THIRD-03c/").content.decode()
    for said in (
        "It rests on The service&#x27;s own policy",
        "Where it is asked",
        "May we tell this recipient this, for this purpose, now?",
        "Ask, read the answer on the same page, and share or do not",
        "Stories told of it",
        "The school, and the permission form has not come back",
    ):
        assert said in gate, said
    assert "The law besides, L-01" in client.get("/policy/RO-SAFEGUARDING-01/").content.decode()
    assert "RO-INTRO-02d: our policy)" in client.get("/policy/D-13/").content.decode()
    assert "no answer changes by it" in client.get("/policy/RO-LEGAL-01/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_another_services_clause_is_not_found() -> None:
    client = signed_in(a_service(), MORNING)
    theirs = policies.edition("coventry").clauses[0].id
    assert client.get(f"/policy/{theirs}/").status_code == 404
    assert client.get("/policy/NOTHING-1/").status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_a_stranger_reads_no_policy_page() -> None:
    a_service()
    assert Client().get("/policy/").headers["Location"] == "/sign-in/?next=%2Fpolicy%2F"


@time_machine.travel(MORNING, tick=False)
def test_an_inspection_begins_and_ends_and_the_policy_page_says_so() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    assert "None is recorded as running today" in client.get("/policy/").content.decode()
    ended = client.post("/policy/inspection/", inspection("ended", "20", 1))
    assert "None is recorded that began by then" in ended.content.decode()
    begun = client.post("/policy/inspection/", inspection("runs", "19", 2))
    assert begun.headers["Location"] == "/policy/inspection/"
    assert "Recorded as running today" in client.get("/policy/").content.decode()
    assert queries.inspection_open(lead.actor.service_id, MORNING.date())
    twice = client.post("/policy/inspection/", inspection("runs", "20", 3))
    assert "One is recorded as running already" in twice.content.decode()
    assert client.post("/policy/inspection/", inspection("ended", "20", 4)).status_code == 302
    assert "Thursday 19 November 2026 to Friday 20 November 2026" in (
        client.get("/policy/inspection/").content.decode()
    )


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER])
@time_machine.travel(MORNING, tick=False)
def test_only_leads_enter_inspections(role: Role) -> None:
    lead = a_service()
    client = signed_in(a_colleague(lead, role), MORNING)
    assert client.get("/policy/inspection/").status_code == 404
    assert client.post("/policy/inspection/", inspection("runs", "19", 1)).status_code == 404
    assert not queries.inspection_open(lead.actor.service_id, MORNING.date())
    assert "Enter an inspection" not in client.get("/policy/").content.decode()

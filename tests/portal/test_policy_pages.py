"""What anybody may read: every service's own policy, in plain words, aloud, statement by statement, and as a paper."""

import io

import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from inconfidence import policies
from inconfidence.editions.models import Service
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from tests.team.people import MORNING, a_service

pytestmark = pytest.mark.django_db
SERVICES = [slug for slug in policies.slugs() if slug != policies.DEFAULT]


def address(name: str = "portal:policy") -> str:
    return reverse(name, args=[Service.objects.get().slug])


@pytest.mark.parametrize("slug", SERVICES)
@time_machine.travel(MORNING, tick=False)
def test_anybody_reads_every_statement_the_spoken_words_and_what_callers_hear(slug: str) -> None:
    a_service(slug)
    page = Client().get(address()).content.decode()
    for clause in policies.edition(slug).clauses:
        assert clause.says.replace("'", "&#x27;").replace('"', "&quot;") in page
        assert f">{clause.id}<" not in page
    assert NEITHER_CONFIRM_NOR_DENY in page
    assert "What you tell us stays with us." in page
    assert "a child could be hurt" in page


@time_machine.travel(MORNING, tick=False)
def test_the_spoken_words_say_where_confidence_ends_under_this_policy() -> None:
    a_service("blackburn-with-darwen")
    assert "Ofsted inspects the council" in Client().get(address()).content.decode()


@pytest.mark.parametrize("slug", SERVICES)
@time_machine.travel(MORNING, tick=False)
def test_the_paper_is_tagged_and_holds_the_same(slug: str) -> None:
    a_service(slug)
    answer = Client().get(address("portal:policy_pdf"))
    assert answer.headers["Content-Type"] == "application/pdf"
    paper = pypdfium2.PdfDocument(io.BytesIO(answer.content))
    said = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert policies.edition(slug).title in said
    assert policies.edition(slug).clauses[-1].ref in said
    assert "/MarkInfo" in answer.content.decode("latin-1")


@time_machine.travel(MORNING, tick=False)
def test_what_is_no_service_is_not_found() -> None:
    a_service("coventry")
    for name in ("portal:policy", "portal:policy_pdf"):
        assert Client().get(reverse(name, args=["nobody"])).status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_nobody_is_told_who_works_there() -> None:
    lead = a_service("coventry")
    assert lead.actor.name not in Client().get(address()).content.decode()

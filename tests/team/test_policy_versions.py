"""A version beside the one before it, and every text as its file: for those who review, and those who acknowledge."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from inconfidence import policies
from inconfidence.editions import actions, writing
from inconfidence.editions.models import Adoption
from tests.team.people import MORNING, a_colleague, a_service, signed_in
from tests.team.test_policy_changes import begun, filled, text

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()


@time_machine.travel(MORNING, tick=False)
def test_what_a_version_changed_is_read_by_every_colleague_old_words_and_new() -> None:
    lead = a_service("coventry")
    first = Adoption.objects.get()
    clause = policies.edition("coventry").clauses[1]
    said = writing.Statement(clause.id, clause.ref, "", "We say it otherwise.")
    new = writing.restated(policies.text("coventry"), said, {})
    then = MORNING + timedelta(minutes=1)
    second = actions.adopt(lead.actor.service_id, lead.actor.person_id, new, TODAY, actions.Minute(), then)
    client = signed_in(a_colleague(lead), MORNING)
    changed = reverse("team:policy_version_changes", args=[second])
    file = reverse("team:policy_version_file", args=[second])
    version = text(client.get(reverse("team:policy_version", args=[second])))
    assert f'href="{changed}"' in version
    assert f'href="{file}"' in version
    page = text(client.get(changed))
    assert "Now: <ins>We say it otherwise.</ins>" in page
    assert "Was: <del>" in page
    assert text(client.get(file)) == new
    assert client.get(reverse("team:policy_version_changes", args=[first.id])).status_code == 404
    other = signed_in(a_service("cumbria"), MORNING)
    for address in (changed, file):
        assert other.get(address).status_code == 404
        assert Client().get(address).status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_a_draft_shows_its_old_words_and_its_new_and_is_downloaded_as_its_file() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    clause = policies.edition("coventry").clauses[1]
    address = f"{draft}statement/{clause.id}/"
    client.post(address, filled(client, address) | {"says": "We say it otherwise."})
    for page in (draft, f"{draft}effect/"):
        shown = text(client.get(page))
        assert "Now: <ins>We say it otherwise.</ins>" in shown
        assert "Was: <del>" in shown
    file = reverse("team:policy_draft_file", args=[draft.split("/")[-2]])
    assert f'href="{file}"' in text(client.get(draft))
    assert "plain text whose name ends in .toml" in text(client.get(f"{draft}file/"))
    answer = client.get(file)
    assert "We say it otherwise." in text(answer)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert signed_in(a_colleague(lead), MORNING).get(file).status_code == 404
    assert Client().get(file).status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_a_clause_tells_its_stories_with_what_comes_of_them() -> None:
    page = text(signed_in(a_service(), MORNING).get("/policy/RO-THIRD-03c/"))
    assert "The school, and the permission form has not come back: no." in page

"""A change of the policy, in the pages: drafted by a lead, looked at, minuted, adopted from a day; nothing by half."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.editions import queries
from inconfidence.editions.models import Adoption, Draft
from tests.team.people import MORNING, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
TOMORROW = TODAY + timedelta(days=1)


def once() -> str:
    return str(uuid4())


def boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def begun(client: Client) -> str:
    """The address of a new draft."""
    answer = client.post("/policy/changes/", {"once": once()})
    return str(answer.headers["Location"])


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def filled(client: Client, address: str) -> dict[str, str]:
    """What a browser would send back of a form nobody touched."""
    page = text(client.get(address))
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    found = {name: value for name, value in fields.items() if name in ("version", "draft")}
    for tag in re.findall(r"<input[^>]*checked[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        assert name
        assert value
        found[name.group(1)] = value.group(1)
    for tag in re.findall(r'<input[^>]*type="text"[^>]*>', page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        assert name
        found[name.group(1)] = value.group(1) if value else ""
    for name_, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', page):
        found[name_] = words.strip()
    return found | {"once": once()}


@time_machine.travel(MORNING, tick=False)
def test_a_value_is_changed_in_a_form_reviewed_minuted_and_adopted_from_a_day() -> None:
    lead = a_service("bath-and-north-east-somerset")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    assert "word for word" in text(client.get(draft))
    form = filled(client, f"{draft}statement/BN-5.4/")
    assert form["consent-review__overdue"] == "confirm_first"
    saved = client.post(f"{draft}statement/BN-5.4/", form | {"consent-review__overdue": "remind"})
    assert saved.headers["Location"] == draft
    page = text(client.get(draft))
    assert "5.4" in page
    assert "is new or changed" in page
    assert "would end in another way" in text(client.get(f"{draft}effect/"))
    assert "Not yet" in text(client.get(f"{draft}effect/"))
    client.post(f"{draft}send/", {"once": once()})
    said = {"role": "head_of_service", "agreed": "yes", "once": once()} | boxes("on", TODAY)
    assert client.post(f"{draft}review/", said).headers["Location"] == draft
    assert "agrees" in text(client.get(draft))
    refused = client.post(f"{draft}adopt/", boxes("in_force_from", TOMORROW) | {"once": once()})
    assert "What would change it" in text(refused)
    assert Adoption.objects.count() == 1
    minute = {"minute_reference": "SG 7/26", "once": once()} | boxes("minute_on", TODAY)
    adopted = client.post(f"{draft}adopt/", boxes("in_force_from", TOMORROW) | minute)
    assert adopted.headers["Location"] == "/policy/versions/"
    service = lead.actor.service_id
    assert queries.in_force(service, TODAY).value("consent-review", "overdue") == "confirm_first"
    after = queries.in_force(service, TOMORROW)
    assert after.value("consent-review", "overdue") == "remind"
    assert after.label == TOMORROW.isoformat()
    versions = text(client.get("/policy/versions/"))
    assert "SG 7/26" in versions
    assert "not yet" in versions
    acts = {Act(each) for each in Event.objects.values_list("act", flat=True)}
    assert {Act.policy_drafted, Act.policy_draft_changed, Act.policy_draft_sent, Act.policy_draft_reviewed,
            Act.policy_not_adopted, Act.policy_adopted} <= acts  # fmt: skip

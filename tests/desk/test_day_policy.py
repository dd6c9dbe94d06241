"""My day says when the policy itself has to be looked at again, and a lead that a change of it waits."""

import pytest
import time_machine

from inconfidence.editions import actions
from tests.team.people import MORNING, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db


@time_machine.travel(MORNING, tick=False)
def test_an_overdue_review_is_shown_to_all_staff_from_the_start() -> None:
    lead = a_service("cumbria")
    worker = signed_in(a_colleague(lead), MORNING).get("/").content.decode()
    assert "overdue since Sunday 31 March 2013" in worker
    assert "Record a review" not in worker
    assert "Record a review" in signed_in(lead, MORNING).get("/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_change_before_its_reviewers_waits_on_the_leads_day() -> None:
    lead = a_service("rotherham")
    client = signed_in(lead, MORNING)
    assert "before reviewers" not in client.get("/").content.decode()
    who = lead.actor
    draft = actions.begin_draft(who.service_id, who.person_id, who.now())
    assert actions.send_draft(draft, who.service_id, who.person_id, who.now())
    assert "1 change of it before reviewers" in client.get("/").content.decode()
    colleague = signed_in(a_colleague(lead), MORNING)
    assert "before reviewers" not in colleague.get("/").content.decode()

"""Who governs the policy, in the pages: each post's own word, what overtook a draft, and a version taken back."""

from datetime import date, timedelta

import pytest
import time_machine

from inconfidence.editions import queries
from inconfidence.editions.models import Adoption, Draft, Review
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions.registers import Entered, EntryDetails, enter
from tests.team.people import MORNING, a_colleague, a_service, signed_in
from tests.team.test_policy_changes import begun, boxes, filled, once, text

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
MINUTE = {"minute_reference": "SG 7/26"} | boxes("minute_on", TODAY)


@time_machine.travel(MORNING, tick=False)
def test_a_senior_does_not_write_the_managers_review() -> None:
    lead = a_service("bath-and-north-east-somerset")
    senior = signed_in(a_colleague(lead, Role.SENIOR_CASEWORKER), MORNING)
    typed = {"roles": ["head_of_service"], "once": once()} | boxes("on", TODAY)
    page = text(senior.post("/policy/reviewed/", typed))
    assert "Only the Manager records what the Manager said (BN-7.3)" in page
    assert "overdue since" in text(senior.get("/policy/"))
    assert Review.objects.count() == 0


@time_machine.travel(MORNING, tick=False)
def test_a_senior_does_not_write_what_the_reviewers_of_a_draft_said() -> None:
    lead = a_service("coventry")
    senior = signed_in(a_colleague(lead, Role.SENIOR_CASEWORKER), MORNING)
    draft = begun(senior)
    senior.post(f"{draft}head/", filled(senior, f"{draft}head/") | {"title": "Ours"})
    senior.post(f"{draft}send/", {"once": once()})
    said = {"role": "governing_group", "agreed": "yes", "once": once()} | boxes("on", TODAY)
    page = text(senior.post(f"{draft}review/", said | MINUTE))
    assert "Only the Service Manager records what the Steering Group said (CV-MONITOR-02a)" in page
    head = signed_in(lead, MORNING)
    page = text(head.post(f"{draft}review/", said | {"once": once()}))
    assert "Enter the reference and the day of the minute" in page
    assert head.post(f"{draft}review/", said | MINUTE | {"once": once()}).headers["Location"] == draft


@time_machine.travel(MORNING, tick=False)
def test_the_watch_over_the_policy_is_written_by_the_post_that_keeps_it() -> None:
    lead = a_service("coventry")
    senior = a_colleague(lead, Role.SENIOR_CASEWORKER)
    address, seen = "/team/registers/day-to-day-watch/", EntryDetails(on=TODAY, what="watch")
    assert enter(lead.actor, "day-to-day-watch", seen) == Entered.DONE
    assert enter(senior.actor, "day-to-day-watch", seen) == Entered.NOT_THEIRS
    client = signed_in(senior, MORNING)
    assert "Only the Service Manager writes here (CV-MONITOR-01)" in text(client.get(address))
    typed = {"found": "yes", "once": once()} | boxes("on", TODAY)
    assert client.post(address, typed).status_code == 200
    assert signed_in(lead, MORNING).post(address, typed).status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_a_draft_says_what_overtook_it_and_waits_until_somebody_has_looked() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    drafts = begun(client), begun(client)
    for draft, title in zip(drafts, ("First", "Second"), strict=True):
        client.post(f"{draft}head/", filled(client, f"{draft}head/") | {"title": title})
        client.post(f"{draft}send/", {"once": once()})
        said = {"role": "governing_group", "agreed": "yes", "once": once()} | boxes("on", TODAY)
        client.post(f"{draft}review/", said | MINUTE)
    from_today = boxes("in_force_from", TODAY) | MINUTE
    client.post(f"{drafts[0]}adopt/", from_today | {"once": once()})
    page = text(client.get(drafts[1]))
    assert "Another version was adopted since this draft was begun: version 2026-11-20." in page
    assert "“Second”, not “First”" in page
    assert "Adopt it from a day" not in page
    assert "Compared with version 2026-11-20" in text(client.get(f"{drafts[1]}effect/"))
    refused = text(client.post(f"{drafts[1]}adopt/", from_today | {"once": once()}))
    assert "look at the draft against that version first" in refused
    assert client.post(f"{drafts[1]}compare/").headers["Location"] == drafts[1]
    assert client.post(f"{drafts[1]}compare/").headers["Location"] == "/policy/changes/"
    assert "Put it before its reviewers" in text(client.get(drafts[1]))
    assert Adoption.objects.count() == 2


@time_machine.travel(MORNING, tick=False)
def test_a_version_to_come_is_withdrawn_on_the_page_of_versions_by_a_lead() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    client.post(f"{draft}head/", filled(client, f"{draft}head/") | {"title": "Ours"})
    refused = text(client.post(f"{draft}adopt/", boxes("in_force_from", TODAY) | MINUTE | {"once": once()}))
    assert "The draft lies before nobody yet" in refused
    client.post(f"{draft}send/", {"once": once()})
    said = {"role": "governing_group", "agreed": "yes", "once": once()} | boxes("on", TODAY)
    client.post(f"{draft}review/", said | MINUTE)
    late = boxes("in_force_from", date(2199, 1, 1)) | MINUTE | {"once": once()}
    assert "The date must be 20 November 2027 or earlier" in text(client.post(f"{draft}adopt/", late))
    tomorrow = boxes("in_force_from", TODAY + timedelta(days=1)) | MINUTE | {"once": once()}
    assert client.post(f"{draft}adopt/", tomorrow).headers["Location"] == "/policy/versions/"
    row = Adoption.objects.get(draft=Draft.objects.get())
    worker = signed_in(a_colleague(lead), MORNING)
    assert "Withdraw it before its day" not in text(worker.get("/policy/versions/"))
    assert worker.post(f"/policy/versions/{row.id}/withdraw/").status_code == 404
    assert "Withdraw it before its day" in text(client.get("/policy/versions/"))
    client.post(f"/policy/versions/{row.id}/withdraw/")
    page = text(client.get("/policy/versions/"))
    assert "withdrawn on" in page
    assert "Withdraw it before its day" not in page
    assert (
        queries.in_force(lead.actor.service_id, TODAY + timedelta(days=9)).title == "Confidentiality policy"
    )


@pytest.mark.parametrize("slug", ["bath-and-north-east-somerset", "cumbria", "rotherham"])
@time_machine.travel(MORNING, tick=False)
def test_after_a_review_every_page_names_the_same_day(slug: str) -> None:
    lead = a_service(slug)
    client = signed_in(lead, MORNING)
    roles = list(queries.in_force(lead.actor.service_id, TODAY).reviewed_by)
    typed = {"roles": roles, "once": once()} | boxes("on", TODAY) | MINUTE
    assert client.post("/policy/reviewed/", typed).headers["Location"] == "/policy/"
    due = queries.review_due(lead.actor.service_id, TODAY)
    assert due.due is not None
    day = f"{due.due:%A %-d %B %Y}"
    assert f"due by {day}" in text(client.get("/policy/"))
    assert f"falls due on {day}" in text(client.get("/team/registers/policy-history/"))
    assert "overdue" not in text(client.get("/"))

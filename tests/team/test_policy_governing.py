"""Who governs the policy, in the pages: each post's own word, what overtook a draft, and a version taken back."""

from datetime import date, timedelta

import pytest
import time_machine

from inconfidence.editions import actions, queries
from inconfidence.editions.actions import Asked, Minute, Said, Writer
from inconfidence.editions.models import Adoption, Draft, Review
from inconfidence.editions.writing import with_header
from inconfidence.policy.standing.registers import State
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions.registers import Entered, EntryDetails, acknowledge, enter
from inconfidence.team.queries import register, registers, to_acknowledge
from tests.conftest import Clock
from tests.team.people import MORNING, Somebody, a_colleague, a_service, signed_in
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
    assert page.count("“Second”, not “First”") == 2
    assert "would undo what that version changed" in page
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


def a_new_version(lead: Somebody, title: str) -> None:
    """A draft with another title, reviewed by everybody named, minuted and in force today."""
    service, now = lead.actor.service_id, lead.actor.now()
    by, minute = Writer(lead.actor.person_id, lead.actor.role), Minute("SG 7/26", TODAY)
    draft = actions.begin_draft(service, lead.actor.person_id, now)
    actions.change_draft(
        draft, service, lead.actor.person_id, 1, lambda text: with_header(text, {"title": title}), now
    )
    actions.send_draft(draft, service, lead.actor.person_id, now)
    for role in queries.in_force(service, TODAY).reviewed_by:
        assert actions.review_draft(draft, service, by, Said(Role(role), True, TODAY, minute), now) is True
    came = actions.adopt_draft(draft, service, lead.actor.person_id, TODAY, minute, now)
    assert isinstance(came, Asked)
    assert came.permitted


def own_policy(somebody: Somebody) -> list[str]:
    return [
        task.says for task in to_acknowledge(somebody.actor).values() if task.register == "acknowledgement"
    ]


@pytest.mark.parametrize("slug", ["bath-and-north-east-somerset", "blackburn-with-darwen", "cumbria"])
def test_everybody_reads_an_adopted_version_where_the_policy_is_silent_on_reading(slug: str) -> None:
    lead = a_service(slug)
    worker = a_colleague(lead)
    assert own_policy(worker) == []
    assert register(lead.actor, "acknowledgement") is None
    a_new_version(lead, "Ours")
    assert own_policy(worker) == ["Our policy, version 2026-11-20"]
    assert acknowledge(worker.actor, list(to_acknowledge(worker.actor)))
    assert own_policy(worker) == []
    page = register(lead.actor, "acknowledgement")
    assert page is not None
    assert page.head.clauses
    assert page.head.slug in {each.slug for each in registers(lead.actor)}
    assert [line.state for line in page.lines] == [State.IN_ORDER, State.NEVER]
    assert page.entries[0].says == "Jo Adeyemi, version 2026-11-20"


def test_another_text_of_the_same_day_is_read_again() -> None:
    clock = Clock(MORNING)
    lead = a_service("coventry", clock)
    worker = a_colleague(lead)
    a_new_version(lead, "First")
    shown = list(to_acknowledge(worker.actor))
    assert acknowledge(worker.actor, shown) == 1
    clock.set(MORNING + timedelta(minutes=1))
    a_new_version(lead, "Second")
    assert own_policy(worker) == ["Our policy, version 2026-11-20.2"]
    assert acknowledge(worker.actor, shown) == 0
    assert own_policy(worker) != []
    page = register(lead.actor, "acknowledgement")
    assert page is not None
    assert page.head.state is State.NEVER

"""What a draft may say besides: every rule of the register, a second row, a promise, a statement put back."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from inconfidence import policies
from inconfidence.editions import queries, reading
from inconfidence.editions.models import Draft
from inconfidence.policy.register import ENTRIES
from tests.team.people import MORNING, a_colleague, a_service, signed_in
from tests.team.test_policy_changes import begun, filled, once, text

pytestmark = pytest.mark.django_db
SERVICES = [slug for slug in policies.slugs() if slug != "default"]
NEW = {"where": "new", "ref": "New", "kind": "record", "says": "We keep it."}


@pytest.mark.parametrize("slug", SERVICES)
def test_every_rule_of_the_register_is_said_by_a_statement_or_can_be_said(slug: str) -> None:
    edition = policies.edition(slug)
    offered = {line.rule.slug for group in reading.sayable(edition) for line in group.rules}
    said = {effect.rule for clause in edition.clauses for effect in clause.effects}
    assert offered | said == set(ENTRIES)
    assert {slug for slug, entry in ENTRIES.items() if entry.repeatable} <= offered


@time_machine.travel(MORNING, tick=False)
def test_a_rule_that_nobody_names_has_its_link_in_the_draft() -> None:
    client = signed_in(a_service("coventry"), MORNING)
    draft = begun(client)
    page = text(client.get(draft))
    assert not policies.edition("coventry").names("permission-form-gate")
    assert f'href="{draft}silent/permission-form-gate/"' in page
    assert "Nobody says it now: it has no effect here." in page


@time_machine.travel(MORNING, tick=False)
def test_a_second_row_and_a_third_are_added_and_an_empty_one_never() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    address = f"{draft}silent/retention-period/"
    empty = text(client.post(address, filled(client, address) | NEW | {"id": "CV-NEW-0"}))
    assert "Enter" in empty
    assert "Choose" in empty
    assert Draft.objects.get().version == 1
    for number, category in enumerate(("in_care", "supervision_order", "parent_support"), 1):
        row = {
            "retention-period__category": category,
            "retention-period__from": "closure",
            "retention-period__years": str(number),
        }
        typed = filled(client, address) | NEW | {"id": f"CV-NEW-{number}"} | row
        assert client.post(address, typed).status_code == 302
        assert f'href="{address}"' in text(client.get(draft))
    found = queries.drafts(lead.actor.service_id)[0].after
    assert [row.values["years"] for row in found.rows["retention-period"] if row.clause.startswith("CV")] == [
        1,
        2,
        3,
    ]


@time_machine.travel(MORNING, tick=False)
def test_a_new_statement_stands_where_it_was_put_and_a_promise_needs_no_rule() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    first, second = (clause.id for clause in policies.edition("coventry").clauses[:2])
    typed = filled(client, f"{draft}promise/") | {
        "id": "CV-NEW",
        "ref": "New",
        "kind": "notice",
        "says": "We are kind.",
    }
    assert "Enter what becomes of it" in text(client.post(f"{draft}promise/", typed))
    kept = typed | {"promises": "Shown on the policy page.", "after": first, "once": once()}
    assert client.post(f"{draft}promise/", kept).status_code == 302
    found = queries.drafts(lead.actor.service_id)[0].after
    assert [clause.id for clause in found.clauses[:3]] == [first, "CV-NEW", second]
    assert found.clauses[1].promises == "Shown on the policy page."


@time_machine.travel(MORNING, tick=False)
def test_a_statement_that_was_left_out_is_put_back_as_it_was() -> None:
    lead = a_service("bath-and-north-east-somerset")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    address = f"{draft}statement/BN-1.1b/"
    client.post(address, filled(client, address) | {"leave-out": "yes", "says": ""})
    page = text(client.get(draft))
    back = reverse("team:policy_put_back", args=[draft.split("/")[-2], "BN-1.1b"])
    assert f'action="{back}"' in page
    sent = {"version": "2", "once": once()}
    assert signed_in(a_colleague(lead), MORNING).post(back, sent).status_code == 404
    assert signed_in(a_service("cumbria"), MORNING).post(back, sent).status_code == 404
    assert Client().post(back, sent).status_code == 302
    assert client.get(back).status_code == 405
    assert client.post(back.replace("BN-1.1b", "BN-1.2"), sent).status_code == 404
    assert client.post(back, sent).status_code == 302
    assert Draft.objects.get(service_id=lead.actor.service_id).text == policies.text(
        "bath-and-north-east-somerset"
    )


@time_machine.travel(MORNING, tick=False)
def test_a_statement_gives_up_what_it_said_and_only_promises_or_nothing_is_saved() -> None:
    lead = a_service("bath-and-north-east-somerset")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    address = f"{draft}statement/BN-5.4/"
    rules = [
        effect.rule for effect in policies.edition("bath-and-north-east-somerset").clause("BN-5.4").effects
    ]
    nothing = filled(client, address) | {"given_up": rules, "consent-review__months": "none"}
    assert "Enter what becomes of it, or leave the statement out" in text(client.post(address, nothing))
    both = filled(client, address) | {"promises": "Shown."}
    assert "the statement does more than promise" in text(client.post(address, both))
    promised = nothing | {"promises": "Shown.", "once": once()}
    assert client.post(address, promised).status_code == 302
    clause = queries.drafts(lead.actor.service_id)[0].after.clause("BN-5.4")
    assert (clause.effects, clause.promises) == ((), "Shown.")


@time_machine.travel(MORNING, tick=False)
def test_dates_reviewers_and_the_name_of_the_service_are_changed_in_the_head() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    form = filled(client, f"{draft}head/") | {"reviewed_by": ["head_of_service", "governing_group"]}
    days = {"in_force_from": (31, 1, 2025), "last_review": (31, 1, 2025), "next_review": (31, 1, 2024)}
    for name, day in days.items():
        form |= {
            f"{name}_{part}": str(found) for part, found in zip(("day", "month", "year"), day, strict=True)
        }
    wrong = text(client.post(f"{draft}head/", form))
    assert "The next review must be after 31 January 2025" in wrong
    assert "Choose who reviews the policy" in text(client.post(f"{draft}head/", form | {"reviewed_by": []}))
    right = form | {"next_review_year": "2027", "name": "Coventry Support", "once": once()}
    assert client.post(f"{draft}head/", right).status_code == 302
    found = queries.drafts(lead.actor.service_id)[0].after
    assert (found.label, found.service, found.reviewed_by) == (
        "2025-01", "Coventry Support", ("governing_group", "head_of_service"),
    )  # fmt: skip
    assert found.next_review
    assert found.next_review.year == 2027

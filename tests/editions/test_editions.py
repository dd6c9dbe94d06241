"""Which policy is in force: the adopted text, from its day on, for its own service alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from inconfidence import policies
from inconfidence.editions import actions, queries, reading
from inconfidence.editions.models import Adoption
from inconfidence.vault.ids import new_id

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
DAY = NOW.date()


def test_the_policy_in_force_changes_on_the_day_and_not_before() -> None:
    service, lead = actions.create_service("Elmshire", NOW), new_id()
    actions.adopt(service, lead, policies.text("rotherham"), DAY, actions.Minute(), NOW)
    actions.adopt(service, lead, policies.text("coventry"), DAY + timedelta(days=10), actions.Minute(), NOW)
    assert queries.in_force(service, DAY + timedelta(days=9)).slug == "rotherham"
    assert queries.in_force(service, DAY + timedelta(days=10)).slug == "coventry"
    with pytest.raises(queries.NoPolicyInForce):
        queries.in_force(service, DAY - timedelta(days=1))


def test_of_two_for_the_same_day_the_later_adoption_counts() -> None:
    service, lead = actions.create_service("Elmshire", NOW), new_id()
    actions.adopt(service, lead, policies.text("rotherham"), DAY, actions.Minute(), NOW)
    actions.adopt(service, lead, policies.text("cumbria"), DAY, actions.Minute(), NOW + timedelta(minutes=1))
    assert queries.in_force(service, DAY).slug == "cumbria"


def test_each_service_has_its_own_and_nobody_elses() -> None:
    one, two = actions.create_service("Elmshire", NOW), actions.create_service("Elmshire", NOW)
    actions.adopt(one, new_id(), policies.text("rotherham"), DAY, actions.Minute(), NOW)
    with pytest.raises(queries.NoPolicyInForce):
        queries.in_force(two, DAY)
    assert queries.service(one, DAY).slug == "elmshire"
    assert queries.services() == [one, two] or set(queries.services()) == {one, two}


def test_an_undated_policy_takes_its_date_from_the_minute() -> None:
    service = actions.create_service("Elmshire", NOW)
    undated = next(slug for slug in policies.slugs() if policies.edition(slug).label == "undated")
    actions.adopt(service, new_id(), policies.text(undated), date(2026, 3, 2), actions.Minute(), NOW)
    assert queries.in_force(service, DAY).label == "undated"
    actions.adopt(
        service,
        new_id(),
        policies.text(undated),
        date(2026, 3, 2),
        actions.Minute("Board 14/26"),
        NOW + timedelta(1),
    )
    found = queries.in_force(service, DAY)
    assert (found.label, found.in_force_from) == ("2026-03", date(2026, 3, 2))


def test_what_was_adopted_stays_what_it_was() -> None:
    service = actions.create_service("Elmshire", NOW)
    actions.adopt(service, new_id(), policies.text("rotherham"), DAY, actions.Minute(), NOW)
    row = Adoption.objects.get()
    assert row.text == policies.text("rotherham")
    assert len(row.sha256) == 64
    assert queries.adopted_texts() == [("Elmshire", row.text)]


def test_a_faulty_policy_gives_every_fault_at_once() -> None:
    faulty = policies.text("rotherham").replace("rules.need-to-see = {}", "rules.need-to-sea = {}", 1)
    faulty = faulty.replace("in_force_from = 2022-08-31", 'in_force_from = "soon"', 1)
    found = actions.check(faulty, "ours.toml")
    assert isinstance(found, tuple)
    assert len(found) >= 2
    assert {fault.file for fault in found} == {"ours.toml"}


def test_an_inspection_counts_on_its_first_and_its_last_day() -> None:
    service, lead = actions.create_service("Elmshire", NOW), new_id()
    assert actions.open_inspection(service, lead, DAY, NOW)
    assert not actions.open_inspection(service, lead, DAY, NOW)
    assert not actions.end_inspection(service, lead, DAY - timedelta(days=1), NOW)
    assert actions.end_inspection(service, lead, DAY + timedelta(days=2), NOW)
    days = [queries.inspection_open(service, DAY + timedelta(days=n)) for n in (-1, 0, 2, 3)]
    assert days == [False, True, True, False]
    assert not queries.inspection_open(actions.create_service("Other", NOW), DAY)


@pytest.mark.parametrize("slug", policies.slugs())
def test_every_value_of_a_policy_has_a_voice_on_its_page(slug: str) -> None:
    page = reading.whole(policies.edition(slug))
    shown = {line.rule.slug for line in page.silent} | {rule.slug for c in page.clauses for rule in c.rules}
    assert shown == set(policies.edition(slug).namings)
    assert all(line.clauses for line in page.silent)

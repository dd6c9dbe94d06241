"""The service's own registers: who writes a line, what it may be about, what it changes, who has to read what."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.apps import apps
from django.test import Client

from inconfidence import codes
from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.policy.standing.registers import JUDGED, State
from inconfidence.policy.vocabulary import Role
from inconfidence.team import queries
from inconfidence.team.actions.registers import Entered, EntryDetails, acknowledge, enter
from inconfidence.team.models import RegisterEntry
from inconfidence.team.words import ACKNOWLEDGED, REGISTERS, STATES
from inconfidence.vault.sealed import SealedField
from tests.conftest import Clock
from tests.team.people import MORNING, Somebody, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
DAY = timedelta(days=1)


def page(somebody: Somebody, slug: str) -> queries.RegisterPage:
    found = queries.register(somebody.actor, slug)
    assert found is not None
    return found


def says(somebody: Somebody, slug: str) -> dict[str, State]:
    return {line.says: line.state for line in page(somebody, slug).lines}


def test_every_register_that_the_core_judges_has_a_title() -> None:
    assert set(REGISTERS) == set(JUDGED)
    assert set(ACKNOWLEDGED) <= set(REGISTERS)
    assert set(STATES) == set(State)


@pytest.mark.parametrize(
    ("slug", "asked", "unasked"),
    [
        ("coventry", "equipment-check", "linked-policies"),
        ("rotherham", "sharing-protocol", "equipment-check"),
        ("bath-and-north-east-somerset", "linked-policies", "acknowledgement"),
    ],
)
def test_the_registers_are_those_that_the_policy_asks_for(slug: str, asked: str, unasked: str) -> None:
    lead = a_service(slug)
    found = {each.slug: each for each in queries.registers(lead.actor)}
    assert asked in found
    assert unasked not in found
    assert found[asked].clauses
    assert queries.register(lead.actor, unasked) is None
    assert queries.register(lead.actor, "no-such-register") is None


def test_looking_at_registers_is_recorded() -> None:
    lead = a_service("coventry")
    queries.registers(lead.actor)
    page(lead, "equipment-check")
    assert Event.objects.filter(act="registers_seen", actor_id=lead.actor.person_id).count() == 2


def test_a_line_is_written_with_its_event_and_changes_where_the_register_stands() -> None:
    lead = a_service("coventry")
    assert enter(lead.actor, "equipment-check", EntryDetails(on=TODAY, what="line")) == Entered.DONE
    row = RegisterEntry.objects.get()
    assert Event.objects.get(act="register_entered").about == row.id
    said = "Only the service can reach the phone line: looked at on Friday 20 November 2026;"
    assert says(lead, "equipment-check")[f"{said} again by Saturday 20 November 2027."] is State.IN_ORDER
    entry = page(lead, "equipment-check").entries[0]
    assert (entry.on, entry.by) == (TODAY, "Noor Lindqvist")


def test_a_form_sent_twice_writes_one_line() -> None:
    lead = a_service("coventry")
    once = uuid4()
    enter(lead.actor, "literature-line", EntryDetails(on=TODAY, name="Leaflet"), once=once)
    with pytest.raises(AlreadyDone):
        enter(lead.actor, "literature-line", EntryDetails(on=TODAY, name="Leaflet"), once=once)
    assert RegisterEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("register", "details", "came"),
    [
        ("equipment-check", EntryDetails(on=TODAY, what="line"), Entered.DONE),
        ("equipment-check", EntryDetails(on=TODAY - DAY, what="devices", name="laptop 1"), Entered.DONE),
        ("equipment-check", EntryDetails(on=TODAY + DAY, what="line"), Entered.NOT_YET),
        ("equipment-check", EntryDetails(on=TODAY, what="own_office"), Entered.NOT_HERE),
        ("equipment-check", EntryDetails(on=TODAY), Entered.NOT_HERE),
        ("literature-line", EntryDetails(on=TODAY, what="line", name="Leaflet"), Entered.NOT_HERE),
        ("linked-policies", EntryDetails(on=TODAY, what="A policy"), Entered.NOT_HERE),
        ("words", EntryDetails(on=TODAY), Entered.NOT_HERE),
        ("acknowledgement", EntryDetails(on=TODAY), Entered.NOT_HERE),
        ("no-such-register", EntryDetails(on=TODAY), Entered.NOT_HERE),
        ("reminder", EntryDetails(on=TODAY, person_id=UUID(int=5)), Entered.NOT_HERE),
    ],
)
def test_a_line_is_about_something_the_register_holds(
    register: str, details: EntryDetails, came: Entered
) -> None:
    lead = a_service("coventry")
    assert enter(lead.actor, register, details) == came
    assert RegisterEntry.objects.count() == (came == Entered.DONE)


@pytest.mark.parametrize(
    ("role", "came"),
    [
        (Role.SENIOR_CASEWORKER, Entered.DONE),
        (Role.CASEWORKER, Entered.NOT_HERE),
        (Role.ADMINISTRATOR, Entered.NOT_HERE),
        (Role.VOLUNTEER, Entered.NOT_HERE),
    ],
)
def test_only_leads_write_lines(role: Role, came: Entered) -> None:
    somebody = a_colleague(a_service("coventry"), role)
    assert enter(somebody.actor, "equipment-check", EntryDetails(on=TODAY, what="line")) == came


def test_another_services_lines_are_not_seen() -> None:
    ours, theirs = a_service("coventry"), a_service("coventry", username="other.lead")
    enter(theirs.actor, "equipment-check", EntryDetails(on=TODAY, what="line", found=False))
    assert State.FLAGGED not in says(ours, "equipment-check").values()
    assert page(ours, "equipment-check").entries == ()


def test_everybody_acknowledges_the_version_in_force_and_what_it_links_to() -> None:
    lead = a_service("rotherham")
    jo = a_colleague(lead, Role.VOLUNTEER)
    name = "Information security protocol of the council"
    assert [task.says for task in queries.to_acknowledge(jo.actor).values()] == [
        "Our policy, version 2022-08"
    ]
    enter(lead.actor, "linked-policies", EntryDetails(on=TODAY, what=name, version="3"))
    tasks = queries.to_acknowledge(jo.actor)
    assert [task.says for task in tasks.values()] == ["Our policy, version 2022-08", f"{name}, version 3"]
    assert acknowledge(jo.actor, list(tasks)) == 2
    assert queries.to_acknowledge(jo.actor) == {}
    assert says(lead, "acknowledgement") == {
        "Jo Adeyemi acknowledged version 2022-08 of our policy on Friday 20 November 2026.": State.IN_ORDER,
        "Noor Lindqvist has not acknowledged version 2022-08 of our policy.": State.NEVER,
    }
    assert RegisterEntry.objects.filter(person_id=jo.actor.person_id).count() == 2


def test_nobody_acknowledges_what_they_do_not_have_to() -> None:
    jo = a_colleague(a_service("rotherham"))
    assert acknowledge(jo.actor, ["linked-policies Something 9", "words  "]) == 0
    assert RegisterEntry.objects.count() == 0


def test_a_new_version_has_to_be_acknowledged_again() -> None:
    lead = a_service("rotherham")
    name = "Information security protocol of the council"
    for version in ("3", "4"):
        enter(lead.actor, "linked-policies", EntryDetails(on=TODAY, what=name, version=version))
        acknowledge(lead.actor, list(queries.to_acknowledge(lead.actor)))
    assert [row.version for row in RegisterEntry.objects.filter(what=name, person__isnull=False)] == [
        "3",
        "4",
    ]


def test_a_reminder_is_acknowledged_by_the_worker_and_training_written_down_by_the_lead() -> None:
    bath, coventry = a_service("bath-and-north-east-somerset"), a_service("coventry")
    assert [task.register for task in queries.to_acknowledge(bath.actor).values()] == ["reminder"]
    assert "reminder" not in {task.register for task in queries.to_acknowledge(coventry.actor).values()}
    acknowledge(bath.actor, list(queries.to_acknowledge(bath.actor)))
    enter(coventry.actor, "reminder", EntryDetails(on=TODAY, person_id=coventry.actor.person_id))
    assert queries.to_acknowledge(bath.actor) == {}
    for lead in (bath, coventry):
        assert page(lead, "reminder").head.state is State.IN_ORDER


def test_two_colleagues_of_one_name_are_told_apart() -> None:
    lead = a_service("rotherham")
    first = a_colleague(lead, username="jo.one")
    a_colleague(lead, username="jo.two")
    acknowledge(first.actor, list(queries.to_acknowledge(first.actor)))
    found = says(lead, "acknowledgement")
    assert found["Jo Adeyemi (jo.two) has not acknowledged version 2022-08 of our policy."] is State.NEVER
    assert any(line.startswith("Jo Adeyemi (jo.one) acknowledged") for line in found)


def test_somebody_without_a_second_step_is_flagged() -> None:
    lead = a_service("coventry")
    a_colleague(lead, phone=False)
    assert says(lead, "second-factor")["Jo Adeyemi: a second step is required to sign in."] is State.FLAGGED


def test_the_history_knows_what_was_adopted_here() -> None:
    found = says(a_service("rotherham"), "policy-history")
    assert "Thursday 1 September 2022: version 2022-08 adopted." in found


@pytest.mark.parametrize(
    ("policy", "version"), [("coventry", "6"), ("rotherham", "")], ids=["asked for", "not asked for"]
)
def test_the_version_of_the_privacy_notice_that_counts(policy: str, version: str) -> None:
    lead = a_service(policy)
    slug = "privacy-notice-published"
    assert queries.current_version(lead.actor.service_id, slug, TODAY) == ""
    enter(lead.actor, slug, EntryDetails(on=TODAY, version="6", where="www.example.org"))
    assert queries.current_version(lead.actor.service_id, slug, TODAY) == version


def test_every_sealed_table_is_a_kind_of_data_that_the_notice_must_cover() -> None:
    named = [label for row in codes.rows("kind_of_data") for label in row.group.split()]
    sealed = {
        model._meta.label
        for model in apps.get_models()
        if any(isinstance(field, SealedField) for field in model._meta.local_fields)
    }
    keys = {label for label in sealed if label.startswith("vault.")}
    assert sorted(named) == sorted(sealed - keys)


# The pages.


def typed(number: int, **fields: str) -> dict[str, str]:
    day = {"on_day": "20", "on_month": "11", "on_year": "2026"}
    return day | fields | {"once": f"6a1f0f5e-0000-4000-8000-00000000000{number}"}


@time_machine.travel(MORNING, tick=False)
def test_leads_find_every_register_and_nobody_else_does() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    listed = client.get("/team/registers/").content.decode()
    for slug in ("equipment-check", "premises-check", "policy-on-show", "day-to-day-watch", "words"):
        assert f'href="/team/registers/{slug}/"' in listed
        assert client.get(f"/team/registers/{slug}/").status_code == 200
    assert 'href="/paper/"' in listed
    assert client.get("/team/registers/linked-policies/").status_code == 404
    assert "/team/registers/" in client.get("/team/").content.decode()
    for role in (Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER):
        other = signed_in(a_colleague(lead, role, f"some.{role.value}".replace("_", ".")), MORNING)
        assert other.get("/team/registers/").status_code == 404
        assert other.get("/team/registers/equipment-check/").status_code == 404
    assert Client().get("/team/registers/").status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_a_line_is_written_on_its_page() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    address = "/team/registers/equipment-check/"
    bare = client.post(address, typed(1, what="line")).content.decode()
    assert "Choose whether it is as our policy says" in bare
    late = typed(2, what="line", found="no") | {"on_day": "21"}
    assert "Enter a day that has been, or today" in client.post(address, late).content.decode()
    assert client.post(address, typed(3, what="line", found="no")).headers["Location"] == address
    assert "Needs a look" in client.get(address).content.decode()
    again = client.post(address, typed(3, what="line", found="no"))
    assert (again.status_code, RegisterEntry.objects.count()) == (302, 1)


@pytest.mark.parametrize(
    ("policy", "slug", "fields"),
    [
        ("coventry", "privacy-notice-published", {"version": "6", "where": "www.example.org"}),
        ("coventry", "privacy-notice-covers-every-field", {"what": "cards", "purpose": "a", "basis": "b"}),
        ("coventry", "policy-on-show", {"what": "office", "version": "2022-09", "found": "yes"}),
        ("coventry", "literature-line", {"name": "Leaflet", "found": "yes"}),
        ("coventry", "premises-check", {"what": "own_office", "found": "yes"}),
        ("coventry", "standards-register", {"what": "impartiality", "where": "a shelf", "found": "yes"}),
        ("coventry", "day-to-day-watch", {"found": "yes"}),
        ("rotherham", "sharing-protocol", {"version": "2025"}),
        (
            "rotherham",
            "linked-policies",
            {"what": "Information security protocol of the council", "version": "3"},
        ),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_every_register_takes_its_own_line(policy: str, slug: str, fields: dict[str, str]) -> None:
    lead = a_service(policy)
    client = signed_in(lead, MORNING)
    answer = client.post(f"/team/registers/{slug}/", typed(1, **fields))
    assert answer.status_code == 302, answer.content.decode()
    row = RegisterEntry.objects.get()
    assert (row.register, row.on) == (slug, date(2026, 11, 20))
    assert "20 Nov 2026" in client.get(f"/team/registers/{slug}/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_the_day_says_what_is_to_be_read_and_a_tick_takes_it_away() -> None:
    lead = a_service("rotherham")
    jo = a_colleague(lead)
    client = signed_in(jo, MORNING)
    assert "1 to read and acknowledge" in client.get("/").content.decode()
    assert "Our policy, version 2022-08" in client.get("/acknowledge/").content.decode()
    assert "Tick what you have read" in client.post("/acknowledge/", typed(1)).content.decode()
    (key,) = queries.to_acknowledge(jo.actor)
    sent = typed(2, read=key)
    assert client.post("/acknowledge/", sent).headers["Location"] == "/acknowledge/"
    assert "you have read all" in client.get("/acknowledge/").content.decode()
    assert "to read and acknowledge" not in client.get("/").content.decode()


def test_released_figures_are_written_down_and_owed_no_more() -> None:
    clock = Clock(MORNING)
    lead = a_service("bath-and-north-east-somerset", clock)
    assert page(lead, "figures-on-time").things == {}
    clock.forward(days=75)
    assert page(lead, "figures-on-time").things == {"2027-01": "January 2027", "2026-12": "December 2026"}
    assert page(lead, "figures-on-time").head.state is State.OVERDUE
    details = EntryDetails(on=TODAY + 75 * DAY, what="2026-12")
    assert enter(lead.actor, "figures-on-time", details) == Entered.DONE
    assert enter(lead.actor, "figures-on-time", EntryDetails(on=TODAY, what="2001-01")) == Entered.NOT_HERE
    assert page(lead, "figures-on-time").head.state is State.DUE

"""From the slip to the first working minute: invited, taken up, confirmed by a lead, and not one step sooner."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.queries import events_about
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions import people, second_step
from inconfidence.team.actions.people import NewPerson, Taken, groups_for
from inconfidence.team.models import Invitation, Person
from inconfidence.vault import persons
from inconfidence.vault.words import Group
from tests.team.people import (
    MORNING,
    PASSWORD,
    SECRET,
    Somebody,
    a_colleague,
    a_service,
    password_step,
    signed_in,
)

pytestmark = pytest.mark.django_db
ONCE = "6a1f0f5e-0000-4000-8000-00000000000{}"


def invitation(number: int = 1, **other: str) -> dict[str, str]:
    """A filled invitation form."""
    filled = {"name": "Jo Adeyemi", "title": "Adviser", "username": "Jo.Adeyemi", "role": "caseworker"}
    return filled | {"once": ONCE.format(number)} | other


def code_on(page: str) -> str:
    """The code on a printed slip."""
    found = re.search(r'slip__code">([A-Z0-9-]+)<', page)
    assert found, page
    return found.group(1)


def taking_up(on_slip: str, **other: str) -> dict[str, str]:
    """The filled form of somebody with a slip."""
    return {"username": "jo.adeyemi", "code": on_slip, "new_password": PASSWORD, "again": PASSWORD} | other


@time_machine.travel(MORNING, tick=False)
def test_a_lead_prints_a_slip_that_is_shown_once_and_kept_as_a_hash() -> None:
    client = signed_in(a_service(), MORNING)
    page = client.post("/team/invite/", invitation()).content.decode()
    code = code_on(page)
    assert "jo.adeyemi" in page
    assert "Friday 27 November 2026" in page
    row = Invitation.objects.get()
    assert code not in row.code_hash
    assert row.code_hash == people.code_hash(code.lower().replace("-", " "))
    assert "Has not used the slip yet" in client.get("/team/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_sent_twice_it_invites_once() -> None:
    client = signed_in(a_service(), MORNING)
    client.post("/team/invite/", invitation())
    again = client.post("/team/invite/", invitation(username="jo.two"))
    assert again.headers["Location"] == "/team/invite/"
    assert Person.objects.count() == 2
    assert Event.objects.filter(act="double_submit").count() == 1


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER])
@time_machine.travel(MORNING, tick=False)
def test_nobody_but_a_lead_gets_the_teams_pages(role: Role) -> None:
    lead = a_service()
    client = signed_in(a_colleague(lead, role), MORNING)
    nowhere = client.get("/nowhere/at/all/").status_code
    for path in ("/team/", "/team/invite/", f"/team/{lead.actor.person_id}/sheet/"):
        assert client.get(path).status_code == nowhere == 404
    assert client.post("/team/invite/", invitation()).status_code == 404
    assert Person.objects.count() == 2


@time_machine.travel(MORNING, tick=False)
def test_an_action_asks_again_whether_this_is_a_lead() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    new = a_colleague(lead, username="sam", confirmed=False)
    assert people.invite(jo.actor, NewPerson("x.y", "X", "Y", Role.CASEWORKER)).taken == Taken.NOT_A_LEAD
    assert people.invite_again(jo.actor, new.actor.person_id).taken == Taken.NOT_A_LEAD
    assert not people.confirm(jo.actor, new.actor.person_id)
    assert second_step.print_sheet_for(jo.actor, lead.actor.person_id) is None


@pytest.mark.parametrize("username", ["", "a", "jo adeyemi", "Jo@home", "7jo", "x" * 61])
@time_machine.travel(MORNING, tick=False)
def test_a_sign_in_name_of_other_signs_is_refused_with_what_was_expected(username: str) -> None:
    client = signed_in(a_service(), MORNING)
    page = client.post("/team/invite/", invitation(username=username)).content.decode()
    assert "Not saved yet" in page
    assert Person.objects.count() == 1


@time_machine.travel(MORNING, tick=False)
def test_a_taken_sign_in_name_is_refused_and_nothing_typed_is_lost() -> None:
    lead = a_service()
    page = signed_in(lead, MORNING).post("/team/invite/", invitation(username=lead.username)).content.decode()
    assert "rotherham.lead is not free; rotherham.lead2 is" in page
    assert 'value="Jo Adeyemi"' in page


@time_machine.travel(MORNING, tick=False)
def test_the_whole_way_in() -> None:
    lead = a_service()
    leads = signed_in(lead, MORNING)
    code = code_on(leads.post("/team/invite/", invitation()).content.decode())
    mine = Client()
    done = mine.post("/activate/", taking_up(code.lower()))
    assert done.headers["Location"] == "/sign-in/"
    person = Person.objects.get(username="jo.adeyemi")
    assert (person.state, persons.is_signed(person.id)) == ("waiting", False)
    second_step.enrol_totp(person.id, SECRET, MORNING)
    jo = Somebody(lead.actor, "jo.adeyemi")
    signed_in(jo, MORNING, mine)
    page = mine.get("/waiting/").content.decode()
    words = persons.fingerprint(person.id)
    assert words in page
    for path in ("/team/", "/account/", "/policy/", "/unfinished/"):
        assert mine.get(path).headers["Location"] == "/waiting/"
    asked = leads.get(f"/team/{person.id}/confirm/").content.decode()
    assert words in asked
    unticked = leads.post(f"/team/{person.id}/confirm/", {"once": ONCE.format(2)})
    assert "Compare the signs first" in unticked.content.decode()
    confirmed = leads.post(f"/team/{person.id}/confirm/", {"same": "on", "once": ONCE.format(3)})
    assert confirmed.headers["Location"] == "/team/"
    assert persons.is_signed(person.id)
    assert mine.get("/account/").status_code == 200
    assert mine.get("/waiting/").headers["Location"] == "/"
    assert leads.get(f"/team/{person.id}/confirm/").status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_a_slip_works_once_and_for_seven_days() -> None:
    lead = a_service()
    slip = people.invite(lead.actor, NewPerson("jo.adeyemi", "Jo", "Adviser", Role.CASEWORKER))
    late = MORNING + timedelta(days=7)
    assert people.activate("jo.adeyemi", slip.code, PASSWORD, late) == people.Activated.REFUSED
    just = late - timedelta(seconds=1)
    assert people.activate("jo.adeyemi", slip.code, PASSWORD, just) == people.Activated.DONE
    assert people.activate("jo.adeyemi", slip.code, "another password", just) == people.Activated.REFUSED
    assert persons.unlock(slip.person_id, PASSWORD) is not None


@time_machine.travel(MORNING, tick=False)
def test_a_new_slip_ends_the_old_one() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    first = code_on(client.post("/team/invite/", invitation()).content.decode())
    person = Person.objects.get(username="jo.adeyemi")
    second = code_on(client.post(f"/team/{person.id}/invite/", {"once": ONCE.format(2)}).content.decode())
    assert people.activate("jo.adeyemi", first, PASSWORD, MORNING) == people.Activated.REFUSED
    assert people.activate("jo.adeyemi", second, PASSWORD, MORNING) == people.Activated.DONE
    assert client.post(f"/team/{person.id}/invite/", {"once": ONCE.format(3)}).status_code == 404


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"code": "AAAA-BBBB-CCCC-DDDD"}, "The name or the code is not right"),
        ({"username": "nobody.here"}, "The name or the code is not right"),
        ({"new_password": "eleven char", "again": "eleven char"}, "at least 12 characters"),
        ({"again": "something else there"}, "Type the same new password twice"),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_what_is_wrong_with_taking_up_a_slip_is_said(other: dict[str, str], said: str) -> None:
    lead = a_service()
    slip = people.invite(lead.actor, NewPerson("jo.adeyemi", "Jo", "Adviser", Role.CASEWORKER))
    page = Client().post("/activate/", taking_up(slip.code, **other)).content.decode()
    assert said in page
    assert Person.objects.get(username="jo.adeyemi").state == "invited"


@time_machine.travel(MORNING, tick=False)
def test_guessing_at_a_slip_waits() -> None:
    lead = a_service()
    slip = people.invite(lead.actor, NewPerson("jo.adeyemi", "Jo", "Adviser", Role.CASEWORKER))
    client = Client()
    for _ in range(10):
        client.post("/activate/", taking_up("AAAA-BBBB-CCCC-DDDD"))
    assert "Wait" in client.post("/activate/", taking_up(slip.code)).content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_lead_prints_a_sheet_for_a_colleague_after_their_own_password() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    client = signed_in(lead, MORNING)
    path = f"/team/{jo.actor.person_id}/sheet/"
    assert "That is not your password" in client.post(path, {"password": "not this one"}).content.decode()
    page = client.post(path, {"password": PASSWORD}).content.decode()
    assert page.count("codes__number") == second_step.CODES
    assert "Use my printed sheet" in password_step(jo).get("/second-step/").content.decode()


@pytest.mark.parametrize(
    ("role", "front_desk", "groups"),
    [
        (Role.HEAD_OF_SERVICE, False, {Group.leads, Group.staff, Group.front_desk}),
        (Role.SENIOR_CASEWORKER, False, {Group.leads, Group.staff, Group.front_desk}),
        (Role.CASEWORKER, False, {Group.staff}),
        (Role.CASEWORKER, True, {Group.staff, Group.front_desk}),
        (Role.ADMINISTRATOR, False, {Group.front_desk}),
        (Role.ADMINISTRATOR, True, {Group.front_desk}),
        (Role.VOLUNTEER, True, set()),
        (Role.VOLUNTEER, False, set()),
    ],
)
def test_each_role_brings_its_keys_and_no_more(role: Role, front_desk: bool, groups: set[Group]) -> None:
    assert set(groups_for(role, front_desk)) == groups


@time_machine.travel(MORNING, tick=False)
def test_a_confirmed_second_lead_can_confirm_others() -> None:
    lead = a_service()
    second = a_colleague(lead, Role.SENIOR_CASEWORKER, "kim")
    third = a_colleague(second, Role.CASEWORKER, "sam")
    assert persons.is_signed(third.actor.person_id)


@time_machine.travel(MORNING, tick=False)
def test_a_new_slip_is_recorded_and_made_once() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.post("/team/invite/", invitation())
    person = Person.objects.get(username="jo.adeyemi")
    token = {"once": re.findall(r'name="once" value="([^"]+)"', client.get("/team/").content.decode())[-1]}
    slip = code_on(client.post(f"/team/{person.id}/invite/", token).content.decode())
    newest, _ = events_about(lead.actor.service_id, person.id, [Act.person_invited])
    assert newest.words == {"role": "caseworker", "again": "yes"}
    client.post(f"/team/{person.id}/invite/", token)
    assert Event.objects.filter(act="person_invited").count() == 2
    assert people.activate("jo.adeyemi", slip, PASSWORD, MORNING) == people.Activated.DONE


@time_machine.travel(MORNING, tick=False)
def test_without_its_token_no_slip_is_made() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    first = code_on(client.post("/team/invite/", invitation()).content.decode())
    person = Person.objects.get(username="jo.adeyemi")
    page = client.post(f"/team/{person.id}/invite/", follow=True).content.decode()
    assert "That page was out of date" in page
    assert people.activate("jo.adeyemi", first, PASSWORD, MORNING) == people.Activated.DONE


@time_machine.travel(MORNING, tick=False)
def test_only_the_head_of_service_chooses_the_leads() -> None:
    head = a_service()
    kim = a_colleague(head, Role.SENIOR_CASEWORKER, "kim")
    client = signed_in(kim, MORNING)
    page = client.get("/team/invite/").content.decode()
    assert 'value="caseworker"' in page
    for number, role in enumerate((Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER), 1):
        assert f'value="{role.value}"' not in page
        client.post("/team/invite/", invitation(number, role=role.value))
        who = NewPerson(f"sam{number}", "Sam", "Adviser", role)
        assert people.invite(kim.actor, who).taken == Taken.NOT_THEIRS
        slip = people.invite(head.actor, who)
        assert slip.taken == Taken.DONE
        assert slip.person_id
        assert people.invite_again(kim.actor, slip.person_id).taken == Taken.NOT_THEIRS
    assert not Person.objects.filter(username="jo.adeyemi").exists()


@time_machine.travel(MORNING, tick=False)
def test_a_name_taken_elsewhere_is_refused_in_the_words_of_one_taken_here() -> None:
    here, there = a_service(), a_service("coventry")
    a_colleague(there, username="jo.adeyemi")
    a_colleague(here, username="sam.bell")
    client = signed_in(here, MORNING)
    for number, name in enumerate(("jo.adeyemi", "sam.bell"), 1):
        page = client.post("/team/invite/", invitation(number, username=name)).content.decode()
        assert f"{name} is not free; {name}2 is" in page
        assert "coventry" not in page


@time_machine.travel(MORNING, tick=False)
def test_what_has_no_page_yet_is_not_offered_and_titles_are_the_services_own() -> None:
    lead = a_service("rotherham")
    client = signed_in(lead, MORNING)
    page = client.get("/team/invite/").content.decode()
    assert "volunteer" not in page.casefold()
    assert "front_desk" not in page
    assert 'name="front_desk"' not in client.get("/team/").content.decode()
    title = policies.edition("rotherham").titles["head_of_service"]
    for path in ("/team/invite/", "/team/"):
        assert f"Head of service (here: {title})" in client.get(path).content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_concern_is_taken_from_somebody_whom_no_lead_has_confirmed_yet() -> None:
    lead = a_service()
    client = signed_in(a_colleague(lead, confirmed=False), MORNING)
    assert "What are you worried about?" in client.get("/concern/").content.decode()
    sent = client.post("/concern/", {"words": "Sam has bruises.", "once": ONCE.format(1)})
    assert "Your concern is safe" in sent.content.decode()
    inbox = signed_in(lead, MORNING).get("/concerns/")
    assert "Jo Adeyemi" in inbox.content.decode()

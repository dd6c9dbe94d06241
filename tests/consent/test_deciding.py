"""Deciding with help: kept for one decision, only added to, and what a helper may hear is what was agreed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases.actions import ChildDetails, InvolvedDetails, NotAccepted, add_involved
from inconfidence.cases.queries import OpenCase, open_case_for
from inconfidence.consent.actions import (
    ConsentDetails,
    DecidingDetails,
    FormReturned,
    record_consent,
    record_deciding,
    record_form_returned,
)
from inconfidence.consent.models import Entry
from inconfidence.consent.queries import DecisionsPage, decisions_page, who_we_may_talk_to
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.queries.weighing import weigh
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock

SignIn = Callable[[Person], Client]
CANNOT = DecidingDetails(
    how="cannot",
    what="Which college",
    judged_by="Dr Amy Lowe, psychologist",
    grounds="Three visits and a storyboard, and she could not keep the choices in mind.",
    acts="Her father, as there is no deputy",
)


def an_aunt(tom: Person) -> tuple[str, UUID]:
    """A young person's own case with their aunt on it, their form back."""
    child = ChildDetails(name="Sam", year_of_birth=2008, is_the_person=True)
    reference = a_case(tom, child=child)
    record_form_returned(tom.actor, reference, FormReturned())
    aunt = add_involved(tom.actor, reference, InvolvedDetails(role="relative", name="Rosa"))
    assert isinstance(aunt, UUID)
    return reference, aunt


def page(who: Person, reference: str, decision: UUID | None = None) -> DecisionsPage:
    """The page of decisions, or of one."""
    found = decisions_page(who.actor, reference, decision)
    assert isinstance(found, DecisionsPage)
    return found


def decided(who: Person, reference: str, details: DecidingDetails, decision: UUID | None = None) -> UUID:
    """One entry written down; answers the decision."""
    found = record_deciding(who.actor, reference, details, decision=decision)
    assert isinstance(found, UUID)
    return found


def test_who_judged_it_when_why_and_who_then_acts_is_kept_for_that_decision(cast: Cast, clock: Clock) -> None:
    reference, _ = an_aunt(cast.tom)
    college = decided(cast.tom, reference, replace(CANNOT, on=date(2026, 11, 10)))
    clock.forward(minutes=1)
    bus = decided(cast.tom, reference, DecidingDetails("themselves", "Which bus"))
    one, other = page(cast.tom, reference, college).one, page(cast.tom, reference, bus).one
    assert one
    assert other
    assert (one.what, one.how) == ("Which college", "For this decision they cannot, even with help")
    line = one.lines[0]
    assert (line.on, line.judged_by, line.acts) == (date(2026, 11, 10), CANNOT.judged_by, CANNOT.acts)
    assert line.grounds == CANNOT.grounds
    assert other.how == "They decide for themselves"
    assert [each.what for each in page(cast.tom, reference).decisions] == ["Which bus", "Which college"]


def test_it_is_only_added_to(cast: Cast, clock: Clock) -> None:
    reference, aunt = an_aunt(cast.tom)
    before = Entry.objects.count()
    college = decided(cast.tom, reference, CANNOT)
    clock.forward(days=1)
    decided(cast.tom, reference, DecidingDetails("with_help", helper=str(aunt)), college)
    one = page(cast.tom, reference, college).one
    assert one
    assert (one.what, one.how) == ("Which college", "They decide for themselves, and somebody helps them")
    assert [line.helper != "" for line in one.lines] == [True, False]
    assert Entry.objects.count() == before + 2
    assert Event.objects.filter(act=Act.deciding_recorded).count() == 2


def test_a_helper_hears_what_was_agreed_and_nothing_else(cast: Cast, clock: Clock) -> None:
    reference, aunt = an_aunt(cast.tom)
    college = decided(cast.tom, reference, DecidingDetails("with_help", "Which college", helper=str(aunt)))
    one = page(cast.tom, reference, college).one
    assert one
    assert one.hears == ()
    record_consent(
        cast.tom.actor,
        reference,
        ConsentDetails(
            kind="share",
            answer="limited",
            words="Rosa may hear about college.",
            recipients=frozenset({f"person:{aunt}"}),
            purposes=frozenset({"moving_on"}),
        ),
    )
    clock.forward(hours=1)
    one = page(cast.tom, reference, college).one
    assert one
    assert ["moving to another school or stage" in line for line in one.hears] == [True]
    assert telling(cast.tom, reference, aunt, "moving_on") == "permit"
    assert telling(cast.tom, reference, aunt, "health") == "refuse"


def telling(who: Person, reference: str, person: UUID, purpose: str) -> str:
    """What telling this person about this comes to now."""
    door = open_case_for(who.actor, reference)
    assert isinstance(door, OpenCase)
    sharing = Sharing(who=f"person:{person}", telling="How it stands", need="to help", purpose=purpose)
    weighed = weigh(who.actor, door, sharing)
    assert weighed
    return weighed.outcome


def test_it_is_no_answer_of_theirs(cast: Cast) -> None:
    reference, _ = an_aunt(cast.tom)
    decided(cast.tom, reference, CANNOT)
    door = open_case_for(cast.tom.actor, reference)
    assert isinstance(door, OpenCase)
    talk = who_we_may_talk_to(door, cast.tom.actor.today())
    assert talk.no == "everybody, including the council: they have not been asked"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"what": ""}, "what"),
        ({"how": "parent"}, "how"),
        ({"judged_by": ""}, "judged_by"),
        ({"grounds": " "}, "grounds"),
        ({"acts": ""}, "acts"),
        ({"on": date(2026, 11, 21)}, "on"),
        ({"how": "with_help"}, "helper"),
        ({"how": "with_help", "helper": str(uuid4())}, "helper"),
        ({"how": "with_help", "helper": "client"}, "helper"),
        ({"whose": "young_person"}, "whose"),
        ({"whose": "mother"}, "whose"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said(cast: Cast, changes: dict[str, Any], field: str) -> None:
    reference, _ = an_aunt(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        record_deciding(cast.tom.actor, reference, replace(CANNOT, **changes))
    assert wrong.value.field == field


def test_nobody_else_writes_or_reads_it(cast: Cast) -> None:
    reference, _ = an_aunt(cast.tom)
    assert record_deciding(cast.vik.actor, reference, CANNOT) is None
    assert record_deciding(cast.tom.actor, reference, CANNOT, decision=uuid4()) is None
    assert decisions_page(cast.vik.actor, reference) is None
    assert decisions_page(cast.tom.actor, reference, uuid4()) is None


def test_on_a_parents_case_it_may_be_the_young_persons(cast: Cast) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam", year_of_birth=2008))
    decided(cast.tom, reference, replace(CANNOT, whose="young_person"))
    assert page(cast.tom, reference).decisions[0].whose == "The young person the work is about"
    assert page(cast.tom, reference).young_person


def test_a_parent_helps_her_son_on_her_own_case_and_hears_what_is_on_it(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam", year_of_birth=2008))
    address, client = f"/cases/{reference}/deciding/new/", sign_in(cast.tom)
    fields = {"what": "Which college", "how": "with_help", "helper": "client"}
    own = send(client, address, **fields, whose="own")
    assert "It is their own decision: choose somebody else who helps them in it" in text(own)
    assert send(client, address, **fields, whose="young_person").status_code == 302
    (decision,) = page(cast.tom, reference).decisions
    assert (decision.helper, decision.agreeing) == ("The person we help", False)
    shown = text(client.get(f"/cases/{reference}/deciding/{decision.id}/"))
    assert "What is on this case, for it is their own." in shown
    assert "Record what they may hear" not in shown


def test_the_pages_write_it_once_and_add_to_it(cast: Cast, clock: Clock, sign_in: SignIn) -> None:
    reference, aunt = an_aunt(cast.tom)
    client, once = sign_in(cast.tom), str(uuid4())
    fields = {"what": "Which college", "how": "cannot", "judged_by": "Dr Lowe", "acts": "Her father"}
    asked = send(client, f"/cases/{reference}/deciding/new/", **fields)
    assert "Say on what grounds, for this decision" in text(asked)
    for _ in range(2):
        came = send(client, f"/cases/{reference}/deciding/new/", once, **fields, grounds="Three visits")
        assert came.status_code == 302
    (decision,) = page(cast.tom, reference).decisions
    address = f"/cases/{reference}/deciding/{decision.id}/"
    shown = text(client.get(address))
    assert "Judged by: Dr Lowe" in shown
    assert "Who then acts: Her father" in shown
    clock.forward(minutes=1)
    assert send(client, address, how="with_help", helper=str(aunt)).status_code == 302
    assert "nothing from us yet" in text(client.get(address))
    assert "Which college" in text(client.get(f"/cases/{reference}/deciding/"))
    assert "How a decision is made: Which college" in text(client.get(f"/cases/{reference}/consent/"))

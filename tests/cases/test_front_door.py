"""From a call without a name to begun casework, in each of the five services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails
from inconfidence.cases.models import Enquiry
from inconfidence.cases.queries import OpenCase, may_begin, open_case_for
from inconfidence.consent.actions import FormReturned, record_form_returned
from inconfidence.people.models import Card
from tests.cases.family import first_contact_done, marta
from tests.cases.test_calls import NAMED
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]


def rang(who: Person, call: CallDetails) -> UUID:
    """A call that was written down."""
    taken = actions.take_call(who.actor, call)
    assert isinstance(taken, UUID)
    return taken


def outcome(who: Person, reference: str) -> str:
    """May we work in depth on this case?"""
    door = open_case_for(who.actor, reference)
    assert isinstance(door, OpenCase)
    return str(may_begin(who.actor, door).outcome)


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_from_a_call_without_a_name_to_begun_casework(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    today = cast.joan.actor.today()
    nameless = rang(
        cast.joan,
        CallDetails(
            ("ehcna_request",), "How does one ask for an assessment?", happened_on=today - timedelta(days=5)
        ),
    )
    assert not Card.objects.exists()

    named = rang(cast.joan, replace(NAMED, method="voicemail"))
    number = Enquiry.objects.get(id=nameless).reference
    assert actions.join_earlier(cast.joan.actor, named, number, asked=True) is True
    assert actions.give_enquiries(cast.maryam.actor, [named], cast.tom.id) == 1

    reference = actions.open_case(
        cast.tom.actor, marta(enquiry_id=named, statement_given_on=today, notice_given_on=today)
    )
    assert isinstance(reference, str)
    first_contact_done(cast.tom, reference)
    record_form_returned(cast.tom.actor, reference, FormReturned())

    assert outcome(cast.tom, reference) == "permit"
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    days = [entry.happened_on for entry in page.timeline if entry.kind == "note"]
    assert days[-1] == today - timedelta(days=5)
    assert Enquiry.objects.get(id=nameless).state == "ended"

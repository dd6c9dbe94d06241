"""/enquiries/<id>/join/: an earlier call without a name is joined at the caller's request, and only then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NotAccepted, NotJoined
from inconfidence.cases.models import Enquiry
from tests.cases.browser import bare, send, text
from tests.cases.family import marta
from tests.cases.test_calls import ANONYMOUS, NAMED
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]


def two_calls(who: Person, days: int = 3) -> tuple[UUID, str]:
    """An enquiry with a name, and the number of a call without one, some days before."""
    earlier = replace(ANONYMOUS, happened_on=who.actor.today() - timedelta(days=days))
    first, second = actions.take_call(who.actor, earlier), actions.take_call(who.actor, NAMED)
    assert isinstance(first, UUID)
    assert isinstance(second, UUID)
    return second, Enquiry.objects.get(id=first).reference


def seen(who: Person, enquiry_id: UUID) -> queries.EnquiryView:
    """The enquiry as this person reads it."""
    found = queries.enquiry(who.actor, enquiry_id)
    assert found is not None
    return found


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_asked_for_it_is_joined_with_its_own_day(gather: Callable[[str], Cast], slug: str) -> None:
    tom = gather(slug).tom
    enquiry_id, number = two_calls(tom)
    assert actions.join_earlier(tom.actor, enquiry_id, f" {number.lower()} ", asked=True) is True
    joined, *others = seen(tom, enquiry_id).joined
    assert not others
    assert joined.note == ANONYMOUS.note
    assert (joined.on, joined.joined_on) == (tom.actor.today() - timedelta(days=3), tom.actor.today())


def test_the_call_without_a_name_stays_as_it_was(cast: Cast) -> None:
    enquiry_id, number = two_calls(cast.tom)
    before = Enquiry.objects.get(reference=number)
    actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True)
    after = Enquiry.objects.get(reference=number)
    assert (after.version, after.record.raw, after.state) == (before.version, before.record.raw, before.state)
    assert not seen(cast.tom, after.id).named


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_unasked_it_is_finding_out_who_rang_and_refused(gather: Callable[[str], Cast], slug: str) -> None:
    tom = gather(slug).tom
    enquiry_id, number = two_calls(tom)
    came = actions.join_earlier(tom.actor, enquiry_id, number, asked=False)
    assert isinstance(came, NotJoined)
    assert came.answer.outcome == "refuse"
    assert seen(tom, enquiry_id).joined == ()
    assert Event.objects.filter(act=Act.joining_refused).count() == 1


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_two_enquiries_with_names_are_never_joined(gather: Callable[[str], Cast], slug: str) -> None:
    tom = gather(slug).tom
    enquiry_id, _ = two_calls(tom)
    other = actions.take_call(tom.actor, NAMED)
    assert isinstance(other, UUID)
    came = actions.join_earlier(tom.actor, enquiry_id, Enquiry.objects.get(id=other).reference, asked=True)
    assert isinstance(came, NotJoined)


def test_a_number_that_is_not_here_is_nobodys_to_look_for(cast: Cast) -> None:
    enquiry_id, _ = two_calls(cast.tom)
    theirs = two_calls(cast.ewa)[1]
    itself = Enquiry.objects.get(id=enquiry_id).reference
    for number in ("AAAA-AAAA", theirs, itself):
        with pytest.raises(NotAccepted) as wrong:
            actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True)
        assert wrong.value.field == "reference"


def test_nothing_is_joined_to_a_call_without_a_name(cast: Cast) -> None:
    _, number = two_calls(cast.tom)
    nameless = Enquiry.objects.get(reference=number)
    assert actions.join_earlier(cast.tom.actor, nameless.id, number, asked=True) is None
    assert actions.join_earlier(cast.tom.actor, uuid4(), number, asked=True) is None


def test_joined_twice_it_stands_once(cast: Cast) -> None:
    enquiry_id, number = two_calls(cast.tom)
    once = uuid4()
    assert actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True, once=once) is True
    with pytest.raises(AlreadyDone):
        actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True, once=once)
    assert actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True) is False
    assert len(seen(cast.tom, enquiry_id).joined) == 1


def test_on_the_case_each_call_has_its_own_day(cast: Cast) -> None:
    enquiry_id, number = two_calls(cast.tom)
    actions.join_earlier(cast.tom.actor, enquiry_id, number, asked=True)
    reference = actions.open_case(cast.tom.actor, marta(enquiry_id=enquiry_id))
    assert isinstance(reference, str)
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    today = cast.tom.actor.today()
    assert [(entry.text, entry.happened_on) for entry in page.timeline] == [
        (NAMED.note, today),
        (ANONYMOUS.note, today - timedelta(days=3)),
    ]


def test_the_pages(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    coventry = gather("coventry")
    enquiry_id, number = two_calls(coventry.tom)
    client = sign_in(coventry.tom)
    nameless = Enquiry.objects.get(reference=number).id
    assert f"Tell them the number {number}" in text(client.get(f"/enquiries/{nameless}/"))
    assert f"/enquiries/{enquiry_id}/join/" in text(client.get(f"/enquiries/{enquiry_id}/"))
    assert client.get(f"/enquiries/{enquiry_id}/join/").status_code == 200
    unasked = text(send(client, f"/enquiries/{enquiry_id}/join/", reference=number))
    for said in ('data-outcome="refuse"', "CV-STATEMENT-02b", "Nothing was joined", f'value="{number}"'):
        assert said in unasked
    assert "No call here has this number" in text(
        send(client, f"/enquiries/{enquiry_id}/join/", reference="AAAA-AAAA", asked="on")
    )
    answer = send(client, f"/enquiries/{enquiry_id}/join/", reference=number, asked="on")
    assert "Joined as they asked" in text(client.get(answer["Location"]))


def test_missing_not_mine_and_nameless_are_the_same_page(cast: Cast, sign_in: SignIn) -> None:
    enquiry_id, _ = two_calls(cast.tom)
    client = sign_in(cast.ewa)
    mine, missing = (client.get(f"/enquiries/{each}/join/") for each in (enquiry_id, uuid4()))
    assert mine.status_code == missing.status_code == 404
    assert bare(mine) == bare(missing)

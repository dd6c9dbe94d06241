"""/enquiries/voicemail/: picked up by staff alone, each time on record, every message written down once."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.queries import events_about
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails, NotAccepted
from inconfidence.cases.models import PickedUp
from tests.cases.browser import bare, send, text
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]


def picked_up(who: Person, messages: int = 2) -> UUID:
    """The answerphone, picked up by this person."""
    found = actions.pick_up(who.actor, messages)
    assert found is not None
    return found


def waiting(who: Person) -> list[int]:
    """How many messages of each picking up still wait."""
    found = queries.voicemail(who.actor)
    assert found is not None
    return [row.waiting for row in found]


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_staff_pick_it_up_and_a_volunteer_never_does(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    for who in (cast.joan, cast.tom, cast.maryam):
        assert actions.pick_up(who.actor, 0) is not None
    assert actions.pick_up(cast.vik.actor, 1) is None
    assert queries.voicemail(cast.vik.actor) is None
    assert queries.messages_waiting(cast.vik.actor) == 0
    assert Event.objects.filter(act=Act.case_refused, actor_id=cast.vik.id).count() == 2


def test_each_time_is_on_record_even_when_nothing_was_on_it(cast: Cast) -> None:
    found = picked_up(cast.joan, 0)
    event, *others = events_about(cast.service_id, found, [Act.voicemail_picked_up])
    assert not others
    assert (event.actor_id, event.words) == (cast.joan.id, {"messages": "0"})
    assert waiting(cast.tom) == [0]


def test_a_message_becomes_a_call_and_waits_no_longer(cast: Cast) -> None:
    found = picked_up(cast.joan)
    assert queries.messages_waiting(cast.tom.actor) == 2
    actions.take_call(cast.tom.actor, CallDetails(("transport",), method="voicemail", picked_up=found))
    assert waiting(cast.joan) == [1]
    assert queries.messages_waiting(cast.tom.actor) == 1


def test_one_written_elsewhere_counts_once_and_no_further(cast: Cast) -> None:
    found = picked_up(cast.joan, 1)
    assert actions.written_elsewhere(cast.tom.actor, found) is True
    assert actions.written_elsewhere(cast.tom.actor, found) is False
    assert waiting(cast.joan) == [0]
    assert actions.written_elsewhere(cast.tom.actor, uuid4()) is None
    assert actions.written_elsewhere(cast.vik.actor, found) is None


def test_another_service_hears_nothing(cast: Cast, gather: Callable[[str], Cast]) -> None:
    found = picked_up(cast.joan)
    other = gather("coventry")
    assert waiting(other.joan) == []
    assert queries.messages_waiting(other.joan.actor) == 0
    assert actions.written_elsewhere(other.joan.actor, found) is None
    actions.take_call(other.tom.actor, CallDetails(("transport",), picked_up=found))
    assert waiting(cast.joan) == [2]


@pytest.mark.parametrize("messages", [-1, 51])
def test_a_number_nobody_listened_to_is_refused(cast: Cast, messages: int) -> None:
    with pytest.raises(NotAccepted):
        actions.pick_up(cast.joan.actor, messages)
    assert not PickedUp.objects.exists()


@pytest.mark.parametrize("messages", [0, 50])
def test_nought_and_fifty_are_numbers(cast: Cast, messages: int) -> None:
    assert actions.pick_up(cast.joan.actor, messages) is not None


def test_sent_twice_it_is_written_once(cast: Cast) -> None:
    once, again = uuid4(), uuid4()
    found = actions.pick_up(cast.joan.actor, 2, once=once)
    assert found is not None
    with pytest.raises(AlreadyDone):
        actions.pick_up(cast.joan.actor, 2, once=once)
    actions.written_elsewhere(cast.joan.actor, found, once=again)
    with pytest.raises(AlreadyDone):
        actions.written_elsewhere(cast.joan.actor, found, once=again)
    assert waiting(cast.joan) == [1]


def test_what_waits_stays_in_sight_however_long_ago(cast: Cast) -> None:
    picked_up(cast.joan, 1)
    for _ in range(51):
        picked_up(cast.joan, 0)
    assert sum(waiting(cast.joan)) == 1


def test_the_page_from_picking_up_to_a_call(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.joan)
    assert "No message waits" in text(client.get("/enquiries/voicemail/"))
    assert send(client, "/enquiries/voicemail/", messages="2").status_code == 302
    found = PickedUp.objects.get().id
    page = text(client.get("/enquiries/voicemail/"))
    assert "2 of 2 to be written down" in page
    assert "Joan Petty" in page
    assert "2 messages to write down" in text(client.get("/"))
    form = text(client.get(f"/calls/new/?message={found}"))
    assert '<option value="voicemail" selected>' in form
    assert f'value="{found}"' in form
    call = {"issue": "transport", "method": "voicemail", "caller_kind": "anonymous", "message": str(found)}
    assert send(client, "/calls/new/", **call).status_code == 302
    assert send(client, f"/enquiries/voicemail/{found}/").status_code == 302
    assert "No message waits" in text(client.get("/enquiries/voicemail/"))


def test_a_message_no_page_named_is_a_call_all_the_same(cast: Cast, sign_in: SignIn) -> None:
    call = {"issue": "transport", "method": "phone", "caller_kind": "anonymous", "message": "not an id"}
    assert send(sign_in(cast.joan), "/calls/new/", **call).status_code == 302


def test_a_word_for_a_number_is_sent_back(cast: Cast, sign_in: SignIn) -> None:
    assert "Enter a whole number" in text(send(sign_in(cast.joan), "/enquiries/voicemail/", messages="some"))


def test_a_volunteer_gets_the_page_everybody_gets(cast: Cast, sign_in: SignIn) -> None:
    found = picked_up(cast.joan)
    client = sign_in(cast.vik)
    for address in ("/enquiries/voicemail/", f"/enquiries/voicemail/{found}/"):
        assert client.get(address).status_code == 404
        assert send(client, address, messages="1").status_code == 404
    mine, missing = (client.get(f"/enquiries/voicemail/{each}/") for each in (found, uuid4()))
    assert bare(mine) == bare(missing)

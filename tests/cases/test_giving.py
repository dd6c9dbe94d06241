"""/enquiries/ as a waiting list, and /enquiries/give/: a lead gives one or several to a worker."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.audit.verify import verify
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.models import Enquiry, Given
from inconfidence.duties.queries import due_for
from inconfidence.duties.words import TAKE_UP
from tests.cases.browser import send, text
from tests.cases.family import a_case, marta
from tests.cases.test_calls import ANONYMOUS, NAMED
from tests.cases.test_referrals import REFERRAL
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def waiting(who: Person, days: int = 0, cannot_wait: int | None = None) -> UUID:
    """A call with a name that waits since so many days; `cannot_wait`: beyond so many days from today."""
    today = who.actor.today()
    day = today + timedelta(days=cannot_wait) if cannot_wait is not None else None
    call = replace(NAMED, happened_on=today - timedelta(days=days), deadline_on=day)
    taken = actions.take_call(who.actor, call)
    assert isinstance(taken, UUID)
    return taken


def owed(who: Person) -> list[UUID]:
    """The enquiries this person is to take up."""
    return [duty.about for duty in due_for(who.actor) if duty.kind == TAKE_UP]


def test_given_it_opens_to_whoever_neither_took_it_nor_leads(cast: Cast) -> None:
    taken = waiting(cast.joan)
    assert queries.enquiry(cast.ewa.actor, taken) is None
    assert actions.give_enquiries(cast.maryam.actor, [taken], cast.ewa.id) == 1
    found = queries.enquiry(cast.ewa.actor, taken)
    assert found is not None
    assert (found.name, found.given_to) == ("Marta Oyelaran", "Ewa Zielińska")
    assert owed(cast.ewa) == [taken]


def test_several_at_once_and_one_event(cast: Cast) -> None:
    both = [waiting(cast.joan), waiting(cast.joan)]
    assert actions.give_enquiries(cast.maryam.actor, both, cast.tom.id) == 2
    assert sorted(owed(cast.tom)) == sorted(both)
    assert Event.objects.filter(act=Act.enquiry_given).count() == 1


def test_given_to_another_it_is_no_longer_the_firsts(cast: Cast) -> None:
    taken = waiting(cast.joan)
    actions.give_enquiries(cast.maryam.actor, [taken], cast.ewa.id)
    assert actions.give_enquiries(cast.maryam.actor, [taken], cast.ewa.id) == 0
    assert actions.give_enquiries(cast.maryam.actor, [taken], cast.tom.id) == 1
    assert (owed(cast.ewa), owed(cast.tom)) == ([], [taken])
    assert queries.enquiry(cast.ewa.actor, taken) is None


def test_only_leads_give_and_only_to_caseworkers(cast: Cast, gather: Callable[[str], Cast]) -> None:
    taken = waiting(cast.tom)
    for other in (cast.tom, cast.joan, cast.vik):
        assert actions.give_enquiries(other.actor, [taken], cast.ewa.id) is None
    for nobody in (cast.joan.id, cast.vik.id, uuid4(), gather("coventry").tom.id):
        with pytest.raises(NotAccepted) as wrong:
            actions.give_enquiries(cast.maryam.actor, [taken], nobody)
        assert wrong.value.field == "person"
    assert not Given.objects.exists()


def test_what_does_not_wait_is_passed_over(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    nameless = actions.take_call(cast.joan.actor, ANONYMOUS)
    assert isinstance(nameless, UUID)
    unshown = actions.take_referral(cast.joan.actor, REFERRAL)
    ended = waiting(cast.joan)
    actions.end_enquiry(cast.joan.actor, ended)
    for each in (nameless, unshown, ended, uuid4()):
        assert actions.give_enquiries(cast.maryam.actor, [each], cast.tom.id) == 0
    assert not Event.objects.filter(act=Act.enquiry_given).exists()


def test_a_case_or_an_end_takes_it_off_the_day(cast: Cast) -> None:
    first, second = waiting(cast.joan), waiting(cast.joan)
    actions.give_enquiries(cast.maryam.actor, [first, second], cast.tom.id)
    assert isinstance(actions.open_case(cast.tom.actor, marta(enquiry_id=first)), str)
    assert actions.end_enquiry(cast.tom.actor, second) is True
    assert owed(cast.tom) == []


def test_sent_twice_it_is_given_once(cast: Cast) -> None:
    taken, once = waiting(cast.joan), uuid4()
    actions.give_enquiries(cast.maryam.actor, [taken], cast.tom.id, once=once)
    with pytest.raises(AlreadyDone):
        actions.give_enquiries(cast.maryam.actor, [taken], cast.tom.id, once=once)


def test_what_cannot_wait_stands_first_then_the_longest_waiting(cast: Cast) -> None:
    new, old, soon, sooner = (
        waiting(cast.tom),
        waiting(cast.tom, 9),
        waiting(cast.tom, 1, 9),
        waiting(cast.tom, 0, 2),
    )
    actions.take_call(cast.tom.actor, ANONYMOUS)
    rows = queries.enquiries(cast.tom.actor)
    assert [row.id for row in rows[:4]] == [sooner, soon, old, new]
    assert rows[4].state == "ended"


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (1, True)])
def test_a_day_that_cannot_wait_has_not_passed(cast: Cast, days: int, fits: bool) -> None:
    if fits:
        waiting(cast.tom, 0, days)
        assert queries.enquiries(cast.tom.actor)[0].deadline_on is not None
        return
    with pytest.raises(NotAccepted) as wrong:
        waiting(cast.tom, 0, days)
    assert wrong.value.field == "deadline_on"


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("coventry", "age_or_capacity"),
        ("cumbria", "age_or_capacity"),
        ("blackburn-with-darwen", "age_or_capacity"),
        ("blackburn-with-darwen", "optional_detail"),
    ],
)
def test_nobody_is_sent_away_for_age_or_for_saying_little(
    gather: Callable[[str], Cast], slug: str, why: str
) -> None:
    tom = gather(slug).tom
    assert NAMED.named is not None
    taken = actions.take_call(tom.actor, replace(NAMED, named=replace(NAMED.named, caller="self")))
    assert isinstance(taken, UUID)
    came = actions.end_enquiry(tom.actor, taken, why)
    assert isinstance(came, actions.NotEnded)
    assert Enquiry.objects.get().state == "open"
    assert Event.objects.filter(act=Act.casework_refused).count() == 1


@pytest.mark.parametrize("why", ["answered", "signposted", "no_more", "no_reply"])
def test_how_it_ended_is_kept(cast: Cast, why: str) -> None:
    taken = waiting(cast.tom)
    assert actions.end_enquiry(cast.tom.actor, taken, why) is True
    found = queries.enquiry(cast.tom.actor, taken)
    assert found is not None
    assert found.ended


def test_a_reason_no_list_knows_is_refused(cast: Cast) -> None:
    with pytest.raises(NotAccepted):
        actions.end_enquiry(cast.tom.actor, waiting(cast.tom), "gossip")


def test_the_page_that_sends_a_child_away_says_no(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    tom = gather("coventry").tom
    assert NAMED.named is not None
    taken = actions.take_call(tom.actor, replace(NAMED, named=replace(NAMED.named, caller="self")))
    page = text(send(sign_in(tom), f"/enquiries/{taken}/", why="age_or_capacity"))
    assert 'data-outcome="refuse"' in page
    assert "The enquiry stays open" in page


def test_a_lead_ticks_and_gives_from_one_page(cast: Cast, sign_in: SignIn) -> None:
    both = [waiting(cast.joan, 3), waiting(cast.joan, 0, 2)]
    a_case(cast.tom)
    reference = a_case(cast.tom, take_myself=False)
    client = sign_in(cast.maryam)
    assert "/enquiries/give/" in text(client.get("/enquiries/"))
    page = text(client.get("/enquiries/give/"))
    for said in (
        "Tom Aldridge (1 open case)",
        "Ewa Zielińska (0 open cases)",
        "cannot wait beyond",
        reference,
    ):
        assert said in page
    assert (
        send(
            client, "/enquiries/give/", enquiry=[str(each) for each in both], person=str(cast.tom.id)
        ).status_code
        == 302
    )
    assert "with Tom Aldridge" in text(client.get("/enquiries/give/"))
    assert "Tom Aldridge" in text(client.get("/enquiries/"))
    assert "Tick the enquiries to give" in text(send(client, "/enquiries/give/"))
    assert "Choose from the answers shown" in text(
        send(client, "/enquiries/give/", enquiry=str(uuid4()), person=str(cast.tom.id))
    )


@pytest.mark.parametrize("who", ["tom", "joan", "vik"])
def test_nobody_else_has_that_page(cast: Cast, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(cast, who))
    assert client.get("/enquiries/give/").status_code == 404
    assert queries.unheld(getattr(cast, who).actor) == []


def test_with_nobody_waiting_the_page_says_so(cast: Cast, sign_in: SignIn) -> None:
    page = text(sign_in(cast.maryam).get("/enquiries/give/"))
    assert "Nobody is waiting" in page
    assert "Every open case has its worker" in page


def test_given_on_and_ended_the_record_still_holds(cast: Cast) -> None:
    taken = waiting(cast.joan)
    actions.give_enquiries(cast.maryam.actor, [taken], cast.tom.id)
    actions.give_enquiries(cast.maryam.actor, [taken], cast.ewa.id)
    assert verify().ok, verify()

"""Who is speaking: what each may be given under each policy, and what is not written down of a relative's call."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails, MayShow, NamedCaller, NotAccepted
from inconfidence.cases.models import Enquiry
from tests.cases.browser import send, text
from tests.cases.family import marta
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
Gather = Callable[[str], Cast]
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]
CALLER = NamedCaller(name="Ivy Marsh", phone="07700 900 123", statement_given=True)


def call(note: str = "How does transport work?", nobodys: bool = False, **caller: object) -> CallDetails:
    """A call of somebody who gave a name."""
    named = replace(CALLER, **caller)  # type: ignore[arg-type]
    return CallDetails(issues=("transport",), note=note, named=named, nobodys=nobodys)


def may_have(who: Person, **caller: object) -> list[str]:
    """General information, something about this child, work in depth: what a caller may be given."""
    taken = actions.take_call(who.actor, call(**caller))  # type: ignore[arg-type]
    assert isinstance(taken, UUID)
    found = queries.enquiry(who.actor, taken)
    assert found is not None
    return [answer.outcome for _, answer in found.may_have]


@pytest.mark.parametrize("slug", ALL_FIVE)
@pytest.mark.parametrize("relative", ["grandparent", "sibling", "other_family", "professional"])
def test_whoever_is_no_client_gets_general_information_alone(
    gather: Gather, slug: str, relative: str
) -> None:
    assert may_have(gather(slug).joan, caller=relative) == ["permit", "refuse", "refuse"]


@pytest.mark.parametrize("slug", ALL_FIVE)
@pytest.mark.parametrize("client", ["mother", "self", "special_guardian"])
def test_clients_are_told_about_the_child_everywhere(gather: Gather, slug: str, client: str) -> None:
    first, about, in_depth = may_have(gather(slug).joan, caller=client)
    assert (first, about) == ("permit", "permit")
    assert in_depth != "refuse"


@pytest.mark.parametrize(
    ("slug", "outcome"), [(slug, "refuse" if slug == "coventry" else "permit") for slug in ALL_FIVE]
)
def test_a_father_of_whom_nobody_asked_is_told_as_the_policy_has_it(
    gather: Gather, slug: str, outcome: str
) -> None:
    assert may_have(gather(slug).joan, caller="father")[1] == outcome


@pytest.mark.parametrize("order", ["lives_with", "guardianship", "responsibility"])
@pytest.mark.parametrize("who", ["father", "grandparent"])
def test_an_order_that_gives_responsibility_makes_a_client(gather: Gather, order: str, who: str) -> None:
    assert may_have(gather("coventry").joan, caller=who, order=order)[1] == "permit"


@pytest.mark.parametrize("order", ["none", "care", "limits", "other", "unknown", "prefer_not", "not_asked"])
def test_any_other_order_gives_nothing(gather: Gather, order: str) -> None:
    assert may_have(gather("coventry").joan, caller="grandparent", order=order)[1] == "refuse"


def test_a_no_to_responsibility_stands_whatever_the_order(gather: Gather) -> None:
    said = may_have(gather("coventry").joan, caller="father", responsibility="no", order="lives_with")
    assert said[1] == "refuse"


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_without_a_name_there_is_general_information(gather: Gather, slug: str) -> None:
    joan = gather(slug).joan
    taken = actions.take_call(joan.actor, CallDetails(issues=("transport",)))
    assert isinstance(taken, UUID)
    found = queries.enquiry(joan.actor, taken)
    assert found is not None
    assert [answer.outcome for _, answer in found.may_have] == ["permit", "refuse", "refuse"]


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_a_grandmother_who_names_the_child_is_refused_and_nothing_is_written(
    gather: Gather, slug: str
) -> None:
    joan = gather(slug).joan
    came = actions.take_call(joan.actor, call(caller="grandparent", child_name="Danny"))
    assert isinstance(came, MayShow)
    assert came.told is not None
    assert came.told.outcome == "refuse"
    assert not Enquiry.objects.exists()
    assert Event.objects.filter(act=Act.recording_refused).count() == 1


def test_a_grandmother_with_an_order_names_the_child(cast: Cast) -> None:
    details = call(caller="grandparent", child_name="Danny", order="lives_with")
    assert isinstance(actions.take_call(cast.joan.actor, details), UUID)


def test_what_tells_which_child_it_is_is_asked_of_a_relatives_words(cast: Cast) -> None:
    about = "Ivy Marsh asks about her grandson Danny Hollis"
    came = actions.take_call(cast.joan.actor, call(about, caller="grandparent"))
    assert isinstance(came, MayShow)
    assert came.asks
    assert any("Danny" in sign for sign in came.signs)
    assert not any("Ivy" in sign for sign in came.signs)
    said = replace(call(about, caller="grandparent", nobodys=True), asked_of=came.signs)
    assert isinstance(actions.take_call(cast.joan.actor, said), UUID)


def test_a_number_in_a_relatives_words_is_refused_until_somebody_says_whose_it_is(cast: Cast) -> None:
    about = "Ring the child on 07700 900 999"
    came = actions.take_call(cast.joan.actor, call(about, caller="grandparent"))
    assert isinstance(came, MayShow)
    assert came.told is not None
    said = replace(call(about, caller="grandparent", nobodys=True), asked_of=came.signs)
    assert isinstance(actions.take_call(cast.joan.actor, said), UUID)


def test_words_that_came_since_are_asked_of_anew(cast: Cast) -> None:
    said = replace(call("Her grandson Danny", caller="grandparent", nobodys=True), asked_of=("Kit",))
    assert isinstance(actions.take_call(cast.joan.actor, said), MayShow)


def test_a_mothers_words_are_hers(cast: Cast) -> None:
    taken = actions.take_call(
        cast.joan.actor, call("My son Danny Hollis", caller="mother", child_name="Danny")
    )
    assert isinstance(taken, UUID)


@pytest.mark.parametrize(("field", "code"), [("responsibility", "responsibility"), ("order", "court_order")])
def test_an_answer_no_list_knows_is_refused(cast: Cast, field: str, code: str) -> None:
    with pytest.raises(NotAccepted) as wrong:
        actions.take_call(cast.joan.actor, call(**{field: "gossip"}))  # type: ignore[arg-type]
    assert wrong.value.field == code


def test_a_grandmother_who_holds_responsibility_is_worked_with(gather: Gather) -> None:
    coventry = gather("coventry")
    for known in ({"responsibility": "yes"}, {"responsibility": "not_asked", "order": "lives_with"}):
        assert isinstance(
            actions.open_case(coventry.tom.actor, marta(relationship="grandparent", **known)), str
        )
    for unknown in (
        {"relationship": "grandparent"},
        {"relationship": "professional", "responsibility": "yes"},
    ):
        came = actions.open_case(coventry.tom.actor, marta(**{"responsibility": "no"} | unknown))
        assert isinstance(came, actions.NotBegun)


TYPED = {
    "issue": "transport",
    "method": "phone",
    "caller_kind": "named",
    "name": "Ivy Marsh",
    "phone": "07700 900 123",
    "caller": "grandparent",
    "child_name": "Danny",
    "note": "She worries about the bus.",
}


def test_the_page_says_no_and_keeps_what_was_typed(gather: Gather, sign_in: SignIn) -> None:
    client = sign_in(gather("coventry").joan)
    page = text(send(client, "/calls/new/", **TYPED))
    for said in ('data-outcome="refuse"', "CV-PRACTICAL-02c", "#id_child_name", "She worries about the bus."):
        assert said in page
    assert 'value="Danny"' in page
    taken = send(client, "/calls/new/", **TYPED | {"child_name": ""})
    page = text(client.get(taken["Location"]))
    assert page.count('data-may="refuse"') == 2
    assert page.count('data-may="permit"') == 1


def test_the_page_asks_of_names_in_the_words(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.joan)
    sent = TYPED | {"child_name": "", "note": "Her grandson Danny misses the bus."}
    page = text(send(client, "/calls/new/", **sent))
    assert "names nobody of the family" in page
    signs = page.split('name="asked_of" value="')[1].split('"')[0]
    said = {"nobodys": "on", "asked_of": signs.replace("&#x27;", "'")}
    assert send(client, "/calls/new/", **sent | said).status_code == 302


def test_a_childs_own_call_becomes_a_case_of_their_own(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, call(caller="self"))
    form = text(sign_in(cast.tom).get(f"/cases/new/?enquiry={taken}"))
    chosen = [
        part for part in form.split("<input")[1:] if 'name="is_the_person"' in part and " checked" in part
    ]
    assert len(chosen) == 1
    assert 'value="yes"' in chosen[0]


def test_an_order_that_limits_somebody_is_said_on_enquiry_and_case(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.tom)
    taken = actions.take_call(cast.tom.actor, call(caller="mother", order="limits"))
    assert "ask a lead before anything about the child is said" in text(client.get(f"/enquiries/{taken}/"))
    assert '<option value="limits" selected>' in text(client.get(f"/cases/new/?enquiry={taken}"))
    reference = actions.open_case(cast.tom.actor, marta(order="limits"))
    assert "ask a lead before anything about the child is said" in text(client.get(f"/cases/{reference}/"))


@pytest.mark.parametrize(
    "typed",
    ["14 Mill Lane, Flat 301", "B1 4DA 122", "Mill Cottage, Brook Lane", "2f Terrace 12345"],
)
def test_an_address_typed_as_a_phone_number_keeps_everything(cast: Cast, sign_in: SignIn, typed: str) -> None:
    page = text(send(sign_in(cast.joan), "/calls/new/", **TYPED | {"child_name": "", "phone": typed}))
    assert "nter a phone number, like" in page
    assert "She worries about the bus." in page
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "typed", ["07700 900 123", "mobile, flat 3, after 4: 07700 900 123", "Brook Lane: 0117 960 001 ext 4"]
)
def test_words_beside_a_number_are_fine(cast: Cast, sign_in: SignIn, typed: str) -> None:
    assert (
        send(sign_in(cast.joan), "/calls/new/", **TYPED | {"child_name": "", "phone": typed}).status_code
        == 302
    )


def test_a_birthday_in_the_future_keeps_everything(cast: Cast, sign_in: SignIn) -> None:
    sent = {
        "name": "Ivy Marsh",
        "is_the_person": "no",
        "issue": "transport",
        "origin": "self",
        "take_myself": "yes",
    }
    safe = {"ok_to_ring": "not_asked", "ok_voicemail": "not_asked", "year_of_birth": "2031"}
    page = text(send(sign_in(cast.tom), "/cases/new/", **sent, **safe))
    assert "Give a year from 2000 to 2026" in page
    assert 'value="2031"' in page

"""A professional's referral: nobody rings before the policy lets us; what cannot be shown is taken out again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.queries import events_about
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NamedCaller, NotAccepted, ReferralDetails, ShownDetails
from inconfidence.cases.models import Case, Enquiry, Given
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import due_for
from inconfidence.duties.words import DECLINE, TAKE_UP
from tests.cases.family import marta
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
FAMILY = NamedCaller(name="Ruth Hollis", phone="07700 900 456", caller="mother", child_name="Danny")
REFERRAL = ReferralDetails(
    referrer="Mr Pell",
    role="senco",
    organisation="Brook Lane School",
    family=FAMILY,
    issues=("ehcna_request",),
)
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]
STRICT = ["bath-and-north-east-somerset", "cumbria"]


def shown(who: Person, **changes: object) -> ShownDetails:
    """Everything that any policy asks for, with these changes."""
    whole = ShownDetails(
        form="signed",
        to_whom="Mr Pell",
        agreed_on=who.actor.today() - timedelta(days=1),
        exceptional="She cannot ring from home",
        agreed_by=who.id,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def seen(who: Person, enquiry_id: UUID) -> queries.EnquiryView:
    """The enquiry as this person reads it."""
    found = queries.enquiry(who.actor, enquiry_id)
    assert found is not None
    return found


def answered(who: Person, enquiry_id: UUID) -> str:
    """What the policy says of getting in touch."""
    referral = seen(who, enquiry_id).referral
    assert referral is not None
    return str(referral.answer.outcome)


def owed(who: Person) -> list[str]:
    """The kinds of what this person owes."""
    return [duty.kind for duty in due_for(who.actor)]


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_shown_in_full_somebody_owes_the_call(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    assert answered(cast.joan, taken) == "permit"
    assert owed(cast.tom) == [TAKE_UP]
    assert seen(cast.tom, taken).name == "Ruth Hollis"
    assert owed(cast.joan) == []


@pytest.mark.parametrize(
    ("slug", "outcome"),
    [
        ("bath-and-north-east-somerset", "refuse"),
        ("cumbria", "refuse"),
        ("coventry", "refuse"),
        ("rotherham", "refer"),
        ("blackburn-with-darwen", "refer"),
    ],
)
def test_without_evidence_nobody_owes_a_call(gather: Callable[[str], Cast], slug: str, outcome: str) -> None:
    cast = gather(slug)
    bare = replace(REFERRAL, shown=shown(cast.tom, form=""))
    taken = actions.take_referral(cast.joan.actor, bare)
    assert answered(cast.joan, taken) == outcome
    assert not Duty.objects.filter(kind=TAKE_UP).exists()
    assert not Given.objects.exists()


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_a_yes_after_the_details_were_passed_on_is_refused_everywhere(
    gather: Callable[[str], Cast], slug: str
) -> None:
    cast = gather(slug)
    today = cast.joan.actor.today()
    late = replace(
        REFERRAL,
        passed_on=today - timedelta(days=2),
        shown=shown(cast.tom, agreed_on=today - timedelta(days=1)),
    )
    taken = actions.take_referral(cast.joan.actor, late)
    assert answered(cast.joan, taken) == "refuse"
    assert seen(cast.joan, taken).name == "Ruth Hollis"


@pytest.mark.parametrize("missing", [{"exceptional": ""}, {"agreed_by": None}])
@pytest.mark.parametrize("slug", STRICT)
def test_why_it_is_exceptional_and_who_agreed_are_both_needed(
    gather: Callable[[str], Cast], slug: str, missing: dict[str, object]
) -> None:
    cast = gather(slug)
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom, **missing)))
    assert answered(cast.joan, taken) == "refuse"


@pytest.mark.parametrize("slug", STRICT)
def test_a_meeting_of_several_services_is_no_shortcut(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    bare = replace(REFERRAL, origin="early_help", shown=shown(cast.tom, form=""))
    assert answered(cast.joan, actions.take_referral(cast.joan.actor, bare)) == "refuse"


@pytest.mark.parametrize("slug", STRICT)
def test_whoever_took_it_owes_closing_it_until_more_is_shown(
    gather: Callable[[str], Cast], slug: str
) -> None:
    cast = gather(slug)
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom, form="")))
    assert owed(cast.joan) == [DECLINE]
    came = actions.show_agreement(cast.joan.actor, taken, shown(cast.tom), version=1)
    assert came is not None
    assert came.outcome == "permit"
    assert owed(cast.joan) == []
    assert owed(cast.tom) == [TAKE_UP]


def test_what_is_shown_reaches_everybody_who_reads_it(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    actions.show_agreement(cast.maryam.actor, taken, shown(cast.tom, to_whom="the head"), version=1)
    for reader in (cast.joan, cast.tom, cast.maryam):
        found = seen(reader, taken).referral
        assert found is not None
        assert found.to_whom == "the head"
    assert queries.enquiry(cast.ewa.actor, taken) is None


def test_what_no_longer_lets_us_ring_takes_the_call_off_the_day(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    actions.show_agreement(cast.joan.actor, taken, shown(cast.tom, agreed_on=None), version=1)
    assert owed(cast.tom) == []


def test_a_page_that_is_out_of_date_overwrites_nothing(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, REFERRAL)
    actions.show_agreement(cast.joan.actor, taken, shown(cast.tom), version=1)
    with pytest.raises(NotAccepted) as wrong:
        actions.show_agreement(cast.maryam.actor, taken, shown(cast.ewa), version=1)
    assert wrong.value.field == "version"
    assert answered(cast.joan, taken) == "permit"


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_declined_nothing_about_the_family_is_left(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    unshown = ShownDetails(to_whom="Ruth's sister", exceptional="Ruth has no phone")
    told = replace(REFERRAL, note="Ruth is on her own with Danny", shown=unshown)
    taken = actions.take_referral(cast.joan.actor, told)
    assert actions.decline_referral(cast.joan.actor, taken, "Nothing was shown") is True
    for reader in (cast.joan, cast.maryam):
        found = seen(reader, taken)
        assert found.referral is not None
        assert (found.referral.referrer, found.referral.declined_because) == ("Mr Pell", "Nothing was shown")
        assert (found.name, found.phone, found.child_name, found.note) == ("", "", "", "")
        assert (found.referral.to_whom, found.referral.exceptional) == ("", "")
        assert found.referral.declined_on == cast.joan.actor.today()
    assert owed(cast.joan) == []
    assert [row.declined for row in queries.enquiries(cast.joan.actor)] == [True]


def test_what_may_be_followed_is_not_declined(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    assert actions.decline_referral(cast.joan.actor, taken, "A slip") is False
    assert seen(cast.joan, taken).name == "Ruth Hollis"


def test_a_call_is_no_referral_and_others_have_none(cast: Cast) -> None:
    call = actions.CallDetails(issues=("transport",), named=FAMILY)
    taken = actions.take_call(cast.joan.actor, call)
    assert isinstance(taken, UUID)
    for enquiry_id in (taken, uuid4()):
        assert actions.show_agreement(cast.joan.actor, enquiry_id, ShownDetails(), version=1) is None
        assert actions.decline_referral(cast.joan.actor, enquiry_id, "A slip") is None
    referred = actions.take_referral(cast.joan.actor, REFERRAL)
    assert actions.decline_referral(cast.ewa.actor, referred, "A slip") is None


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_no_case_is_opened_for_a_family_that_nobody_may_ring(
    gather: Callable[[str], Cast], slug: str
) -> None:
    cast = gather(slug)
    taken = actions.take_referral(cast.tom.actor, REFERRAL)
    came = actions.open_case(cast.tom.actor, marta(enquiry_id=taken, origin="referral"))
    assert isinstance(came, actions.NotBegun)
    assert came.answer.question == "may_contact"
    assert not Case.objects.exists()
    assert Event.objects.filter(act=Act.casework_refused).count() == 1


def test_a_family_that_may_be_rung_becomes_a_case_of_whoever_took_it_up(
    gather: Callable[[str], Cast],
) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    reference = actions.open_case(cast.tom.actor, marta(enquiry_id=taken, origin="referral"))
    assert isinstance(reference, str)
    assert Enquiry.objects.get().state == "case"
    assert TAKE_UP not in owed(cast.tom)
    assert queries.enquiry(cast.tom.actor, taken) is None


@pytest.mark.parametrize(
    ("field", "details"),
    [
        ("referrer", replace(REFERRAL, referrer=" ")),
        ("role", replace(REFERRAL, role="gossip")),
        ("origin", replace(REFERRAL, origin="self")),
        ("name", replace(REFERRAL, family=replace(FAMILY, name=""))),
        ("issues", replace(REFERRAL, issues=())),
        ("form", replace(REFERRAL, shown=ShownDetails(form="gossip"))),
        ("agreed_by", replace(REFERRAL, shown=ShownDetails(agreed_by=uuid4()))),
        ("exceptional", replace(REFERRAL, shown=ShownDetails(exceptional="x" * 301))),
    ],
)
def test_what_does_not_fit_is_said(cast: Cast, field: str, details: ReferralDetails) -> None:
    with pytest.raises(NotAccepted) as wrong:
        actions.take_referral(cast.joan.actor, details)
    assert wrong.value.field == field
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("field", ["passed_on", "agreed_on"])
def test_a_day_that_has_not_come_is_refused(cast: Cast, field: str) -> None:
    tomorrow = cast.joan.actor.today() + timedelta(days=1)
    late = {"passed_on": replace(REFERRAL, passed_on=tomorrow)}
    late["agreed_on"] = replace(REFERRAL, shown=ShownDetails(agreed_on=tomorrow))
    with pytest.raises(NotAccepted) as wrong:
        actions.take_referral(cast.joan.actor, late[field])
    assert wrong.value.field == field


def test_a_form_sent_twice_is_written_once(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    first, second, third = uuid4(), uuid4(), uuid4()
    joan = cast.joan.actor
    taken = actions.take_referral(joan, REFERRAL, once=first)
    with pytest.raises(AlreadyDone):
        actions.take_referral(joan, REFERRAL, once=first)
    actions.show_agreement(joan, taken, ShownDetails(), version=1, once=second)
    with pytest.raises(AlreadyDone):
        actions.show_agreement(joan, taken, ShownDetails(), version=1, once=second)
    actions.decline_referral(joan, taken, "Nothing was shown", once=third)
    with pytest.raises(AlreadyDone):
        actions.decline_referral(joan, taken, "Nothing was shown", once=third)


def test_what_was_asked_is_on_record_with_its_clauses(gather: Callable[[str], Cast]) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, REFERRAL)
    event, *others = events_about(cast.service_id, taken, [Act.referral_taken])
    assert not others
    assert event.words["outcome"] == "refuse"
    assert "cu-2.1c" in event.words.values()

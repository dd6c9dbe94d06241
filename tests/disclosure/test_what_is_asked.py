"""Each fact comes from its own answer, and the ledger shows what stood behind an act."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Chosen, Doing, Sharing, danger_of, risk_entry
from inconfidence.disclosure.forms.question import ShareForm
from inconfidence.disclosure.models import Danger
from inconfidence.duties.models import Duty
from inconfidence.editions.actions import end_inspection, open_inspection
from inconfidence.policy.standing.risk import risk_standing
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, page_of, words

pytestmark = pytest.mark.django_db
WORRY = {"who": "other", "kind": "social_worker", "danger": "yes", "risk_to": "child"}


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def card(person: Person, reference: str, sharing: Sharing) -> queries.AskedView:
    came = actions.ask(person.actor, reference, sharing)
    assert isinstance(came, actions.Asked)
    page = queries.share_page(person.actor, reference, came.question_id)
    assert isinstance(page, queries.SharePage)
    assert page.asked is not None
    return page.asked


def test_why_it_is_unsafe_is_asked_for_only_then(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    worry = WORRY | {"belief": "wondering"}

    without = asked(tom, family, **worry, spoken_to="unsafe", grounds="There were bruises.")
    reasoned = asked(tom, family, **worry, spoken_to="unsafe", why_unsafe="He would take it out on Sam.")

    assert "Say in a few words why it is not safe" in words(without)
    assert "data-outcome" in words(reasoned)


def test_what_was_seen_is_no_reason_for_not_speaking(clock: Clock) -> None:
    said = Sharing(risk_to="child", belief="believed", grounds="There were bruises.", spoken_to="unsafe")

    bare = risk_standing([risk_entry(clock(), danger_of(said))])
    reasoned = risk_standing([risk_entry(clock(), danger_of(replace(said, why_unsafe="He listens in.")))])

    assert (bare.belief, bare.spoken_to) == ("believed", "no")
    assert reasoned.spoken_to == "unsafe"


def test_an_inspector_inspects_something(cast: Cast, family: Family, sign_in: SignIn) -> None:
    page = asked(sign_in(cast.tom), family, who="other", kind="inspector")

    assert "Choose what the inspector inspects" in words(page)


@pytest.mark.parametrize(
    ("inspects", "opened", "closed", "says"),
    [
        ("council", None, None, "no inspection of the"),
        ("council", date(2026, 11, 2), date(2026, 11, 13), "has ended"),
        ("school", date(2026, 11, 16), None, "an inspection of a school opens none"),
    ],
)
def test_the_register_says_which_inspection_runs(
    gather: Callable[[str], Cast],
    clock: Clock,
    inspects: str,
    opened: date | None,
    closed: date | None,
    says: str,
) -> None:
    service = gather("blackburn-with-darwen")
    reference = a_family(service.tom).reference
    if opened:
        open_inspection(service.service_id, service.maryam.id, opened, clock())
    if closed:
        end_inspection(service.service_id, service.maryam.id, closed, clock())

    shown = card(service.tom, reference, Sharing(who="inspector", inspects=inspects, telling="x", need="y"))

    assert shown.answer.outcome == "refuse"
    assert says in shown.answer.heading


def test_an_item_without_a_reason_bears_on_nothing_we_know(cast: Cast, family: Family) -> None:
    sharing = Sharing(
        who=f"person:{family.senco}", purpose="annual_review", chosen=(Chosen(family.item, ""),)
    )

    shown = card(cast.tom, family.reference, sharing)

    assert shown.answer.outcome == "refuse"
    assert "leave_out_irrelevant" in [step.kind for step in shown.answer.steps]


def test_asking_alone_puts_nothing_on_the_record_of_danger(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)

    only_asked = asked(tom, family, **WORRY, belief="wondering", spoken_to="no")
    assert not Danger.objects.exists()
    asked(tom, family, **WORRY, belief="wondering", grounds="Sam hides.", spoken_to="no")

    assert "data-outcome" in words(only_asked)
    assert Danger.objects.count() == 1


def test_no_day_is_made_up_for_what_is_owed(cast: Cast, family: Family) -> None:
    sharing = Sharing(
        who="social_worker", telling="What Sam said", need="to protect Sam", risk_to="child",
        belief="believed", grounds="There were bruises.",
    )  # fmt: skip
    shown = card(cast.tom, family.reference, sharing)
    told = dict.fromkeys(actions.in_words(shown.answer.duties), "As said.")

    actions.share(
        cast.tom.actor,
        family.reference,
        sharing,
        Doing("telephone", cast.tom.actor.today(), told),
        shown=shown.digest,
    )

    owed = Duty.objects.filter(owed_by_id=cast.tom.id, about_kind="case").exclude(kind="consent_review")
    assert {(duty.when, duty.due_on) for duty in owed} == {("same_day", cast.tom.actor.today())}


def test_the_ledger_shows_what_stood_behind_it(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    service = gather("rotherham")
    reference = a_family(service.tom).reference
    order = Sharing(
        who="court", telling="The notes of May", need="it names them", law="order", law_named="Order 1"
    )
    put = actions.ask_lead(service.tom.actor, reference, order)
    assert isinstance(put, actions.LeadAsked)
    actions.open_to_decide(service.maryam.actor, reference, put.question_id)
    actions.decide_as_lead(
        service.maryam.actor, reference, put.question_id, agreed=True, reason="I read the seal."
    )
    shown = card(service.tom, reference, order)
    told = dict.fromkeys(actions.in_words(shown.answer.duties), "Seen with its seal.")
    actions.share(
        service.tom.actor,
        reference,
        order,
        Doing("letter", service.tom.actor.today(), told),
        shown=shown.digest,
    )

    page = words(page_of(sign_in(service.tom), f"/cases/{reference}/ledger/"))

    for said in (
        "it names them",
        "Order 1",
        "Seen with its seal.",
        "Maryam Sesay decided yes",
        "I read the seal.",
    ):
        assert said in page, said


def test_rare_questions_are_folded_and_the_matter_agreed_to_is_chosen(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    page = words(page_of(sign_in(cast.tom), f"/cases/{family.reference}/share/"))

    assert page.count('<details class="govuk-details" open>') == 0
    assert '<option value="annual_review" selected>' in page
    assert '<option value="">Choose</option>' in page
    assert list(ShareForm.folded) == [
        title for title in ShareForm.folded if title in page.replace("&#x27;", "'")
    ]

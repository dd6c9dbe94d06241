"""Asking and sharing through the actions: what the rows know decides, and every outcome leaves its record."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.audit.record import AlreadyDone
from inconfidence.audit.verify import verify
from inconfidence.cases.actions import NotAccepted, NoteDetails, add_note
from inconfidence.cases.queries import OpenCase, open_case_for
from inconfidence.consent.actions import ConsentDetails, record_consent
from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Chosen, Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.duties.queries import due_for
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actions.registers import EntryDetails, enter
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import SERVICES, a_family

pytestmark = pytest.mark.django_db


def to_school(item: str, senco: str) -> Sharing:
    return Sharing(
        who=f"person:{senco}",
        purpose="annual_review",
        chosen=(Chosen(item, "to plan the morning of the review"),),
    )


def answer_to(person: Person, reference: str, sharing: Sharing) -> queries.AskedView:
    asked = actions.ask(person.actor, reference, sharing)
    assert isinstance(asked, actions.Asked)
    page = queries.share_page(person.actor, reference, asked.question_id)
    assert isinstance(page, queries.SharePage)
    assert page.asked is not None
    return page.asked


def a_day(person: Person, **words: str) -> Doing:
    return Doing(how="telephone", on=person.actor.today(), words=words)


def acts(person: Person, reference: str) -> list[Act]:
    door = open_case_for(person.actor, reference, look=None)
    assert isinstance(door, OpenCase)
    return [event.act for event in events_about(person.actor.service_id, door.case_id)]


def after_a_minute(clock: Clock) -> None:
    clock.forward(minutes=1)


@pytest.mark.parametrize("slug", SERVICES)
def test_what_was_agreed_for_the_school_goes_to_the_school_and_writes_itself_down(
    gather: Callable[[str], Cast], clock: Clock, slug: str
) -> None:
    tom = gather(slug).tom
    reference, item, senco = a_family(tom)
    after_a_minute(clock)

    shown = answer_to(tom, reference, to_school(item, senco))
    came = actions.share(tom.actor, reference, shown.sharing, a_day(tom), shown=shown.digest)

    assert shown.answer.outcome == Outcome.PERMIT, shown.answer
    assert isinstance(came, actions.Shared)
    book = queries.ledger(tom.actor, reference)
    assert isinstance(book, queries.Ledger)
    assert [line.told for line in book.lines] == ["SENCO – Kit Vale, Brook Lane School"]
    assert "to plan the morning of the review" in book.lines[0].items[0]
    assert book.lines[0].clauses
    assert Act.disclosure_made in acts(tom, reference)
    assert verify().ok


@pytest.mark.parametrize("slug", SERVICES)
def test_the_council_hears_nothing_of_what_was_agreed_for_the_school(
    gather: Callable[[str], Cast], clock: Clock, slug: str
) -> None:
    tom = gather(slug).tom
    reference, item, _ = a_family(tom)
    after_a_minute(clock)
    sharing = Sharing(who="la_send_officer", purpose="annual_review", chosen=(Chosen(item, "they asked"),))

    shown = answer_to(tom, reference, sharing)
    came = actions.share(tom.actor, reference, sharing, a_day(tom), shown=shown.digest)

    assert shown.answer.outcome == Outcome.REFUSE
    assert shown.answer.clauses
    assert isinstance(came, actions.Changed)
    assert not Disclosure.objects.exists()
    assert Act.disclosure_refused in acts(tom, reference)


def test_a_no_in_between_stops_what_was_a_yes_on_the_screen(cast: Cast, clock: Clock) -> None:
    reference, item, senco = a_family(cast.tom)
    after_a_minute(clock)
    shown = answer_to(cast.tom, reference, to_school(item, senco))
    after_a_minute(clock)
    record_consent(
        cast.tom.actor,
        reference,
        ConsentDetails(kind="share", answer="withdrawn", words="I changed my mind."),
    )
    after_a_minute(clock)

    came = actions.share(cast.tom.actor, reference, shown.sharing, a_day(cast.tom), shown=shown.digest)

    assert isinstance(came, actions.Changed)
    assert not Disclosure.objects.exists()


def test_what_is_sent_twice_is_written_once(cast: Cast, clock: Clock) -> None:
    reference, item, senco = a_family(cast.tom)
    after_a_minute(clock)
    shown = answer_to(cast.tom, reference, to_school(item, senco))
    token = uuid4()

    actions.share(cast.tom.actor, reference, shown.sharing, a_day(cast.tom), shown=shown.digest, once=token)
    with pytest.raises(AlreadyDone):
        actions.share(
            cast.tom.actor, reference, shown.sharing, a_day(cast.tom), shown=shown.digest, once=token
        )

    assert Disclosure.objects.count() == 1


def a_child_in_danger() -> Sharing:
    return Sharing(
        who="social_worker",
        purpose="keeping_safe",
        telling="What Sam said about the bruises",
        need="to protect Sam",
        risk_to="child",
        belief="believed",
        grounds="Sam said it hurts at home, and there were bruises.",
    )


@pytest.mark.parametrize("slug", SERVICES)
def test_a_child_in_danger_goes_through_and_the_duties_of_the_day_are_owed(
    gather: Callable[[str], Cast], slug: str
) -> None:
    tom = gather(slug).tom
    reference = a_case(tom)

    shown = answer_to(tom, reference, a_child_in_danger())
    words = dict.fromkeys(actions.in_words(shown.answer.duties), "As I told the social worker.")
    came = actions.share(tom.actor, reference, shown.sharing, a_day(tom, **words), shown=shown.digest)

    assert shown.answer.outcome == Outcome.PERMIT, shown.answer
    assert isinstance(came, actions.Shared)
    today = {duty.kind for duty in due_for(tom.actor) if duty.due_on == tom.actor.today()}
    assert {duty.kind for duty in shown.answer.duties if duty.when == "same_day"} <= today
    assert Act.danger_entered in acts(tom, reference)


def test_a_duty_that_asks_for_words_is_not_skipped(cast: Cast) -> None:
    reference = a_case(cast.tom)
    shown = answer_to(cast.tom, reference, a_child_in_danger())
    assert actions.in_words(shown.answer.duties)

    with pytest.raises(NotAccepted):
        actions.share(cast.tom.actor, reference, shown.sharing, a_day(cast.tom), shown=shown.digest)

    assert not Disclosure.objects.exists()


def test_who_may_not_open_the_case_may_not_ask_about_it(cast: Cast) -> None:
    reference, item, senco = a_family(cast.tom)

    assert actions.ask(cast.ewa.actor, reference, to_school(item, senco)) is None
    assert queries.ledger(cast.ewa.actor, reference) is None
    assert not Question.objects.exists()


def test_another_service_has_no_such_case(gather: Callable[[str], Cast]) -> None:
    here, there = gather("rotherham"), gather("coventry")
    reference, item, senco = a_family(here.tom)

    for person in (there.maryam, there.tom):
        assert actions.ask(person.actor, reference, to_school(item, senco)) is None
        assert queries.share_page(person.actor, reference) is None
        assert queries.ledger(person.actor, reference) is None
    assert not Question.objects.exists()


def test_only_notes_of_this_very_case_are_chosen(cast: Cast, clock: Clock) -> None:
    reference, _, senco = a_family(cast.tom)
    other = a_case(cast.tom, name="Somebody Else")
    foreign = str(add_note(cast.tom.actor, other, NoteDetails("Of another family.")))
    after_a_minute(clock)

    shown = answer_to(cast.tom, reference, to_school(foreign, senco))

    assert shown.chosen == ()


@pytest.mark.parametrize(
    ("slug", "version", "cited"),
    [
        ("rotherham", "2025", "Rotherham children’s information-sharing protocol, version 2025"),
        ("rotherham", "", ""),
        ("cumbria", "2025", ""),
    ],
)
def test_work_with_others_cites_the_protocol_that_the_policy_names(
    gather: Callable[[str], Cast], clock: Clock, slug: str, version: str, cited: str
) -> None:
    cast = gather(slug)
    name = "Rotherham children’s information-sharing protocol"
    if version:
        enter(
            cast.maryam.actor,
            "sharing-protocol",
            EntryDetails(on=cast.maryam.actor.today(), what=name, version=version),
        )
    reference, item, senco = a_family(cast.tom)
    after_a_minute(clock)
    shown = answer_to(cast.tom, reference, to_school(item, senco))
    actions.share(cast.tom.actor, reference, shown.sharing, a_day(cast.tom), shown=shown.digest)
    book = queries.ledger(cast.tom.actor, reference)
    assert isinstance(book, queries.Ledger)
    assert dict(book.lines[0].why).get("The sharing protocol", "") == cited

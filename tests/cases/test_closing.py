"""Closing a case with what came of it, and opening it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from uuid import UUID, uuid4

import pytest

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import ClosingDetails, MeetingDetails, NotAccepted, NotBegun, NoteDetails
from inconfidence.cases.models import Allocation, Case, Closing, Item
from inconfidence.cases.queries.beginning import level_now
from inconfidence.cases.queries.closing_page import ClosingView, close_page, reopen_page
from inconfidence.cases.queries.meetings import MeetingPage
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.consent.queries import standing
from inconfidence.disclosure.actions.asking import enter_danger
from inconfidence.disclosure.facts import Sharing
from inconfidence.duties.actions import owe
from inconfidence.duties.queries import due_about, due_for
from tests.cases.family import a_case
from tests.cases.test_beginning import TOLD, door, write
from tests.cast import Cast, Person
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]
DONE = ClosingDetails(outcomes=("needs_met",), issue="annual_review")
YES = ConsentDetails(kind="share", answer="given", words="Yes.", purposes=frozenset({"annual_review"}))
BATH = "bath-and-north-east-somerset"


def closed(who: Person, reference: str, details: ClosingDetails = DONE) -> UUID:
    """The case, closed."""
    came = actions.close_case(who.actor, reference, details)
    assert isinstance(came, UUID), came
    return came


def consent(who: Person, reference: str) -> str:
    """How a yes to the SENCO stands for its review: current, overdue or reopened."""
    found = standing(
        door(who, reference),
        recipient="senco",
        body="body:setting",
        purpose="annual_review",
        items=frozenset(),
        moment=who.actor.now(),
    )
    return f"{found.consent} {found.consent_review}"


@pytest.fixture
def bath(gather: Gather) -> Cast:
    """A service whose first contact asks for nothing before the first case can be closed."""
    return gather(BATH)


def test_a_case_is_closed_with_what_came_of_it(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    assert Case.objects.get().state == "closed"
    page = reopen_page(bath.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    (view,) = page.closings
    assert (view.by, view.outcomes) == ("Tom Aldridge", ("They have the information and advice they needed",))
    assert page.identity.status == "Closed"


def test_keys_and_allocations_stay(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    assert Allocation.objects.filter(ended_at__isnull=True).count() == 1
    assert isinstance(queries.case_page(bath.tom.actor, reference), queries.CaseView)


def test_what_keeping_rests_on_is_written_in_words_and_no_day_is_set(bath: Cast) -> None:
    reference = a_case(bath.tom)
    details = replace(DONE, in_care="yes", supervision_order="no", holds=("tribunal",), died="other")
    closed(bath.tom, reference, replace(details, reason="deceased", born_on=date(2016, 2, 29)))
    page = reopen_page(bath.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    rests = page.closings[0].rests_on
    assert rests.lines == (
        "Closed on Friday 20 November 2026",
        "The child was born on Monday 29 February 2016",
        "Died: the day is not known",
        "The child was in care at some time while we worked with them",
        "The child was not under a supervision order",
        "Kept for now: a tribunal or court case",
    )
    assert rests.periods == (
        "Casework is kept under the council’s own records retention policy. (Section 4.4)",
        "For a child in care, records are destroyed 75 years after the 18th birthday. (Section 4.4)",
        "Ordinary parent-support records are destroyed 12 years after the case closes. (Section 4.4)",
    )


def test_a_year_of_birth_alone_is_enough(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    page = reopen_page(bath.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    assert "The child was born in 2016" in page.closings[0].rests_on.lines


def test_a_policy_without_a_period_names_none(gather: Gather) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    write(rotherham.tom, reference, TOLD)
    closed(rotherham.tom, reference)
    page = reopen_page(rotherham.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    assert page.closings[0].rests_on.periods == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("outcomes", {"outcomes": ()}),
        ("outcomes", {"outcomes": ("happily ever after",)}),
        ("reason", {"reason": "bored"}),
        ("level", {"level": "0"}),
        ("issue", {"issue": ""}),
        ("in_care", {"in_care": "perhaps"}),
        ("supervision_order", {"supervision_order": "perhaps"}),
        ("holds", {"holds": ("a feeling",)}),
        ("closed_on", {"closed_on": date(2026, 11, 21)}),
        ("closed_on", {"closed_on": date(1999, 1, 1)}),
        ("born_on", {"born_on": date(2027, 1, 1)}),
        ("died_on", {"died_on": date(2027, 1, 1)}),
        ("undone", {"undone": "x" * 301}),
        ("words", {"words": "x" * 100_001}),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_closed(
    bath: Cast, field: str, changes: dict[str, object]
) -> None:
    reference = a_case(bath.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.close_case(bath.tom.actor, reference, replace(DONE, **changes))  # type: ignore[arg-type]
    assert wrong.value.field == field
    assert Case.objects.get().state == "open"


def test_a_closed_case_is_not_closed_again(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    with pytest.raises(NotAccepted):
        actions.close_case(bath.tom.actor, reference, DONE)
    assert Closing.objects.count() == 1


def test_sent_twice_it_is_closed_once(bath: Cast) -> None:
    reference, once = a_case(bath.tom), uuid4()
    actions.close_case(bath.tom.actor, reference, DONE, once=once)
    actions.reopen_case(bath.tom.actor, reference)
    with pytest.raises(AlreadyDone):
        actions.close_case(bath.tom.actor, reference, DONE, once=once)


def test_first_contact_is_finished_before_the_case_is(cast: Cast) -> None:
    reference = a_case(cast.tom)
    came = actions.close_case(cast.tom.actor, reference, DONE)
    assert isinstance(came, NotBegun)
    assert [step.kind for step in came.answer.steps] == ["ask_consent_question"]
    record_consent(cast.tom.actor, reference, YES)
    closed(cast.tom, reference)


def test_who_cannot_be_reached_any_more_is_closed_with_a_word_why(cast: Cast) -> None:
    reference = a_case(cast.tom)
    lost = replace(DONE, reason="no_reply_after_tries", outcomes=("unknown",))
    with pytest.raises(NotAccepted) as wrong:
        actions.close_case(cast.tom.actor, reference, lost)
    assert wrong.value.field == "undone"
    closed(cast.tom, reference, replace(lost, undone="Five calls, no answer"))


def test_a_believed_danger_is_never_closed_empty(bath: Cast) -> None:
    from django.db import transaction

    reference = a_case(bath.tom)
    danger = Sharing(who="role:social_worker", risk_to="child", belief="believed", grounds="Marks on his arm")
    with transaction.atomic():
        enter_danger(bath.tom.actor, door(bath.tom, reference), danger)
    with pytest.raises(NotAccepted) as wrong:
        actions.close_case(bath.tom.actor, reference, DONE)
    assert wrong.value.field == "undone"
    closed(bath.tom, reference, replace(DONE, undone="Passed to social care on 12 November"))


def test_what_is_owed_before_closing_comes_first(bath: Cast) -> None:
    reference = a_case(bath.tom)
    owe(
        bath.tom.actor, "copy_to_service_user", "case", door(bath.tom, reference).case_id, None,
        owed_by=bath.tom.id, when="before_closing",
    )  # fmt: skip
    with pytest.raises(NotAccepted):
        actions.close_case(bath.tom.actor, reference, DONE)


def test_a_higher_level_waits_for_a_yes_to_casework(gather: Gather) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    write(rotherham.tom, reference, TOLD)
    came = actions.close_case(rotherham.tom.actor, reference, replace(DONE, level="3"))
    assert isinstance(came, NotBegun)
    assert [step.kind for step in came.answer.steps] == ["chase_form"]
    record_form_returned(rotherham.tom.actor, reference, FormReturned())
    closed(rotherham.tom, reference, replace(DONE, level="3"))
    assert level_now(door(rotherham.tom, reference)) == "3"


def test_what_is_due_ends_with_the_case_or_stays_as_the_worker_says(bath: Cast) -> None:
    reference = a_case(bath.tom)
    case = door(bath.tom, reference).case_id
    for kind in ("consent_review", "speak_to_person"):
        owe(bath.tom.actor, kind, "case", case, date(2026, 12, 1), owed_by=bath.tom.id)
    closed(bath.tom, reference, replace(DONE, settle_rest=False))
    assert [duty.kind for duty in due_about(bath.tom.actor, case)] == ["speak_to_person"]


def test_the_main_matter_can_be_put_right_at_the_end(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference, replace(DONE, issue="transport"))
    page = queries.case_page(bath.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert page.issues == ("Home-to-school transport",)


def test_opened_again_the_closing_keeps_who_and_when(bath: Cast, clock: Clock) -> None:
    reference = a_case(bath.tom)
    record_consent(bath.tom.actor, reference, YES)
    clock.forward(hours=1)
    closed(bath.tom, reference)
    clock.forward(days=30)
    assert actions.reopen_case(bath.tom.actor, reference, "She rang again") is True
    closing = Closing.objects.get()
    assert (closing.reopened_at, closing.reopened_by_id) == (clock(), bath.tom.id)
    assert Case.objects.get().state == "open"
    assert [duty.kind for duty in due_for(bath.tom.actor)] == ["consent_after_reopening"]


def test_what_was_agreed_before_does_not_revive(bath: Cast, clock: Clock) -> None:
    reference = a_case(bath.tom)
    record_consent(bath.tom.actor, reference, YES)
    clock.forward(hours=1)
    assert consent(bath.tom, reference) == "given current"
    closed(bath.tom, reference)
    clock.forward(hours=1)
    actions.reopen_case(bath.tom.actor, reference)
    clock.forward(hours=1)
    assert consent(bath.tom, reference) == "given reopened"
    record_consent(bath.tom.actor, reference, YES)
    clock.forward(hours=1)
    assert consent(bath.tom, reference) == "given current"
    assert "consent_after_reopening" not in [duty.kind for duty in due_for(bath.tom.actor)]


def test_an_open_case_is_not_opened_again(bath: Cast) -> None:
    assert actions.reopen_case(bath.tom.actor, a_case(bath.tom)) is False


def test_who_is_not_on_it_neither_closes_nor_reopens(cast: Cast) -> None:
    reference = a_case(cast.tom)
    record_consent(cast.tom.actor, reference, YES)
    for other in (cast.ewa, cast.joan, cast.vik):
        assert actions.close_case(other.actor, reference, DONE) is None
        assert close_page(other.actor, reference) is None
    closed(cast.tom, reference)
    for other in (cast.ewa, cast.joan, cast.vik):
        assert actions.reopen_case(other.actor, reference) is None
        assert reopen_page(other.actor, reference) is None


def test_a_closed_case_can_still_be_written_to(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    assert isinstance(actions.add_note(bath.tom.actor, reference, NoteDetails("A card came.")), UUID)


def test_a_birth_that_the_file_speaks_against_is_asked_again(bath: Cast) -> None:
    reference = a_case(bath.tom)
    for born in (date(1975, 3, 1), date(2015, 12, 31)):
        with pytest.raises(NotAccepted, match="born_on") as wrong:
            actions.close_case(bath.tom.actor, reference, replace(DONE, born_on=born))
        assert "2016" in wrong.value.says
    closed(bath.tom, reference, replace(DONE, born_on=date(2015, 12, 31), born_sure=True))
    assert "The child was born on Thursday 31 December 2015" in ended_as(bath.tom, reference).rests_on.lines


@pytest.mark.parametrize("born", [None, date(2016, 5, 4)])
def test_nobody_dies_before_their_birth(bath: Cast, born: date | None) -> None:
    reference = a_case(bath.tom)
    dead = replace(DONE, reason="deceased", died="child", born_on=born, died_on=date(2015, 5, 3))
    with pytest.raises(NotAccepted, match="died_on"):
        actions.close_case(bath.tom.actor, reference, dead)
    closed(bath.tom, reference, replace(dead, died="other"))


def test_a_case_does_not_end_before_what_happened_on_it(bath: Cast) -> None:
    reference = a_case(bath.tom, opened_on=date(2026, 11, 2))
    actions.add_note(bath.tom.actor, reference, NoteDetails("Rang.", happened_on=date(2026, 11, 18)))
    with pytest.raises(NotAccepted, match="closed_on") as wrong:
        actions.close_case(bath.tom.actor, reference, replace(DONE, closed_on=date(2026, 11, 17)))
    assert "Wednesday 18 November 2026" in wrong.value.says
    closed(bath.tom, reference, replace(DONE, closed_on=date(2026, 11, 18)))


def test_nor_before_it_was_opened(bath: Cast) -> None:
    reference = a_case(bath.tom, opened_on=date(2026, 11, 2))
    with pytest.raises(NotAccepted, match="closed_on") as wrong:
        actions.close_case(bath.tom.actor, reference, replace(DONE, closed_on=date(2026, 11, 1)))
    assert "The case was opened on Monday 2 November 2026" in wrong.value.says
    closed(bath.tom, reference, replace(DONE, closed_on=date(2026, 11, 2)))


def test_nor_before_it_was_opened_again(bath: Cast, clock: Clock) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    clock.forward(days=10)
    actions.reopen_case(bath.tom.actor, reference)
    with pytest.raises(NotAccepted, match="closed_on"):
        actions.close_case(bath.tom.actor, reference, replace(DONE, closed_on=date(2026, 11, 29)))
    closed(bath.tom, reference, replace(DONE, closed_on=date(2026, 11, 30)))


MEETING = MeetingDetails(day=date(2026, 11, 25), start=time(10), place="At school", prepare="Read the plan")
STEP = NoteDetails("Rang.", next_step="Ring the school", remind_on=date(2026, 11, 24))


def with_work_to_come(who: Person) -> str:
    """A case with a next step and a meeting."""
    reference = a_case(who)
    actions.add_note(who.actor, reference, STEP)
    actions.add_meeting(who.actor, reference, MEETING)
    return reference


def test_next_steps_and_meetings_to_come_are_asked_about(bath: Cast) -> None:
    reference = with_work_to_come(bath.tom)
    page = close_page(bath.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    assert "Next step: Ring the school, by Tuesday 24 November 2026" in page.still_due
    assert len(page.still_due) == 3
    assert page.meetings


def test_what_ends_with_the_case_leaves_the_day_and_the_meeting_is_called_off(bath: Cast) -> None:
    reference = with_work_to_come(bath.tom)
    closed(bath.tom, reference)
    assert due_for(bath.tom.actor) == []
    item = Item.objects.get(kind="meeting")
    page = queries.meeting(bath.tom.actor, reference, item.id)
    assert isinstance(page, MeetingPage)
    assert (page.now.outcome, len(page.versions)) == ("Called off: the case was closed.", 2)


def test_or_it_stays_and_the_meeting_takes_place(bath: Cast) -> None:
    reference = with_work_to_come(bath.tom)
    closed(bath.tom, reference, replace(DONE, settle_rest=False))
    assert {duty.kind for duty in due_for(bath.tom.actor)} == {"reminder", "meeting", "meeting_prep"}
    item = Item.objects.get(kind="meeting")
    page = queries.meeting(bath.tom.actor, reference, item.id)
    assert isinstance(page, MeetingPage)
    assert page.now.outcome == ""


@pytest.mark.parametrize("slug", ["blackburn-with-darwen", "coventry", "cumbria", "rotherham"])
def test_where_no_period_is_stated_the_default_and_its_reason_are(gather: Gather, slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    closed(service.tom, reference, replace(DONE, reason="no_longer_wanted", undone="They rang off"))
    rests = ended_as(service.tom, reference).rests_on
    (default,) = rests.default
    assert default.endswith("(Default: Limitation Act 1980; SEND duties run to 25)")
    assert len(rests.periods) == (slug == "blackburn-with-darwen")
    assert not any("in care" in line or "supervision" in line for line in rests.lines)


def test_where_one_is_stated_the_default_is_silent(bath: Cast) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    rests = ended_as(bath.tom, reference).rests_on
    assert rests.default == ()
    assert "Whether the child was ever in care is not known" in rests.lines


def ended_as(who: Person, reference: str) -> ClosingView:
    """The latest closing in words."""
    page = reopen_page(who.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    return page.closings[0]


def test_why_it_was_opened_again_stands_with_the_closing(bath: Cast, clock: Clock) -> None:
    reference = a_case(bath.tom)
    for why in ("She rang again", "The plan came"):
        closed(bath.tom, reference)
        clock.forward(hours=1)
        actions.reopen_case(bath.tom.actor, reference, why)
        clock.forward(hours=1)
    page = reopen_page(bath.tom.actor, reference)
    assert page is not None
    assert not isinstance(page, queries.NeedsReason)
    assert [found.reopened_why for found in page.closings] == ["The plan came", "She rang again"]


def test_a_clock_that_does_not_stand_still_parts_no_reason_from_its_reopening(
    bath: Cast, clock: Clock
) -> None:
    reference = a_case(bath.tom)
    closed(bath.tom, reference)
    ticking = replace(bath.tom.actor, clock=lambda: clock.forward(microseconds=7))
    actions.reopen_case(ticking, reference, "She rang again")
    assert ended_as(bath.tom, reference).reopened_why == "She rang again"

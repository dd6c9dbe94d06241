"""Recording what was agreed: nothing implies anything else, and nothing is overwritten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions as cases
from inconfidence.cases.actions import InvolvedDetails, NotAccepted, NotRecorded, UploadDetails
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.consent import actions, queries
from inconfidence.consent.actions import ConsentDetails, FormReturned, months_after
from inconfidence.consent.models import Entry
from inconfidence.duties.actions import owe
from inconfidence.duties.queries import due_for
from tests.cases.family import a_case
from tests.cases.test_records import PDF
from tests.cast import Cast, Person
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
REVIEW = frozenset({"annual_review"})
BY_PHONE = ConsentDetails(kind="share", answer="given", words="Yes, tell them.", purposes=REVIEW)
TO_SENCO = ConsentDetails(
    kind="share", answer="limited", words="Only Mrs Vale.", purposes=REVIEW, recipients=frozenset({"senco"})
)


def door(who: Person, reference: str) -> OpenCase:
    """The case, opened."""
    found = open_case_for(who.actor, reference)
    assert isinstance(found, OpenCase)
    return found


def standing(who: Person, reference: str, recipient: str, body: str, **asked: object) -> str:
    """How consent stands for telling this role about the annual review, a moment from now."""
    answer = queries.standing(
        door(who, reference),
        recipient=recipient,
        body=body,
        purpose="annual_review",
        items=frozenset(),
        moment=who.actor.now() + timedelta(minutes=5),
        **asked,  # type: ignore[arg-type]
    )
    named = answer.consent_recipient == answer.consent_purpose == "yes"
    return answer.consent if named or answer.consent != "given" else "not them"


def test_a_yes_by_phone_counts_at_once_with_its_words_date_and_worker(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, BY_PHONE)
    (entry,) = queries.entries(door(cast.tom, reference))
    assert (entry.method, entry.date_known, entry.worker_known) == ("telephone", True, True)
    assert entry.happened == cast.tom.actor.now()
    assert entry.review_by == date(2027, 5, 20)
    assert standing(cast.tom, reference, "senco", "body:setting") == "given"
    (shown,) = queries.consents(cast.tom.actor, door(cast.tom, reference))
    assert shown.sentence == "Yes, about the annual review. By phone, noted by Tom Aldridge."
    assert shown.words == "Yes, tell them."


def test_a_yes_to_one_role_reaches_no_other(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    assert standing(cast.tom, reference, "senco", "body:setting") == "given"
    assert standing(cast.tom, reference, "headteacher", "body:setting") == "not them"
    assert standing(cast.tom, reference, "la_send_officer", "body:la") == "not them"


def test_a_yes_to_a_whole_group_reaches_everybody_in_it(cast: Cast) -> None:
    reference = a_case(cast.tom)
    group = ConsentDetails(
        kind="share",
        answer="limited",
        words="Anyone at school.",
        purposes=REVIEW,
        recipients=frozenset({"body:setting"}),
    )
    actions.record_consent(cast.tom.actor, reference, group)
    assert standing(cast.tom, reference, "headteacher", "body:setting") == "given"
    assert standing(cast.tom, reference, "gp", "body:health") == "not them"


def test_a_yes_to_one_person_reaches_that_person_only(cast: Cast) -> None:
    reference = a_case(cast.tom)
    kit = added(cast.tom, reference, "Kit Vale")
    lee = added(cast.tom, reference, "Lee Moor")
    only_kit = ConsentDetails(
        kind="share",
        answer="limited",
        words="Only Kit.",
        purposes=REVIEW,
        recipients=frozenset({f"person:{kit}"}),
    )
    actions.record_consent(cast.tom.actor, reference, only_kit)
    assert standing(cast.tom, reference, "senco", "body:setting", person=kit) == "given"
    assert standing(cast.tom, reference, "senco", "body:setting", person=lee) == "not them"
    assert standing(cast.tom, reference, "senco", "body:setting") == "not them"


def test_a_no_to_one_person_does_not_take_back_a_yes_to_another(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    kit = added(cast.tom, reference, "Kit Vale")
    lee = added(cast.tom, reference, "Lee Moor")
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    clock.forward(hours=1)
    no = ConsentDetails(kind="share", answer="refused", recipients=frozenset({f"person:{lee}"}))
    actions.record_consent(cast.tom.actor, reference, no)
    assert standing(cast.tom, reference, "senco", "body:setting", person=kit) == "given"
    assert standing(cast.tom, reference, "senco", "body:setting", person=lee) == "refused"


def added(who: Person, reference: str, name: str) -> UUID:
    """Somebody put on the case."""
    found = cases.add_involved(who.actor, reference, InvolvedDetails(role="senco", name=name))
    assert isinstance(found, UUID)
    return found


@pytest.mark.parametrize("kind", ["obtain", "mailing_list", "release_form", "wish"])
def test_no_other_kind_of_answer_is_a_yes_to_sharing(cast: Cast, kind: str) -> None:
    reference = a_case(cast.tom)
    other = ConsentDetails(kind=kind, answer="given", words="Yes.", purposes=REVIEW)
    actions.record_consent(cast.tom.actor, reference, other)
    assert standing(cast.tom, reference, "senco", "body:setting") in {"none", "implied"}


def test_a_returned_form_is_no_yes_to_sharing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_form_returned(cast.tom.actor, reference, FormReturned(permissions=frozenset({"advise"})))
    assert standing(cast.tom, reference, "senco", "body:setting") == "none"


def test_changing_their_mind_counts_at_once_and_the_history_stays(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, BY_PHONE)
    clock.forward(hours=1)
    actions.record_consent(cast.tom.actor, reference, ConsentDetails(kind="share", answer="withdrawn"))
    assert standing(cast.tom, reference, "senco", "body:setting") == "withdrawn"
    history = queries.consents(cast.tom.actor, door(cast.tom, reference))
    assert [entry.answer for entry in history] == ["withdrawn", "given"]


def test_a_yes_by_somebody_else_is_not_theirs(cast: Cast) -> None:
    reference = a_case(cast.tom)
    other = ConsentDetails(kind="share", answer="given", words="Yes.", purposes=REVIEW, giver="someone_else")
    came = actions.record_consent(cast.tom.actor, reference, other)
    assert isinstance(came, NotRecorded)
    assert [step.kind for step in came.answer.steps] == ["ask_the_person"]
    assert queries.entries(door(cast.tom, reference)) == ()
    assert Event.objects.filter(act="recording_refused").count() == 1
    assert queries.who_we_may_talk_to(door(cast.tom, reference), TODAY).yes == ()


def test_in_person_the_form_must_be_signed_and_on_file(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    paper = ConsentDetails(kind="share", answer="given", method="in_person", purposes=REVIEW, signed=True)
    actions.record_consent(cast.tom.actor, reference, paper)
    clock.forward(minutes=1)
    actions.record_consent(cast.tom.actor, reference, paper, attachment=UploadDetails(PDF, "Signed form"))
    without, with_form = queries.entries(door(cast.tom, reference))
    assert (without.signed, with_form.signed) == (False, True)
    newest = queries.consents(cast.tom.actor, door(cast.tom, reference))[0]
    assert newest.form_item is not None


def test_a_review_is_owed_and_settled_by_the_next_answer(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    assert [(duty.kind, duty.due_on) for duty in due_for(cast.tom.actor)] == [
        ("consent_review", date(2027, 5, 20))
    ]
    clock.forward(days=30)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    assert [duty.due_on for duty in due_for(cast.tom.actor)] == [date(2027, 6, 20)]
    actions.record_consent(cast.tom.actor, reference, ConsentDetails(kind="share", answer="refused"))
    assert due_for(cast.tom.actor) == []


def test_what_moves_no_review_settles_none(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    (before,) = due_for(cast.tom.actor)
    clock.forward(days=1)
    asked = ConsentDetails(kind="share", answer="asked", purposes=REVIEW)
    actions.record_consent(cast.tom.actor, reference, asked)
    actions.record_form_returned(cast.tom.actor, reference, FormReturned())
    assert due_for(cast.tom.actor) == [before]


def test_asking_again_settles_the_reminder_of_an_overdue_yes(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, replace(TO_SENCO, review_on=date(2026, 12, 1)))
    clock.forward(days=30)
    case = door(cast.tom, reference).case_id
    with transaction.atomic():
        owe(cast.tom.actor, "review_consent", "case", case, None, owed_by=cast.tom.id)
    actions.record_form_returned(cast.tom.actor, reference, FormReturned())
    assert {duty.kind for duty in due_for(cast.tom.actor)} == {"review_consent", "consent_review"}
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    assert [(duty.kind, duty.overdue) for duty in due_for(cast.tom.actor)] == [("consent_review", False)]


SAYS_YEAR = "Check the year: this is before Wednesday 20 November 2024, two years before the case was opened"


def said_to(act: Callable[[], object]) -> str | None:
    """What a person is told whose answer is not accepted; None when it was written."""
    try:
        assert act()
    except NotAccepted as wrong:
        return wrong.says
    return None


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(1926, 11, 20), SAYS_YEAR),
        (date(2024, 11, 19), SAYS_YEAR),
        (date(2026, 11, 21), "This day has not come yet: check the date"),
        (date(2024, 11, 20), ""),
        (TODAY, ""),
    ],
)
def test_a_day_nobody_can_have_said_it_on_is_asked_about(cast: Cast, day: date, says: str) -> None:
    reference = a_case(cast.tom)
    answer = replace(TO_SENCO, happened_on=day)
    acts: tuple[Callable[[], object], ...] = (
        lambda: actions.record_consent(cast.tom.actor, reference, answer),
        lambda: actions.record_form_returned(cast.tom.actor, reference, FormReturned(returned_on=day)),
    )
    for act in acts:
        assert (said_to(act) or "") == says
    assert Entry.objects.count() == (0 if says else 2)


def test_a_form_that_came_back_settles_what_was_owed(gather: Callable[[str], Cast]) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    assert [duty.kind for duty in due_for(rotherham.tom.actor)] == ["permission_form"]
    actions.record_form_returned(rotherham.tom.actor, reference, FormReturned())
    assert due_for(rotherham.tom.actor) == []


def test_who_is_not_on_the_case_records_nothing(cast: Cast, gather: Callable[[str], Cast]) -> None:
    reference = a_case(cast.tom)
    other = gather("rotherham")
    for stranger in (cast.ewa, cast.joan, cast.vik, other.maryam, other.tom):
        assert actions.record_consent(stranger.actor, reference, BY_PHONE) is None
        assert actions.record_form_returned(stranger.actor, reference, FormReturned()) is None
        assert queries.consent_page(stranger.actor, reference) is None
    assert actions.record_consent(cast.maryam.actor, reference, BY_PHONE) == NeedsReason(reference)
    assert not Entry.objects.exists()


def test_an_answer_sent_twice_is_written_once(cast: Cast) -> None:
    reference, once = a_case(cast.tom), uuid4()
    actions.record_consent(cast.tom.actor, reference, BY_PHONE, once=once)
    with pytest.raises(AlreadyDone):
        actions.record_consent(cast.tom.actor, reference, BY_PHONE, once=once)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("kind", ConsentDetails(kind="permission", answer="given")),
        ("answer", ConsentDetails(kind="share", answer="maybe")),
        ("words", ConsentDetails(kind="share", answer="given", purposes=REVIEW)),
        ("purposes", ConsentDetails(kind="share", answer="given", words="Yes.")),
        ("purposes", ConsentDetails(kind="share", answer="refused", purposes=frozenset({"gossip"}))),
        ("recipients", ConsentDetails(kind="share", answer="limited", words="Some.", purposes=REVIEW)),
        ("recipients", ConsentDetails(kind="share", answer="refused", recipients=frozenset({"body:moon"}))),
        ("taken_by", ConsentDetails(kind="share", answer="refused", taken_by=uuid4())),
        ("giver", ConsentDetails(kind="share", answer="refused", giver="a neighbour")),
        (
            "happened_on",
            ConsentDetails(kind="share", answer="refused", happened_on=TODAY + timedelta(days=1)),
        ),
    ],
)
def test_what_does_not_fit_is_refused(cast: Cast, field: str, answer: ConsentDetails) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.record_consent(cast.tom.actor, reference, answer)
    assert wrong.value.field == field
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 30), 6, date(2027, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 11, 20), 6, date(2027, 5, 20)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


SERVICES = [
    "bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham",
]  # fmt: skip
JUST_IN_CASE = ConsentDetails(
    kind="share", answer="given", words="Whoever.", purposes=frozenset({"all_matters"})
)


@pytest.mark.parametrize("slug", SERVICES)
def test_a_yes_to_everything_for_everybody_says_why_first(gather: Callable[[str], Cast], slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    came = actions.record_consent(service.tom.actor, reference, JUST_IN_CASE)
    assert isinstance(came, NotRecorded)
    assert [step.kind for step in came.answer.steps] == ["state_necessity"]
    own = {"bath-and-north-east-somerset": "BN-5.2c", "cumbria": "CU-4.2c"}.get(slug, "D-10")
    assert own in came.answer.deciding
    why = replace(JUST_IN_CASE, necessity="School and council both decide what she gets")
    assert isinstance(actions.record_consent(service.tom.actor, reference, why), UUID)
    (view,) = queries.consents(service.tom.actor, door(service.tom, reference))
    assert "Needed because: School and council both decide what she gets." in view.sentence


@pytest.mark.parametrize("slug", SERVICES)
@pytest.mark.parametrize("answer", ["refused", "withdrawn", "asked"])
def test_a_no_or_a_change_of_mind_needs_no_reason(
    gather: Callable[[str], Cast], slug: str, answer: str
) -> None:
    service = gather(slug)
    said = ConsentDetails(kind="share", answer=answer)
    assert isinstance(actions.record_consent(service.tom.actor, a_case(service.tom), said), UUID)


@pytest.mark.parametrize("slug", SERVICES)
def test_nobody_decides_for_them_either_way(gather: Callable[[str], Cast], slug: str) -> None:
    service = gather(slug)
    for answer in ("given", "refused", "withdrawn"):
        other = replace(BY_PHONE, answer=answer, giver="someone_else")
        came = actions.record_consent(service.tom.actor, a_case(service.tom), other)
        assert isinstance(came, NotRecorded)
        assert "nobody decides this for" in came.answer.reasons[0].lower()

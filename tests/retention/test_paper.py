"""Paper files: who writes a line, what cannot have happened, who may hold one, what leads see."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.models import Case
from inconfidence.cases.queries import NeedsReason
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import due_for
from inconfidence.policy.explain import Answer
from inconfidence.policy.standing.registers import State
from inconfidence.retention import queries
from inconfidence.retention.actions import NotMoved, PaperDetails, write_down_paper
from inconfidence.retention.models import PaperLine
from inconfidence.retention.words import CARRIED as HOW
from inconfidence.retention.words import CONTENT, FOR, WHY, WORDING, Carried, Content, Purpose, What, Why
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
KEPT = PaperDetails("kept", TODAY, kept_in="cabinet 2")


CARRIED: Mapping[str, Any] = {
    "content": "case_file",
    "why": "meeting",
    "carried": "locked",
    "answers_for": True,
}


def out(who: UUID, back: date = date(2026, 11, 25)) -> PaperDetails:
    return PaperDetails("out", TODAY, holder_id=who, due_back=back, **CARRIED)


def refused(who: Person, reference: str, details: PaperDetails) -> Answer:
    """The no to these details, which leaves no line and stands in the record."""
    before = PaperLine.objects.count()
    came = write_down_paper(who.actor, reference, details)
    assert isinstance(came, NotMoved)
    assert PaperLine.objects.count() == before
    assert Event.objects.filter(act="paper_refused", about=Case.objects.get(reference=reference).id).exists()
    return came.answer


def of_case(who: Person, reference: str) -> queries.PaperPage:
    found = queries.paper_of_case(who.actor, reference)
    assert isinstance(found, queries.PaperPage)
    return found


def says(who: Person, reference: str) -> list[str]:
    return [line.says for line in of_case(who, reference).standing.lines]


def day(name: str, of: date) -> dict[str, str]:
    return {f"{name}_day": str(of.day), f"{name}_month": str(of.month), f"{name}_year": str(of.year)}


def test_every_word_about_paper_can_be_read() -> None:
    assert set(WORDING) == set(What)
    assert set(FOR) == set(Purpose)
    assert (set(CONTENT), set(WHY), set(HOW)) == (set(Content), set(Why), set(Carried))


def test_a_file_is_kept_goes_out_and_comes_back(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert says(cast.tom, reference) == []
    write_down_paper(cast.tom.actor, reference, KEPT)
    assert says(cast.tom, reference) == [
        f"{reference}: in cabinet 2, looked at on Friday 20 November 2026; again by Saturday 20 November 2027."
    ]
    write_down_paper(cast.tom.actor, reference, out(cast.tom.id))
    assert says(cast.tom, reference) == [
        f"{reference}: out since Friday 20 November 2026; due back on Wednesday 25 November 2026."
    ]
    write_down_paper(cast.tom.actor, reference, PaperDetails("back", TODAY))
    write_down_paper(cast.tom.actor, reference, PaperDetails("checked", TODAY))
    assert of_case(cast.tom, reference).standing.state is State.IN_ORDER
    assert [(entry.what, entry.detail, entry.by) for entry in of_case(cast.tom, reference).entries] == [
        ("checked", "", "Tom Aldridge"),
        ("back", "", "Tom Aldridge"),
        (
            "out",
            "Tom Aldridge. The file. To help the family at a meeting. In a locked bag, never left alone",
            "Tom Aldridge",
        ),
        ("kept", "cabinet 2", "Tom Aldridge"),
    ]


def test_every_line_has_its_event_and_a_form_sent_twice_writes_one(cast: Cast) -> None:
    reference, once = a_case(cast.tom), uuid4()
    write_down_paper(cast.tom.actor, reference, KEPT, once=once)
    with pytest.raises(AlreadyDone):
        write_down_paper(cast.tom.actor, reference, KEPT, once=once)
    assert PaperLine.objects.count() == 1
    assert Event.objects.get(act="paper_moved").about == Case.objects.get(reference=reference).id


def test_a_file_that_is_late_is_overdue_the_day_after(cast: Cast, clock: Any) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, out(cast.tom.id, TODAY))
    assert of_case(cast.tom, reference).standing.state is State.DUE
    clock.forward(days=1)
    assert of_case(cast.tom, reference).standing.state is State.OVERDUE


@pytest.mark.parametrize(
    ("before", "details", "field"),
    [
        ([], PaperDetails("kept", TODAY), "kept_in"),
        ([], PaperDetails("kept", TOMORROW, kept_in="cabinet 2"), "on"),
        ([], PaperDetails("checked", TODAY), "what"),
        ([], PaperDetails("out", TODAY), "what"),
        ([], PaperDetails("back", TODAY), "what"),
        ([KEPT], PaperDetails("back", TODAY), "what"),
        ([KEPT], PaperDetails("out", TODAY, due_back=TOMORROW), "holder"),
    ],
)
def test_what_cannot_have_happened_is_not_written_down(
    cast: Cast, before: list[PaperDetails], details: PaperDetails, field: str
) -> None:
    reference = a_case(cast.tom)
    for each in before:
        write_down_paper(cast.tom.actor, reference, each)
    with pytest.raises(NotAccepted) as wrong:
        write_down_paper(cast.tom.actor, reference, details)
    assert wrong.value.field == field
    assert PaperLine.objects.count() == len(before)


@pytest.mark.parametrize(
    ("back", "fits"), [(date(2026, 11, 19), False), (TODAY, True), (TOMORROW, True), (None, False)]
)
def test_a_file_goes_out_with_a_day_for_its_return(cast: Cast, back: date | None, fits: bool) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    details = replace(out(cast.ewa.id), due_back=back)
    if fits:
        assert write_down_paper(cast.tom.actor, reference, details)
        return
    with pytest.raises(NotAccepted) as wrong:
        write_down_paper(cast.tom.actor, reference, details)
    assert wrong.value.field == "due_back"


def test_a_file_that_is_out_does_not_go_out_again(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, out(cast.tom.id))
    with pytest.raises(NotAccepted) as wrong:
        write_down_paper(cast.tom.actor, reference, out(cast.ewa.id))
    assert wrong.value.field == "what"


@pytest.mark.parametrize("policy", ["coventry", "rotherham", "bath-and-north-east-somerset"])
def test_a_volunteer_holds_no_paper(gather: Callable[[str], Cast], policy: str) -> None:
    cast = gather(policy)
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    for details in (out(cast.vik.id), PaperDetails("keys", TODAY, holder_id=cast.vik.id)):
        assert [step.kind for step in refused(cast.tom, reference, details).steps] == ["let_staff"]


@pytest.mark.parametrize(
    ("policy", "allowed"), [("bath-and-north-east-somerset", True), ("cumbria", True), ("coventry", False)]
)
def test_a_volunteer_carries_copies_where_the_policy_says_so(
    gather: Callable[[str], Cast], policy: str, allowed: bool
) -> None:
    cast = gather(policy)
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    copies = replace(out(cast.vik.id), content="parent_supplied_copies")
    if not allowed:
        assert refused(cast.tom, reference, copies).clauses
        return
    assert isinstance(write_down_paper(cast.tom.actor, reference, copies), UUID)
    assert of_case(cast.tom, reference).standing.state is not State.FLAGGED


@pytest.mark.parametrize(
    ("missing", "step"),
    [
        ({"why": ""}, "say_why_it_leaves"),
        ({"carried": ""}, "carry_securely"),
        ({"answers_for": False}, "carry_securely"),
    ],
)
def test_nothing_leaves_unless_it_is_said_why_and_how(
    gather: Callable[[str], Cast], missing: Mapping[str, Any], step: str
) -> None:
    cast = gather("coventry")
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    no = refused(cast.tom, reference, replace(out(cast.tom.id), **missing))
    assert [each.kind for each in no.steps] == [step]
    assert "CV-PRACTICAL-11b" in [clause.id for clause in no.clauses]


def test_who_took_it_owes_it_back_until_it_is_back(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, out(cast.ewa.id))
    owed = Duty.objects.get(kind="bring_paper_back")
    assert (owed.owed_by_id, owed.due_on, owed.state) == (cast.ewa.id, date(2026, 11, 25), "open")
    write_down_paper(cast.tom.actor, reference, PaperDetails("back", TODAY))
    owed.refresh_from_db()
    assert owed.state == "done"


def test_a_lost_file_is_flagged_and_judged_the_same_day(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, out(cast.ewa.id))
    write_down_paper(cast.tom.actor, reference, PaperDetails("lost", TODAY))
    assert of_case(cast.tom, reference).standing.state is State.FLAGGED
    assert says(cast.tom, reference)[0].startswith(
        f"{reference}: lost, as was noticed on Friday 20 November 2026."
    )
    owed = Duty.objects.get(kind="paper_lost")
    assert (owed.owed_by_role, owed.due_on, owed.when) == ("leads", TODAY, "same_day")
    assert [each.kind for each in due_for(cast.maryam.actor)].count("paper_lost") == 1
    write_down_paper(cast.tom.actor, reference, PaperDetails("back", TODAY))
    assert of_case(cast.tom, reference).standing.state is State.IN_ORDER
    owed.refresh_from_db()
    assert owed.state == "open"


def test_what_is_lost_is_neither_lost_again_nor_taken_out(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, PaperDetails("lost", TODAY))
    for details in (PaperDetails("lost", TODAY), out(cast.ewa.id)):
        with pytest.raises(NotAccepted) as wrong:
            write_down_paper(cast.tom.actor, reference, details)
        assert wrong.value.field == "what"
    assert PaperLine.objects.count() == 2


def test_staff_hold_the_keys_of_a_cabinet(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, KEPT)
    write_down_paper(cast.tom.actor, reference, PaperDetails("keys", TODAY, holder_id=cast.joan.id))
    assert [(each.what, each.detail) for each in of_case(cast.tom, reference).entries] == [
        ("keys", "Joan Petty"),
        ("kept", "cabinet 2"),
    ]
    with pytest.raises(NotAccepted) as wrong:
        write_down_paper(cast.tom.actor, reference, PaperDetails("keys", TODAY))
    assert wrong.value.field == "keyholder"


def test_nobody_of_another_service_holds_paper(gather: Callable[[str], Cast]) -> None:
    ours, theirs = gather("coventry"), gather("rotherham")
    reference = a_case(ours.tom)
    write_down_paper(ours.tom.actor, reference, KEPT)
    with pytest.raises(NotAccepted):
        write_down_paper(ours.tom.actor, reference, out(theirs.tom.id))


def test_papers_of_two_cases_in_one_file_are_flagged(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write_down_paper(cast.tom.actor, reference, replace(KEPT, mixed=True))
    assert f"{reference}: papers of 2 cases lie in one file." in says(cast.tom, reference)
    write_down_paper(cast.tom.actor, reference, KEPT)
    assert of_case(cast.tom, reference).standing.state is State.IN_ORDER


def test_where_the_policy_fixes_a_purpose_it_is_asked(gather: Callable[[str], Cast]) -> None:
    cast = gather("blackburn-with-darwen")
    reference = a_case(cast.tom)
    assert of_case(cast.tom, reference).asks_purpose
    with pytest.raises(NotAccepted) as wrong:
        write_down_paper(cast.tom.actor, reference, KEPT)
    assert wrong.value.field == "purpose"
    write_down_paper(cast.tom.actor, reference, replace(KEPT, purpose="other"))
    assert of_case(cast.tom, reference).standing.state is State.FLAGGED
    write_down_paper(cast.tom.actor, reference, replace(KEPT, purpose="quality_assurance"))
    assert of_case(cast.tom, reference).standing.state is State.IN_ORDER


@pytest.mark.parametrize("what", [What.OUT, What.KEYS])
def test_the_database_itself_refuses_what_nobody_holds(cast: Cast, what: What) -> None:
    case = Case.objects.get(reference=a_case(cast.tom))
    row = PaperLine(
        case=case,
        number=1,
        what=what,
        on=TODAY,
        recorded_at=cast.tom.actor.now(),
        recorded_by_id=cast.tom.id,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_paper_is_behind_its_cases_door(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert queries.paper_of_case(cast.ewa.actor, reference) is None
    assert write_down_paper(cast.ewa.actor, reference, KEPT) is None
    assert isinstance(queries.paper_of_case(cast.maryam.actor, reference), NeedsReason)
    assert isinstance(write_down_paper(cast.maryam.actor, reference, KEPT), NeedsReason)
    assert PaperLine.objects.count() == 0


def test_leads_see_all_paper_of_their_service_by_number(gather: Callable[[str], Cast]) -> None:
    ours, theirs = gather("cumbria"), gather("rotherham")
    mine, other = a_case(ours.tom), a_case(theirs.tom)
    write_down_paper(ours.tom.actor, mine, KEPT)
    write_down_paper(theirs.tom.actor, other, KEPT)
    clauses, standing = queries.paper_register(ours.maryam.actor)
    assert clauses == ("CU-5.3a", "CU-5.4")
    assert [mine in line.says for line in standing.lines] == [True]
    assert Event.objects.filter(act="registers_seen", actor_id=ours.maryam.id).count() == 1


# The pages.


def test_a_line_is_written_on_the_cases_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client, address = sign_in(cast.tom), f"/cases/{reference}/paper/"
    assert "No paper of this case is written down." in text(client.get(address))
    assert address in client.get(f"/cases/{reference}/").content.decode()
    assert "Fill this in" in text(send(client, address, what="kept", **day("on", TODAY)))
    kept = send(client, address, what="kept", kept_in="cabinet 2", **day("on", TODAY))
    assert kept["Location"] == address
    how = {"content": "case_file", "why": "visit", "carried": "sealed", "answers_for": "on"}
    more = {**day("on", TODAY), **day("due_back", TOMORROW), **how}
    no = text(send(client, address, what="out", holder=str(cast.vik.id), **more))
    assert "paper files are for our staff alone" in no
    assert "Nothing was written down. What you typed is below." in no
    assert send(client, address, what="out", holder=str(cast.tom.id), **more)["Location"] == address
    page = text(client.get(address))
    assert "due back on Saturday 21 November 2026" in page
    assert "Marta" not in text(sign_in(cast.maryam).get("/paper/"))


def test_a_form_sent_twice_says_so(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(cast.tom), str(uuid4())
    client, address = sign_in(cast.tom), f"/cases/{reference}/paper/"
    for _ in range(2):
        answer = send(client, address, once, what="kept", kept_in="cabinet 2", **day("on", TODAY))
        assert answer["Location"] == address
    assert PaperLine.objects.count() == 1


def test_who_may_not_open_the_case_sees_no_page_of_its_paper(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    assert sign_in(cast.ewa).get(f"/cases/{reference}/paper/").status_code == 404
    assert sign_in(cast.vik).get(f"/cases/{reference}/paper/").status_code == 404
    assert "/reason/" in sign_in(cast.maryam).get(f"/cases/{reference}/paper/")["Location"]


@pytest.mark.parametrize(("who", "status"), [("maryam", 200), ("tom", 404), ("joan", 404), ("vik", 404)])
def test_the_list_is_for_leads(cast: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(cast, who)).get("/paper/").status_code == status

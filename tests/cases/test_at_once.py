"""Several people at one case or one enquiry at the same moment: one after the other, and nothing done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Barrier, Event
from uuid import UUID

import pytest
from django.db import connection, transaction

from inconfidence.cases import actions
from inconfidence.cases.actions import InvolvedDetails, NoteDetails, UploadDetails
from inconfidence.cases.models import Case, Enquiry
from inconfidence.cases.queries import OpenCase, open_case_for
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.duties.queries import due_for
from tests.cases.family import MARTA, a_case, marta
from tests.cases.test_calls import NAMED
from tests.cases.test_records import PDF
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db(transaction=True)

YES = ConsentDetails(kind="share", answer="given", words="Yes.", purposes=frozenset({"annual_review"}))
Act = Callable[[], object]


def alone(act: Act) -> object:
    """Done in a thread that leaves no connection behind."""
    try:
        return act()
    finally:
        connection.close()


def at_once(acts: list[Act]) -> list[object]:
    """All of these, begun at the same moment."""
    gate = Barrier(len(acts))

    def begun_together(act: Act) -> object:
        gate.wait()
        return alone(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(begun_together, acts))


def writes(tom: Person, reference: str) -> dict[str, Act]:
    """Every way of writing to a case."""
    actor = tom.actor
    upload = UploadDetails(data=PDF, title="The plan")
    return {
        "note": partial(actions.add_note, actor, reference, NoteDetails(text="She rang.")),
        "document": partial(actions.add_document, actor, reference, upload),
        "person": partial(actions.add_involved, actor, reference, InvolvedDetails(role="senco")),
        "contact": partial(actions.change_contact, actor, reference, MARTA.card, version=1),
        "consent": partial(record_consent, actor, reference, YES),
        "form": partial(record_form_returned, actor, reference, FormReturned()),
    }


@pytest.mark.parametrize("what", ["note", "document", "person", "contact", "consent", "form"])
def test_a_write_waits_for_the_one_before(cast: Cast, what: str) -> None:
    reference = a_case(cast.tom)
    open_case_for(cast.tom.actor, reference)  # the first opening writes the seal anew, and that waits too
    write = writes(cast.tom, reference)[what]
    held, done, order = Event(), Event(), []

    def first() -> None:
        with transaction.atomic():
            assert isinstance(open_case_for(cast.tom.actor, reference, look=None, lock=True), OpenCase)
            held.set()
            done.wait(0.5)
            order.append("first")

    def second() -> None:
        assert held.wait(10)
        assert write() is not None
        order.append("second")
        done.set()

    at_once([first, second])
    assert order == ["first", "second"]


def test_one_enquiry_becomes_one_case(cast: Cast) -> None:
    taken = actions.take_call(cast.maryam.actor, NAMED)
    assert isinstance(taken, UUID)
    open_it = partial(actions.open_case, cast.maryam.actor, marta(enquiry_id=taken))
    answers = at_once([open_it] * 4)
    references = [answer for answer in answers if answer is not None]
    assert [case.reference for case in Case.objects.all()] == references
    assert Enquiry.objects.get().state == "case"


def test_an_enquiry_is_ended_or_becomes_a_case(cast: Cast) -> None:
    taken = actions.take_call(cast.maryam.actor, NAMED)
    assert isinstance(taken, UUID)
    opened, ended = at_once(
        [
            partial(actions.open_case, cast.maryam.actor, marta(enquiry_id=taken)),
            partial(actions.end_enquiry, cast.maryam.actor, taken),
        ]
    )
    assert (opened is not None) != (ended is True)
    assert Enquiry.objects.get().state == ("case" if opened else "ended")


def test_answers_recorded_at_once_leave_one_review_the_soonest(cast: Cast) -> None:
    reference = a_case(cast.tom)
    days = [date(2027, month, 1) for month in (5, 3, 4, 6)]
    roles = ["senco", "gp", "headteacher", "camhs"]
    yes = [
        replace(YES, answer="limited", recipients=frozenset({role}), review_on=day)
        for role, day in zip(roles, days, strict=True)
    ]
    at_once([partial(record_consent, cast.tom.actor, reference, one) for one in yes])
    assert [duty.due_on for duty in due_for(cast.tom.actor)] == [min(days)]

"""Records of others that reach us: the policy is asked as they arrive, and a no stays to do until it is settled."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import InvolvedDetails, UploadDetails
from inconfidence.cases.models import Item
from inconfidence.consent.actions import FormReturned, record_consent, record_form_returned
from inconfidence.duties.queries import DutyView, due_for
from inconfidence.duties.words import NOT_AGREED
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_documents import PLAN, files, kept, page_of
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.consent.test_records import YES
from tests.quarantine import papers

SignIn = Callable[[Person], Client]
Gather = Callable[[str], Cast]
COUNCIL = replace(YES, recipients=frozenset({"body:la"}))
FROM_FILE = UploadDetails(PLAN, title="Draft plan", provided_by="sen_file")


def owed(who: Person) -> list[DutyView]:
    """What this person still has to settle about records that came."""
    return [duty for duty in due_for(who.actor) if duty.kind == NOT_AGREED]


@pytest.mark.parametrize(
    ("slug", "provided_by", "clause"),
    [
        ("rotherham", "sen_file", "RO-CASEWORK-02a"),
        ("coventry", "school", ""),
        ("cumbria", "council", ""),
        ("bath-and-north-east-somerset", "sen_file", "BN-6.1d"),
    ],
)
def test_records_nobody_agreed_to_are_kept_with_the_answer_and_a_to_do(
    gather: Gather, sign_in: SignIn, slug: str, provided_by: str, clause: str
) -> None:
    cast = gather(slug)
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    path = f"/cases/{reference}/documents/new/"
    answer = send(client, path, provided_by=provided_by, **files(Draft_plan__pdf=PLAN))
    item = Item.objects.get().id
    shown = text(client.get(f"/cases/{reference}/documents/{item}/"))
    for page in (text(answer), shown):
        assert 'data-outcome="refuse"' in page
        assert clause in page
        assert f"/cases/{reference}/consent/new/?next=" in page or slug.startswith("bath")
    assert f"/cases/{reference}/documents/{item}/change/" in shown
    assert [duty.about for duty in owed(cast.tom)] == [item]
    day = text(client.get("/"))
    assert "Say who gave us “Draft plan”, or ask whether we may have it" in day
    assert not any(duty.by_hand for duty in owed(cast.tom))


def test_a_script_is_told_the_sentence_its_clause_and_what_would_change_it(
    gather: Gather, sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    path = f"/cases/{a_case(rotherham.tom)}/documents/new/"
    sent = send(sign_in(rotherham.tom), path, quietly="1", provided_by="sen_file", **files(a__pdf=PLAN))
    (found,) = sent.json()["files"]
    assert (found["fate"], found["plain"]) == ("kept", False)
    assert "RO-CASEWORK-02a" in found["line"]
    assert "stays on your list" in found["line"]
    assert ".." not in found["line"]


def test_who_handed_it_over_settles_it_and_another_word_brings_it_back(cast: Cast) -> None:
    reference = a_case(cast.tom)
    item = kept(cast, reference, FROM_FILE)
    for version, (provided_by, left) in enumerate((("parent", 0), ("school", 1), ("young_person", 0)), 1):
        said = replace(FROM_FILE, provided_by=provided_by)
        assert actions.change_document(cast.tom.actor, reference, item, said, version=version) == item
        assert (len(owed(cast.tom)), page_of(cast, reference, item).not_agreed is not None) == (
            left,
            bool(left),
        )


def test_a_yes_that_reaches_it_settles_it_and_another_does_not(gather: Gather, clock: Clock) -> None:
    coventry = gather("coventry")
    reference = a_case(coventry.tom)
    item = kept(coventry, reference, FROM_FILE)
    record_form_returned(coventry.tom.actor, reference, FormReturned())
    record_consent(coventry.tom.actor, reference, YES)
    assert len(owed(coventry.tom)) == 1
    record_consent(coventry.tom.actor, reference, COUNCIL)
    assert not owed(coventry.tom)
    clock.forward(hours=1)
    assert page_of(coventry, reference, item).not_agreed is None
    later = kept(coventry, reference, FROM_FILE)
    assert page_of(coventry, reference, later).not_agreed is None
    assert not owed(coventry.tom)


def test_a_yes_for_one_who_works_there_reaches_what_comes_from_there(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    senco = actions.add_involved(cast.tom.actor, reference, InvolvedDetails(role="senco", name="Mrs Vale"))
    assert isinstance(senco, UUID)
    record_form_returned(cast.tom.actor, reference, FormReturned())
    record_consent(cast.tom.actor, reference, replace(YES, recipients=frozenset({f"person:{senco}"})))
    clock.forward(hours=1)
    kept(cast, reference, replace(FROM_FILE, provided_by="school"))
    assert not owed(cast.tom)


def test_what_a_professional_sends_along_is_asked_about_too(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    person = InvolvedDetails(role="senco", name="Kit Vale", reach="kit@brook-lane.example")
    actions.add_involved(cast.tom.actor, reference, person)
    data = papers.eml(attached={"Attendance.pdf": PLAN})
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **files(letter__eml=data))
    assert 'data-outcome="refuse"' in text(answer)
    assert len(owed(cast.tom)) == 1


@pytest.mark.parametrize("provided_by", ["parent", "unknown", "staff", "relative"])
def test_what_is_nobody_elses_record_is_filed_plainly(cast: Cast, provided_by: str) -> None:
    reference = a_case(cast.tom)
    item = kept(cast, reference, replace(FROM_FILE, provided_by=provided_by))
    assert page_of(cast, reference, item).not_agreed is None
    assert not owed(cast.tom)


def test_the_head_of_the_case_names_no_title_of_what_goes_to_nobody(cast: Cast) -> None:
    reference = a_case(cast.tom)
    kept(cast, reference, replace(FROM_FILE, in_confidence=True))
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert "Draft plan" not in " ".join(page.identity.due)

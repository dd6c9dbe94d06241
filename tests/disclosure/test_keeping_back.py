"""What names an address that must stay secret goes to nobody as it is; what was not searched is looked at first."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.cases import actions as cases
from inconfidence.cases import queries as case_queries
from inconfidence.cases.actions import NoteDetails, UploadDetails
from inconfidence.consent.actions import ConsentDetails, record_consent
from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Chosen, Doing, Sharing
from inconfidence.disclosure.models import Disclosure, Question
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from inconfidence.policy.vocabulary import Outcome
from tests.cases.family import MARTA, SAFE
from tests.cases.test_letters import made
from tests.cases.test_meetings import a_meeting
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import Family
from tests.disclosure.pages import SignIn, asked, page_of, press, where, words
from tests.quarantine import papers

pytestmark = pytest.mark.django_db
ADDRESS = "12 Larch Close\nKendal LA9 4XY"
NAMING = "Collected from 12 Larch Close by taxi."
NEED = "to plan the morning of the review"
SECRET = replace(SAFE, address_confidential=True)


def card(**safe: Any) -> CardDetails:
    return CardDetails(name="Marta Oyelaran", address=ADDRESS, safe=replace(SECRET, **safe))


def becomes(who: Person, reference: str, safe: SafeContact) -> None:
    """What may be done to reach her is said anew."""
    head = case_queries.case_head(who.actor, reference)
    assert isinstance(head, case_queries.CaseHead)
    cases.change_contact(who.actor, reference, replace(card(), safe=safe), version=head.card.version)


def a_secret_family(tom: Person, clock: Clock, text: str = "Sam sleeps badly.", **safe: Any) -> Family:
    """Her address is secret, and by phone she agreed to the SENCO hearing about the review."""
    reference = cases.open_case(tom.actor, replace(MARTA, card=card(**safe)))
    assert isinstance(reference, str)
    item = cases.add_note(tom.actor, reference, NoteDetails(text))
    senco = cases.add_involved(
        tom.actor, reference, cases.InvolvedDetails("senco", "Kit Vale", "Brook Lane School")
    )
    agreed = ConsentDetails(
        kind="share",
        answer="limited",
        words="Talk to Kit about the review.",
        recipients=frozenset({"senco"}),
        purposes=frozenset({"annual_review"}),
    )
    record_consent(tom.actor, reference, agreed)
    clock.forward(minutes=1)
    return Family(reference, str(item), str(senco))


def with_file(tom: Person, family: Family, data: bytes, name: str = "body.docx") -> Family:
    """The same, where a file is what is chosen."""
    item = cases.add_document(tom.actor, family.reference, UploadDetails(data, "Body", name=name))
    assert isinstance(item, UUID)
    return family._replace(item=str(item))


def acts(who: Person, reference: str) -> list[Act]:
    door = case_queries.open_case_for(who.actor, reference, look=None)
    assert isinstance(door, case_queries.OpenCase)
    return [event.act for event in events_about(who.actor.service_id, door.case_id)]


@pytest.fixture
def tom(gather: Callable[[str], Cast]) -> Person:
    return gather("bath-and-north-east-somerset").tom


@pytest.fixture
def client(tom: Person, sign_in: SignIn) -> Client:
    return sign_in(tom)


def test_a_file_that_names_the_secret_address_is_a_no_that_says_what_would_change_it(
    tom: Person, client: Client, clock: Clock
) -> None:
    family = with_file(tom, a_secret_family(tom, clock), papers.docx(NAMING))

    answer = asked(client, family)

    said = words(answer)
    assert 'data-outcome="refuse"' in said
    assert re.search(r"“Body” of [^.]*2026 names an address that must stay secret\.", said)
    assert 'data-step="leave_secret_out"' in said
    assert "file a copy without the address" in said
    assert "no longer secret" in said
    assert NEED in said, "what was typed stands there"
    assert "Share and record it" not in said
    assert Act.disclosure_refused in acts(tom, family.reference)
    assert Act.question_asked not in acts(tom, family.reference)


@pytest.mark.parametrize("how", ["a note", "a meeting", "a letter", "own words"])
def test_nothing_that_names_it_is_shared_by_whatever_it_comes(
    tom: Person, client: Client, clock: Clock, how: str
) -> None:
    """The page of a yes was drawn before the address was secret; it is asked again in the act."""
    family, more = naming(tom, a_secret_family(tom, clock, address_confidential=False), how)
    answer = asked(client, family, **more)
    assert "Share and record it" in words(answer), words(answer)
    becomes(tom, family.reference, SECRET)

    again = press(client, "share", answer, family, looked="on", **more)

    assert not Disclosure.objects.exists()
    assert 'data-outcome="refuse"' in words(again)
    assert "must stay secret" in words(again)
    assert acts(tom, family.reference)[-1:] != [Act.disclosure_made]
    assert Act.disclosure_refused in acts(tom, family.reference)
    assert Question.objects.filter(outcome=Outcome.REFUSE).count() == 1


def naming(tom: Person, family: Family, how: str) -> tuple[Family, dict[str, Any]]:
    """Something of this kind that names the address, and what else the form says."""
    actor, reference = tom.actor, family.reference
    if how == "own words":
        return family, {"items": [], "telling": NAMING, "need": NEED}
    if how == "a meeting":
        item = a_meeting(tom, reference, prepare=NAMING)
    elif how == "a letter":
        item = made(tom, reference, text=NAMING).item_id
    else:
        found = cases.add_note(actor, reference, NoteDetails(NAMING))
        assert isinstance(found, UUID)
        item = found
    return family._replace(item=str(item)), {f"need_{item}": NEED}


def test_the_person_themselves_may_have_their_own_address(tom: Person, client: Client, clock: Clock) -> None:
    family = with_file(tom, a_secret_family(tom, clock), papers.docx(NAMING))

    answer = asked(client, family, who="other", kind="the_person")
    book = press(client, "share", answer, family, who="other", kind="the_person")

    assert 'data-outcome="permit"' in words(answer)
    assert where(book).startswith(f"/cases/{family.reference}/ledger/")


def test_who_protects_a_child_is_told_it_without_a_word_of_this(
    tom: Person, client: Client, clock: Clock
) -> None:
    family = a_secret_family(tom, clock, NAMING)
    danger = {
        "who": "other",
        "kind": "social_worker",
        "danger": "yes",
        "risk_to": "child",
        "belief": "believed",
        "grounds": "There were bruises.",
    }

    answer = asked(client, family, **danger)

    assert 'data-outcome="permit"' in words(answer)
    assert "must stay secret" not in words(answer).split("What you asked")[0]
    assert 'data-outcome="refuse"' in words(asked(client, family, **danger | {"kind": "other_parent"}))


def test_a_secret_that_is_none_any_more_stands_in_nobodys_way(
    tom: Person, client: Client, clock: Clock
) -> None:
    family = with_file(tom, a_secret_family(tom, clock), papers.docx(NAMING))
    answer = asked(client, family)
    becomes(tom, family.reference, SAFE)

    now = page_of(client, where(answer))

    assert 'data-outcome="permit"' in words(now)
    assert 'name="looked"' not in words(now)


@pytest.mark.parametrize(
    ("data", "safe", "why"),
    [
        (papers.pdf(""), {}, "words in a picture, a scan or another file"),
        (papers.docx("Dean Hartley rang."), {"do_not_contact": "Dean Hartley"}, "must never be contacted"),
    ],
)
def test_what_was_not_searched_goes_once_somebody_has_looked(
    tom: Person, client: Client, clock: Clock, data: bytes, safe: dict[str, Any], why: str
) -> None:
    family = with_file(tom, a_secret_family(tom, clock, **safe), data)
    answer = asked(client, family)

    unseen = press(client, "share", answer, family, on_day="19")
    assert not Disclosure.objects.exists()
    assert why in words(answer)
    assert "Look through it first, and tick that you have" in words(unseen)
    assert 'value="19"' in words(unseen), "what was typed stands there"
    assert NEED in words(unseen)

    book = press(client, "share", unseen, family, looked="on")
    assert Disclosure.objects.count() == 1
    assert "Looked through for what must stay secret" in words(book)


def test_the_action_itself_asks_whether_somebody_has_looked(tom: Person, clock: Clock) -> None:
    family = with_file(tom, a_secret_family(tom, clock, address_confidential=False), papers.docx(NAMING))
    becomes(tom, family.reference, SECRET)
    sharing = Sharing(
        who=f"person:{family.senco}", purpose="annual_review", chosen=(Chosen(family.item, NEED),)
    )
    came = actions.ask(tom.actor, family.reference, sharing)
    assert isinstance(came, actions.Asked)
    page = queries.share_page(tom.actor, family.reference, came.question_id)
    assert isinstance(page, queries.SharePage)
    assert page.asked
    doing = Doing("telephone", tom.actor.today())

    with pytest.raises(cases.NotAccepted) as wrong:
        actions.share(tom.actor, family.reference, sharing, doing, shown=page.asked.digest)

    assert wrong.value.field == "looked"
    assert not Disclosure.objects.exists()

"""Who we may talk to, in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.cases.actions import ClosingDetails, close_case, reopen_case
from inconfidence.consent import actions, queries
from inconfidence.consent.actions import ConsentDetails, FormReturned
from inconfidence.consent.queries.sentences import CLOSED, ON_THE_FORM
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.queries.weighing import weigh
from inconfidence.policy.vocabulary import Outcome
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.consent.test_recording import BY_PHONE, REVIEW, TO_SENCO, added, door

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_nobody_until_they_are_asked(cast: Cast) -> None:
    talk = queries.who_we_may_talk_to(door(cast.tom, a_case(cast.tom)), TODAY)
    assert (talk.yes, talk.no) == ((), "everybody, including the council: they have not been asked")


def test_whom_a_form_names_is_still_to_be_recorded(cast: Cast) -> None:
    reference = a_case(cast.tom)
    for permitted, because in (("keep", "they have not been asked"), ("talk", ON_THE_FORM)):
        back = FormReturned(permissions=frozenset({permitted}), signed=True)
        actions.record_form_returned(cast.tom.actor, reference, back)
        talk = queries.who_we_may_talk_to(door(cast.tom, reference), cast.tom.actor.today())
        assert talk.no == f"everybody, including the council: {because}"


def test_one_role_one_matter_until_a_day(cast: Cast) -> None:
    reference = a_case(cast.tom)
    yes = replace(TO_SENCO, review_on=date(2027, 3, 3))
    actions.record_consent(cast.tom.actor, reference, yes)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("SENCO, about the annual review, until 3 March 2027",)
    assert talk.no == "everybody else, including the council"
    assert talk.notes == ()


def test_a_person_on_the_case_is_named(cast: Cast) -> None:
    reference = a_case(cast.tom)
    kit = added(cast.tom, reference, "Kit Vale")
    only_kit = replace(TO_SENCO, recipients=frozenset({f"person:{kit}"}), review_on=date(2026, 12, 1))
    actions.record_consent(cast.tom.actor, reference, only_kit)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("SENCO – Kit Vale, about the annual review, until 1 December",)


def test_a_whole_group_and_everything_we_help_with(cast: Cast) -> None:
    reference = a_case(cast.tom)
    group = replace(TO_SENCO, recipients=frozenset({"body:la"}), purposes=frozenset({"all_matters"}))
    actions.record_consent(cast.tom.actor, reference, group)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == (
        "anyone from the council's SEND and education teams, about everything we are helping with, until 20 May 2027",
    )
    assert talk.no == "everybody else"


def test_everybody_who_needs_to_know(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, BY_PHONE)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("everybody who needs to know, about the annual review, until 20 May 2027",)
    assert talk.no == "anything else about the family, and the whole file"


def test_everybody_but_one_to_whom_they_said_no(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, BY_PHONE)
    clock.forward(minutes=5)
    no = ConsentDetails(kind="share", answer="refused", recipients=frozenset({"senco"}))
    actions.record_consent(cast.tom.actor, reference, no)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert len(talk.yes) == 1
    assert talk.no == "SENCO; anything else about the family, and the whole file"


@pytest.mark.parametrize(("slug", "counts"), [("cumbria", False), ("coventry", True)])
def test_a_yes_past_its_review_says_ask_again(gather: Callable[[str], Cast], slug: str, counts: bool) -> None:
    tom = gather(slug).tom
    reference = a_case(tom)
    actions.record_consent(tom.actor, reference, replace(TO_SENCO, review_on=date(2026, 12, 1)))
    talk = queries.who_we_may_talk_to(door(tom, reference), date(2026, 12, 2))
    if counts:
        assert talk.yes == ("SENCO, about the annual review",)
        assert talk.notes == ("Ask again before telling SENCO: the date to look at it again has passed.",)
    else:
        assert (talk.yes, talk.no) == ((), "everybody, including the council, until then")
        assert talk.waiting == (
            "SENCO, about the annual review. It is time to ask whether the parent still agrees.",
        )


UNSIGNED = replace(TO_SENCO, method="in_person")
UNDATED = replace(TO_SENCO, dated=False)
NO_FORM_YET = "SENCO, about the annual review. The permission form has not come back."


@pytest.mark.parametrize(
    ("slug", "details", "wanting"),
    [
        ("cumbria", UNSIGNED, "SENCO, about the annual review. The form still has to be signed and dated."),
        (
            "cumbria",
            replace(UNSIGNED, signed=True),
            "SENCO, about the annual review. The form still has to be signed and dated.",
        ),
        ("coventry", UNSIGNED, ""),
        (
            "cumbria",
            UNDATED,
            "SENCO, about the annual review. A telephone note without a date counts for nothing.",
        ),
        ("rotherham", TO_SENCO, NO_FORM_YET),
        ("cumbria", TO_SENCO, ""),
    ],
)
def test_the_head_says_yes_only_where_the_question_does(
    gather: Callable[[str], Cast], clock: Clock, slug: str, details: ConsentDetails, wanting: str
) -> None:
    tom = gather(slug).tom
    reference = a_case(tom)
    actions.record_consent(tom.actor, reference, details)
    clock.forward(minutes=5)
    talk = queries.who_we_may_talk_to(door(tom, reference), TODAY)
    assert (talk.waiting, bool(talk.yes)) == ((wanting,) if wanting else (), not wanting)
    assert (asked_about_the_senco(tom, reference) == Outcome.PERMIT) == bool(talk.yes)


def asked_about_the_senco(who: Person, reference: str) -> Outcome:
    """What the question page would be told about telling the SENCO."""
    sharing = Sharing(who="senco", telling="Her plan", need="For the review", purpose="annual_review")
    weighed = weigh(who.actor, door(who, reference), sharing)
    assert weighed is not None
    return weighed.decision.outcome


def test_a_form_that_comes_back_lets_the_yes_count(gather: Callable[[str], Cast], clock: Clock) -> None:
    tom = gather("rotherham").tom
    reference = a_case(tom)
    actions.record_consent(tom.actor, reference, TO_SENCO)
    clock.forward(minutes=5)
    actions.record_form_returned(tom.actor, reference, FormReturned())
    clock.forward(minutes=5)
    talk = queries.who_we_may_talk_to(door(tom, reference), TODAY)
    assert (len(talk.yes), talk.waiting) == (1, ())


def test_a_yes_to_some_papers_says_so(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, replace(TO_SENCO, items=frozenset({str(uuid4())})))
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert talk.yes == ("SENCO, about the annual review, and only the papers they chose, until 20 May 2027",)


@pytest.mark.parametrize(
    ("answer", "because"),
    [
        ("refused", "they said no"),
        ("withdrawn", "they changed their mind"),
    ],
)
def test_a_no_closes_everything(cast: Cast, clock: Clock, answer: str, because: str) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, TO_SENCO)
    clock.forward(minutes=5)
    actions.record_consent(cast.tom.actor, reference, ConsentDetails(kind="share", answer=answer))
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert (talk.yes, talk.no) == ((), f"everybody, including the council: {because}")


def test_asked_is_not_yet_a_yes(cast: Cast) -> None:
    reference = a_case(cast.tom)
    asked = ConsentDetails(kind="share", answer="asked", purposes=REVIEW)
    actions.record_consent(cast.tom.actor, reference, asked)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), TODAY)
    assert (talk.yes, talk.no) == (
        (),
        "everybody, including the council: they were asked and have not answered",
    )


def test_the_head_of_the_page_says_it_too(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, replace(TO_SENCO, review_on=date(2027, 3, 3)))
    page = queries.consent_page(cast.tom.actor, reference)
    assert isinstance(page, queries.ConsentPage)
    assert [(line.yes, line.sentence) for line in page.identity.may_talk] == [
        (True, "SENCO, about the annual review, until 3 March 2027."),
        (False, "everybody else, including the council."),
    ]


def test_the_head_of_the_page_says_not_yet(cast: Cast, sign_in: Callable[[Person], Client]) -> None:
    reference = a_case(cast.tom)
    actions.record_consent(cast.tom.actor, reference, UNSIGNED)
    browser = sign_in(cast.tom)
    for address in (f"/cases/{reference}/", f"/cases/{reference}/consent/"):
        page = " ".join(browser.get(address).content.decode().split())
        assert "<strong>Not yet:</strong> SENCO, about the annual review. The form still has to be" in page
        assert "<strong>Yes:</strong>" not in page


def test_after_a_reopening_it_says_so_of_them_and_not_of_somebody_in_general(
    gather: Callable[[str], Cast], clock: Clock
) -> None:
    bath = gather("bath-and-north-east-somerset")
    reference = a_case(bath.tom)
    actions.record_consent(bath.tom.actor, reference, TO_SENCO)
    clock.forward(hours=1)
    close_case(bath.tom.actor, reference, ClosingDetails(outcomes=("needs_met",), issue="annual_review"))
    closed = queries.who_we_may_talk_to(door(bath.tom, reference), TODAY)
    assert closed.waiting == (CLOSED,)
    reopen_case(bath.tom.actor, reference, "She rang")
    clock.forward(hours=1)
    (waiting,) = queries.who_we_may_talk_to(door(bath.tom, reference), TODAY).waiting
    assert waiting.endswith("The case was opened again since they said so: ask them whether it still holds.")

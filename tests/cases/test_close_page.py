"""/cases/<reference>/close/ and /cases/<reference>/reopen/"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.verify import verify
from inconfidence.cases import actions
from inconfidence.cases.actions import NoteDetails
from inconfidence.cases.models import Case, Closing
from inconfidence.duties.models import Duty
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_beginning import TOLD, write
from tests.cases.test_closing import DONE
from tests.cast import Cast, Person
from tests.conftest import Clock

SignIn = Callable[[Person], Client]
FIELDS: dict[str, Any] = {
    "outcomes": ["needs_met"],
    "reason": "completed",
    "level": "1",
    "issue": "annual_review",
    "in_care": "unknown",
    "supervision_order": "unknown",
    "settle_rest": "yes",
}
BORN = {"born_on_day": "1", "born_on_month": "3", "born_on_year": "1975"}


@pytest.fixture
def bath(gather: Callable[[str], Cast]) -> Cast:
    """A service whose first contact asks for nothing before a first case can be closed."""
    return gather("bath-and-north-east-somerset")


WAITS = (
    "Work above level 1 may not begin while the permission form is not back (Information to third parties, 3). "
    "Choose level 1 if only first advice was given, or record the form if it is back. "
    "If more was done all the same, write below how it came to that"
)
AHEAD = (
    "More than first advice was given before the policy let it: The review was brought forward "
    "(the permission form is not back)"
)


def preset(page: str, name: str) -> list[str]:
    """The answers of these radio buttons that are chosen before anybody chose."""
    return re.findall(f'name="{name}" type="radio" value="([^"]*)" checked', page)


def shown(client: Client, reference: str) -> str:
    """The page on which a case is closed, on one line."""
    return " ".join(text(client.get(f"/cases/{reference}/close/")).split())


def test_what_the_file_knows_is_filled_and_the_rest_is_asked(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    page = text(sign_in(bath.tom).get(f"/cases/{reference}/close/"))
    assert page.count("checked") == 3
    assert 'value="annual_review" selected' in page
    assert "settle_rest" not in page


def test_closed_it_shows_how_it_ended(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    client = sign_in(bath.tom)
    answer = send(client, f"/cases/{reference}/close/", **FIELDS)
    assert answer["Location"] == f"/cases/{reference}/reopen/"
    page = text(client.get(answer["Location"]))
    assert "This case is closed" in page
    assert (
        "Ordinary parent-support records are destroyed 12 years after the case closes. (Section 4.4)" in page
    )
    assert "They have the information and advice they needed" in page


def test_without_an_outcome_one_sentence_and_nothing_lost(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    typed = FIELDS | {"outcomes": [], "words": "She will ring if it starts again"}
    page = text(send(sign_in(bath.tom), f"/cases/{reference}/close/", **typed))
    assert page.count("Tick what came of the work, even if that is not known") == 2
    assert "She will ring if it starts again" in page
    assert Case.objects.get().state == "open"


def test_a_day_before_the_case_was_opened_is_one_sentence_and_nothing_lost(
    bath: Cast, sign_in: SignIn
) -> None:
    reference = a_case(bath.tom)
    day = {"closed_on_day": "20", "closed_on_month": "2", "closed_on_year": "2025"}
    typed = FIELDS | day | {"words": "She will ring if it starts again"}
    page = text(send(sign_in(bath.tom), f"/cases/{reference}/close/", **typed))
    assert "The case was opened on Friday 20 November 2026: choose that day or a later one" in page
    assert "She will ring if it starts again" in page
    assert Case.objects.get().state == "open"


def test_whoever_died_is_asked_only_where_somebody_did(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    page = text(send(sign_in(bath.tom), f"/cases/{reference}/close/", **FIELDS | {"reason": "deceased"}))
    assert "Choose who has died" in page


def test_sent_twice_it_is_closed_once(bath: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(bath.tom), str(uuid4())
    client = sign_in(bath.tom)
    send(client, f"/cases/{reference}/close/", once, **FIELDS)
    again = send(client, f"/cases/{reference}/close/", once, **FIELDS)
    assert again["Location"] == f"/cases/{reference}/reopen/"
    assert again.cookies["said"].value.startswith("already-done:")
    other = send(client, f"/cases/{reference}/close/", **FIELDS)
    assert "This case is closed already" in text(other)
    assert Closing.objects.count() == 1


def test_what_comes_first_stands_above_the_form(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    page = text(send(sign_in(cast.tom), f"/cases/{reference}/close/", **FIELDS | {"words": "All is well"}))
    assert 'data-step="ask_consent_question"' in page
    assert "All is well" in page
    assert Case.objects.get().state == "open"


def test_a_closed_case_leads_to_opening_it_again(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    actions.close_case(bath.tom.actor, reference, DONE)
    client = sign_in(bath.tom)
    assert client.get(f"/cases/{reference}/close/")["Location"] == f"/cases/{reference}/reopen/"
    answer = send(client, f"/cases/{reference}/reopen/", words="She rang again")
    assert answer["Location"] == f"/cases/{reference}/"
    assert answer.cookies["said"].value.startswith("case-reopened:")
    assert "This case is open" in text(client.get(f"/cases/{reference}/reopen/"))


def test_a_case_that_was_never_closed_says_so(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    assert "It has never been closed" in text(sign_in(bath.tom).get(f"/cases/{reference}/reopen/"))


def test_why_it_was_opened_again_is_on_the_page_and_on_the_timeline(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    client = sign_in(bath.tom)
    send(client, f"/cases/{reference}/close/", **FIELDS)
    send(client, f"/cases/{reference}/reopen/", words="She rang again")
    assert "She rang again" in text(client.get(f"/cases/{reference}/reopen/"))
    page = text(client.get(f"/cases/{reference}/"))
    assert page.index("Opened again</a>") < page.index("Closed</a>")
    assert "She rang again" in page
    assert "The work is done. They have the information and advice they needed." in page


def test_how_far_help_went_is_asked_openly_where_the_file_speaks_for_more(
    bath: Cast, sign_in: SignIn, clock: Clock
) -> None:
    reference, client = a_case(bath.tom), sign_in(bath.tom)
    for said in ("She rang.", "I rang back.", "He rang.", "They wrote."):
        assert preset(shown(client, reference), "reason") == ["completed"]
        actions.add_note(bath.tom.actor, reference, NoteDetails(said))
        clock.forward(days=1)
        client = sign_in(bath.tom)
    page = shown(client, reference)
    assert "On the timeline: 4 calls and notes on 4 days" in page
    assert preset(page, "level") == preset(page, "reason") == []
    unsaid = {name: value for name, value in FIELDS.items() if name not in ("level", "reason")}
    refused = text(send(client, f"/cases/{reference}/close/", **unsaid))
    assert "Choose how far our help went" in refused
    assert "Choose why we close it" in refused


@pytest.mark.parametrize(
    ("recorded", "level", "reason"),
    [("", [], ["completed"]), ("1", ["1"], ["completed"]), ("3", ["3"], [])],
)
def test_how_far_help_went_is_filled_only_where_somebody_said_it(
    bath: Cast, sign_in: SignIn, recorded: str, level: list[str], reason: list[str]
) -> None:
    reference = a_case(bath.tom)
    for said in ("2", recorded) if recorded else ():
        write(bath.tom, reference, replace(TOLD, level=said))
    page = shown(sign_in(bath.tom), reference)
    assert (preset(page, "level"), preset(page, "reason")) == (level, reason)


def test_what_is_in_the_way_of_the_level_is_said_and_the_truth_can_be_closed_with(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    service = gather("rotherham")
    reference = a_case(service.tom)
    write(service.tom, reference, TOLD)
    client, here = sign_in(service.tom), f"/cases/{reference}/close/"
    never = FIELDS | {"reason": "form_not_returned", "level": "2", "outcomes": ["unknown"]}
    refused = " ".join(text(send(client, here, **never)).split())
    assert WAITS in refused
    assert "The form is back" in refused
    assert Case.objects.get().state == "open"
    send(client, here, **never | {"ahead": "The review was brought forward"})
    assert Case.objects.get().state == "closed"
    assert AHEAD in text(client.get(f"/cases/{reference}/reopen/"))
    (owed,) = Duty.objects.filter(kind="read_early_work", state="open")
    assert owed.owed_by_role == "head_of_service"
    assert "ro-third-03c" in bytes(Event.objects.get(act=Act.case_closed).payload).decode()
    assert verify().ok


def test_without_the_form_only_first_advice_is_closed_with_no_word_of_more(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    service = gather("rotherham")
    reference = a_case(service.tom)
    write(service.tom, reference, TOLD)
    client = sign_in(service.tom)
    send(client, f"/cases/{reference}/close/", **FIELDS | {"reason": "form_not_returned"})
    assert "More than first advice" not in text(client.get(f"/cases/{reference}/reopen/"))
    assert not Duty.objects.filter(kind="read_early_work").exists()


def test_why_it_ends_is_chosen_where_first_contact_lacks_something(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    reference, client = a_case(rotherham.tom), sign_in(rotherham.tom)
    assert 'name="reason" type="radio" value="completed" >' in shown(client, reference)
    unsaid = {name: value for name, value in FIELDS.items() if name != "reason"}
    assert "Choose why we close it" in text(send(client, f"/cases/{reference}/close/", **unsaid))


def test_a_birth_that_cannot_be_is_asked_again_with_a_tick(bath: Cast, sign_in: SignIn) -> None:
    reference = a_case(bath.tom)
    client = sign_in(bath.tom)
    assert "born_sure" not in text(client.get(f"/cases/{reference}/close/"))
    page = text(send(client, f"/cases/{reference}/close/", **FIELDS | BORN))
    assert "On the file the child was born in 2016" in page
    assert 'name="born_sure"' in page
    send(client, f"/cases/{reference}/close/", **FIELDS | BORN | {"born_sure": "on"})
    assert Case.objects.get().state == "closed"


@pytest.mark.parametrize("slug", ["blackburn-with-darwen", "coventry", "cumbria", "rotherham"])
def test_care_and_supervision_are_asked_only_where_keeping_rests_on_them(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str
) -> None:
    service = gather(slug)
    page = text(sign_in(service.tom).get(f"/cases/{a_case(service.tom)}/close/"))
    assert "in_care" not in page
    assert "supervision_order" not in page
    assert ('value="form_not_returned"' in page) == (slug == "rotherham")
    assert ("the permission form is not back" in page) == (slug == "rotherham")

"""/forms/ and /cases/<reference>/form/remind/: forms that are out, whom to remind, and how."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases.actions import ClosingDetails, NotAccepted, close_case, open_case
from inconfidence.cases.actions import record_first_contact as first_contact
from inconfidence.cases.queries import may_begin
from inconfidence.consent import actions, queries
from inconfidence.consent.actions import FormReturned, NotReminded, Reminder
from inconfidence.consent.models import Entry
from inconfidence.duties.actions import owe
from inconfidence.duties.queries import due_for
from inconfidence.duties.words import FORM, FORM_OUT, LEGAL_DATE, About
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from tests.cases.browser import bare, send, text
from tests.cases.family import MARTA, SAFE, TOLD, a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.consent.test_recording import door

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
Gather = Callable[[str], Cast]
TODAY = date(2026, 11, 20)
GIVEN = date(2026, 11, 9)
ASKED = SafeContact(ok_to_ring="yes", ok_text="no", ok_email="yes")


def a_form_out(who: Person, name: str = "Marta Oyelaran", **changes: object) -> str:
    """A case whose form was given on Monday 9 November."""
    return a_case(who, name, opened_on=GIVEN, form_given_on=GIVEN, **changes)


def reached(who: Person, safe: SafeContact, **more: object) -> str:
    """The same, with somebody who said this about reaching them."""
    card = CardDetails(name="Marta Oyelaran", phones=("07700 900 123",), safe=safe, **more)  # type: ignore[arg-type]
    case = replace(MARTA, opened_on=GIVEN, form_given_on=GIVEN, card=card)
    reference = open_case(who.actor, case)
    assert isinstance(reference, str)
    return reference


def kinds(who: Person) -> list[tuple[str, date | None]]:
    """What this person owes about forms."""
    return [(duty.kind, duty.due_on) for duty in due_for(who.actor) if duty.kind in (FORM, FORM_OUT)]


def listed(who: Person) -> list[str]:
    """The cases whose forms this person sees to be out, in the order of the list."""
    found = queries.forms_out(who.actor)
    return [line.reference for line in (*found.pressing, *found.waiting)]


def test_a_form_that_was_given_is_out_with_its_days_and_how_to_reach_them(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = reached(cast.tom, SAFE, language="Urdu", interpreter=True)
    page = text(sign_in(cast.tom).get("/forms/"))
    assert "Out for 11 days, since Monday 9 November 2026" in page
    assert "<strong>Marta Oyelaran</strong>, about Sam" in page
    assert "07700 900 123" in page
    assert "Ring mobile only, 10–2 on weekdays. No voicemail." in page
    assert "Language: Urdu. An interpreter is needed." in page
    assert "Not reminded yet. Next word by Monday 16 November 2026." in page
    assert reference in page


def test_no_number_stands_beside_somebody_who_must_not_be_rung(cast: Cast, sign_in: SignIn) -> None:
    reached(cast.tom, SafeContact(ok_to_ring="no"))
    page = text(sign_in(cast.tom).get("/forms/"))
    assert "Do not ring." in page
    assert "07700" not in page


def test_what_is_back_closed_or_never_given_is_not_listed(cast: Cast) -> None:
    a_case(cast.tom, "Never Given")
    back, closed = a_form_out(cast.tom, "Is Back"), a_form_out(cast.tom, "Is Closed")
    actions.record_form_returned(cast.tom.actor, back, FormReturned())
    first_contact(cast.tom.actor, closed, TOLD, version=1)
    close_case(cast.tom.actor, closed, ClosingDetails(outcomes=("needs_met",), issue="annual_review"))
    out = a_form_out(cast.tom, "Still Out")
    assert listed(cast.tom) == [out]


def test_nobody_sees_forms_of_cases_that_are_not_theirs(cast: Cast, sign_in: SignIn) -> None:
    a_form_out(cast.tom)
    assert listed(cast.ewa) == []
    assert "No form is out." in text(sign_in(cast.ewa).get("/forms/"))
    assert sign_in(cast.joan).get("/forms/").status_code == 404


def test_a_deadline_stands_on_top_and_an_exclusion_before_those_that_only_wait(
    cast: Cast, sign_in: SignIn
) -> None:
    waits = a_form_out(cast.tom, "Only Waits")
    excluded = a_case(cast.tom, "Shut Out", form_given_on=TODAY, issues=("suspension",))
    appeals = a_case(cast.tom, "Appeals Now", form_given_on=TODAY)
    with transaction.atomic():
        for day in (date(2027, 1, 20), date(2026, 12, 1)):
            owe(cast.tom.actor, LEGAL_DATE, About.ITEM, uuid4(), day, owed_by=cast.tom.id, reference=appeals)
    assert listed(cast.tom) == [appeals, excluded, waits]
    page = text(sign_in(cast.tom).get("/forms/"))
    assert "A date in law: Tuesday 1 December 2026." in page
    assert "Exclusion." in page
    assert page.index("With a deadline") < page.index("Appeals Now") < page.index("All others")


def test_where_work_waits_for_it_one_not_given_yet_stands_in_the_list_too(
    gather: Gather, sign_in: SignIn
) -> None:
    cast = gather("rotherham")
    reference = a_case(cast.tom, opened_on=GIVEN)
    assert listed(cast.tom) == [reference]
    page = text(sign_in(cast.tom).get("/forms/"))
    assert "Not given yet; the case is 11 days old" in page
    assert "Remind them" not in page
    assert kinds(cast.tom) == [(FORM, TODAY)]
    actions.record_form_returned(cast.tom.actor, reference, FormReturned())
    assert listed(cast.tom) == []


def test_giving_it_brings_a_word_after_a_week_and_its_return_ends_that(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert kinds(cast.tom) == []
    first_contact(cast.tom.actor, reference, TOLD, version=1)
    assert kinds(cast.tom) == [(FORM_OUT, date(2026, 11, 27))]
    first_contact(cast.tom.actor, reference, replace(TOLD, statement=False), version=2)
    assert kinds(cast.tom) == [(FORM_OUT, date(2026, 11, 27))]
    actions.record_form_returned(cast.tom.actor, reference, FormReturned())
    assert kinds(cast.tom) == []


def test_taken_back_it_was_never_given(cast: Cast) -> None:
    reference = a_form_out(cast.tom)
    assert kinds(cast.tom) == [(FORM_OUT, date(2026, 11, 16))]
    first_contact(cast.tom.actor, reference, replace(TOLD, form=False), version=1)
    assert kinds(cast.tom) == []
    assert listed(cast.tom) == []


def test_given_after_it_came_back_nothing_is_owed(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.record_form_returned(cast.tom.actor, reference, FormReturned())
    first_contact(cast.tom.actor, reference, TOLD, version=1)
    assert kinds(cast.tom) == []


def test_a_form_on_a_case_that_nobody_has_is_the_leads_to_bring_back(cast: Cast) -> None:
    a_case(cast.tom, form_given_on=TODAY, take_myself=False)
    assert kinds(cast.tom) == []
    assert kinds(cast.maryam) == [(FORM_OUT, date(2026, 11, 27))]


def test_where_work_waits_for_it_giving_it_later_changes_nothing_that_is_owed(gather: Gather) -> None:
    cast = gather("rotherham")
    reference = a_case(cast.tom)
    first_contact(cast.tom.actor, reference, TOLD, version=1)
    assert kinds(cast.tom) == [(FORM, TODAY)]


def test_a_reminder_is_written_down_and_the_form_comes_back_to_the_day_in_a_week(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = reached(cast.tom, ASKED)
    client = sign_in(cast.tom)
    answer = send(client, f"/cases/{reference}/form/remind/", method="telephone", words="She will look.")
    assert answer["Location"] == "/forms/"
    assert Event.objects.filter(act=Act.form_reminded).count() == 1
    assert "Reminded on Friday 20 November 2026. Next word by Friday 27 November 2026." in text(
        client.get("/forms/")
    )
    assert kinds(cast.tom) == [(FORM_OUT, date(2026, 11, 27))]
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert "Reminded of the permission form. By phone, noted by Tom Aldridge." in page
    assert "She will look." in page


def test_where_work_waits_for_the_form_a_reminder_moves_what_is_owed(gather: Gather) -> None:
    cast = gather("rotherham")
    reference = a_form_out(cast.tom)
    assert kinds(cast.tom) == [(FORM, GIVEN)]
    actions.record_reminder(cast.tom.actor, reference, Reminder("telephone", date(2026, 11, 19)))
    assert kinds(cast.tom) == [(FORM, date(2026, 11, 26))]


def test_a_reminder_is_no_answer_of_theirs(gather: Gather) -> None:
    cast = gather("rotherham")
    reference = a_form_out(cast.tom)
    actions.record_reminder(cast.tom.actor, reference, Reminder("telephone"))
    found = may_begin(cast.tom.actor, door(cast.tom, reference))
    assert "chase_form" in [step.kind for step in found.steps]
    assert listed(cast.tom) == [reference]


@pytest.mark.parametrize(
    ("safe", "address", "open_ways"),
    [
        (SafeContact(), "", {"telephone", "in_person"}),
        (SafeContact(ok_to_ring="no"), "", {"in_person"}),
        (SafeContact(ok_to_ring="only_times", ok_text="yes"), "", {"telephone", "text", "in_person"}),
        (SafeContact(ok_to_ring="unknown", ok_email="yes"), "", {"telephone", "email", "in_person"}),
        (SafeContact(ok_text="no", ok_email="prefer_not"), "", {"telephone", "in_person"}),
        (SafeContact(ok_post="yes"), "1 Low Street", {"telephone", "letter", "in_person"}),
        (SafeContact(ok_post="yes"), " ", {"telephone", "in_person"}),
        (SafeContact(), "1 Low Street", {"telephone", "in_person"}),
        (SafeContact(ok_post="yes", post_came_back=True), "1 Low Street", {"telephone", "in_person"}),
    ],
)
def test_only_the_ways_that_are_safe_are_open(
    cast: Cast, safe: SafeContact, address: str, open_ways: set[str]
) -> None:
    reference = reached(cast.tom, safe, address=address)
    page = queries.remind_page(cast.tom.actor, reference)
    assert isinstance(page, queries.RemindPage)
    assert {way for way, _ in page.open_ways} == open_ways
    assert len(page.closed_ways) == 5 - len(open_ways)
    assert page.letter == ("letter" in open_ways)


def test_a_way_that_is_not_open_is_said_with_its_reason_and_refused(cast: Cast, sign_in: SignIn) -> None:
    reference = reached(cast.tom, ASKED)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/form/remind/"))
    assert "Not now: by text message.</strong> The parent asked us not to get in touch this way." in page
    assert "Not now: by letter.</strong> Nobody has confirmed the address yet." in page
    assert 'value="text"' not in client.get(f"/cases/{reference}/form/remind/").content.decode()
    answer = send(client, f"/cases/{reference}/form/remind/", method="text")
    assert "Choose one of the answers shown" in text(answer)
    refused = actions.record_reminder(cast.tom.actor, reference, Reminder("text"))
    assert isinstance(refused, NotReminded)
    assert refused.answer.outcome == "refuse"
    assert not Entry.objects.exists()


def test_what_was_safe_when_the_page_was_drawn_is_asked_again(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = reached(cast.tom, ASKED)
    monkeypatch.setattr("inconfidence.consent.forms.RemindForm.details", lambda self: Reminder("text"))
    answer = send(sign_in(cast.tom), f"/cases/{reference}/form/remind/", method="telephone", words="Kept.")
    page = answer.content.decode()
    assert 'data-outcome="refuse"' in page
    assert "Kept." in page
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("details", "says"),
    [
        (Reminder("telephone", TODAY + timedelta(days=1)), "This day has not come yet"),
        (Reminder("telephone", GIVEN - timedelta(days=1)), "The form was given on Monday 9 November 2026"),
        (Reminder("by pigeon"), "Choose one of the answers"),
    ],
)
def test_a_day_or_way_that_cannot_be_is_refused(cast: Cast, details: Reminder, says: str) -> None:
    reference = a_form_out(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.record_reminder(cast.tom.actor, reference, details)
    assert says in wrong.value.says
    assert not Entry.objects.exists()


def test_of_a_form_that_is_not_out_nobody_is_reminded(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    assert "No form of theirs is out" in text(sign_in(cast.tom).get(f"/cases/{reference}/form/remind/"))
    with pytest.raises(NotAccepted) as wrong:
        actions.record_reminder(cast.tom.actor, reference, Reminder("telephone"))
    assert wrong.value.says.startswith("No form of theirs is out")


def test_sent_twice_it_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_form_out(cast.tom), str(uuid4())
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/form/remind/", once, method="telephone")
    answer = send(client, f"/cases/{reference}/form/remind/", once, method="telephone")
    assert answer.cookies["said"].value.startswith("already-done:")
    assert Entry.objects.count() == 1


def test_a_colleague_is_asked_why_and_others_find_no_such_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_form_out(cast.tom)
    path = f"/cases/{reference}/form/remind/"
    assert sign_in(cast.maryam).get(path)["Location"].startswith(f"/cases/{reference}/reason/")
    assert sign_in(cast.joan).get(path).status_code == 404
    ewa = sign_in(cast.ewa)
    assert bare(ewa.get(path)) == bare(ewa.get("/cases/7KQM-4XH2/form/remind/"))


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _ in range(2):
        a_form_out(cast.tom)
        a_form_out(cast.tom)
        with CaptureQueriesContext(connection) as found:
            queries.forms_out(cast.tom.actor)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_the_day_leads_to_the_reminder(cast: Cast, sign_in: SignIn, clock: Clock) -> None:
    reference = a_form_out(cast.tom)
    clock.set(datetime(2026, 11, 20, 10, 5, tzinfo=UTC))
    page = sign_in(cast.tom).get("/").content.decode()
    assert f'href="/cases/{reference}/form/remind/"' in page
    assert "A permission form is out: remind them, or go through it with them" in page

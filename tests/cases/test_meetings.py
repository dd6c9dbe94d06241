"""Meetings: meetings/new, one, change, outcome, calendar.ics; what waits, what is kept, what is owed."""

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import MeetingDetails, MeetingSaved, MeetingTheirs, NotAccepted
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.models import Earlier, Item
from inconfidence.cases.queries.page import provenance
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.duties.queries import due_for
from inconfidence.people.queries import SafeContact
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case, marta
from tests.cases.test_beginning import TOLD, write
from tests.cast import Cast, Person
from tests.conftest import Clock

SignIn = Callable[[Person], Client]
THURSDAY = date(2026, 11, 26)
DETAILS = MeetingDetails(
    THURSDAY, time(10), time(11, 30), "Brook Lane, Room 4", ("person",), "The review", prepare="The plan"
)
MEETING: dict[str, Any] = {
    "day": "2026-11-26",
    "start": "10:00",
    "end": "11:30",
    "place": "Brook Lane, Room 4",
    "with_whom": ["person", "child"],
    "purpose": "The review",
    "bring": "Old reports",
    "prepare": "The draft plan",
}


@pytest.fixture
def cast(gather: Callable[[str], Cast]) -> Cast:
    """The cast of a service in which work may begin as soon as a case is open."""
    return gather("bath-and-north-east-somerset")


def a_meeting(who: Person, reference: str, **changes: object) -> UUID:
    """A meeting added by this person."""
    came = actions.add_meeting(who.actor, reference, replace(DETAILS, **changes))  # type: ignore[arg-type]
    assert isinstance(came, MeetingSaved)
    return came.item_id


def page_of(who: Person, reference: str, item: UUID) -> queries.MeetingPage:
    """The meeting as this person sees it."""
    page = queries.meeting(who.actor, reference, item)
    assert isinstance(page, queries.MeetingPage)
    return page


def owed(who: Person) -> dict[str, date | None]:
    """What this person owes for meetings, by kind."""
    return {duty.kind: duty.due_on for duty in due_for(who.actor) if duty.kind.startswith("meeting")}


def test_a_meeting_is_added_and_stands_on_the_timeline_and_on_the_day(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/meetings/new/", **MEETING)
    assert "/meetings/" in answer["Location"]
    case = queries.case_page(cast.tom.actor, reference)
    assert isinstance(case, queries.CaseView)
    entry = case.timeline[0]
    assert (entry.kind, entry.heading, entry.happened_on) == ("meeting", "Meeting", THURSDAY)
    assert entry.text.splitlines() == [
        "Thursday 26 November 2026, 10am to 11:30am, Brook Lane, Room 4",
        "With: Marta Oyelaran; Sam",
        "About: The review",
        "They might bring: Old reports",
        "We prepare: The draft plan",
    ]
    assert owed(cast.tom) == {"meeting": THURSDAY, "meeting_prep": date(2026, 11, 25)}


@pytest.mark.parametrize(
    ("day", "prepared"),
    [
        (date(2026, 11, 30), date(2026, 11, 27)),
        (date(2026, 12, 29), date(2026, 12, 24)),
        (date(2026, 11, 21), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 20)),
    ],
    ids=["monday", "after-bank-holidays", "tomorrow", "today"],
)
def test_what_to_prepare_is_due_on_the_last_working_day_before(cast: Cast, day: date, prepared: date) -> None:
    a_meeting(cast.tom, a_case(cast.tom), day=day, start=time(18), end=None)
    assert owed(cast.tom) == {"meeting": day, "meeting_prep": prepared}


def test_only_the_place_needs_typing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/meetings/new/"))
    assert '<option value="" selected>Choose the day</option>' in page, "nobody agreed a day yet"
    assert '<option value="" selected>Choose the time</option>' in page
    assert '<option value="2026-11-27">Friday 27 November 2026</option>' in page
    short = {"day": "2026-11-27", "start": "10:00", "place": "Office", "press": "letter"}
    answer = send(client, f"/cases/{reference}/meetings/new/", **short)
    assert f"/cases/{reference}/letters/new/?letter=meeting_confirmed&meeting=" in answer["Location"]
    final = {"heading": "Our meeting", "way": "by_hand", "press": "final"}
    letter = text(client.get(answer["Location"]))
    written = html.unescape(letter.split('id="id_text"')[1].split(">", 1)[1].split("</textarea>")[0])
    assert send(client, answer["Location"], text=written, **final).status_code == 302
    assert "Friday 27 November 2026" in letter
    assert "10am to 11am" in letter


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"end": "09:45"}, "The meeting ends before it starts"),
        ({"end": "10:00"}, "The meeting ends before it starts"),
        ({"place": ""}, "Say where it is"),
        ({"place": "At Oyelaran's"}, "say the place without a name of the family"),
        ({"place": "where Sam lives"}, "say the place without a name of the family"),
        ({"day": ""}, "Choose the day"),
        ({"start": ""}, "Choose when it starts"),
        ({"day": "other"}, "Type the day of the meeting"),
        ({"on_day": "31", "on_month": "2", "on_year": "2027"}, "Enter a real date"),
        ({"on_day": "3", "on_month": "2", "on_year": "2072"}, "Check the year of the meeting"),
        ({"with_whom": [str(uuid4())]}, "Choose from the answers shown"),
        ({"start": "25:00"}, "Choose one of the answers shown"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_lost(
    cast: Cast, sign_in: SignIn, fields: dict[str, Any], says: str
) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/meetings/new/", **(MEETING | fields))
    assert answer.status_code == 200
    assert says in text(answer)
    assert "The draft plan" in text(answer)
    assert not Item.objects.exists()


def test_a_secret_address_is_no_place_for_a_calendar(cast: Cast) -> None:
    safe = SafeContact(address_confidential=True)
    card = replace(marta().card, safe=safe, address="14 Elm Street, Elmshire EL1 2AB")
    reference = actions.open_case(cast.tom.actor, replace(marta(), card=card))
    assert isinstance(reference, str)
    for place in ("14 Elm Street", "Flat 2, EL1 2AB", "at el12ab"):
        with pytest.raises(NotAccepted) as wrong:
            a_meeting(cast.tom, reference, place=place)
        assert wrong.value.says == "This names an address that must stay secret: take it out"


def test_one_in_the_past_is_saved_with_a_word_and_is_not_due(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    past = MEETING | {"on_day": "12", "on_month": "11", "on_year": "2026"}
    client = sign_in(cast.tom)
    for press in ("", "letter"):
        answer = send(client, f"/cases/{reference}/meetings/new/", **past, press=press)
        assert answer.cookies["said"].value.startswith("meeting-past:")
    assert owed(cast.tom) == {}


def test_it_waits_until_work_may_begin_and_the_form_stays(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("rotherham")
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/meetings/new/", **MEETING)
    assert answer.status_code == 200
    assert "data-outcome=" in text(answer)
    assert "The draft plan" in text(answer)
    assert not Item.objects.exists()
    assert Event.objects.filter(act=Act.casework_refused).count() == 1


def test_what_it_said_before_is_kept_and_what_is_owed_moves(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    client = sign_in(cast.tom)
    moved = MEETING | {"day": "2026-12-03", "version": "1", "place": "Town hall"}
    answer = send(client, f"/cases/{reference}/meetings/{item}/change/", **moved)
    assert answer["Location"] == f"/cases/{reference}/meetings/{item}/"
    page = page_of(cast.tom, reference, item)
    assert [(one.version, one.place) for one in page.versions] == [
        (2, "Town hall"),
        (1, "Brook Lane, Room 4"),
    ]
    assert owed(cast.tom) == {"meeting": date(2026, 12, 3), "meeting_prep": date(2026, 12, 2)}
    shown = text(client.get(f"/cases/{reference}/meetings/{item}/"))
    assert "Town hall" in shown
    assert "Brook Lane, Room 4" in shown


def test_a_day_that_is_not_on_the_list_stands_typed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference, day=date(2026, 11, 12))
    client, path = sign_in(cast.tom), f"/cases/{reference}/meetings/{item}/change/"
    page = text(client.get(path))
    assert '<option value="other" selected>' in page
    assert 'value="12"' in page
    typed = {"on_day": "12", "on_month": "11", "on_year": "2026", "version": "1", "place": "Town hall"}
    assert send(client, path, **(MEETING | typed | {"day": ""})).status_code == 302
    assert page_of(cast.tom, reference, item).versions[0].place == "Town hall"


def test_two_who_change_it_at_once_see_both(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    actions.change_meeting(cast.tom.actor, reference, item, replace(DETAILS, place="Library"), version=1)
    answer = send(
        sign_in(cast.tom),
        f"/cases/{reference}/meetings/{item}/change/",
        **(MEETING | {"version": "1", "place": "Town hall"}),
    )
    assert answer.status_code == 200
    assert "Library" in text(answer)
    assert "Town hall" in text(answer)
    assert 'name="version" value="2"' in text(answer)
    came = actions.change_meeting(cast.tom.actor, reference, item, DETAILS, version=1)
    assert isinstance(came, MeetingTheirs)
    assert Earlier.objects.count() == 1


def test_what_came_of_it_settles_what_was_owed(cast: Cast, sign_in: SignIn, wall_clock: Clock) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/meetings/{item}/outcome/"
    assert "Write what came of the meeting" in text(send(client, path, outcome=" "))
    assert send(client, path, outcome="They will amend the plan.", version="1").status_code == 302
    assert owed(cast.tom) == {}
    assert page_of(cast.tom, reference, item).now.outcome == "They will amend the plan."
    assert "They will amend the plan." in text(client.get(f"/cases/{reference}/meetings/{item}/"))
    actions.change_meeting(cast.tom.actor, reference, item, replace(DETAILS, place="Hall"), version=2)
    assert page_of(cast.tom, reference, item).now.outcome == "They will amend the plan."
    assert owed(cast.tom) == {}


CONFIRM = "Prepare a letter to confirm it"


@pytest.mark.parametrize("day", [THURSDAY, date(2026, 11, 20), date(2026, 11, 12)])
def test_a_letter_confirms_only_what_is_to_come(cast: Cast, sign_in: SignIn, day: date) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference, day=day)
    client, coming = sign_in(cast.tom), day >= date(2026, 11, 20)
    assert (CONFIRM in text(client.get(f"/cases/{reference}/meetings/{item}/"))) == coming
    offered = text(client.get(f"/cases/{reference}/letters/new/"))
    assert (f"letter=meeting_confirmed&amp;meeting={item}" in offered) == coming
    assert (f"letter=arranging&amp;meeting={item}" in offered) == coming


def test_nor_one_that_has_its_outcome(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    actions.record_outcome(cast.tom.actor, reference, item, "They came early.", version=1)
    client = sign_in(cast.tom)
    assert CONFIRM not in text(client.get(f"/cases/{reference}/meetings/{item}/"))
    assert f"meeting={item}" not in text(client.get(f"/cases/{reference}/letters/new/"))


def test_the_calendar_entry_tells_time_place_and_reference_only(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    client = sign_in(cast.tom)
    answer = client.get(f"/cases/{reference}/meetings/{item}/calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    said = text(answer).replace("\r\n ", "")
    assert f"SUMMARY:Meeting {reference}\r\n" in said
    assert "DTSTART:20261126T100000Z" in said
    assert "LOCATION:Brook Lane\\, Room 4" in said
    for word in ("Marta", "Oyelaran", "Sam", "review", "plan", str(item)):
        assert word not in said
    again = client.get(f"/cases/{reference}/meetings/{item}/calendar.ics")
    assert text(again) == text(answer)


def test_a_place_that_has_come_to_name_them_stays_out_of_the_calendar(cast: Cast) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference, place="Lane")
    page = page_of(cast.tom, reference, item)
    card = page.head.card
    actions.change_contact(
        cast.tom.actor, reference, replace(marta().card, known_as="Lane"), version=card.version
    )
    found = queries.calendar(cast.tom.actor, reference, item)
    assert isinstance(found, bytes)
    assert b"LOCATION" not in found


@pytest.mark.parametrize("path", ["new/", "{item}/", "{item}/change/", "{item}/calendar.ics"])
def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn, path: str) -> None:
    reference = a_case(cast.tom)
    path = path.replace("{item}", str(a_meeting(cast.tom, reference)))
    client = sign_in(cast.ewa)
    theirs = client.get(f"/cases/{reference}/meetings/{path}")
    missing = client.get(f"/cases/2222-2222/meetings/{path}")
    assert theirs.status_code == missing.status_code == 404
    assert bare(theirs) == bare(missing)
    assert sign_in(cast.joan).get(f"/cases/{reference}/meetings/{path}").status_code == 404


def test_a_colleague_who_is_not_on_it_writes_nothing(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    client = sign_in(cast.ewa)
    for path in ("new/", f"{item}/change/", f"{item}/outcome/"):
        answer = send(
            client, f"/cases/{reference}/meetings/{path}", **(MEETING | {"version": "1", "outcome": "x"})
        )
        assert answer.status_code == 404
    assert Item.objects.count() == 1
    assert page_of(cast.tom, reference, item).now.version == 1


def test_each_act_is_in_the_record(cast: Cast) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    queries.calendar(cast.tom.actor, reference, item)
    actions.record_outcome(cast.tom.actor, reference, item, "Done.")
    acts = {event.act for event in Event.objects.filter(act__startswith="meeting")}
    assert acts == {Act.meeting_added, Act.meeting_changed}
    assert Event.objects.filter(act=Act.calendar_made).count() == 1


@pytest.mark.parametrize(
    ("slug", "outcome"),
    [("coventry", "refuse"), ("blackburn-with-darwen", "permit"), ("rotherham", "permit")],
)
def test_what_came_of_a_meeting_is_asked_of_the_policy_too(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str, outcome: str
) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    write(service.tom, reference, TOLD)
    record_form_returned(service.tom.actor, reference, FormReturned())
    yes = ConsentDetails(kind="share", answer="given", words="Yes.", purposes=frozenset({"annual_review"}))
    record_consent(service.tom.actor, reference, yes)
    item = a_meeting(service.tom, reference)
    client, path = sign_in(service.tom), f"/cases/{reference}/meetings/{item}/outcome/"
    page = text(send(client, path, outcome="They moved house twice.", bears="no", version="1"))
    assert f'data-outcome="{outcome}"' in page
    assert "They moved house twice." in page
    assert page_of(service.tom, reference, item).now.outcome == ""
    assert (
        send(client, path, outcome="They will amend the plan.", bears="yes", version="1").status_code == 302
    )
    assert page_of(service.tom, reference, item).now.outcome == "They will amend the plan."


def test_a_meeting_moved_twice_by_one_form_is_moved_once(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    client, path = sign_in(cast.tom), f"/cases/{reference}/meetings/{item}/change/"
    moved = MEETING | {"version": "1", "place": "Town hall", "once": str(uuid4())}
    for said in ("", "already-done"):
        answer = client.post(path, moved)
        assert answer.status_code == 302
        assert answer.cookies["said"].value.startswith(said)
    assert page_of(cast.tom, reference, item).now.version == 2


def with_the_senco(who: Person, reference: str) -> UUID:
    """A meeting of the person we help and the SENCO, of which something came."""
    senco = actions.add_involved(
        who.actor, reference, actions.InvolvedDetails("senco", "Ms Hart", "Brook Lane")
    )
    return a_meeting(who, reference, with_whom=("person", str(senco)))


def marks_of(who: Person, reference: str) -> tuple[str, ...]:
    """The marks of what stands newest on the timeline, in words."""
    case = queries.case_page(who.actor, reference)
    assert isinstance(case, queries.CaseView)
    return case.timeline[0].marks


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ({}, ("From: Nursery, school or college",)),
        (
            {"provided_by": "parent", "standing": "opinion"},
            ("From: The parent or carer we help", "An opinion"),
        ),
        (
            {"sensitivity": "sensitive", "in_confidence": "on", "unwritten": "on"},
            (
                "Sensitive",
                "Told in confidence",
                "From: Nursery, school or college",
                "Something was heard that is not written here",
            ),
        ),
        ({"provided_by": "staff"}, ("Our own observation or advice",)),
    ],
)
def test_what_came_of_it_carries_the_marks_of_a_note(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], marks: tuple[str, ...]
) -> None:
    reference = a_case(cast.tom)
    item = with_the_senco(cast.tom, reference)
    client, path = sign_in(cast.tom), f"/cases/{reference}/meetings/{item}/"
    assert marks_of(cast.tom, reference) == ()
    came = {"outcome": "She thinks he should move.", "version": "1"}
    assert send(client, f"{path}outcome/", **came, **typed).status_code == 302
    assert marks_of(cast.tom, reference) == marks
    assert " · ".join(marks) in html.unescape(text(client.get(path)))


def test_sharing_reads_whose_word_it_is_and_never_chooses_what_was_said_in_confidence(cast: Cast) -> None:
    reference = a_case(cast.tom)
    item = with_the_senco(cast.tom, reference)
    told = MarkDetails(provided_by="", in_confidence=True)
    actions.record_outcome(cast.tom.actor, reference, item, "She thinks he should move.", marks=told)
    case = queries.case_page(cast.tom.actor, reference)
    assert isinstance(case, queries.CaseView)
    entry = case.timeline[0]
    assert (provenance(entry.provided_by), entry.never_chosen) == ("other_in_confidence", True)


@pytest.mark.parametrize(
    ("with_whom", "giver"),
    [
        (("person",), "From: The parent or carer we help"),
        (("person", "child"), "From: The child"),
        ((), "To do: say from whom it came"),
    ],
)
def test_nobody_named_it_was_told_by_whoever_was_there(
    cast: Cast, with_whom: tuple[str, ...], giver: str
) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference, with_whom=with_whom)
    actions.record_outcome(cast.tom.actor, reference, item, "Done.")
    assert marks_of(cast.tom, reference) == (giver,)


def test_on_a_case_of_their_own_it_is_the_young_persons_word(cast: Cast) -> None:
    own = replace(marta(), child=actions.ChildDetails(is_the_person=True), relationship="self")
    reference = actions.open_case(cast.tom.actor, own)
    assert isinstance(reference, str)
    actions.record_outcome(cast.tom.actor, reference, a_meeting(cast.tom, reference), "Done.")
    assert marks_of(cast.tom, reference) == ("From: The young person we help",)


def test_the_marks_stay_when_it_is_changed_and_can_be_changed_there(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = with_the_senco(cast.tom, reference)
    client, path = sign_in(cast.tom), f"/cases/{reference}/meetings/{item}/"
    marks = {"provided_by": "council", "in_confidence": "on"}
    send(client, f"{path}outcome/", outcome="She thinks he should move.", version="1", **marks)
    for page in (text(client.get(path)), text(client.get(f"{path}change/"))):
        assert '<option value="council" selected>' in page
        assert 'class="govuk-details" open' in page
    moved = MEETING | {"version": "2", "with_whom": ["person"]}
    send(client, f"{path}change/", **moved, **marks)
    assert marks_of(cast.tom, reference) == ("Told in confidence", "From: The council")
    send(client, f"{path}change/", **(moved | {"version": "3"}), provided_by="", in_confidence="")
    assert marks_of(cast.tom, reference) == ("From: The parent or carer we help",)


def test_one_about_offences_closes_and_the_worker_is_led_to_the_case(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    path = f"/cases/{reference}/meetings/{item}/"
    client, grave = sign_in(cast.tom), {"sensitivity": "criminal_record"}
    answer = send(client, f"{path}outcome/", outcome="He was cautioned.", version="1", **grave)
    assert answer["Location"] == f"/cases/{reference}/"
    assert client.get(path).status_code == 404
    send(client, f"/cases/{reference}/items/{item}/need/", words="For the review.")
    assert "He was cautioned." in text(client.get(path))


def test_what_came_of_it_written_by_two_stands_side_by_side(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    marks = MarkDetails(sensitivity="sensitive", in_confidence=True)
    actions.record_outcome(cast.tom.actor, reference, item, "They agreed.", marks=marks)
    path = f"/cases/{reference}/meetings/{item}/outcome/"
    answer = text(send(sign_in(cast.tom), path, outcome="They did not agree.", version="1"))
    assert "They agreed." in answer
    assert "They did not agree." in answer
    assert 'name="version" value="2"' in answer
    assert 'value="sensitive" checked' in " ".join(answer.split())
    assert page_of(cast.tom, reference, item).now.outcome == "They agreed."


def test_a_mark_that_is_none_is_one_sentence(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item = a_meeting(cast.tom, reference)
    path = f"/cases/{reference}/meetings/{item}/outcome/"
    answer = send(sign_in(cast.tom), path, outcome="They agreed.", version="1", provided_by="the cat")
    assert "Choose one of the answers shown" in text(answer)
    assert "They agreed." in text(answer)
    assert page_of(cast.tom, reference, item).now.outcome == ""

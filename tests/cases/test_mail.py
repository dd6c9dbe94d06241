"""E-mails and letters become contacts: who, when, which way, what came with them, and never twice."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.verify import verify
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import InvolvedDetails, NoteDetails
from inconfidence.cases.forms.mail import day_in, recognised
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.values import TimelineEntry
from inconfidence.people.actions import CardDetails
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_documents import a_case_about
from tests.cast import Cast, Person
from tests.quarantine import papers
from tests.quarantine.compound import compound, msg

SignIn = Callable[[Person], Client]
PASTED = """From: Kit Vale <kit@brook-lane.example>
Sent: 19 November 2026 09:30
To: help@sendiass.example
Subject: About Monday

We met on Monday."""
TYPED = {"text": "We met.", "sender": "Kit Vale", "method": "email"}


def sent(data: bytes, name: str = "letter.eml") -> dict[str, Any]:
    """An e-mail as a browser sends it."""
    return {"file": [SimpleUploadedFile(name, data)]}


def timeline(cast: Cast, reference: str) -> tuple[TimelineEntry, ...]:
    """The case as Tom sees it."""
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    return page.timeline


@pytest.mark.parametrize(("make", "name"), [(papers.eml, "letter.eml"), (msg, "letter.msg")])
def test_a_message_becomes_a_contact_with_its_attachments(
    cast: Cast, sign_in: SignIn, make: Callable[..., bytes], name: str
) -> None:
    reference = a_case(cast.tom)
    data = make(attached={"Draft plan.pdf": papers.pdf("The plan"), "helper.pdf": b"MZ\x90\0" + bytes(90)})
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent(data, name))
    assert answer.cookies["said"].value.startswith("document-held:")
    entries = {entry.heading: entry for entry in timeline(cast, reference)}
    (note,) = [entry for entry in entries.values() if entry.kind == ItemKind.NOTE]
    assert note.happened_on == date(2026, 11, 19)
    assert note.text.startswith("From: Kit Vale <kit@brook-lane.example>\nTo: help@sendiass.example\n")
    assert "Subject: About Monday" in note.text
    assert note.provided_by == "unknown"
    documents = [entry for entry in entries.values() if entry.document]
    assert {entry.heading for entry in documents} == {"Draft plan", "Held: helper"}
    assert [entry.document.held for entry in documents if entry.document].count(True) == 1
    assert Event.objects.filter(act=Act.mail_filed).count() == 1
    assert verify().ok


def test_what_was_sent_along_says_which_e_mail_brought_it(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    data = papers.eml(attached={"Draft plan.pdf": papers.pdf()})
    send(client, f"/cases/{reference}/documents/new/", **sent(data))
    send(client, f"/cases/{reference}/documents/new/", **sent(papers.pdf("Other"), "Other.pdf"))
    told = {entry.heading: " ".join(entry.marks) for entry in timeline(cast, reference)}
    came = "Came with the e-mail of Thursday 19 November 2026"
    assert [heading for heading, marks in told.items() if came in marks] == ["Draft plan"]
    assert came in text(client.get(f"/cases/{reference}/?what=documents"))


def test_the_same_message_is_never_kept_twice(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    data = papers.eml(attached={"p.pdf": papers.pdf()})
    send(client, f"/cases/{reference}/documents/new/", **sent(data))
    before = Item.objects.count()
    for again in (data, papers.eml(), msg(message_id="<one@brook-lane.example>")):
        answer = send(client, f"/cases/{reference}/documents/new/", **sent(again))
        assert "This message is on the case already. Nothing was kept twice." in text(answer)
    assert Item.objects.count() == before
    send(client, f"/cases/{a_case(cast.tom, 'Ines Duarte')}/documents/new/", **sent(data))
    assert Item.objects.count() == 2 * before


def test_new_attachments_of_a_known_message_are_kept_beside_it_once(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    path, first, second = f"/cases/{reference}/documents/new/", papers.pdf("One"), papers.pdf("Two")
    send(client, path, **sent(papers.eml(attached={"Plan.pdf": first})))
    again = papers.eml(
        attached={"Plan again.pdf": first, "Advice.pdf": second, "helper.pdf": b"MZ" + bytes(90)}
    )
    answer = text(send(client, path, **sent(again)))
    assert "New with it, and now kept beside it: Advice.pdf, helper.pdf" in answer
    assert "1 of them held unopened" in answer
    assert "Plan again" not in answer
    documents = [entry for entry in timeline(cast, reference) if entry.document]
    assert {entry.heading for entry in documents} == {"Plan", "Advice", "Held: helper"}
    (note,) = [entry for entry in timeline(cast, reference) if entry.kind == ItemKind.NOTE]
    for entry in documents:
        found = queries.document_about(cast.tom.actor, reference, entry.id)
        assert isinstance(found, tuple)
        assert found[1].came_with == note.id
    assert "Nothing was kept twice" in text(send(client, path, **sent(again)))
    assert Item.objects.count() == 4
    assert verify().ok


def test_attachments_of_what_was_pasted_before_come_beside_it(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    day = {"sent_on_day": "19", "sent_on_month": "11", "sent_on_year": "2026"}
    typed = TYPED | day | {"text": "We met  on Monday.", "sender": "Kit Vale"}
    send(client, f"/cases/{reference}/mail/new/", **typed)
    data = papers.eml(attached={"Plan.pdf": papers.pdf()})
    assert "Plan.pdf" in text(send(client, f"/cases/{reference}/documents/new/", **sent(data)))
    assert Item.objects.count() == 2


def test_one_that_was_kept_before_files_had_marks_is_not_kept_twice(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    path, data = f"/cases/{reference}/documents/new/", papers.eml(attached={"Plan.pdf": papers.pdf()})
    send(client, path, **sent(data))
    door = queries.open_case_for(cast.tom.actor, reference, look=None)
    assert isinstance(door, queries.OpenCase)
    row = Item.objects.get(kind=ItemKind.DOCUMENT)
    said = door.key.open(places.item(row.id, row.version), row.record)
    without = {name: word for name, word in said.items() if name != "digest"}
    Item.objects.filter(id=row.id).update(record=door.key.seal(places.item(row.id, row.version), without))
    assert "Nothing was kept twice" in text(send(client, path, **sent(data)))


def test_other_words_under_a_known_number_are_a_contact_of_their_own(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    path = f"/cases/{reference}/documents/new/"
    send(client, path, **sent(papers.eml()))
    other = papers.eml("Other words, the same number", attached={"Plan.pdf": papers.pdf()})
    answer = text(send(client, path, **sent(other)))
    assert "A message with the same number is on the case" in answer
    assert "On the timeline, with 1 document" in answer
    notes = [entry.text for entry in timeline(cast, reference) if entry.kind == ItemKind.NOTE]
    assert [("Other words" in one) for one in notes].count(True) == 1
    assert Item.objects.count() == 3
    assert "Nothing was kept twice" in text(send(client, path, **sent(other)))
    assert Item.objects.count() == 3


def test_one_without_an_id_is_told_by_its_words(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    for words in ("We met.", "We  met.\n", "We met again."):
        send(client, f"/cases/{reference}/documents/new/", **sent(papers.eml(words, message_id="")))
    assert Item.objects.count() == 2


@pytest.mark.parametrize("pasted_first", [True, False])
def test_what_was_pasted_and_dropped_is_one_message(cast: Cast, sign_in: SignIn, pasted_first: bool) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    day = {"sent_on_day": "19", "sent_on_month": "11", "sent_on_year": "2026"}
    typed = TYPED | day | {"text": "We met  on Monday.", "sender": "Kit Vale"}
    paths = [
        (f"/cases/{reference}/mail/new/", typed),
        (f"/cases/{reference}/documents/new/", sent(papers.eml())),
    ]
    for path, fields in paths if pasted_first else reversed(paths):
        send(client, path, **fields)
    assert Item.objects.count() == 1
    send(client, paths[0][0], **typed | {"sender": "Ines Duarte"})
    assert Item.objects.count() == 2


def test_two_messages_of_the_same_words_and_day_are_two(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    for number in range(2):
        data = papers.eml("Thank you.", message_id=f"<{number}@x>")
        send(client, f"/cases/{reference}/documents/new/", **sent(data))
    assert Item.objects.count() == 2


def test_whose_address_it_is_tells_from_whom_and_which_way(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case_about(cast, CardDetails(name="Marta Oyelaran", email="marta@home.example"))
    person = InvolvedDetails(role="senco", name="Kit Vale", reach="07700 900 123, kit@brook-lane.example")
    actions.add_involved(cast.tom.actor, reference, person)
    client = sign_in(cast.tom)
    for number, (sender, to) in enumerate(
        [("Marta@home.example", "us@x.example"), ("kit@brook-lane.example", "us@x.example"),
         ("us@x.example", "marta@home.example")]
    ):  # fmt: skip
        data = papers.eml(sender=sender, to=to, message_id=f"<{number}@x>")
        send(client, f"/cases/{reference}/documents/new/", **sent(data))
    found = {(entry.provided_by, entry.heading) for entry in timeline(cast, reference)}
    assert found == {
        ("parent", "E-mail from parent or carer"),
        ("school", "E-mail from professional"),
        ("staff", "E-mail to parent or carer"),
    }


def test_pasted_words_are_recognised_shown_and_then_filed(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    shown = send(client, f"/cases/{reference}/documents/new/", pasted=PASTED)
    assert shown.status_code == 200
    assert 'value="About Monday"' in text(shown)
    assert not Item.objects.exists()
    typed = TYPED | {
        "subject": "About Monday",
        "sent_on_day": "19",
        "sent_on_month": "11",
        "sent_on_year": "2026",
    }
    assert send(client, f"/cases/{reference}/mail/new/", **typed).status_code == 302
    (note,) = timeline(cast, reference)
    assert (note.happened_on, note.text) == (
        date(2026, 11, 19),
        "From: Kit Vale\nSubject: About Monday\n\nWe met.",
    )
    again = send(client, f"/cases/{reference}/mail/new/", **typed)
    assert again["Location"] == f"/cases/{reference}/notes/{note.id}/"
    assert Item.objects.count() == 1


def test_a_message_of_tomorrow_is_refused_with_its_words_kept(cast: Cast, sign_in: SignIn) -> None:
    typed = TYPED | {"sent_on_day": "1", "sent_on_month": "1", "sent_on_year": "2027"}
    answer = send(sign_in(cast.tom), f"/cases/{a_case(cast.tom)}/mail/new/", **typed)
    assert "This day has not come yet" in text(answer)
    assert "We met." in text(answer)
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("date_of_it", "said"),
    [
        ("Thu, 25 Nov 2027 09:30:00 +0000", "Thursday 25 November 2027"),
        ("Mon, 25 Nov 1985 09:30:00 +0000", "Monday 25 November 1985"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_its_message_is_kept(
    cast: Cast, sign_in: SignIn, date_of_it: str, said: str
) -> None:
    reference = a_case(cast.tom)
    data = papers.eml(date=date_of_it)
    page = text(send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent(data)))
    assert f"It says that it was sent on {said}, which cannot be: it stands under today" in page
    (note,) = timeline(cast, reference)
    assert note.happened_on == cast.tom.actor.today()
    assert f"\nSent, as it says: {said}\n" in note.text


def test_an_msg_that_is_no_msg_is_one_sentence(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    answer = send(
        sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent(b"\xd0\xcf\x11\xe0" * 300, "a.msg")
    )
    assert "Not kept. This " in text(answer)
    assert not Item.objects.exists()


@pytest.mark.parametrize("name", ["letter.msg", "LETTER.EML"])
@pytest.mark.parametrize(
    "data",
    [
        b"No head, only words.",
        papers.pdf("a page"),
        bytes(range(1, 256)) * 20,
        compound({"Something": b"x" * 5000}),
    ],
)
def test_what_is_only_named_like_an_email_is_one_sentence(
    cast: Cast, sign_in: SignIn, name: str, data: bytes
) -> None:
    reference = a_case(cast.tom)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent(data, name))
    assert "Not kept. This file is named like an e-mail and is none." in text(answer)
    assert not Item.objects.exists()


def test_changing_the_words_keeps_what_tells_the_message(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    send(client, f"/cases/{reference}/documents/new/", **sent(papers.eml()))
    item = Item.objects.get().id
    changed = actions.change_note(cast.tom.actor, reference, item, NoteDetails("Shorter"), version=1)
    assert isinstance(changed, actions.Changed)
    assert "already" in text(send(client, f"/cases/{reference}/documents/new/", **sent(papers.eml())))


def test_a_longer_message_than_a_contact_holds_is_whole_in_a_document(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    data = papers.eml("A long line of words.\n" * 6_000)
    send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent(data))
    assert [entry.heading for entry in timeline(cast, reference) if entry.document] == ["Whole message"]


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_nobody_else_files_a_message(cast: Cast, sign_in: SignIn, who: str) -> None:
    reference = a_case(cast.tom)
    assert send(sign_in(getattr(cast, who)), f"/cases/{reference}/mail/new/", **TYPED).status_code == 404
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Thu, 19 Nov 2026 09:30:00 +0000", date(2026, 11, 19)),
        ("19 November 2026 09:30", date(2026, 11, 19)),
        ("Thursday, November 19, 2026 9:30 AM", date(2026, 11, 19)),
        ("Thursday 19 November 2026 at 09:30", date(2026, 11, 19)),
        ("19/11/2026 09:30", date(2026, 11, 19)),
        ("2026-11-19", date(2026, 11, 19)),
        ("last Thursday", None),
        ("", None),
    ],
)
def test_a_day_is_told_however_it_is_written(written: str, day: date | None) -> None:
    assert day_in(written) == day


def test_words_without_a_head_are_a_letter() -> None:
    assert recognised("Dear Tom,\nthank you.") == {"text": "Dear Tom,\nthank you.", "method": "letter"}
    assert recognised(PASTED)["text"] == "We met on Monday."

"""Messages: who, to whom, when, about what, and what was sent along."""

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from inconfidence.quarantine import asking
from inconfidence.quarantine.asking import Letter
from inconfidence.quarantine.kinds import Kind, Trouble
from inconfidence.quarantine.opening import JOBS
from tests.quarantine import papers
from tests.quarantine.compound import message, msg

PLAN = papers.pdf("The plan")
SENT = datetime(2026, 11, 18, tzinfo=UTC)


def opened(data: bytes) -> Letter:
    letter = asking.letter(data)
    assert isinstance(letter, Letter)
    JOBS["letter"](data, 0)
    return letter


@pytest.mark.parametrize("make", [papers.eml, msg])
def test_a_message_is_read_whichever_way_it_was_saved(make: object) -> None:
    letter = opened(make("We met on Monday.", attached={"The plan.pdf": PLAN}))  # type: ignore[operator]
    assert (letter.sender, letter.sender_name) == ("kit@brook-lane.example", "Kit Vale")
    assert (letter.to, letter.subject) == (("help@sendiass.example",), "About Monday")
    assert letter.sent_at == "2026-11-19T09:30:00+00:00"
    assert letter.text.strip() == "We met on Monday."
    (plan,) = letter.attached
    assert (plan.name, plan.data.rstrip(b"\0"), plan.seen.kind) == ("The plan.pdf", PLAN, Kind.PDF)


def test_a_web_page_in_a_message_is_read_as_words() -> None:
    sent = EmailMessage()
    sent["From"], sent["Subject"], sent["Date"] = "a@b.example", "Hello", "Thu, 19 Nov 2026 09:30:00 +0000"
    sent.set_content(
        "<p>Dear&nbsp;all</p><script>alert(1)</script><style>p{}</style><p>Yours</p>", subtype="html"
    )
    assert opened(sent.as_bytes()).text == "Dear all\n\nYours"


def test_an_attachment_that_is_not_taken_is_named_and_the_rest_is_read() -> None:
    letter = opened(
        papers.eml(attached={"a.pdf": PLAN, "b.pdf": b"MZ\x90\0" + bytes(50), "c.docx": b"PK\x03\x04"})
    )
    assert [one.seen.trouble for one in letter.attached] == [None, Trouble.PROGRAM, Trouble.BROKEN]


def test_a_message_sent_along_is_an_attachment_of_its_own() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Date"] = "a@b.example", "Outer", "Thu, 19 Nov 2026 09:30:00 +0000"
    outer.set_content("See below")
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = "c@d.example", "Inner", "Wed, 18 Nov 2026 09:30:00 +0000"
    inner.set_content("The inner words")
    outer.add_attachment(inner)
    letter = opened(outer.as_bytes())
    assert letter.text.strip() == "See below"
    assert [(one.name, one.seen.kind) for one in letter.attached] == [("Inner", Kind.EML)]


def test_a_message_inside_an_outlook_message_is_words_and_its_attachments() -> None:
    inner = message("Inner words", "Inner", "c@d.example", "C", "<3>", SENT, {"p.pdf": PLAN}, nested=True)
    letter = opened(msg("Outer", inner=inner))
    assert [(one.name, one.seen.kind) for one in letter.attached] == [
        ("Inner", Kind.TXT),
        ("p.pdf", Kind.PDF),
    ]
    assert b"2026-11-18" in letter.attached[0].data


def test_nested_too_deep_or_filled_too_full_is_not_read() -> None:
    data = papers.eml("deep")
    for _ in range(12):
        outer = EmailMessage()
        outer["From"], outer["Subject"], outer["Date"] = "a@b.example", "x", "Thu, 19 Nov 2026 09:30:00 +0000"
        outer.set_content("x")
        outer.add_attachment(email.message_from_bytes(data, policy=email.policy.default))
        data = outer.as_bytes()
    assert asking.letter(data) is Trouble.BOMB
    assert asking.letter(papers.eml(attached={f"{n}.txt": b"x" for n in range(60)})) is Trouble.BOMB


def test_bytes_that_are_no_message() -> None:
    assert asking.letter(PLAN) is Trouble.NOTHING_WE_KEEP
    assert asking.letter(msg()[:1500]) in {Trouble.BROKEN, Trouble.NOTHING_WE_KEEP}

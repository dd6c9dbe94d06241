"""A pasted e-mail or letter, and what is recognised of its head."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from inconfidence import codes
from inconfidence.cases.actions import MailDetails, UploadDetails
from inconfidence.cases.forms.documents import MARKS
from inconfidence.cases.forms.marks import MarkedForm
from inconfidence.web.forms import DateField, Radios, Select, Text, TextArea

NO_YEAR = date(1990, 1, 1)


class MailForm(MarkedForm):
    """A pasted e-mail or letter: its words, and what was recognised of its head, to be put right."""

    text = TextArea(label="The message", missing="Paste the e-mail or letter here", rows=12, limit=100_000)
    sender = Text(label="From", help_text="Name or address", required=False, limit=300)
    to = Text(label="To", required=False, limit=300)
    subject = Text(label="Subject", required=False, limit=300)
    sent_on = DateField(label="Sent on", help_text="Leave empty for today", required=False)
    method = Radios(
        choices=[("email", "E-mail"), ("letter", "Letter"), ("text", "Text message")],
        label="What is it?", initial="email", required=False, inline=True,
    )  # fmt: skip
    direction = Radios(
        choices=[("", "Tell from the sender"), ("in", "It came to us"), ("out", "We sent it")],
        label="Which way?", required=False, inline=True,
    )  # fmt: skip
    provided_by = Select(
        choices=[("", "As the sender tells"), *codes.choices("provided_by")],
        label="From whom?",
        required=False,
    )
    unwritten = None  # type: ignore[assignment]

    field_order = ("sender", "to", "subject", "sent_on", "text", "provided_by", "method", "direction", *MARKS)

    def details(self) -> MailDetails:
        """The message as the action takes it."""
        data, marks = self.cleaned_data, self.marks()
        return MailDetails(
            text=data["text"],
            sender=data["sender"],
            to=(data["to"],) if data["to"] else (),
            subject=data["subject"],
            happened_on=data["sent_on"],
            method=data["method"] or "email",
            direction=data["direction"],
            marks=UploadDetails(
                b"",
                provided_by=marks.provided_by,
                sensitivity=marks.sensitivity,
                standing=marks.standing,
                in_confidence=marks.in_confidence,
                guess_provider=not data["provided_by"],
            ),
        )


HEAD = re.compile(
    r"^[>*\s]{0,4}(From|Sent|Date|To|Cc|Subject)\s*:\*?[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE
)
DAYS = (
    "%d %B %Y", "%A, %d %B %Y", "%A %d %B %Y", "%d %b %Y", "%a %d %b %Y", "%a, %d %b %Y", "%B %d, %Y", "%A, %B %d, %Y",
    "%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d.%m.%Y", "%a %d/%m/%Y",
)  # fmt: skip


def recognised(pasted: str) -> dict[str, Any]:
    """What stands in the head of a pasted message, as the form shows it: sender, subject, day, and the words below."""
    found: dict[str, str] = {}
    end = 0
    for match in HEAD.finditer(pasted[:3_000]):
        name = {"date": "sent"}.get(match[1].lower(), match[1].lower())
        if name in found or (found and match.start() > end + 200):
            break
        found[name], end = match[2].strip().strip("*").strip(), match.end()
    if not {"from", "subject"} & set(found):
        return {"text": pasted, "method": "letter"}
    text = pasted[end:].strip() or pasted
    return {
        "text": text,
        "sender": found.get("from", "")[:300],
        "to": ", ".join(found[name] for name in ("to", "cc") if found.get(name))[:300],
        "subject": found.get("subject", "")[:300],
        "sent_on": day_in(found.get("sent", "")),
        "method": "email",
    }


def day_in(written: str) -> date | None:
    """The day in the words of a message's head; None where there is none that can be told."""
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        bare = re.sub(r"\s+", " ", re.sub(r"(?:\bat\b|,)?\s+\d{1,2}[:.]\d\d.*$", "", written)).strip()
    for shape in DAYS:
        try:
            found = datetime.strptime(bare, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return found if found > NO_YEAR else None
    return None

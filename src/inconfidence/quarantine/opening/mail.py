"""E-mails as they travel (.eml): who wrote, to whom, when, about what, the words, and what was sent along."""

import email
import email.policy
import re
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from inconfidence.quarantine.kinds import DEEPEST, LONGEST_TEXT, MOST_MEMBERS, Trouble
from inconfidence.quarantine.opening import plain
from inconfidence.quarantine.opening.budget import clean
from inconfidence.quarantine.opening.trouble import Troubled

HEADS = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):", re.MULTILINE)
PARTS = re.compile(rb"^(?:content-type:|--)", re.MULTILINE | re.IGNORECASE)
TELLING = frozenset({b"date", b"received", b"message-id", b"mime-version", b"subject", b"return-path"})
LONGEST_LINE = 300
MOST_ADDRESSES = 40
MOST_ATTACHED = 50


@dataclass
class Letter:
    """One message. `sent_at` is in ISO form with its zone, or empty; `attached` are names and bytes."""

    sender: str = ""
    sender_name: str = ""
    to: list[str] = field(default_factory=list)
    sent_at: str = ""
    subject: str = ""
    text: str = ""
    message_id: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)

    def said(self) -> dict[str, object]:
        """All but the attachments' bytes."""
        return {
            "sender": self.sender,
            "sender_name": self.sender_name,
            "to": self.to,
            "sent_at": self.sent_at,
            "subject": self.subject,
            "text": self.text,
            "message_id": self.message_id,
            "names": [name for name, _ in self.attached],
        }

    def words(self) -> str:
        """The message as a page: its head, then its words."""
        head = f"From: {self.sender_name} {self.sender}\nTo: {', '.join(self.to)}\nSent: {self.sent_at}\n"
        return f"{head}Subject: {self.subject}\n\n{self.text}"

    def attach(self, name: str, data: bytes) -> None:
        """One more attachment; more than anybody sends is no letter."""
        if len(self.attached) >= MOST_ATTACHED:
            raise Troubled(Trouble.BOMB)
        self.attached.append((line(name), data))


def is_mail(data: bytes) -> bool:
    """Whether this text begins as a message does."""
    head = re.split(rb"\r?\n\r?\n", data[:65_536], maxsplit=1)[0]
    first = head.split(b":", 1)[0]
    names = {name.lower() for name in HEADS.findall(head)}
    return (
        re.fullmatch(rb"[A-Za-z0-9-]+", first) is not None and b"from" in names and len(names & TELLING) >= 2
    )


def letter(data: bytes) -> Letter:
    """The message. Troubled when it is nested or filled beyond what people send."""
    if len(PARTS.findall(data)) > MOST_MEMBERS:
        raise Troubled(Trouble.BOMB)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except RecursionError:
        raise Troubled(Trouble.BOMB) from None
    if not isinstance(message, EmailMessage):
        raise Troubled(Trouble.BROKEN)
    _count(message)
    found = Letter()
    _head(message, found)
    found.text = _body(message)[:LONGEST_TEXT]
    _attached(message, found)
    if not (found.sender or found.text.strip() or found.attached):
        raise Troubled(Trouble.BROKEN)
    return found


def _count(message: EmailMessage) -> None:
    """Troubled for more parts, or parts inside parts, than anybody sends."""
    waiting, seen = [(message, 0)], 0
    while waiting:
        one, depth = waiting.pop()
        seen += 1
        if seen > MOST_MEMBERS or depth > 2 * DEEPEST:
            raise Troubled(Trouble.BOMB)
        if isinstance(one.get_payload(), list):
            waiting += [(part, depth + 1) for part in one.get_payload()]  # type: ignore[misc]
    _not_too_deep(message)


def _not_too_deep(message: EmailMessage) -> None:
    forwarded: EmailMessage | None = message
    for _ in range(DEEPEST + 2):
        forwarded = next((_inside(part) for part in forwarded.walk() if _whole(part)), None)  # type: ignore[union-attr]
        if forwarded is None:
            return
    raise Troubled(Trouble.BOMB)


def _whole(part: EmailMessage) -> bool:
    """Whether this part is a whole message sent along."""
    return part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list)


def _inside(part: EmailMessage) -> EmailMessage:
    return part.get_payload(0)  # type: ignore[return-value]


def head(message: EmailMessage, name: str) -> str:
    """One line of a message's head as people read it; empty where it cannot be read."""
    try:
        return line(str(message.get(name, "")))
    # The parser of heads fails in many ways; none of them is a reason to lose the letter.
    except Exception:  # noqa: BLE001
        return ""


def line(words: str) -> str:
    """Words on one line, of a length a line may have."""
    return re.sub(r"\s+", " ", clean(words)).strip()[:LONGEST_LINE]


def _head(message: EmailMessage, found: Letter) -> None:
    people = getaddresses([head(message, "From")])[:1] or [("", "")]
    found.sender_name, found.sender = line(people[0][0]), line(people[0][1])
    others = getaddresses([head(message, "To"), head(message, "Cc")])[:MOST_ADDRESSES]
    found.to = [line(address) for _, address in others if address]
    found.subject, found.message_id = head(message, "Subject"), head(message, "Message-ID")
    found.sent_at = moment(head(message, "Date"))


def moment(written: str) -> str:
    """A date of a message's head in ISO form; empty when it is none."""
    try:
        found: datetime = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.isoformat()


def _body(message: EmailMessage) -> str:
    chosen = message.get_body(preferencelist=("plain", "html"))
    if chosen is None or not isinstance(chosen, EmailMessage):
        return ""
    text = _text(chosen)
    if chosen.get_content_type() == "text/html":
        return plain.of_web_page(text, LONGEST_TEXT)
    return clean(text)


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    try:
        return raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeError, OSError):
        return plain.decoded(raw) or raw.decode("latin-1")


def _attached(message: EmailMessage, found: Letter) -> None:
    body = message.get_body(preferencelist=("plain", "html"))
    for part in _leaves(message):
        if part is body or (part.get_content_type() == "text/html" and not part.get_filename()):
            continue
        name = line(part.get_filename() or "")
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            found.attach(name or head(inner, "Subject"), inner.as_bytes())  # type: ignore[arg-type, union-attr]
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            found.attach(name, data)


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """The parts that hold something, whole messages unopened."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        return [message]
    parts = message.get_payload()
    return [leaf for part in parts for leaf in _leaves(part)]  # type: ignore[arg-type]

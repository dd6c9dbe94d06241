"""What a file may be, what may be wrong with it, and the sentence for each. Closed words on both sides of the wall."""

from enum import StrEnum
from typing import NamedTuple

# What the web server can hold three times over, and two people at once, without growing by more than 64 MB.
MEGABYTES = 15
LARGEST_FILE = MEGABYTES * 1024 * 1024
LARGEST_SENDING = 60 * 1024 * 1024
MOST_FILES = 20
MOST_MEMBERS = 1_000
DEEPEST = 5
MOST_TIMES_LARGER = 100
LARGEST_OUTCOME = 200 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_TEXT = 400_000

ACCEPT = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.eml,.msg"
WHAT_WE_KEEP = (
    "PDF, Word (.docx), Excel (.xlsx), plain text, PNG, JPEG, or an e-mail (.eml, .msg), "
    f"up to {MEGABYTES} MB"
)


class Kind(StrEnum):
    """What a file is, told by its content."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    DOCX = "docx"
    XLSX = "xlsx"
    TXT = "txt"
    EML = "eml"
    MSG = "msg"


class Sort(NamedTuple):
    """How a kind is handed out: its type, the ending of its name, and what people call it."""

    content_type: str
    ending: str
    label: str


OFFICE = "application/vnd.openxmlformats-officedocument"
SORTS = {
    Kind.PDF: Sort("application/pdf", "pdf", "PDF"),
    Kind.PNG: Sort("image/png", "png", "Picture"),
    Kind.JPEG: Sort("image/jpeg", "jpg", "Photo"),
    Kind.DOCX: Sort(f"{OFFICE}.wordprocessingml.document", "docx", "Word document"),
    Kind.XLSX: Sort(f"{OFFICE}.spreadsheetml.sheet", "xlsx", "Excel workbook"),
    Kind.TXT: Sort("text/plain", "txt", "Plain text"),
    Kind.EML: Sort("message/rfc822", "eml", "E-mail"),
    Kind.MSG: Sort("application/vnd.ms-outlook", "msg", "E-mail from Outlook"),
}
PICTURED = frozenset({Kind.PDF, Kind.PNG, Kind.JPEG})
LETTERS = frozenset({Kind.EML, Kind.MSG})
NAMED_LETTERS = (".eml", ".msg")
NAMED_OLD = (".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps")
BY_TYPE = {sort.content_type: kind for kind, sort in SORTS.items()}


class Trouble(StrEnum):
    """Why a file is not taken as it is."""

    NOTHING_WE_KEEP = "nothing_we_keep"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    PROGRAM = "program"
    WEB_PAGE = "web_page"
    ARCHIVE = "archive"
    OLD_OFFICE = "old_office"
    OTHER_PICTURE = "other_picture"
    MACROS = "macros"
    ACTIVE = "active"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    BOMB = "bomb"
    TWO_KINDS = "two_kinds"
    TOO_SLOW = "too_slow"
    ESCAPING = "escaping"
    NO_MESSAGE = "no_message"
    CANNOT_LOOK = "cannot_look"


SAYS = {
    Trouble.NOTHING_WE_KEEP: f"This is not a file we keep. Send it as {WHAT_WE_KEEP}",
    Trouble.EMPTY: "This file is empty. Choose one that has something in it",
    Trouble.TOO_LARGE: f"This file is larger than {MEGABYTES} MB. Split it, or make a smaller copy",
    Trouble.PROGRAM: "This file is a program, whatever its name says. Delete it, and ask the sender what they meant",
    Trouble.WEB_PAGE: "This file is a web page or a drawing that can carry a program. Print it to PDF and send that",
    Trouble.ARCHIVE: "This is a packed folder. Unpack it on your computer and send the files in it one by one",
    Trouble.OLD_OFFICE: "This is an older office file. Save it as PDF, Word (.docx) or Excel (.xlsx) and send that",
    Trouble.OTHER_PICTURE: "This kind of picture is not kept. Save it as PNG or JPEG and send that",
    Trouble.MACROS: "This file carries macros, which are small programs. Ask for a copy without them, or a PDF",
    Trouble.ACTIVE: "This file carries a program or other files inside. Print it to PDF and send that copy",
    Trouble.ENCRYPTED: "This file is locked with a password. Open it on your computer, save a copy without, send that",
    Trouble.BROKEN: "This file is broken or only half there. Ask for another copy",
    Trouble.BOMB: "This file unpacks to far more than it seems. Ask the sender for another copy, as a PDF",
    Trouble.TWO_KINDS: "This file is two kinds of file in one. Print it to PDF and send that copy",
    Trouble.TOO_SLOW: "This file took too long to look through. Ask for another copy, or print it to PDF",
    Trouble.ESCAPING: "This file tried to take hold of the computer and was stopped. Do not open it; tell your lead",
    Trouble.NO_MESSAGE: "This file is named like an e-mail and is none. Save the message anew, or paste its words here",
    Trouble.CANNOT_LOOK: "It could not be looked through on this computer",
}

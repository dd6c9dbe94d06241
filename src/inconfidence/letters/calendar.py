"""A meeting as a calendar entry (RFC 5545): time, place and reference, and nothing else."""

from dataclasses import dataclass
from datetime import UTC, datetime

OCTETS = 75


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. All moments know their zone; `uid` is random and stays the same when the meeting moves."""

    uid: str
    reference: str
    starts: datetime
    ends: datetime
    place: str
    written: datetime
    version: int = 1


def ics(entry: Entry) -> bytes:
    """The file: lines end in CR LF, none is longer than 75 octets, times are in UTC."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//In Confidence//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{_utc(entry.written)}",
        f"SEQUENCE:{entry.version - 1}",
        f"DTSTART:{_utc(entry.starts)}",
        f"DTEND:{_utc(entry.ends)}",
        f"SUMMARY:Meeting {entry.reference}",
        *([f"LOCATION:{_escaped(entry.place)}"] if entry.place else []),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(_folded(line) for line in lines).encode()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """As RFC 5545 (3.3.11) writes a text: nothing in it can begin a line of its own."""
    one = " ".join(text.split())
    return one.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, each piece after the first behind a space; no sign is torn."""
    pieces, room, piece = [], OCTETS, ""
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", OCTETS - 1
        piece, room = piece + sign, room - size
    return "\r\n ".join([*pieces, piece]) + "\r\n"

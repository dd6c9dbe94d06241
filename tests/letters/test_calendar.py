"""The calendar entry: what RFC 5545 asks, and nothing that tells whose meeting it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from inconfidence.letters.calendar import Entry, ics

LONDON = ZoneInfo("Europe/London")


def entry(place: str = "Brook Lane School, Room 4", month: int = 11) -> Entry:
    """A meeting in this month."""
    return Entry(
        uid="5f0c9a52",
        reference="7KQM-4XH2",
        starts=datetime(2026, month, 26, 10, 0, tzinfo=LONDON),
        ends=datetime(2026, month, 26, 11, 30, tzinfo=LONDON),
        place=place,
        written=datetime(2026, 11, 20, 10, 0, tzinfo=LONDON),
        version=2,
    )


def lines(made: bytes) -> list[str]:
    """The lines of a file, unfolded."""
    return made.decode().replace("\r\n ", "").split("\r\n")


def test_it_says_time_place_and_reference_only() -> None:
    assert lines(ics(entry())) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//In Confidence//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:5f0c9a52",
        "DTSTAMP:20261120T100000Z",
        "SEQUENCE:1",
        "DTSTART:20261126T100000Z",
        "DTEND:20261126T113000Z",
        "SUMMARY:Meeting 7KQM-4XH2",
        "LOCATION:Brook Lane School\\, Room 4",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_summer_time_is_an_hour_earlier_in_utc() -> None:
    assert "DTSTART:20260726T090000Z" in lines(ics(entry(month=7)))


@pytest.mark.parametrize("place", ["", "x" * 400, "Łódź; a\\b,\nEND:VEVENT " * 20, "王" * 120])
def test_lines_are_folded_and_nothing_typed_begins_one(place: str) -> None:
    made = ics(entry(place))
    assert made.endswith(b"\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    found = lines(made)
    assert found.count("END:VEVENT") == 1
    assert ("LOCATION" in made.decode()) is bool(place)
    made.decode()

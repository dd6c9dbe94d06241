"""Where each sealed column of a case is bound to; `.name` is how the record of acts writes it."""

from uuid import UUID

from inconfidence.vault.sealed import Place


def heading(case_id: UUID, version: int) -> Place:
    """What lists show of a case."""
    return Place("cases_case", "heading", case_id, version)


def case_record(case_id: UUID, version: int) -> Place:
    """The rest of a case."""
    return Place("cases_case", "record", case_id, version)


def involved(row_id: UUID, version: int) -> Place:
    """Somebody on a case."""
    return Place("cases_involved", "record", row_id, version)


def item(item_id: UUID, version: int) -> Place:
    """A note, or what is said about a document."""
    return Place("cases_item", "record", item_id, version)


def earlier(row_id: UUID, version: int) -> Place:
    """What an item said in an earlier version. It never changes."""
    return Place("cases_earlier", "record", row_id, version)


def file(item_id: UUID) -> Place:
    """The bytes of a document. They never change."""
    return Place("cases_item", "file", item_id, 1)


def reason(row_id: UUID) -> Place:
    """Why a case was opened. It never changes."""
    return Place("cases_reason", "record", row_id, 1)


def enquiry(row_id: UUID, version: int) -> Place:
    """An enquiry as the group reads it."""
    return Place("cases_enquiry", "record", row_id, version)


def own_enquiry(row_id: UUID, version: int) -> Place:
    """An enquiry as the one who took it reads it."""
    return Place("cases_enquiry", "own_record", row_id, version)


def given(row_id: UUID, version: int) -> Place:
    """An enquiry as the one it was given to reads it."""
    return Place("cases_given", "record", row_id, version)


def link(row_id: UUID) -> Place:
    """Which two files are of one family, as the leads read it; emptied where it is taken away."""
    return Place("cases_link", "record", row_id, 1)


def closing(row_id: UUID) -> Place:
    """What was said when a case was closed. It never changes."""
    return Place("cases_closing", "record", row_id, 1)


def message(row_id: UUID, version: int) -> Place:
    """A message as the leads read it."""
    return Place("cases_message", "record", row_id, version)


def own_message(row_id: UUID, version: int) -> Place:
    """A message as the one who holds the case reads it."""
    return Place("cases_message", "own_record", row_id, version)

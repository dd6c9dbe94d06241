"""Where each sealed column of a concern is bound to."""

from uuid import UUID

from inconfidence.vault.sealed import Place


def place(concern_id: UUID) -> Place:
    """The words of a concern."""
    return Place("safeguarding_concern", "record", concern_id, 1)


def entry_place(entry_id: UUID) -> Place:
    """What was written down about a concern, for the leads."""
    return Place("safeguarding_entry", "record", entry_id, 1)


def own_place(entry_id: UUID) -> Place:
    """The same for whoever raised it."""
    return Place("safeguarding_entry", "own_record", entry_id, 1)

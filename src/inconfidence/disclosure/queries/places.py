"""Where each sealed column of a question, a danger or a disclosure is bound to."""

from uuid import UUID

from inconfidence.vault.sealed import Place


def question(row_id: UUID) -> Place:
    """What was asked. It never changes."""
    return Place("disclosure_question", "record", row_id, 1)


def verdict(row_id: UUID) -> Place:
    """What a lead decided about it. It never changes."""
    return Place("disclosure_question", "verdict", row_id, 1)


def danger(row_id: UUID) -> Place:
    """What was recorded about somebody who may come to harm."""
    return Place("disclosure_danger", "record", row_id, 1)


def disclosure(row_id: UUID) -> Place:
    """What was shared."""
    return Place("disclosure_disclosure", "record", row_id, 1)

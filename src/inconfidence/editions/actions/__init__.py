"""Writes about services and their policies: begin, draft, review, adopt, enter an inspection."""

from inconfidence.editions.actions.adopting import (
    Asked,
    Minute,
    adopt,
    adopt_draft,
    check,
    record_review,
)
from inconfidence.editions.actions.beginning import any_service, create_service, set_letterhead
from inconfidence.editions.actions.defaults import keep_defaults
from inconfidence.editions.actions.drafting import (
    Meanwhile,
    Said,
    begin_draft,
    change_draft,
    drop_draft,
    review_draft,
    send_draft,
)
from inconfidence.editions.actions.inspecting import end_inspection, open_inspection

__all__ = [
    "Asked",
    "Meanwhile",
    "Minute",
    "Said",
    "adopt",
    "adopt_draft",
    "any_service",
    "begin_draft",
    "change_draft",
    "check",
    "create_service",
    "drop_draft",
    "end_inspection",
    "keep_defaults",
    "open_inspection",
    "record_review",
    "review_draft",
    "send_draft",
    "set_letterhead",
]

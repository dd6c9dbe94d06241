"""Writes about services and their policies: begin, draft, review, adopt, enter an inspection."""

from inconfidence.editions.actions.adopting import Asked, adopt, adopt_draft, check, withdraw
from inconfidence.editions.actions.beginning import (
    any_service,
    create_service,
    set_concern_numbers,
    set_letterhead,
)
from inconfidence.editions.actions.defaults import keep_defaults
from inconfidence.editions.actions.drafting import (
    Meanwhile,
    begin_draft,
    change_draft,
    compare_draft,
    drop_draft,
    send_draft,
)
from inconfidence.editions.actions.hindering import InTheWay, Minute, Writer
from inconfidence.editions.actions.inspecting import end_inspection, open_inspection
from inconfidence.editions.actions.reviewing import Looked, Said, record_review, review_draft

__all__ = [
    "Asked",
    "InTheWay",
    "Looked",
    "Meanwhile",
    "Minute",
    "Said",
    "Writer",
    "adopt",
    "adopt_draft",
    "any_service",
    "begin_draft",
    "change_draft",
    "check",
    "compare_draft",
    "create_service",
    "drop_draft",
    "end_inspection",
    "keep_defaults",
    "open_inspection",
    "record_review",
    "review_draft",
    "send_draft",
    "set_concern_numbers",
    "set_letterhead",
    "withdraw",
]

"""From rows to the facts of the core's questions about a case. Nothing here decides."""

from inconfidence.cases.facts.seeing import (
    ACTORS,
    CASE_ROLES,
    DESK_ROLES,
    ITEMS,
    LEAD_ROLES,
    SOURCES,
    Doing,
    about_case,
    about_enquiry,
    about_item,
    assigned,
    assigned_filter,
    on_it,
    on_whom,
    reason_in_force,
    trays,
)

__all__ = [
    "ACTORS",
    "CASE_ROLES",
    "DESK_ROLES",
    "ITEMS",
    "LEAD_ROLES",
    "SOURCES",
    "Doing",
    "about_case",
    "about_enquiry",
    "about_item",
    "assigned",
    "assigned_filter",
    "on_it",
    "on_whom",
    "reason_in_force",
    "trays",
]

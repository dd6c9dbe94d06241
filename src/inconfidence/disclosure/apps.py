"""The disclosure area, as Django knows it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from inconfidence.cases.queries import OpenCase


class DisclosureConfig(AppConfig):
    name = "inconfidence.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """No case is closed over a danger without a word on what became of it; a letter goes out once it was shared."""
        from inconfidence.cases.queries import say_what_went_out, say_where_danger_is_believed

        say_where_danger_is_believed(_believed)
        say_what_went_out(_went_out)


def _believed(door: "OpenCase") -> str:
    from inconfidence.disclosure.queries.weighing import dangers

    found = dangers(door)
    last = found[-1][1] if found else {"belief": "none"}
    return str(last["risk_to"]) if last["belief"] == "believed" else ""


def _went_out(door: "OpenCase", item_id: UUID, person: UUID) -> bool:
    from inconfidence.disclosure.queries.ledger import went_out

    return went_out(door, item_id, person)

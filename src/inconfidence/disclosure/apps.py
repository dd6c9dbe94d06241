"""The disclosure area, as Django knows it."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from inconfidence.cases.queries import OpenCase


class DisclosureConfig(AppConfig):
    name = "inconfidence.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """No case is closed over a danger that is believed, without a word on what became of it."""
        from inconfidence.cases.queries import say_where_danger_is_believed

        say_where_danger_is_believed(_believed)


def _believed(door: "OpenCase") -> str:
    from inconfidence.disclosure.queries.weighing import dangers

    found = dangers(door)
    last = found[-1][1] if found else {"belief": "none"}
    return str(last["risk_to"]) if last["belief"] == "believed" else ""

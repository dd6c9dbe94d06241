"""The area's entry in Django's list."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from inconfidence.cases.queries import OpenCase
    from inconfidence.web.parts import MayTalk


class ConsentConfig(AppConfig):
    """What people agreed to, and what they took back."""

    name = "inconfidence.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The head of every page of a case says who we may talk to."""
        from inconfidence.cases.queries import say_who_we_may_talk_to

        say_who_we_may_talk_to(_lines)


def _lines(door: "OpenCase", today: "date") -> "Sequence[MayTalk]":
    from inconfidence.consent.queries.sentences import lines

    return lines(door, today)

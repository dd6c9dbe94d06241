"""The area's entry in Django's list."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from inconfidence.cases.facts.beginning import Agreed
    from inconfidence.cases.queries import OpenCase
    from inconfidence.policy.explain import Answer
    from inconfidence.policy.standing.obtaining import ObtainStanding
    from inconfidence.team.actor import Actor
    from inconfidence.web.parts import MayTalk


class ConsentConfig(AppConfig):
    """What people agreed to, and what they took back."""

    name = "inconfidence.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The head of every page of a case says who we may talk to; beginning hangs on what was agreed."""
        from inconfidence.cases.queries import (
            say_what_asking_comes_to,
            say_what_records_were_agreed,
            say_what_was_agreed,
            say_who_we_may_talk_to,
        )

        say_who_we_may_talk_to(_lines)
        say_what_was_agreed(_agreed)
        say_what_records_were_agreed(_records)
        say_what_asking_comes_to(_asking)


def _lines(door: "OpenCase", today: "date") -> "Sequence[MayTalk]":
    from inconfidence.consent.queries.head import lines
    from inconfidence.consent.queries.record_sentences import records_we_may_ask_for
    from inconfidence.web.parts import MayTalk

    records = (MayTalk(True, f"{found}.") for found in records_we_may_ask_for(door, today))
    return (*records, *lines(door, today))


def _agreed(door: "OpenCase", moment: "datetime") -> "Agreed":
    from inconfidence.consent.queries.beginning import agreed

    return agreed(door, moment)


def _records(door: "OpenCase", source: str, moment: "datetime") -> "tuple[ObtainStanding, ...]":
    from inconfidence.consent.queries.standing import having

    return having(door, source, moment)


def _asking(actor: "Actor", door: "OpenCase", person: "UUID") -> "Answer | None":
    from inconfidence.consent.queries.asking import weigh_again

    return weigh_again(actor, door, person)

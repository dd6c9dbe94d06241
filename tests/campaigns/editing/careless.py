"""Programs that lose edits, made on purpose: the campaign must find them out, or it would prove nothing.

`Careless(data, fault=…)` serves ours with one fault put in:

- `overwrites`: what a note, a meeting, a document or a first contact said before is not kept, and a change of a card
  is called saved and is not written;
- `refuses`: every change of a note or a card is answered with "somebody was faster", and nothing is saved;
- `forgets`: what is kept while it is typed, shown beside the other's or sent after the sitting ended waits nowhere;
- `clings`: what was saved goes on waiting in Unfinished.
"""

import os
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.apps import AppConfig

from tests.campaigns.crash.server import Server

FAULT = "EDITS_FAULT"


@dataclass
class Careless(Server):
    """Our server with a fault."""

    fault: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        return super().environment | {
            "DJANGO_SETTINGS_MODULE": "tests.campaigns.editing.careless_settings",
            FAULT: self.fault,
        }


class CarelessApp(AppConfig):
    """Puts the fault in when the program starts."""

    name = "tests.campaigns.editing"
    label = "careless"

    def ready(self) -> None:
        """The fault that the environment names."""
        FAULTS[os.environ[FAULT]]()


def overwrites() -> None:
    """Nothing that was said before is kept, and a card stays as it was."""
    from inconfidence.cases.actions import begin, changing, contact, documents_changing, meetings

    class Nowhere:
        class objects:  # noqa: N801 - stands where a model's manager stands
            @staticmethod
            def create(**_row: object) -> None:
                """Keep nothing."""

    for module in (changing, meetings, documents_changing):
        vars(module)["Earlier"] = Nowhere
    vars(begin)["_changes"] = lambda *_words: {}
    vars(contact)["change_card"] = lambda *_words, **_options: True


def refuses() -> None:
    """Every change meets somebody who was faster."""
    from inconfidence.cases.actions import changing, contact
    from inconfidence.cases.queries.notes import current

    def theirs(actor: Any, door: Any, row: Any, *_rest: object) -> changing.Theirs:
        return changing.Theirs(current(actor, door, row))

    vars(changing)["_replace"] = theirs
    vars(contact)["change_card"] = lambda *_words, **_options: False


def forgets() -> None:
    """Nothing is kept, and the program says it is."""
    from inconfidence.team.actions import keeping

    vars(keeping)["keep_for_person"] = lambda *_words: uuid4()


def clings() -> None:
    """Nothing that was kept is ever let go."""
    from inconfidence.vault import spool

    vars(spool)["drop"] = lambda *_words: None


FAULTS = {"overwrites": overwrites, "refuses": refuses, "forgets": forgets, "clings": clings}

"""Writing down what has happened about a concern: what is believed, what was talked through, who has been told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.begin import answer_words
from inconfidence.duties.actions import owe
from inconfidence.duties.words import About, When
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome, Role
from inconfidence.safeguarding.actions.writing import settle_up, told, write_entry
from inconfidence.safeguarding.facts import Asked, EntryDetails, ask, by_head, in_force, standing_of
from inconfidence.safeguarding.queries import entries_of, reach
from inconfidence.team.actor import Actor

TOLD_WRONGLY = "told_wrongly"


@dataclass(frozen=True, slots=True)
class NotTold:
    """Those chosen must not hear of it; the answer says who must. Nothing was written down."""

    answer: Answer


def note(
    actor: Actor,
    concern_id: UUID,
    details: EntryDetails,
    *,
    happened_at: datetime | None = None,
    once: UUID | None = None,
) -> bool | NotTold | None:
    """Write one entry. Only telling somebody who must not hear of it is refused; nothing that is missing is.

    Where they know already it is written down, and the head of service is shown it. `happened_at` where it is entered
    later, from paper. None: no such concern for them.
    """
    with transaction.atomic():
        row = reach(actor).select_for_update().filter(id=concern_id, closed_at__isnull=True).first()
        if row is None:
            return None
        payload = details.payload(by_head=by_head(actor))
        said = [*entries_of(actor, row), (happened_at or actor.now(), payload)]
        wrong = _wrongly(actor, said, details)
        if wrong is not None and not details.already:
            refused = wrong.answer()
            told(actor, row.id, Act.concern_not_told, words=answer_words(refused), once=once)
            return NotTold(refused)
        sealed = write_entry(actor.person_id, row, payload, actor.now(), happened_at)
        if wrong is not None:
            _show(actor, row.id)
        settle_up(actor, row, standing_of(said), happened_at)
        told(actor, row.id, Act.concern_noted, sealed, once=once)
    return True


def _wrongly(
    actor: Actor, said: Sequence[tuple[datetime, Mapping[str, Any]]], details: EntryDetails
) -> Asked | None:
    """The no to telling those chosen now, whoever has heard before; None where it is no no."""
    edition, facts = in_force(actor), standing_of(said).facts
    if not details.told or edition is None or facts is None:
        return None
    asked = ask(edition, facts, to=frozenset(details.told))
    return asked if asked.decision.outcome is Outcome.REFUSE else None


def _show(actor: Actor, concern_id: UUID) -> None:
    owe(
        actor,
        TOLD_WRONGLY,
        About.CONCERN,
        concern_id,
        actor.today(),
        owed_by_role=Role.HEAD_OF_SERVICE,
        when=When.SAME_DAY,
    )

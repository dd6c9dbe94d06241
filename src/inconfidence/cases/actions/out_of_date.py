"""What a form meets when that which it changes has moved on since its page was drawn."""

from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import was_written
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.queries.door import saw
from inconfidence.team.actor import Actor


def out_of_date(actor: Actor, case_id: UUID, once: UUID | None, *, item: UUID | None = None) -> None:
    """Record that a page sent its form too late.

    AlreadyDone when this very form was written before and somebody else has changed the same since: who presses twice,
    or sends again what had no answer, is not shown a conflict with what they saved. Called under the case's lock.
    """
    if once and was_written(once):
        raise AlreadyDone("this form was sent before")
    saw(actor, case_id, Act.stale_form, item=item)

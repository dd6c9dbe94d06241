"""What a case writes into the service's own registers: how a family was sent to us, which notice, where we met."""

from datetime import date
from uuid import UUID

from inconfidence.policy.edition import Edition
from inconfidence.team.actions.registers import EntryDetails, write_line
from inconfidence.team.actor import Actor
from inconfidence.team.queries import counted, current_version

REFERRALS, NOTICE, PREMISES = "referral-sources", "privacy-notice-published", "premises-check"
PRIVATE_ROOM = "private_room"


def count_referral(actor: Actor, edition: Edition, case_id: UUID, origin: str, *, wanted: bool) -> None:
    """Count a case under the source that the policy names, inside the caller's transaction. No source is an easier way.

    `wanted`: the family has said itself that it wants our help. Another origin later takes the case out again.
    """
    if not edition.names(REFERRALS):
        return
    source = origin if origin in words(edition, REFERRALS, "sources") else ""
    before = counted(actor.service_id, REFERRALS, case_id)
    if (source, wanted) != before and (source or before is not None):
        details = EntryDetails(on=actor.today(), what=source, found=wanted)
        write_line(actor, REFERRALS, details, about=case_id)


def words(edition: Edition, register: str, key: str) -> tuple[str, ...]:
    """The words that a register has under this policy."""
    value = edition.value(register, key)
    assert isinstance(value, tuple)
    return value


def notice_offered(actor: Actor, given_on: date | None) -> str:
    """The version of the privacy notice that was current on the day it was given; empty where none was."""
    return current_version(actor.service_id, NOTICE, actor.today(), on=given_on) if given_on else ""


def not_private(actor: Actor, edition: Edition, on: date) -> None:
    """A meeting took place in a shared space: the register of our rooms says so, and not whose meeting it was."""
    if edition.names(PREMISES):
        write_line(actor, PREMISES, EntryDetails(on=on, what=PRIVATE_ROOM, found=False))

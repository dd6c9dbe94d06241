"""The person who acts: who they are, with what they can open, and what time it is for them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from inconfidence.policy.vocabulary import Role
from inconfidence.team.words import LEADS
from inconfidence.vault.keyring import Keyring

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person with their open keyring. Every action and query takes one."""

    person_id: UUID
    service_id: UUID
    role: Role
    name: str
    keyring: Keyring = field(repr=False, compare=False)
    clock: Callable[[], datetime] = field(default=timezone.now, repr=False, compare=False)

    def now(self) -> datetime:
        """This moment, aware."""
        return self.clock()

    def today(self) -> date:
        """Today's date where the service is."""
        return self.now().astimezone(LONDON).date()

    @property
    def is_lead(self) -> bool:
        """Whether this person leads the service: the head, or a senior caseworker."""
        return self.role in LEADS

"""The open keys of one person, held by the actor for one request. Code without an actor has none."""

import os
from uuid import UUID

from inconfidence.vault.envelope import KEY_BYTES
from inconfidence.vault.ids import new_id
from inconfidence.vault.secret import Holder
from inconfidence.vault.words import Group, OwnerKind


class Member(Holder):
    """A group's opened pair, in the hands of one member."""

    __slots__ = ("group",)

    def __init__(self, pair_id: UUID, root: bytes, group: Group) -> None:
        super().__init__(pair_id, root)
        self.group = group


class Keyring(Holder):
    """A person's opened pair. `owner` and `service_id` may be read; nothing else of it leaves the vault."""

    __slots__ = ("groups", "kind", "owner", "service_id")

    def __init__(self, pair_id: UUID, root: bytes, owner: UUID, service_id: UUID, kind: OwnerKind) -> None:
        super().__init__(pair_id, root)
        self.owner = owner
        self.service_id = service_id
        self.kind = kind
        # The opened groups of this person, by pair; None until first needed.
        self.groups: dict[UUID, Member] | None = None

    @classmethod
    def fresh(cls, owner: UUID, service_id: UUID, kind: OwnerKind) -> "Keyring":
        """A new pair, not yet stored."""
        return cls(new_id(), os.urandom(KEY_BYTES), owner, service_id, kind)

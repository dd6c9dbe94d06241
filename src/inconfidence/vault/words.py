"""Closed words of the vault."""

from enum import StrEnum


class OwnerKind(StrEnum):
    """Whose pair it is; nothing assumes that it is staff."""

    worker = "worker"
    volunteer = "volunteer"
    family = "family"


class PairState(StrEnum):
    """A revoked pair is sealed to no more, and opens nothing."""

    active = "active"
    revoked = "revoked"


class Group(StrEnum):
    """Groups that hold keys together."""

    leads = "leads"
    front_desk = "front_desk"
    staff = "staff"


class Kind(StrEnum):
    """What a key is for."""

    case = "case"
    card = "card"

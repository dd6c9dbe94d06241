"""What holds a key shows nothing of itself and cannot be carried off."""

import copy
import json
import pickle
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pytest

from inconfidence.vault import groups, subjects
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import CannotOpen
from inconfidence.vault.secret import Secret
from inconfidence.vault.words import Group, Kind


@dataclass(frozen=True, slots=True)
class Carrier:
    keyring: Secret


@pytest.fixture(params=["keyring", "member", "subject key"])
def secret(request: pytest.FixtureRequest, worker: Keyring) -> Secret:
    if request.param == "keyring":
        return worker
    if request.param == "member":
        return next(iter(groups.opened(worker).values()))
    return subjects.begin(Kind.case, new_id(), worker.service_id, people=[worker.owner], groups=[Group.leads])


ROADS: list[Callable[[Any], Any]] = [
    pickle.dumps,
    copy.copy,
    copy.deepcopy,
    vars,
    json.dumps,
    lambda secret: secret.__getstate__(),
    lambda secret: asdict(Carrier(secret)),
    lambda secret: pickle.dumps(Carrier(secret)),
    lambda secret: setattr(secret, "note", "x"),
]


@pytest.mark.parametrize("road", ROADS)
def test_no_road_carries_a_key_off(secret: Secret, road: Callable[[Any], Any]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        road(secret)


def test_its_repr_is_fixed(secret: Secret) -> None:
    assert repr(secret) == str(secret) == f"<{type(secret).__name__.lower()}>"
    assert repr(Carrier(secret)).endswith(f"keyring={secret!r})")


def test_an_error_beside_it_shows_nothing(worker: Keyring) -> None:
    with pytest.raises(CannotOpen) as refused:
        subjects.open_key(worker, Kind.case, new_id())
    found = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
    text = "".join(found.format())
    assert "<keyring>" in text
    root = worker.root()
    for shown in (root.hex(), repr(root), repr(root)[2:-1]):
        assert shown not in text

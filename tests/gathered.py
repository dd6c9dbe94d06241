"""A cast that was gathered once in this process is put back as it was: its rows, its key files, its open keys.

Making a service and the keys of five people was half of the time of most tests. Nothing is pretended: rows and files
are those that the program's own actions wrote. A test that has a service or keys already gathers anew.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model

from inconfidence.editions.models import Service
from inconfidence.editions.queries import forget_adoptions
from inconfidence.team.queries.people import forget_names
from inconfidence.vault.keyring import Keyring
from tests import cast
from tests.cast import NAMES, Cast, Person
from tests.conftest import Clock

# A policy, the time it is, and whether what was written has been committed.
Key = tuple[str, datetime, bool]


@dataclass(frozen=True)
class Gathered:
    """A cast, and everything that making it wrote."""

    cast: Cast
    rows: tuple[tuple[Model, ...], ...]
    files: dict[str, bytes]


_gathered: dict[Key, Gathered] = {}


def gather(slug: str, clock: Clock) -> Cast:
    """The whole cast of a service with this policy, made by the program or put back."""
    key = (slug, clock(), connection.in_atomic_block)
    if Service.objects.exists() or _files():
        return cast.gather(slug, clock)
    if key not in _gathered:
        made = cast.gather(slug, clock)
        _gathered[key] = Gathered(_asleep(made), _rows(), _files())
        return made
    return _put_back(_gathered[key], clock)


def _rows() -> tuple[tuple[Model, ...], ...]:
    found = (tuple(model._base_manager.all()) for model in apps.get_models())
    return tuple(rows for rows in found if rows)


def _files() -> dict[str, bytes]:
    data = Path(settings.DATA)
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def _put_back(kept: Gathered, clock: Clock) -> Cast:
    for name, content in kept.files.items():
        path = Path(settings.DATA) / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    with transaction.atomic():
        for rows in kept.rows:
            type(rows[0])._base_manager.bulk_create(rows)
    forget_adoptions()
    forget_names()
    return _awake(kept.cast, clock)


def _asleep(made: Cast) -> Cast:
    """With keyrings of its own: a test may do to those that it was given what it likes."""
    return _awake(made, made.maryam.actor.clock)


def _awake(kept: Cast, clock: Callable[[], datetime]) -> Cast:
    people: dict[str, Person] = {who: _person(getattr(kept, who), clock) for who in NAMES}
    return Cast(kept.slug, **people)


def _person(kept: Person, clock: Callable[[], datetime]) -> Person:
    ring = kept.actor.keyring
    keyring = Keyring(ring.pair_id, ring.root(), ring.owner, ring.service_id, ring.kind)
    return replace(kept, actor=replace(kept.actor, keyring=keyring, clock=clock))

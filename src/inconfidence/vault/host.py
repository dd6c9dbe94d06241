"""What the running program holds of its own, in the key folder: the host's secret, epoch keys, sitting keys."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from django.utils import timezone

from inconfidence.vault.envelope import Profile, as_bytes, as_record, derive, number_of, seal, unseal
from inconfidence.vault.key_folder import Content, change_key_file, key_file, known_file
from inconfidence.vault.sealed import Place, Sealed, cannot_open

LONGEST_SITTING = timedelta(hours=12)
SITTING_KEY_LIFE = timedelta(hours=24)
NOBODY = UUID(int=0)


@lru_cache(maxsize=16)
def _cipher(key: str) -> AESGCMSIV:
    """The cipher of a key written in hex, made once."""
    return AESGCMSIV(bytes.fromhex(key))


def _first_secret() -> Content:
    return {"secret": secrets.token_hex(32)}


@lru_cache(maxsize=64)
def _derived(secret: str, word: str) -> bytes:
    return derive(bytes.fromhex(secret), f"host/{word}")


def host_key(word: str) -> bytes:
    """A key of 32 bytes for one use of the host's, derived from its own secret."""
    return _derived(known_file("host", _first_secret)["secret"], word)


def secret_key(data: Path | None = None) -> str:
    """Django's SECRET_KEY. Settings pass the data folder, because they are not loaded yet."""
    return _derived(key_file("host", _first_secret, data)["secret"], "django").hex()


def seal_for_host(purpose: str, place: Place, payload: Mapping[str, object]) -> Sealed:
    """Seal what the program must read without anybody present, such as second-factor secrets."""
    key = AESGCMSIV(host_key(f"seal/{purpose}"))
    return Sealed(seal(key, Profile.HOST, 0, as_bytes(payload), place.bound(NOBODY)))


def open_for_host(purpose: str, place: Place, sealed: Sealed) -> dict[str, Any]:
    """Open what `seal_for_host` sealed; CannotOpen otherwise."""
    key = AESGCMSIV(host_key(f"seal/{purpose}"))
    return as_record(unseal(key, Profile.HOST, sealed.raw, place.bound(NOBODY)))


# Epoch keys: destroying one makes every older backup of a destroyed case unreadable.


def _first_epoch() -> Content:
    return {"current": 1, "keys": {"1": secrets.token_hex(32)}}


def wrap_epoch(inner: bytes, bound: bytes) -> Sealed:
    """Wrap a stored seal once more under the epoch key in force."""
    content = key_file("epochs", _first_epoch)
    number = int(content["current"])
    return Sealed(seal(_cipher(content["keys"][str(number)]), Profile.EPOCH, number, inner, bound))


def unwrap_epoch(raw: bytes, bound: bytes) -> bytes:
    """Take the epoch wrap off; a key file replaced by another process is read again."""
    number = number_of(Profile.EPOCH, raw)
    key = known_file("epochs", _first_epoch)["keys"].get(str(number))
    if key is None:
        key = key_file("epochs", _first_epoch)["keys"].get(str(number))
    if key is None:
        raise cannot_open()
    return unseal(_cipher(key), Profile.EPOCH, raw, bound)


# Sitting keys: an old backup and a stolen laptop must not be both halves.


def _first_sitting(now: datetime) -> Content:
    return {
        "current": 1,
        "keys": {"1": {"key": secrets.token_hex(32), "made": now.isoformat(), "until": None}},
    }


def rotate_sitting_key(now: datetime) -> int:
    """Put a new sitting key in force and return its number.

    A replaced key is kept for the 12 hours that the longest sitting lasts, then deleted.
    """

    def change(content: Content) -> None:
        number = int(content["current"])
        content["keys"][str(number)]["until"] = (now + LONGEST_SITTING).isoformat()
        content["current"] = number + 1
        content["keys"][str(number + 1)] = {
            "key": secrets.token_hex(32),
            "made": now.isoformat(),
            "until": None,
        }
        over = [n for n, key in content["keys"].items() if _is_over(key, now)]
        for number_over in over:
            del content["keys"][number_over]

    return int(change_key_file("sittings", lambda: _first_sitting(now), change)["current"])


def _is_over(key: Mapping[str, Any], now: datetime) -> bool:
    return key["until"] is not None and datetime.fromisoformat(key["until"]) <= now


def wrap_sitting(inner: bytes, bound: bytes) -> Sealed:
    """Wrap a stored half under the sitting key in force, replacing a key that is a day old first."""
    now = timezone.now()
    content = key_file("sittings", lambda: _first_sitting(now))
    key = content["keys"][str(content["current"])]
    if now - datetime.fromisoformat(key["made"]) >= SITTING_KEY_LIFE:
        rotate_sitting_key(now)
        content = key_file("sittings", lambda: _first_sitting(now))
        key = content["keys"][str(content["current"])]
    return Sealed(seal(_cipher(key["key"]), Profile.SITTING, int(content["current"]), inner, bound))


def unwrap_sitting(raw: bytes, bound: bytes) -> bytes:
    """Take the wrap of a stored half off; CannotOpen when its key is gone or its time is over."""
    number = number_of(Profile.SITTING, raw)
    now = timezone.now()
    key = key_file("sittings", lambda: _first_sitting(now))["keys"].get(str(number))
    if key is None or _is_over(key, now):
        raise cannot_open()
    return unseal(_cipher(key["key"]), Profile.SITTING, raw, bound)

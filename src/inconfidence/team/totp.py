"""Time-based codes (RFC 6238), as authenticator apps make them: six digits, SHA-1, a new one every 30 seconds."""

import base64
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

PERIOD = 30
DIGITS = 6
TOLERANCE = 1


def new_secret() -> bytes:
    """A fresh secret of 160 random bits."""
    return secrets.token_bytes(20)


def as_text(secret: bytes) -> str:
    """The secret in capitals and digits, as an app on a desk computer wants it typed."""
    return base64.b32encode(secret).decode("ascii").rstrip("=")


def as_address(secret: bytes, username: str, service: str) -> str:
    """The address that the square code on the screen holds."""
    label = quote(f"{service}:{username}")
    return f"otpauth://totp/{label}?secret={as_text(secret)}&issuer={quote(service)}&digits={DIGITS}&period={PERIOD}"


def step_at(moment: datetime) -> int:
    """The number of the half minute in which this moment lies."""
    return int(moment.timestamp()) // PERIOD


def code(secret: bytes, step: int) -> str:
    """The code of one half minute."""
    # SHA-1 is what authenticator apps implement; the construction does not rest on collisions.
    made = TOTP(secret, DIGITS, SHA1(), PERIOD, enforce_key_length=False)  # noqa: S303
    return made.generate(step * PERIOD).decode("ascii")


def matching_step(secret: bytes, typed: str, moment: datetime) -> int | None:
    """The half minute to which a typed code belongs, one either side allowed; None when it belongs to none."""
    digits = "".join(typed.split()).encode("utf-8")
    now = step_at(moment)
    found = None
    for step in range(now - TOLERANCE, now + TOLERANCE + 1):
        if hmac.compare_digest(code(secret, step).encode("ascii"), digits):
            found = step
    return found

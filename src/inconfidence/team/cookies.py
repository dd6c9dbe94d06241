"""The cookies of a browser and what a request may show of them.

`sessionid` finds the row, `__Host-half` carries the half of the key that the server never stores, `device`
remembers that the second factor was given here today, and `keeper` names, signed, the person for whom a form
is kept when no row can be read. Browsers treat localhost as secure and Chromium takes `__Host-` cookies over
plain http there (tried); Safari does not. So on this very machine, and only there, the key cookie goes by the
plain name `half`: `config.checks` refuses plain http on any other address.
"""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SITTING = "sessionid"
DEVICE = "device"
KEEPER = "keeper"
BYTES = 32
DEVICE_SECONDS = 400 * 24 * 3600


def half_name() -> str:
    """The name of the key cookie on this host."""
    return "__Host-half" if settings.SECURE_COOKIES else "half"


class KeyHalf:
    """The browser's half of the key: never printed, copied or stored."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "<half>"

    def __reduce__(self) -> str:
        raise TypeError("the browser's half of a key is never copied or stored")

    def take(self) -> bytes:
        """The bytes themselves, for the one function that joins the halves."""
        return self._value

    def check(self) -> str:
        """What the row remembers of it, so that an emptied row still knows its browser."""
        return hashlib.sha256(b"browser check\0" + self._value).hexdigest()


@dataclass(frozen=True, slots=True)
class Browser:
    """What one request shows of the browser it comes from."""

    sitting: str = field(default="", repr=False)
    half: KeyHalf | None = None
    device: str = field(default="", repr=False)
    keeper: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """The cookies that a new sitting gives to its browser."""

    sitting: str = field(repr=False)
    half: KeyHalf
    device: str = field(default="", repr=False)
    keeper: str = field(default="", repr=False)


def random_value() -> str:
    """256 random bits as a cookie carries them: base64url without padding, which would be quoted."""
    return as_cookie(secrets.token_bytes(BYTES))


def as_cookie(value: bytes) -> str:
    """Bytes as a cookie's value."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode("ascii")


def from_cookie(value: str) -> bytes | None:
    """The bytes of a cookie's value, or None when it never was one of ours."""
    try:
        found = base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if len(found) == BYTES else None


def hashed(value: str) -> str:
    """What a row stores of a cookie."""
    return hashlib.sha256(value.encode("utf-8")).hexdigest()


def keeper_for(person_id: UUID, service_id: UUID) -> str:
    """A signed name of a person, by which a form can be kept for them while no row can be read."""
    return Signer(salt="team.keeper").sign(f"{person_id.hex}.{service_id.hex}")


def read_keeper(value: str) -> tuple[UUID, UUID] | None:
    """The person and the service that a keeper cookie names, or None when we did not sign it."""
    try:
        person, service = Signer(salt="team.keeper").unsign(value).split(".")
        return UUID(person), UUID(service)
    except (BadSignature, ValueError):
        return None


def take_half(request: HttpRequest) -> KeyHalf | None:
    """Remove the key cookie from the request, its header included, and hand it over.

    Both names are taken, so that a cookie left by an earlier configuration travels no further either.
    """
    header = request.META.get("HTTP_COOKIE", "")
    kept, half = [], None
    for pair in header.split(";"):
        name, _, value = pair.strip().partition("=")
        if name not in {"half", "__Host-half"}:
            kept.append(pair.strip())
        elif name == half_name() and (found := from_cookie(value.strip())):
            half = KeyHalf(found)
    if header:
        request.META["HTTP_COOKIE"] = "; ".join(pair for pair in kept if pair)
    return half


def read(request: HttpRequest, half: KeyHalf | None) -> Browser:
    """What this request shows of its browser."""
    given = request.COOKIES
    return Browser(
        sitting=given.get(SITTING, ""),
        half=half,
        device=given.get(DEVICE, ""),
        keeper=given.get(KEEPER, ""),
        address=str(request.META.get("REMOTE_ADDR", "")),
    )


def give(response: HttpResponseBase, issued: Issued) -> None:
    """Set the cookies of a new sitting. They end with the browser; only `device` stays."""
    _set(response, SITTING, issued.sitting)
    _set(response, half_name(), as_cookie(issued.half.take()))
    if issued.device:
        _set(response, DEVICE, issued.device, DEVICE_SECONDS)
    if issued.keeper:
        _set(response, KEEPER, issued.keeper)


def clear(response: HttpResponseBase) -> None:
    """Take every cookie of the sitting back; the device may stay known."""
    for name in (SITTING, half_name(), KEEPER):
        _set(response, name, "", 0)


def _set(response: HttpResponseBase, name: str, value: str, seconds: int | None = None) -> None:
    # Lax, not Strict: a link in an e-mail would otherwise arrive with half of the cookies.
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=settings.SECURE_COOKIES, httponly=True, samesite="Lax"
    )

"""Every ciphertext: no byte can change, nothing can move, and there is one error."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from hypothesis import given
from hypothesis import strategies as st

from inconfidence.vault import envelope
from inconfidence.vault.envelope import Profile
from inconfidence.vault.sealed import CannotOpen

KEY = AESGCMSIV(bytes(range(32)))
PAIR = X25519PrivateKey.from_private_bytes(bytes(range(32)))
BOUND = b"place"

Opener = Callable[[bytes], bytes]


def symmetric(raw: bytes) -> bytes:
    return envelope.unseal(KEY, Profile.RECORD, raw, BOUND)


def received(raw: bytes) -> bytes:
    return envelope.receive(PAIR, Profile.GIVEN, raw, BOUND)


def ciphertexts() -> list[tuple[bytes, Opener]]:
    public = PAIR.public_key().public_bytes_raw()
    return [
        (envelope.seal(KEY, Profile.RECORD, 7, b"what was said", BOUND), symmetric),
        (envelope.give(public, Profile.GIVEN, b"what was said", BOUND), received),
    ]


@pytest.mark.parametrize(("raw", "opener"), ciphertexts())
def test_flip_any_byte(raw: bytes, opener: Opener) -> None:
    assert opener(raw) == b"what was said"
    for at in range(len(raw)):
        for change in (0x01, 0x80, 0xFF):
            altered = raw[:at] + bytes([raw[at] ^ change]) + raw[at + 1 :]
            with pytest.raises(CannotOpen, match=r"^This cannot be opened\.$"):
                opener(altered)


@pytest.mark.parametrize(("raw", "opener"), ciphertexts())
def test_cut_or_lengthen(raw: bytes, opener: Opener) -> None:
    for cut in range(len(raw)):
        with pytest.raises(CannotOpen):
            opener(raw[:cut])
    with pytest.raises(CannotOpen):
        opener(raw + b"\0")


def test_another_place_another_key_another_profile() -> None:
    raw = envelope.seal(KEY, Profile.RECORD, 0, b"x", BOUND)
    attempts: list[Callable[[], bytes]] = [
        lambda: envelope.unseal(KEY, Profile.RECORD, raw, b"elsewhere"),
        lambda: envelope.unseal(AESGCMSIV(bytes(32)), Profile.RECORD, raw, BOUND),
        lambda: envelope.unseal(KEY, Profile.FILE, raw, BOUND),
    ]
    given_to = envelope.give(PAIR.public_key().public_bytes_raw(), Profile.GIVEN, b"x", BOUND)
    attempts += [
        lambda: envelope.receive(PAIR, Profile.GIVEN, given_to, b"elsewhere"),
        lambda: envelope.receive(X25519PrivateKey.generate(), Profile.GIVEN, given_to, BOUND),
        lambda: envelope.receive(PAIR, Profile.GIVEN_TO_GROUP, given_to, BOUND),
    ]
    for attempt in attempts:
        with pytest.raises(CannotOpen) as refused:
            attempt()
        assert refused.value.__cause__ is None
        assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_the_header_tells_profile_and_number() -> None:
    raw = envelope.seal(KEY, Profile.OLDER, 9, b"", BOUND)
    assert envelope.number_of(Profile.OLDER, raw) == 9
    assert envelope.profile_of(raw) == Profile.OLDER
    assert envelope.profile_of(b"short") == 0


def test_the_same_words_never_give_the_same_bytes() -> None:
    assert len({envelope.seal(KEY, Profile.RECORD, 0, b"same", BOUND) for _ in range(1000)}) == 1000


@given(st.integers(min_value=0, max_value=2_000_000))
def test_buckets(size: int) -> None:
    padded = envelope.bucket(size)
    assert padded >= max(size, 256)
    assert envelope.bucket(padded) == padded
    assert padded <= 65536 or padded % 65536 == 0
    assert padded - size < max(size, 256, 65536)


@pytest.mark.parametrize(
    ("size", "padded"), [(0, 256), (256, 256), (257, 512), (65536, 65536), (65537, 131072)]
)
def test_bucket_edges(size: int, padded: int) -> None:
    assert envelope.bucket(size) == padded


@given(st.binary(max_size=3000))
def test_padding_comes_off(data: bytes) -> None:
    padded = envelope.pad(data)
    assert envelope.unpad(padded) == data
    assert len(padded) == envelope.bucket(len(data) + 4)


def test_which_fields_are_filled_does_not_show() -> None:
    assert len({len(envelope.as_bytes({"phone": "0" * n})) for n in range(100)}) == 1


RECORDS = st.dictionaries(
    st.text(max_size=8),
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=40)
    | st.lists(st.text(max_size=8), max_size=3),
    max_size=6,
)


@given(RECORDS)
def test_a_record_comes_back(record: dict[str, object]) -> None:
    assert envelope.as_record(envelope.as_bytes(record)) == record


def test_identifiers_and_dates_become_text() -> None:
    moment = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    record = {"id": UUID(int=5), "on": date(2026, 11, 20), "at": moment, "odd": "\ud800"}
    assert envelope.as_record(envelope.as_bytes(record)) == {
        "id": str(UUID(int=5)),
        "on": "2026-11-20",
        "at": moment.isoformat(),
        "odd": "\ud800",
    }


def test_what_json_lacks_is_refused_without_its_content() -> None:
    with pytest.raises(TypeError, match=r"^a record holds no set$"):
        envelope.as_bytes({"names": {"Amira"}})
    with pytest.raises(ValueError, match="not JSON compliant"):
        envelope.as_bytes({"n": float("nan")})


def test_what_is_no_record_cannot_be_opened_as_one() -> None:
    with pytest.raises(CannotOpen):
        envelope.as_record(envelope.pad(b"no json"))


def test_each_use_has_its_own_key() -> None:
    secret = os.urandom(32)
    assert len({envelope.derive(secret, word) for word in ("give", "own", "sign")}) == 3
    assert envelope.derive(secret, "own") == envelope.derive(secret, "own")


def test_the_format_does_not_drift() -> None:
    """Fixed vectors: what was sealed by the first version opens for ever."""
    raw = bytes.fromhex(VECTOR)
    assert envelope.unseal(KEY, Profile.RECORD, raw, BOUND) == b"a vector"
    assert envelope.receive(PAIR, Profile.GIVEN, bytes.fromhex(GIVEN), BOUND) == b"a vector"
    assert envelope.derive(bytes(32), "own").hex() == DERIVED


VECTOR = "a7494301050000000716c6ca5002e765f935e2e5d9d19098700f57a514747dba5c7a1255c91cc28bebf40352c2"
GIVEN = (
    "a74943010100000000942f131a1783861a5f322f882f538e2358413e3a7b64c423e1ff7cec7473ea048206b6efdece09"
    "d86f6588a3e455525eaef067965cf39fe3"
)
DERIVED = "ddeaeef6ecf8e6a140cb3dc6934631129baca7f129c91f0be642c0d90e54b630"

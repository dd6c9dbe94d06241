"""One derivation, dear enough, one at a time."""

import threading
import time
from typing import Any

import pytest
from django.core.checks import Error
from pytest_django.fixtures import Settings

from inconfidence.vault import checks, passwords
from inconfidence.vault.passwords import Cost
from inconfidence.vault.sealed import CannotOpen

ROOT = bytes(range(32))


def test_the_password_opens_the_root() -> None:
    raw = passwords.seal_root(ROOT, "correct horse battery", b"place")
    assert passwords.open_root(raw, "correct horse battery", b"place") == ROOT
    assert passwords.open_root(raw, "correct horse batter", b"place") is None
    assert passwords.open_root(raw, "correct horse battery", b"elsewhere") is None


def test_flip_any_byte_and_nothing_opens() -> None:
    raw = passwords.seal_root(ROOT, "correct horse battery", b"place")
    for at in range(9, len(raw)):
        if at not in range(5, 13):  # the cost itself: a flipped byte there would only take longer
            altered = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
            assert passwords.open_root(altered, "correct horse battery", b"place") is None
    with pytest.raises(CannotOpen):
        passwords.open_root(b"x" + raw[1:], "correct horse battery", b"place")


def test_letters_typed_in_two_ways_are_one_password() -> None:
    raw = passwords.seal_root(ROOT, "Zo\u00eb and the harbour", b"")
    assert passwords.open_root(raw, "Zoe\u0308 and the harbour", b"") == ROOT


def test_the_cost_travels_with_the_seal(settings: Settings) -> None:
    raw = passwords.seal_root(ROOT, "a password", b"")
    assert passwords.cost_of(raw) == Cost(64, 1)
    settings.ARGON2_MEMORY_KIB = 128
    assert passwords.open_root(raw, "a password", b"") == ROOT
    assert passwords.cost_of(passwords.seal_root(ROOT, "a password", b"")) == Cost(128, 1)


def test_the_cost_is_measured_once(settings: Settings) -> None:
    settings.ARGON2_MEMORY_KIB, settings.ARGON2_LEAST_MILLISECONDS = 1024, 3
    first = passwords.cost_here()
    assert first.memory_kib == 1024
    assert first.passes > 1
    assert all(passwords.cost_here() == first for _ in range(20))


def test_the_measuring_ends(settings: Settings) -> None:
    settings.ARGON2_MEMORY_KIB, settings.ARGON2_LEAST_MILLISECONDS = 8, 10_000
    assert passwords.cost_here() == Cost(8, passwords.MOST_PASSES)


def test_one_derivation_at_a_time() -> None:
    done: list[str] = []

    def spend() -> None:
        passwords.spend("waits")
        done.append("spent")

    thread = threading.Thread(target=spend)
    passwords.cost_here()
    with passwords.GATE:
        thread.start()
        thread.join(0.2)
        assert done == []
    thread.join(5)
    assert done == ["spent"]


def test_the_real_cost_once(settings: Settings) -> None:
    """64 MiB and at least 250 ms of processor time, as in service."""
    settings.ARGON2_MEMORY_KIB = checks.LEAST_MEMORY_KIB
    settings.ARGON2_LEAST_MILLISECONDS = checks.LEAST_MILLISECONDS
    raw = passwords.seal_root(ROOT, "correct horse battery", b"")
    start = time.thread_time()
    assert passwords.open_root(raw, "correct horse battery", b"") == ROOT
    assert time.thread_time() - start > 0.15
    assert passwords.cost_of(raw).memory_kib == 64 * 1024
    assert passwords.cost_of(raw).passes >= 2


@pytest.mark.parametrize(
    ("memory", "least", "testing", "faults"),
    [
        (64 * 1024, 250, False, []),
        (64 * 1024 - 1, 250, False, ["vault.E001"]),
        (64 * 1024, 249, False, ["vault.E001"]),
        (64, 0, False, ["vault.E001"]),
        (64, 0, True, []),
    ],
)
def test_start_up_refuses_a_cheap_key(
    settings: Settings, memory: int, least: int, testing: bool, faults: list[str]
) -> None:
    settings.ARGON2_MEMORY_KIB, settings.ARGON2_LEAST_MILLISECONDS, settings.TESTING = memory, least, testing
    found: list[Any] = checks.password_cost(None)
    assert [fault.id for fault in found] == faults
    assert all(isinstance(fault, Error) for fault in found)

"""The campaign of hostile files finds what it looks for."""

import socket

import pytest

from inconfidence.quarantine.kinds import LARGEST_FILE
from tests.campaigns.hostile.files import KINDS, PAIR, Hostile, brim, hostile
from tests.campaigns.hostile.rounds import SECONDS, faults, knocked, what_became
from tests.canary.browsers import Answer

REFUSED = Answer(200, "", "<p>Not kept. This file is a program.</p>", "/")
KEPT = Answer(302, "/cases/A/", "", "/")
BAD = Hostile("a program", "plan.pdf", b"MZ")
PERHAPS = Hostile("a cut file", "plan.pdf", b"%PDF", taken=True)


@pytest.mark.local_network
def test_a_knock_is_heard_and_silence_is_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        assert not knocked(door)
        socket.create_connection(door.getsockname()).close()
        assert knocked(door)


@pytest.mark.parametrize(
    ("file", "answer", "took", "fault"),
    [
        (BAD, REFUSED, 0.1, ""),
        (PERHAPS, KEPT, 0.1, ""),
        (BAD, KEPT, 0.1, "was not refused"),
        (BAD, Answer(500, "", "", "/"), 0.1, "answered 500"),
        (PERHAPS, REFUSED, 2.5, "took 2.5 s"),
        (PERHAPS, Answer(302, "/sign-in/?next=/cases/A/", "", "/"), 0.1, "was sent elsewhere"),
    ],
)
def test_a_fault_is_named(file: Hostile, answer: Answer, took: float, fault: str) -> None:
    found = faults(file, answer, took, SECONDS)
    assert any(fault in one for one in found) == bool(fault)
    assert bool(found) == bool(fault)


def test_what_became_of_a_file_is_counted_by_its_answer() -> None:
    told = [
        what_became(REFUSED, ""),
        what_became(KEPT, "document-held:x"),
        what_became(KEPT, "document-added:x"),
    ]
    assert told == ["refused", "held", "taken"]


def test_files_are_the_same_for_the_same_seed_and_most_are_to_be_refused() -> None:
    files = [hostile(number, 7) for number in range(len(KINDS))]
    assert hostile(3, 7).data == files[3].data
    assert sum(not file.taken for file in files) > len(files) / 2


def test_what_is_sent_beside_another_is_as_large_as_may_be_and_once_larger() -> None:
    files = [brim(number, 7) for number in range(0, 6 * PAIR, PAIR)]
    assert len({file.what for file in files}) == 6
    assert min(len(file.data) for file in files) > LARGEST_FILE * 0.98
    assert [file.what for file in files if len(file.data) > LARGEST_FILE] == ["far too much"]

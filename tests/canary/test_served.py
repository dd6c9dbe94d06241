"""The same journey against a server in processes of its own: its log, its write-ahead log, its folders are real."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.canary import crawl
from tests.canary.breaking import HOW_MANY
from tests.canary.browsers import OverHttp
from tests.canary.journey import Journey, shown
from tests.canary.served import Served, served
from tests.canary.stored import found_keys, leaks, stands_in


def faults(journey: Journey) -> int:
    """Every point fails once while a note is sent; how many of the answers were the page for our own fault."""
    answers = []
    for number in range(HOW_MANY):
        page = shown(journey.worker.open(f"{journey.case}notes/new/"))
        journey.worker.headers = {"X-Break": f"{number} {journey.notes.canaries.mint(f'fault {number}')}"}
        answers.append(journey.worker.again(page).status)
        answers.append(journey.worker.open(journey.case, along=False).status)
        journey.worker.headers = {}
    return sum(status >= 400 for status in answers)


@pytest.mark.local_network
def test_a_server_leaves_nothing_open_behind(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        journey = Journey(
            lambda: OverHttp(server.port), lambda: datetime.now(UTC), server.later, server.set_up_code
        )
        canaries = journey.notes.canaries
        journey.look = lambda when: _clean(when, server, journey)
        journey.begin()
        journey.work()
        crawl.everywhere(journey, journey.visitor, journey.lead)
        crawl.wrong_turns(journey)
        assert journey.notes.untyped() == []
        assert faults(journey) >= 25
        journey.time_out()
        with ExitStack() as stack:
            journey.refused(lambda: stack.enter_context(server.locked()), stack.close)
        assert list((tmp_path / "data" / "spool").iterdir())
        assert Path(f"{server.database}-wal").stat().st_size > 0
        assert leaks(canaries, server.traces()) == []
        assert found_keys(journey.notes.secrets, server.traces()) == []
        journey.end()
    assert leaks(canaries, server.traces()) == []
    log = (tmp_path / "log").read_text()
    assert "RuntimeError at inconfidence/" in log
    assert stands_in(canaries.plain, [("the log", log.encode())]) == set()


def _clean(when: str, server: Served, journey: Journey) -> None:
    found = leaks(journey.notes.canaries, server.database_files())
    assert not found, (when, found)

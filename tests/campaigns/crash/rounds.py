"""`python -m tests.campaigns.crash.rounds FIRST COUNT SEED [postgres]`: an office at work, killed so many times.

A process of its own, because it opens sockets on this machine. It prints what was wrong after which kill.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import django

from bench.piece import Piece
from bench.postgres import Cluster, cluster
from bench.result import ROOT
from tests.campaigns.crash.server import Server
from tests.campaigns.crash.writers import Office, Write, open_office

LONGEST = 0.7
# A server that has just begun answers slowly: the moment of the kill counts from the first write it acknowledged.
LONGEST_WAIT = 1.2


@contextmanager
def installation(engine: str) -> Iterator[tuple[Server, Cluster | None]]:
    """A data folder and, for PostgreSQL, a cluster of its own; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-kills-") as name:
        data = Path(name) / "data"
        if engine == "sqlite":
            yield Server(data), None
        else:
            with cluster() as own:
                yield Server(data, own("kills")), own


def set_up_code(server: Server) -> str:
    """The code that the first lead types."""
    asked = "from inconfidence.commands import main; main(['set-up', '--json'])"
    command = [sys.executable, "-c", asked]
    said = subprocess.run(command, env=server.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return str(json.loads(said.stdout)["code"])


def acknowledged(office: Office) -> int:
    """How many writes the program has said that it has."""
    return sum(write.acknowledged for ledger in office.ledgers() for write in ledger)


def strike(number: int, server: Server, own: Cluster | None, office: Office, chance: Random) -> None:
    """Let them write for a while, then end it: the web server; before it now and then a worker, or PostgreSQL."""
    before, latest = acknowledged(office), time.monotonic() + LONGEST_WAIT
    while acknowledged(office) == before and time.monotonic() < latest:
        time.sleep(0.005)
    time.sleep(chance.uniform(0.05, LONGEST))
    if number % 5 == 4:
        server.kill_worker(chance.randrange(2))
        time.sleep(chance.uniform(0.0, LONGEST / 2))
    if own is not None and number % 3 == 2:
        own.crash()
        time.sleep(chance.uniform(0.0, 0.1))
    server.kill()


def at_work(office: Office, end: Callable[[], None]) -> None:
    """Everybody writes until `end` has ended the program."""
    stopped = threading.Event()
    threads = [threading.Thread(target=writer.work, args=(stopped,)) for writer in office.writers]
    for thread in threads:
        thread.start()
    end()
    stopped.set()
    for thread in threads:
        thread.join()


def wanted(ledger: list[Write]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """What must be there, each with what may stand in its place: of what is replaced, the last or a later one."""
    yield from ((write.words,) for write in ledger if write.acknowledged and not write.replaces)
    for place in {write.replaces for write in ledger if write.replaces}:
        told = [write for write in ledger if write.replaces == place]
        last = max((at for at, write in enumerate(told) if write.acknowledged), default=None)
        if last is not None:
            yield tuple(write.words for write in told[last:])


def after(server: Server, office: Office) -> subprocess.Popen[bytes]:
    """Start looking whether everything is whole, while the program starts again."""
    lead, worker = office.journey.lead, office.journey.worker
    asked = {
        "people": [(lead.username, lead.password), (worker.username, worker.password)],
        "wanted": [either for ledger in office.ledgers() for either in wanted(ledger)],
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.campaigns.crash.whole"],
        env=server.environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(asked).encode())
    process.stdin.close()
    return process


def said(office: Office, process: subprocess.Popen[bytes]) -> list[str]:
    """What the look found wrong. Files that no row names are counted: they were written and their row was not yet."""
    assert process.stdout is not None
    text = process.stdout.read()
    if process.wait() != 0:
        return ["it could not be opened"]
    told = json.loads(text.splitlines()[-1])
    office.lone_files = told["lone_files"]
    found: list[str] = told["faults"]
    return found


def one_round(number: int, server: Server, own: Cluster | None, office: Office, chance: Random) -> list[str]:
    """One kill and what it left."""
    before = acknowledged(office)
    at_work(office, lambda: strike(number, server, own, office, chance))
    if own is not None and not own.running:
        own.start()
    looking = after(server, office)
    server.begin()
    server.ready()
    wrong = [*said(office, looking), *filter(None, (writer.offered() for writer in office.writers))]
    return wrong if wrong or acknowledged(office) > before else quiet(office)


def quiet(office: Office) -> list[str]:
    """A round in which nothing was acknowledged: it may be a short one, but not the beginning of silence."""
    office.silent += 1
    return ["nothing is acknowledged any more"] if office.silent > 5 else []


def rounds(first: int, count: int, seed: int, engine: str) -> Piece:
    """So many kills of one office; a line for each that left something wrong."""
    from tests.canary.browsers import OverHttp

    failed = []
    with installation(engine) as (server, own):
        server.make()
        code = set_up_code(server)
        server.begin()
        server.ready()
        try:
            office = open_office(lambda: OverHttp(server.port), code, Random(seed * 1_000_003 + first))
            for number in range(first, first + count):
                chance = Random(seed * 7_919 + number)
                failed += [
                    f"kill {number}: {line}" for line in one_round(number, server, own, office, chance)
                ]
        finally:
            server.kill()
    return Piece(failed, counted(office))


def counted(office: Office) -> Counter[str]:
    """What was acknowledged, by kind, what was refused, and the sealed files whose row was not written yet."""
    sent = [write for ledger in office.ledgers() for write in ledger]
    done = Counter(f"acknowledged: {write.kind}" for write in sent if write.acknowledged)
    done["acknowledged: draft"] = sum(writer.kept for writer in office.writers)
    done["files that no row names"] = office.lone_files
    done.update(
        f"refused: {line.partition(' at ')[0]}" for writer in office.writers for line in writer.refused
    )
    return done


if __name__ == "__main__":
    django.setup()
    first_, count_, seed_ = map(int, sys.argv[1:4])
    print(rounds(first_, count_, seed_, sys.argv[4]).told())

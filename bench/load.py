"""A small load driver: eight kept-alive connections to a server on this machine, for a few seconds.

It reads whole answers, checks their status and counts their processor time on the server's side, so that a
noisy neighbour on the machine shows as a slower rate and not as a slower program.
"""

import os
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

CLIENTS = 8
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Asked:
    """One client's request: an address and the cookies it carries."""

    path: str
    cookies: str

    def raw(self, port: int) -> bytes:
        """The request as it goes over the wire."""
        return (
            f"GET {self.path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {self.cookies}\r\n"
            "Accept: text/html\r\nConnection: keep-alive\r\n\r\n"
        ).encode()


@dataclass(frozen=True, slots=True)
class Load:
    """What a few seconds of load showed: requests a second, the 95th percentile and the processor time."""

    rate: float
    p95_ms: float
    processor_ms: float


class Client(threading.Thread):
    """One connection that asks again as soon as it is answered."""

    def __init__(self, port: int, asked: Asked, until: float) -> None:
        super().__init__(daemon=True)
        self.port, self.request, self.until = port, asked.raw(port), until
        self.waits: list[float] = []
        self.fault = ""

    def run(self) -> None:
        """Ask until the time is up; stop at the first answer that is not a page."""
        link = self.connect()
        while (began := time.perf_counter()) < self.until and not self.fault:
            link.sendall(self.request)
            head, closing = self.answer(link)
            if not head.startswith(b"HTTP/1.1 200"):
                self.fault = head.split(b"\r\n")[0].decode(errors="replace")
            self.waits.append(time.perf_counter() - began)
            if closing:
                link.close()
                link = self.connect()
        link.close()

    def connect(self) -> socket.socket:
        """A new connection to the server."""
        link = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return link

    @staticmethod
    def answer(link: socket.socket) -> tuple[bytes, bool]:
        """Head of an answer read to its end, and whether the server closes the connection."""
        read = link.recv(65536)
        while b"\r\n\r\n" not in read:
            more = link.recv(65536)
            if not more:
                return read or b"closed", True
            read += more
        head, _, body = read.partition(b"\r\n\r\n")
        names = head.lower()
        due = int(names.partition(b"content-length:")[2].split(b"\r\n")[0] or 0)
        got = len(body)
        while got < due:
            got += len(link.recv(65536))
        return head, b"connection: close" in names


def processor_seconds(master: int) -> float:
    """Processor time that a gunicorn master and its living workers have used so far."""
    used = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(folder.name) == master or int(fields[1]) == master:
            used += int(fields[11]) + int(fields[12])
    return used / TICKS


def drive(port: int, master: int, asked: Sequence[Asked], seconds: float) -> Load:
    """Load the server with one client for each of `asked` and say what was seen.

    Raises RuntimeError when any answer is not a page.
    """
    until = time.perf_counter() + seconds
    clients = [Client(port, one, until) for one in asked]
    before, began = processor_seconds(master), time.perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    spent, took = processor_seconds(master) - before, time.perf_counter() - began
    faults = [client.fault for client in clients if client.fault]
    if faults:
        raise RuntimeError(f"the server answered {faults[0]!r}")
    waits = [wait for client in clients for wait in client.waits]
    return Load(len(waits) / took, quantiles(waits, n=20)[-1] * 1000, spent * 1000 / len(waits))

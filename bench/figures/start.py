"""From a fresh clone to the sign-in page, with nothing in any cache of ours; and starting again.

The column of the peer holds the bound: there is nothing to compare a first start with but patience.
"""

import os
import signal
import subprocess
import time
from pathlib import Path

from bench.figure import Figure
from bench.result import ROOT
from bench.serving import free_port
from bench.within import folder

READY = "In Confidence is at"
FIRST, AGAIN = 120.0, 5.0


def seconds_to_address(checkout: Path, port: int) -> float:
    """Run `script/server` there until it prints its address, then end it. Raises RuntimeError if it never does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "npm_config_"))}
    began = time.perf_counter()
    process = subprocess.Popen(
        ["script/server", "--port", str(port)], cwd=checkout, env=kept, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if line.startswith(READY):
                return time.perf_counter() - began
        raise RuntimeError("script/server ended without an address")
    finally:
        process.send_signal(signal.SIGTERM)
        process.stdout.close()
        process.wait(timeout=30)


def measure() -> list[Figure]:
    """The first start and the second, once each, as a person meets them."""
    with folder() as place:
        checkout = place / "clone"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(checkout)], check=True)
        port = free_port()
        first, again = seconds_to_address(checkout, port), seconds_to_address(checkout, port)
    return [
        Figure("fresh clone to sign-in page", "s", first, FIRST, 1.0, at_most=True),
        Figure("second start", "s", again, AGAIN, 1.0, at_most=True),
    ]

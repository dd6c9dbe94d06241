"""No clock reads the machine's time zone: the same results, to the letter, wherever the machine believes it stands."""

import os
import subprocess
import sys
from functools import cache

import pytest

ZONES = ("UTC", "Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu")
EVERYTHING = """
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo
from inconfidence.policy.clocks import BadClock, NAMES, reckon, reckon_hours

def said(name, day):
    try:
        return repr(reckon(name, day))
    except BadClock as bad:
        return str(bad)

days = [date(2026, 1, 1) + timedelta(days=many) for many in range(1096)]
hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=many * 7) for many in range(3757)]
sums = sha256()
for name in NAMES:
    for day in days[:: 1 if name.startswith(("subject", "foi", "complaint")) else 7]:
        sums.update(said(name, day).encode())
for at in hours:
    found = reckon_hours("breach", at, ZoneInfo("Europe/London"))
    sums.update(f"{found.legal_due.isoformat()} {found.working}".encode())
print(sums.hexdigest())
"""


@cache
def everything(zone: str) -> str:
    """Every clock on every day of three years, boiled down to one number, in a process of that zone."""
    ran = subprocess.run(
        [sys.executable, "-c", EVERYTHING],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.walk
@pytest.mark.parametrize("zone", ZONES[1:])
def test_the_same_everywhere(zone: str) -> None:
    assert len(everything(zone)) == 64
    assert everything(zone) == everything(ZONES[0])


@pytest.mark.walk
def test_a_process_does_stand_in_its_zone() -> None:
    """So that the test above tests something: the machine's own offset differs between two of them."""
    offset = "import time; print(time.localtime(1783000000).tm_gmtoff)"
    told = {
        subprocess.run(
            [sys.executable, "-c", offset], env={**os.environ, "TZ": zone}, capture_output=True, check=True
        ).stdout
        for zone in ZONES
    }
    assert len(told) == len(ZONES)

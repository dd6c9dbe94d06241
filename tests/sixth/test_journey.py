"""The sixth service from an empty installation: its file is adopted on the set-up page, then comes the same journey."""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.cast import NAMES, PASSWORD, username
from tests.journey.conftest import Site, browser, running
from tests.journey.test_journey import the_journey
from tests.journey.worker import Worker

__all__ = ["browser"]

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
SLUG = "elmshire"
BEGIN = "tests.sixth.begin"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty installation."""
    with running(SLUG, tmp_path_factory.mktemp(SLUG) / "data", BEGIN) as here:
        yield here


def told() -> dict[str, Mapping[str, Any]]:
    """What must come of the five attempts."""
    stories = tomllib.loads((HERE / "journey.toml").read_text(encoding="utf-8"))["story"]
    return {story["attempt"]: story for story in stories}


def adopt(maryam: Worker, code: str) -> None:
    """The one form of the first hour, with the policy from a file."""
    maryam.go("/set-up/")
    maryam.look("set-up")
    name, title, _ = NAMES["maryam"]
    maryam.write(code=code, service="Elmshire Family Advice")
    maryam.choose(policy="upload")
    maryam.page.locator("[name=policy_file]").set_input_files(HERE / "elmshire.toml")
    maryam.write(in_force_from_day="1", in_force_from_month="10", in_force_from_year="2024")
    maryam.write(name=name, title=title, username=username(SLUG, "maryam"))
    maryam.write(new_password=PASSWORD, again=PASSWORD)
    maryam.send()
    maryam.look("set-up-done")


def test_a_service_that_the_package_does_not_know_goes_the_same_way(site: Site, browser: Browser) -> None:
    code = site.run(sys.executable, "-m", BEGIN, SLUG).stdout.strip()
    maryam = Worker.at(browser, site.address, SLUG, "maryam")
    adopt(maryam, code)
    joined = site.run(sys.executable, "-m", BEGIN, "--people", SLUG)
    assert joined.returncode == 0, joined.stderr
    cards = the_journey(site, browser, told())
    assert all(clause.startswith(("EL-", "L-")) for card in cards.values() for clause in card.clauses)
    assert maryam.faults == []

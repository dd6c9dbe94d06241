"""What every test may lean on: a clock that can be set, a data folder of its own, the cast.

Nothing here imports Django at the top: the tests of the pure core run without it.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import Settings
    from time_machine import Traveller

    from tests.cast import Cast, Person

# What is drawn is the same in every run: a test that fails fails again, and one that passes does not fail elsewhere.
settings.register_profile("the same every time", derandomize=True, database=None, deadline=None)
settings.load_profile("the same every time")

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_setup", "live_server", "gather", "cast"})


class Clock:
    """A clock that stands still until a test moves it. Called, it tells the time (UTC)."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.wall: Traveller | None = None

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        """Put the clock to `moment`, which must know its zone."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        self.moment = moment
        if self.wall is not None:
            self.wall.move_to(moment)

    def forward(self, **step: float) -> datetime:
        """Move on by `timedelta(**step)` and tell the new time."""
        self.set(self.moment + timedelta(**step))
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """Friday 20 November 2026, ten in the morning."""
    return Clock(datetime(2026, 11, 20, 10, 0, tzinfo=UTC))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--only-database` keeps the tests whose answer may depend on the database engine."""
    parser.addoption("--only-database", action="store_true", help="run only tests that touch the database")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Chance makes no names: two processes that run the tests together must call them the same."""
    if isinstance(val, bytes):
        return f"{argname}-{len(val)}-bytes"
    if isinstance(val, str) and len(val) > 40 and " " not in val:
        return f"{argname}-{len(val)}-letters"
    return None


def touches_database(item: pytest.Item) -> bool:
    """Whether this test asks for a database, by mark or by fixture."""
    names = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(names & DATABASE_FIXTURES)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Open the local network for tests marked for it; keep only database tests when asked."""
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("local_network"):
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1", "localhost"]))
    if config.getoption("--only-database"):
        kept = [item for item in items if touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
        items[:] = kept


@pytest.fixture(autouse=True)
def data_folder(request: pytest.FixtureRequest) -> Iterator[Path | None]:
    """A data folder that this test alone writes to: key folder, spool, sealed files. The core writes nothing."""
    if not request.config.pluginmanager.hasplugin("django"):
        yield None
        return
    settings: Settings = request.getfixturevalue("settings")
    folder: Path = request.getfixturevalue("tmp_path") / "data"
    folder.mkdir(mode=0o700)
    settings.DATA = folder
    yield folder


@pytest.fixture
def wall_clock(clock: Clock) -> Iterator[Clock]:
    """The test's clock as the whole process's: pages, which read the wall clock, see the same time."""
    import time_machine

    with time_machine.travel(clock(), tick=False) as wall:
        clock.wall = wall
        yield clock
        clock.wall = None


@pytest.fixture
def gather(db: None, clock: Clock) -> Callable[[str], "Cast"]:
    """Call it with a policy's slug to make a service and its cast."""
    from tests import gathered

    return lambda slug: gathered.gather(slug, clock)


@pytest.fixture
def cast(gather: Callable[[str], "Cast"]) -> "Cast":
    """Maryam, Tom, Ewa, Joan and Vik, in a service where a case is for those it is allocated to."""
    return gather("cumbria")


@pytest.fixture
def sign_in(wall_clock: Clock) -> Callable[["Person"], "Client"]:
    """Call it with a person for a browser in which they are signed in; two calls make two browsers."""
    from django.test import Client

    from tests import cast

    def signed_in(person: "Person") -> Client:
        return cast.sign_in(Client(), person, wall_clock)

    return signed_in

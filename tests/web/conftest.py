"""The shell on its own: sample pages instead of the areas, a seat instead of a sitting."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def shell_alone(settings: Settings) -> None:
    """Only the sample pages answer, and a cookie says who is seated."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.ROOT_URLCONF = "tests.web.pages"
    settings.CSRF_FAILURE_VIEW = "inconfidence.web.errors.csrf_failure"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if ".team." not in name] + [
        "tests.web.pages.SeatByCookie"
    ]


@pytest.fixture
def seated() -> Client:
    """A browser in which a head of service is signed in; a view's exception becomes its error page."""
    client = Client(raise_request_exception=False)
    client.cookies["seat"] = "head_of_service"
    return client


@pytest.fixture
def stranger() -> Client:
    """A browser in which nobody is signed in."""
    return Client(raise_request_exception=False)

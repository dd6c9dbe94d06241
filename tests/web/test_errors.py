"""What goes wrong is told without a word of what a family said, on the page, in the report and in the log."""

import io
import logging
import re
import sys
from collections.abc import Iterator

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from inconfidence.web import errors
from inconfidence.web.errors import QuietFilter, QuietReporter, event_number

CANARIES = (
    "canary-message-5d20",
    "canary-local-9f31",
    "canary-post-77aa",
    "canary-cookie-31c4",
    "canary-query-0b6e",
    "canary-header-e812",
    "canary-password-4f4f",
)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the console would show, of Django's and of our own loggers, at every level."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(QuietFilter())
    watched = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("django.server")]
    for logger in watched:
        logger.addHandler(handler)
    yield stream
    for logger in watched:
        logger.removeHandler(handler)


def broken(client: Client) -> str:
    """The page after a view failed with canaries everywhere."""
    client.cookies["other"] = "canary-cookie-31c4"
    response = client.post(
        "/breaks/?q=canary-query-0b6e",
        {"note": "canary-post-77aa", "password": "canary-password-4f4f"},
        headers={"x-anything": "canary-header-e812"},
    )
    assert response.status_code == 500
    return response.content.decode()


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("accept", ["text/html", "text/plain"])
def test_no_canary_in_page_or_log(
    seated: Client, log: io.StringIO, settings: Settings, debug: bool, accept: str
) -> None:
    settings.DEBUG = debug
    seated.defaults["HTTP_ACCEPT"] = accept
    html = broken(seated)
    assert not [canary for canary in CANARIES if canary in html]
    assert not [canary for canary in CANARIES if canary in log.getvalue()]


def test_page_and_log_carry_the_same_number(seated: Client, log: io.StringIO) -> None:
    html = broken(seated)
    found = re.search(r'<strong class="reference">([0-9a-f]{8})</strong>', html)
    assert found
    assert re.search(rf"ValueError at \S*web/pages\.py:\d+, event {found.group(1)}", log.getvalue())


def report(request: HttpRequest | None = None) -> QuietReporter:
    """A report of an exception with canaries in its message, its cause and its frames."""
    try:
        family = "canary-local-9f31"
        try:
            raise KeyError(family)
        except KeyError as cause:
            raise ValueError(f"canary-message-5d20 {family}") from cause
    except ValueError:
        return QuietReporter(request, *sys.exc_info())


@pytest.mark.parametrize("debug", [False, True])
def test_a_report_tells_type_place_and_number_only(settings: Settings, debug: bool) -> None:
    settings.DEBUG = debug
    request = RequestFactory().post("/", {"note": "canary-post-77aa"})
    request.COOKIES["key"] = "canary-cookie-31c4"
    reporter = report(request)
    for text in (reporter.get_traceback_text(), reporter.get_traceback_html()):
        assert "ValueError" in text
        assert "test_errors.py:" in text
        assert event_number(request) in text
        assert not [canary for canary in CANARIES if canary in text]


def test_a_report_needs_no_request() -> None:
    assert re.match(r"ValueError, event [0-9a-f]{8}\n", report().get_traceback_text())


def test_places_do_not_tell_the_machine_s_own_folders() -> None:
    assert (
        errors.place("/srv/x/inconfidence/src/inconfidence/web/errors.py", 3)
        == "inconfidence/web/errors.py:3"
    )
    assert errors.place("/a/lib/site-packages/django/db/x.py", 1) == "site-packages/django/db/x.py:1"
    assert errors.where(None) == "an unknown place"


def test_a_library_s_words_are_cut_and_its_status_kept(log: io.StringIO) -> None:
    logging.getLogger("django.server").error('"GET /?q=%s"', "canary-query-0b6e", extra={"status_code": 500})
    logging.getLogger("some.library").warning("canary-message-5d20")
    said = log.getvalue()
    assert "status 500" in said
    assert "some.library at" in said
    assert "canary" not in said


def test_our_own_lines_stay_as_they_are(log: io.StringIO) -> None:
    logging.getLogger("inconfidence.vault").warning("alarm %s", "cannot_open")
    assert "alarm cannot_open" in log.getvalue()


def test_an_exception_in_our_own_line_is_cut_too(log: io.StringIO) -> None:
    try:
        raise ValueError("canary-message-5d20")
    except ValueError:
        logging.getLogger("inconfidence.vault").exception("canary-post-77aa")
    assert re.search(r"ValueError at \S*test_errors.py:\d+, event [0-9a-f]{8}", log.getvalue())
    assert "canary" not in log.getvalue()


def test_the_not_found_everyone_gets_says_nothing_of_why(seated: Client, log: io.StringIO) -> None:
    response = seated.get("/missing/")
    nowhere = seated.get("/no-such-page/")
    assert response.status_code == nowhere.status_code == 404
    assert "canary" not in response.content.decode() + log.getvalue()
    assert re.sub(r'value="\w+"', "", response.content.decode()) == re.sub(
        r'value="\w+"', "", nowhere.content.decode()
    )


def test_more_than_is_taken_is_told_with_what_to_do(seated: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = seated.post("/form/", {"note": "x" * 2000})
    assert response.status_code == 413
    page = response.content.decode()
    assert "in two or more parts" in page
    assert "cannot\n    give it back" in page
    assert "10 megabytes" in page


def test_what_cannot_be_read_is_a_bad_request(seated: Client) -> None:
    request = RequestFactory().get("/")
    assert errors.bad_request(request).status_code == 400
    assert errors.bad_request(request, RequestDataTooBig()).status_code == 413
    assert errors.forbidden(request).status_code == 403


@pytest.fixture
def strict() -> Client:
    """A signed-in browser whose forms must carry their token."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["seat"] = "head_of_service"
    return client


def test_a_page_too_old_gives_back_what_was_typed_but_no_secret(strict: Client) -> None:
    typed = {
        "note": "A long note about <b>nothing</b>",
        "short": "x",
        "password": "a pass word that is long enough",
        "once": "0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f",
    }
    response = strict.post("/form/?a=1", typed)
    html = response.content.decode()
    assert response.status_code == 403
    assert "A long note about &lt;b&gt;nothing&lt;/b&gt;</textarea>" in html
    assert "a pass word" not in html
    assert "0f0f0f0f" not in html
    assert 'href="/form/?a=1"' in html
    assert response["Cache-Control"] == "no-store"


def test_a_stranger_s_words_are_not_shown_back(stranger: Client) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    html = client.post("/form/", {"note": "Please ring this number now"}).content.decode()
    assert "Please ring" not in html


def test_after_our_own_fault_the_writer_has_the_text_back(seated: Client) -> None:
    html = seated.post("/breaks/", {"note": "What she said, at length"}).content.decode()
    assert "What she said, at length</textarea>" in html


def test_the_error_page_comes_even_when_the_shell_cannot_be_drawn(log: io.StringIO) -> None:
    request = RequestFactory().get("/")
    vars(request)["actor"] = object()
    vars(request)["service_view"] = type("Broken", (), {"name": property(lambda self: 1 / 0)})()
    response = errors.our_fault(request)
    assert response.status_code == 500
    assert event_number(request) in response.content.decode()
    assert "/concern/" in response.content.decode()
    assert "ZeroDivisionError" in log.getvalue()

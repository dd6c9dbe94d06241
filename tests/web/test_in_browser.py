"""The shell in a real browser: no accessibility finding, narrow screens, idle time, a form sent once."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, Request, sync_playwright
from pytest_django.fixtures import Settings

from tests.web.pages import ANSWERS, REFERENCE

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ["/form/", "/sheet/", "/missing/", *(f"/cases/{REFERENCE}/?answer={state}" for state in ANSWERS)]
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
MINUTE = 60


class Silent(WSGIRequestHandler):
    """Prints nothing."""

    def log_message(self, *words: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(shell_alone: None, settings: Settings) -> Iterator[str]:
    """The address of the sample pages."""
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=which("chromium"), args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A signed-in window whose clock the test moves; any complaint in its console fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site)
    context.add_cookies([{"name": "seat", "value": "head_of_service", "url": site}])
    window = context.new_page()
    complaints: list[str] = []
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on(
        "console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None
    )
    yield window
    context.close()
    assert complaints == []


def findings(window: Page) -> list[str]:
    """What axe finds, with the rules of best practice."""
    window.evaluate(AXE.read_text())
    result = window.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in result["violations"]]


def wider_than_the_screen(window: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(
        window.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("width", [1280, 375, 320])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_found_and_nothing_sticks_out(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert findings(page) == []
    assert not wider_than_the_screen(page)


def test_a_form_with_errors_has_no_finding_and_takes_the_eye_to_the_summary(page: Page) -> None:
    page.goto("/form/")
    page.get_by_role("button", name="Save the call").click()
    page.get_by_role("heading", name="Not saved yet").wait_for()
    assert findings(page) == []
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Enter what the call was about").click()
    assert page.evaluate("document.activeElement.id") == "id_note"


def test_an_answer_opens_its_fields(page: Page) -> None:
    page.goto("/form/")
    assert not page.get_by_label("Name", exact=True).is_visible()
    page.get_by_label("Yes").check()
    assert page.get_by_label("Name", exact=True).is_visible()


def test_without_a_script_everything_is_there_and_works(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.add_cookies([{"name": "seat", "value": "head_of_service", "url": site}])
    window = context.new_page()
    window.goto("/form/")
    assert window.get_by_role("link", name="Policy").is_visible()
    window.get_by_label("What did they say?").fill("She rang.")
    window.get_by_label("No", exact=True).check()
    window.get_by_role("button", name="Save the call").click()
    window.get_by_text("The call is saved.").wait_for()
    context.close()


def test_nothing_is_lost_without_colours_of_ours(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, forced_colors="active")
    context.add_cookies([{"name": "seat", "value": "head_of_service", "url": site}])
    window = context.new_page()
    window.goto(f"/cases/{REFERENCE}/?answer=ask")
    assert findings(window) == []
    assert window.get_by_role("heading", name="Ask the Service Lead").is_visible()
    context.close()


def test_on_paper_there_is_no_navigation(page: Page) -> None:
    page.goto(f"/cases/{REFERENCE}/")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").first.is_visible()
    assert page.get_by_text("Ring mobile only").is_visible()


def test_a_form_is_sent_once_however_often_the_button_is_pressed(page: Page) -> None:
    page.goto("/form/")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.evaluate("""() => {
        const form = document.querySelector("main form");
        const button = form.querySelector("button[type=submit]");
        button.click(); button.click(); form.requestSubmit();
    }""")
    page.get_by_role("heading", name="Not saved yet").wait_for()
    assert len(sent) == 1


def posts(page: Page, word: str) -> list[Request]:
    """The requests that this page will send to an address holding this word."""
    found: list[Request] = []
    page.on("request", lambda request: found.append(request) if word in request.url else None)
    return found


def test_typing_counts_as_being_here_and_is_told_once_a_minute(page: Page) -> None:
    page.clock.install()
    page.goto("/form/")
    told = posts(page, "/still-here/")
    page.clock.run_for(2 * MINUTE * 1000)
    for _ in range(14):
        page.get_by_label("What did they say?").press_sequentially("ab")
        page.clock.run_for(MINUTE * 1000)
    assert not page.get_by_role("dialog").is_visible()
    assert 13 <= len(told) <= 15


def test_after_thirteen_quiet_minutes_it_warns_and_one_press_stays(page: Page) -> None:
    page.clock.install()
    page.goto("/form/")
    page.clock.run_for(12 * MINUTE * 1000)
    assert not page.get_by_role("dialog").is_visible()
    page.clock.run_for(MINUTE * 1000 + 5000)
    assert page.get_by_role("dialog", name="Are you still here?").is_visible()
    assert findings_while_the_clock_runs(page) == []
    with page.expect_request("**/still-here/"):
        page.get_by_role("button", name="Stay on this page").click()
    page.clock.run_for(3 * MINUTE * 1000)
    assert not page.get_by_role("dialog").is_visible()
    assert page.url.endswith("/form/")


def findings_while_the_clock_runs(page: Page) -> list[str]:
    """As `findings`, with the clock let go, since axe waits on it."""
    page.clock.resume()
    return findings(page)


def test_at_fifteen_what_was_typed_is_kept_and_the_password_asked_for(page: Page) -> None:
    page.clock.install()
    page.goto("/form/?a=1")
    kept = posts(page, "/park/")
    page.get_by_label("What did they say?").fill("Half a sen")
    page.get_by_label("Password", exact=True).fill("not to be kept")
    page.clock.run_for(15 * MINUTE * 1000 + 5000)
    page.wait_for_url(re.compile(r"/reopen/\?next=%2Fform%2F%3Fa%3D1$"))
    assert len(kept) == 1
    body = kept[0].post_data or ""
    assert "note=Half+a+sen" in body
    assert "park_path=%2Fform%2F%3Fa%3D1" in body
    assert "csrfmiddlewaretoken=" in body
    assert "not+to+be+kept" not in body


def test_what_cannot_be_kept_stays_on_the_page_and_is_tried_again(page: Page) -> None:
    page.clock.install()
    page.goto("/form/")
    page.get_by_label("What did they say?").fill("Half a sen")
    page.route("**/park/", lambda route: route.abort())
    page.clock.run_for(15 * MINUTE * 1000 + 5000)
    page.get_by_text("could not be kept yet").wait_for()
    page.unroute("**/park/")
    page.clock.run_for(20_000)
    page.wait_for_url(re.compile("/reopen/"))


def test_nothing_foreign_is_in_what_the_browser_gets(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/form/")
    home = page.url.removesuffix("/form/")
    assert all(url.startswith(home) for url in asked)
    styles = page.evaluate("() => [...document.styleSheets].map(s => s.href)")
    assert len(styles) == 2
    css = page.request.get(styles[0]).text()
    assert not re.search(r"GDS Transport|@font-face|crest|1d70b8", css, re.IGNORECASE)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("arial")

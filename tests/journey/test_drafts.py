"""Nothing typed is lost: a page closed, a server killed, a sitting ended, a sign-out, a call in the middle."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.cast import PASSWORD, username
from tests.journey.conftest import BIN, ROOT, Site, browser, free_port, wait_for
from tests.journey.worker import Worker

__all__ = ["browser"]
pytestmark = pytest.mark.browser
SLUG = "rotherham"
TEXT = "Rang in tears: the school says there is no place for Sam after half term."
KEPT = re.compile(r"Kept \d")


@dataclass
class Running:
    """A server that can be killed and started again on the same data folder."""

    site: Site
    references: list[str] = field(default_factory=list)
    server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve, as somebody would who installed it."""
        port = self.site.address.rpartition(":")[2]
        command = [str(BIN / "gunicorn"), "--config", "python:inconfidence.config.gunicorn"]
        command += ["--bind", f"127.0.0.1:{port}", "inconfidence.config.wsgi:application"]
        self.server = subprocess.Popen(command, env=self.site.environment, cwd=ROOT, start_new_session=True)
        wait_for(f"http://127.0.0.1:{port}/healthz", self.server)

    def kill(self) -> None:
        """Without a word: every process of it, at once."""
        assert self.server is not None
        subprocess.run(["kill", "-9", "--", f"-{self.server.pid}"], check=True)
        self.server.wait()

    def away(self, how: str = "--away") -> None:
        """A quarter of an hour passes without a sign; with `--ended` every sitting is over."""
        done = self.site.run(sys.executable, "-m", "tests.journey.with_cases", how)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    port, data = free_port(), tmp_path_factory.mktemp("drafts") / "data"
    data.mkdir(mode=0o700)
    site = Site(SLUG, f"http://localhost:{port}", data, environment(data, port))
    for step in (["django", "migrate", "-v0"], ["django", "collectstatic", "-v0", "--noinput"]):
        made = site.run(sys.executable, "-m", *step)
        assert made.returncode == 0, made.stderr
    made = site.run(sys.executable, "-m", "tests.journey.with_cases", SLUG, "2")
    assert made.returncode == 0, made.stderr
    here = Running(site, json.loads(made.stdout.splitlines()[-1])["references"])
    here.start()
    try:
        yield here
    finally:
        here.kill()


def environment(data: Path, port: int) -> dict[str, str]:
    import os

    kept = {name: value for name, value in os.environ.items() if not name.startswith("INCONFIDENCE_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "inconfidence.config.settings",
        "INCONFIDENCE_DATA": str(data),
        "INCONFIDENCE_ADDRESS": f"http://localhost:{port}",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Running) -> Worker:
    """Tom, signed in once: his phone shows a new code only every half minute."""
    worker = Worker.at(browser, running.site.address, SLUG, "tom")
    worker.sign_in()
    return worker


@pytest.fixture
def tom(signed_in: Worker) -> Iterator[Worker]:
    """Tom, in a new tab, with nothing unfinished."""
    before, signed_in.page = signed_in.page, signed_in.page.context.new_page()
    signed_in.page.set_default_timeout(10_000)
    before.close()
    signed_in.go("/unfinished/")
    while (throw := signed_in.page.get_by_role("button", name=re.compile("^Throw it away"))).count():
        signed_in.click(throw.first)
    yield signed_in
    assert not signed_in.faults, "\n".join(signed_in.faults)


def note_page(running: Running, at: int = 0) -> str:
    return f"/cases/{running.references[at]}/notes/new/"


def kept(page: Page) -> None:
    """The page says that what stands there is kept."""
    expect(page.locator(".kept-said")).to_have_text(KEPT, timeout=8000)


def again_with(page: Page, text: str) -> None:
    """Going on gives the text back in one press."""
    with page.expect_navigation():
        page.locator("main a", has_text="Go on with it").first.click()
    expect(page.locator("[name=text]")).to_have_value(text)


def test_typed_kept_and_the_page_is_killed(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    kept(tom.page)
    tom.look("note-kept")
    other = tom.page.context.new_page()
    tom.page.close(run_before_unload=False)
    tom.page = other
    tom.go(note_page(running))
    expect(tom.page.locator(".draft-line")).to_contain_text("You were writing here at")
    tom.look("note-offered")
    again_with(tom.page, TEXT)
    tom.look("note-given-back")
    tom.send()
    tom.go("/unfinished/")
    expect(tom.page.locator("main")).to_contain_text("Nothing is unfinished")


def test_the_last_words_go_with_the_page(tom: Worker, running: Running) -> None:
    """Back, closed or left within the three seconds: what was typed last is kept as well."""
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    tom.page.go_back()
    tom.page.wait_for_load_state()
    tom.go(note_page(running))
    again_with(tom.page, TEXT)
    tom.page.fill("[name=text]", TEXT + " More.")
    tom.page.close(run_before_unload=False)
    tom.page = tom.page.context.new_page()
    tom.page.wait_for_timeout(500)
    tom.go(note_page(running))
    again_with(tom.page, TEXT + " More.")


def test_the_sitting_ends_in_the_middle(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    kept(tom.page)
    running.away()
    tom.page.fill("[name=text]", TEXT + " And more.")
    tom.page.wait_for_timeout(4000)
    tom.send()
    tom.page.fill("[name=password]", PASSWORD)
    tom.send()
    expect(tom.page.locator("[name=text]")).to_have_value(TEXT + " And more.")
    tom.look("note-after-time-out")
    tom.send()
    expect(tom.page.locator("main")).to_contain_text("And more.")


def test_the_sitting_is_over_and_the_door_says_that_it_is_kept(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    running.away("--ended")
    tom.send()
    expect(tom.page.locator("main")).to_contain_text("What was typed is kept safe")
    tom.look("sign-in-kept-safe")
    tom.write(username=username(SLUG, "tom"), password=PASSWORD)
    tom.send()
    expect(tom.page.locator("[name=text]")).to_have_value(TEXT)


def test_the_server_is_killed_in_the_middle(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    kept(tom.page)
    running.kill()
    tom.page.fill("[name=text]", TEXT + " After the crash.")
    expect(tom.page.locator(".kept-said")).to_contain_text("Not kept yet", timeout=8000)
    tom.page.locator("main form button[type=submit]").first.click()
    tom.page.get_by_role("link", name="New call").first.click()
    tom.page.wait_for_timeout(500)
    expect(tom.page.locator("[name=text]")).to_have_value(TEXT + " After the crash.")
    running.start()
    expect(tom.page.locator(".kept-said")).to_have_text(KEPT, timeout=15_000)
    tom.go(note_page(running))
    again_with(tom.page, TEXT + " After the crash.")


def test_a_proxy_answers_for_a_program_that_is_away(tom: Worker, running: Running) -> None:
    """Save stays on the page while whatever stands in front answers, and sends when the program is back."""
    tom.go(note_page(running))
    away = lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>", content_type="text/html")  # noqa: E731
    tom.page.route("**/*", away)
    tom.page.fill("[name=text]", TEXT)
    save = tom.page.locator("main form button.govuk-button[type=submit]").first
    for press in (save, tom.page.get_by_role("button", name="Sign out")):
        press.click()
        expect(tom.page.locator(".kept-said")).to_contain_text("Not kept yet", timeout=8000)
        tom.page.wait_for_timeout(500)
        expect(tom.page.locator("[name=text]")).to_have_value(TEXT)
    tom.page.unroute("**/*", away)
    expect(tom.page.locator(".kept-said")).to_have_text(KEPT, timeout=15_000)
    tom.send()
    expect(tom.page.locator("main")).to_contain_text(TEXT)


def test_no_answer_in_time_is_away_as_well(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    held: list[Route] = []
    tom.page.route("**/drafts/**", lambda route: held.append(route))  # noqa: PLW0108 - playwright takes no builtin
    tom.page.fill("[name=text]", TEXT)
    tom.page.locator("main form button.govuk-button[type=submit]").first.click()
    expect(tom.page.locator(".kept-said")).to_contain_text("Not kept yet", timeout=8000)
    expect(tom.page.locator("[name=text]")).to_have_value(TEXT)
    tom.page.unroute("**/drafts/**")
    expect(tom.page.locator(".kept-said")).to_have_text(KEPT, timeout=20_000)


def test_what_is_refused_is_not_left_without_a_question(tom: Worker, running: Running) -> None:
    """Too full to be kept: signing out stays, a link asks, and its own button still saves it."""
    tom.go(note_page(running))
    full = lambda route: route.fulfill(status=409, json={"says": "There is no room."})  # noqa: E731
    tom.page.route("**/drafts/**", full)
    tom.page.fill("[name=text]", TEXT)
    expect(tom.page.locator(".kept-said")).to_have_text("There is no room.", timeout=8000)
    tom.page.get_by_role("button", name="Sign out").click()
    tom.page.wait_for_timeout(500)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    tom.page.on("dialog", stay)
    tom.page.get_by_role("link", name="New call").first.click()
    tom.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(tom.page.locator("[name=text]")).to_have_value(TEXT)
    tom.send()
    expect(tom.page.locator("main")).to_contain_text(TEXT)
    assert asked == ["beforeunload"]


def test_fifteen_quiet_minutes_park_what_was_touched_alone(tom: Worker, running: Running) -> None:
    for typed, listed in ((False, "Nothing is unfinished"), (True, TEXT)):
        tom.go(note_page(running))
        if typed:
            tom.page.fill("[name=text]", TEXT)
        with tom.page.expect_navigation(timeout=15_000):
            tom.page.evaluate("() => { document.body.dataset.idleClosed = '1'; }")
        tom.go("/unfinished/")
        expect(tom.page.locator("main")).to_contain_text(listed)


def test_signing_out_keeps_it_first(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    tom.page.fill("[name=text]", TEXT)
    tom.click(tom.page.get_by_role("button", name="Sign out"))
    tom.write(username=username(SLUG, "tom"), password=PASSWORD)
    tom.send()
    tom.go("/unfinished/")
    tom.look("unfinished")
    tom.press("Read it")
    expect(tom.page.locator("textarea")).to_have_value(TEXT)
    expect(tom.page.get_by_role("button", name="Copy")).to_be_visible()
    tom.look("own-words")
    tom.go("/unfinished/")
    expect(tom.page.locator("main")).to_contain_text(f"A note, case {running.references[0]}")
    again_with(tom.page, TEXT)


def test_two_tabs_see_both_texts(tom: Worker, running: Running) -> None:
    tom.go(note_page(running))
    second = tom.page.context.new_page()
    second.goto(tom.page.url)
    tom.page.fill("[name=text]", "The first tab's words")
    second.fill("[name=text]", "The second tab's words")
    kept(tom.page)
    kept(second)
    tom.send()
    tom.go("/unfinished/")
    expect(tom.page.locator("main")).to_contain_text("The second tab's words")
    expect(tom.page.locator("main")).not_to_contain_text("The first tab's words")
    second.close()


def test_a_call_in_the_middle_of_a_note(tom: Worker, running: Running) -> None:
    tom.go(note_page(running, 1))
    tom.page.fill("[name=text]", TEXT)
    tom.press("New call")
    expect(tom.page.locator("main")).to_contain_text("Kept for you: a note")
    tom.look("call-in-the-middle")
    again_with(tom.page, TEXT)
    assert running.references[1] in tom.page.url


def test_put_aside_without_a_script(browser: Browser, tom: Worker, running: Running) -> None:
    context = browser.new_context(base_url=running.site.address, java_script_enabled=False)
    context.add_cookies(tom.page.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(note_page(running))
    page.fill("[name=text]", TEXT)
    page.get_by_role("button", name="Put aside").click()
    expect(page.locator("main")).to_contain_text("Put aside.")
    again_with(page, TEXT)
    context.close()


def test_it_says_so_quietly(tom: Worker, running: Running) -> None:
    """A screen reader hears once that the text is kept, not every three seconds."""
    tom.go(note_page(running))
    heard = tom.page.locator("form [role=status]").last
    said = set()
    for words in ("One", "One two", "One two three"):
        tom.page.fill("[name=text]", words)
        tom.page.wait_for_timeout(3500)
        said.add(heard.text_content())
    assert said == {"What you type is kept."}
    tom.page.fill("[name=text]", "")
    tom.page.wait_for_timeout(3500)
    tom.go("/unfinished/")
    expect(tom.page.locator("main")).to_contain_text("Nothing is unfinished")

"""Files that are really dropped: several at once, what must stay secret among them, and a sitting that ends midway."""

import base64
import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from tests.journey.conftest import browser
from tests.journey.hand import DROP
from tests.journey.test_drafts import Running, running, signed_in, tom
from tests.journey.worker import Worker
from tests.quarantine import papers

__all__ = ["browser", "running", "signed_in", "tom"]
pytestmark = pytest.mark.browser
PLAN = papers.pdf("Draft plan for your comments")


def drop(page: Page, **files: bytes) -> None:
    """Drop these files where files are dropped; `__` in a name stands for its dot."""
    carried = [
        [name.replace("__", "."), "application/octet-stream", base64.b64encode(data).decode()]
        for name, data in files.items()
    ]
    page.locator(".drop").evaluate(DROP, carried)


def fates(page: Page, many: int) -> list[str]:
    """What became of each, once all are through."""
    expect(page.locator("#came")).to_have_text(re.compile(r"^\d of \d files? kept$"), timeout=30_000)
    found = page.locator(".came__file").evaluate_all("all => all.map(one => one.dataset.fate)")
    assert len(found) == many
    return list(found)


def put(page: Page) -> None:
    """Press the button below the files."""
    page.get_by_role("button", name="Put on the case").click()


def signed_out(route: Route) -> None:
    """What a server answers when nobody is signed in any more: to the door."""
    route.fulfill(status=302, headers={"Location": "/sign-in/"})


def test_dropped_on_the_case_in_three_presses(tom: Worker, running: Running) -> None:
    reference = running.references[0]
    tom.go(f"/cases/{reference}/")
    tom.look("case-with-files")
    drop(tom.page, one__pdf=PLAN, two__txt=b"Words of the second")
    with tom.page.expect_navigation(url=re.compile(f"/cases/{reference}/$")):
        put(tom.page)
    expect(tom.page.locator(".govuk-notification-banner, [role=status]").first).to_contain_text(
        "All of it is on the timeline"
    )
    expect(tom.page.locator(".timeline__title", has_text="one")).to_have_count(1)
    expect(tom.page.locator(".timeline__title", has_text="two")).to_have_count(1)


def test_a_secret_address_and_a_time_out_on_the_way(tom: Worker, running: Running) -> None:
    reference = running.references[1]
    tom.go(f"/cases/{reference}/contact/")
    tom.page.locator("[name=address]").fill("Rose Cottage\nSt Anne's Rd\nWath")
    tom.unfold()
    tom.tick("address_confidential")
    tom.send()
    tom.go(f"/cases/{reference}/documents/new/")
    page = tom.page
    sent: list[int] = []

    def third_is_out(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        sent.append(1)
        return signed_out(route) if len(sent) == 3 else route.continue_()

    page.route(f"**/cases/{reference}/documents/new/", third_is_out)
    drop(page, a__pdf=PLAN, b__txt=b"They live at Saint Annes Road", c__txt=b"third", d__txt=b"fourth")
    put(page)
    assert fates(page, 4) == ["kept", "kept", "lost", "lost"]
    expect(page.locator("#came")).to_have_text("2 of 4 files kept")
    lines = page.locator(".came__file")
    expect(lines.nth(1)).to_contain_text("names what must stay secret")
    expect(lines.nth(2)).to_contain_text("c.txt")
    expect(lines.nth(2)).to_contain_text("Not kept")
    expect(lines.nth(3)).to_contain_text("Not kept")
    assert len(sent) == 3
    tom.look("files-told")
    page.unroute(f"**/cases/{reference}/documents/new/")
    tom.go(f"/cases/{reference}/")
    for name, count in {"third": 0, "c": 0, "d": 0}.items():
        expect(page.locator(".timeline__title", has_text=re.compile(f"^{name}$"))).to_have_count(count)


def test_one_alone_is_told_in_its_own_words_and_a_time_out_says_it_is_not_kept(
    tom: Worker, running: Running
) -> None:
    reference, page = running.references[0], tom.page
    tom.go(f"/cases/{reference}/")
    drop(page, alone__txt=b"Words of one alone")
    with page.expect_navigation(url=re.compile(f"/cases/{reference}/$")):
        put(page)
    said = page.locator(".govuk-notification-banner, [role=status]").first
    expect(said).to_contain_text("The document is on the timeline")
    page.route(f"**/cases/{reference}/documents/new/", signed_out)
    drop(page, late__txt=b"Words after a time-out")
    put(page)
    assert fates(page, 1) == ["lost"]
    expect(page.locator(".came__file")).to_contain_text("Not kept: this page does not count any more")
    tom.look("one-file-lost")
    page.unroute(f"**/cases/{reference}/documents/new/")


def test_without_a_script_the_case_page_takes_files_too(
    browser: Browser, tom: Worker, running: Running
) -> None:
    reference = running.references[0]
    context = browser.new_context(base_url=running.site.address, java_script_enabled=False)
    context.add_cookies(tom.page.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    whole, broken = carried("whole.txt", b"Words"), carried("broken.msg", b"No message")
    page.goto(f"/cases/{reference}/")
    page.set_input_files("form.files-here input[type=file]", [whole])
    put(page)
    expect(page.locator("[role=status]").first).to_contain_text("The document is on the timeline")
    page.set_input_files("form.files-here input[type=file]", [whole, broken])
    put(page)
    expect(page.locator(".came__file").nth(0)).to_contain_text("Kept.")
    expect(page.locator(".came__file").nth(1)).to_contain_text("named like an e-mail and is none")
    context.close()


def carried(name: str, data: bytes) -> FilePayload:
    """A file as it is chosen in a browser."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}

"""Somebody at a browser: signs in, presses what a page shows, and looks at every screen on the way."""

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from inconfidence.team import totp
from tests.cast import PASSWORD, SECRET, username

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"desktop": (1280, 900), "phone": (375, 812)}
FINDINGS = """async () => {
    const found = await axe.run(document, {resultTypes: ["violations"]});
    return found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "));
}"""


@dataclass
class Worker:
    """One person in one browser: the screens they have looked at, and what was wrong with them."""

    page: Page
    address: str
    who: str
    slug: str
    clock: Callable[[], float] = time.time
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, browser: Browser, address: str, slug: str, who: str) -> "Worker":
        """A new browser window for this person."""
        width, height = WIDTHS["desktop"]
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.set_default_timeout(30_000)
        return cls(page, address, who, slug)

    @classmethod
    def signed_in(cls, browser: Browser, address: str, slug: str, who: str) -> "Worker":
        """The same, signed in."""
        worker = cls.at(browser, address, slug, who)
        worker.sign_in()
        return worker

    def sign_in(self) -> None:
        """Password, then the code that their phone shows."""
        self.go("/sign-in/")
        self.look("sign-in")
        self.page.fill("[name=username]", username(self.slug, self.who))
        self.page.fill("[name=password]", PASSWORD)
        self.send()
        self.look("second-step")
        self.page.fill("[name=code]", totp.code(SECRET, int(self.clock()) // 30))
        self.send()

    def go(self, path: str) -> None:
        """Open an address as if it had been typed."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status == 200, (path, answer.status)

    def press(self, words: str) -> None:
        """Press the first link or button with these words, and wait for the page it leads to."""
        found = self.page.get_by_role("link", name=words).or_(self.page.get_by_role("button", name=words))
        self.click(found.first)

    def send(self) -> None:
        """Press the main button of the form in the middle of the page."""
        self.click(self.page.locator("main form button.govuk-button[type=submit]").first)

    def click(self, button: Locator) -> None:
        """Press something that leads to a page, and wait until that page is there."""
        with self.page.expect_navigation():
            button.click()

    def choose(self, **answers: str) -> None:
        """Choose radios or boxes by field and word; the words of a label are not part of any expectation."""
        for name, word in answers.items():
            self.check(self.page.locator(f"[name={name}][value='{word}']"))

    def unfold(self) -> None:
        """Open every part of the form that stands folded."""
        self.page.locator("main form details").evaluate_all("all => all.forEach(one => { one.open = true; })")

    def tick(self, name: str) -> None:
        """Tick a box of its own."""
        self.check(self.page.locator(f"[name={name}]"))

    def check(self, box: Locator) -> None:
        """Choose a radio or tick a box by the keyboard, unless it is chosen already."""
        if not box.is_checked():
            box.focus()
            box.press("Space")
            expect(box).to_be_checked()

    def write(self, **texts: str) -> None:
        """Fill fields by name; a drop-down list takes the word."""
        for name, text in texts.items():
            box = self.page.locator(f"[name={name}]").first
            if box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(text)
            else:
                box.fill(text)

    def look(self, name: str) -> None:
        """Look at a screen once, at both widths: what axe finds, whether it fits, and a picture if one is wanted."""
        if name in self.seen:
            return
        self.seen.add(name)
        expect(self.page.locator("main")).to_be_visible()
        for width, (across, down) in WIDTHS.items():
            self.page.set_viewport_size({"width": across, "height": down})
            self.page.evaluate(AXE)
            findings = self.page.evaluate(FINDINGS)
            self.faults += [f"{name} at {width} width: {finding}" for finding in findings]
            beyond = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
            self.faults += [f"{name} is wider than a {width}"] if beyond > 0 else []
            self._picture(f"{name}-{width}")
        self.page.set_viewport_size({"width": WIDTHS["desktop"][0], "height": WIDTHS["desktop"][1]})

    def _picture(self, name: str) -> None:
        folder = os.environ.get("INCONFIDENCE_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{self.slug}-{name}.png", full_page=True)

    def says(self) -> str:
        """What stands in the middle of the page, in one line."""
        return in_a_line(self.page.locator("main").inner_text())

    def reference(self) -> str:
        """The reference in the address of this case page."""
        found = re.search(r"/cases/([0-9A-Z-]+)/", self.page.url)
        assert found, self.page.url
        return found.group(1)


def in_a_line(text: str) -> str:
    """What stands on a screen, however its lines break."""
    return " ".join(text.split())


WORDS = {"permit": "Yes", "refuse": "No", "refer": "Ask first"}


@dataclass(frozen=True)
class Card:
    """An answer card as a script reads it."""

    outcome: str
    clauses: frozenset[str]
    steps: frozenset[str]
    duties: frozenset[str]

    @property
    def cell(self) -> str:
        """The card in a table: its word and its clauses."""
        return f"**{WORDS[self.outcome]}** {', '.join(sorted(self.clauses))}"


def card_on(page: Page) -> Card:
    """The card of the page, from its data and from nothing that is worded."""
    outcome = page.locator("[data-outcome]").first.get_attribute("data-outcome") or ""
    return Card(outcome, _marked(page, "clause"), _marked(page, "step"), _marked(page, "duty"))


def _marked(page: Page, name: str) -> frozenset[str]:
    found = page.locator(f"[data-{name}]").evaluate_all(f"all => all.map(one => one.dataset.{name})")
    return frozenset(found)

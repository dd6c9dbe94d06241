"""Somebody with two tabs who writes and changes notes and cards that fifteen others change too."""

import html
import http.client
import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode, urlsplit

from inconfidence.team import totp
from tests.canary.browsers import Answer, OverHttp
from tests.canary.pages import Form, forms_of

KIND = "application/x-www-form-urlencoded"
Fields = list[tuple[str, str]]


@dataclass
class Edit:
    """One text that somebody typed, and what they were told.

    `saved`: the program said so. `shown`: they saw their text beside the other's. `kept`: it waits in Unfinished.
    `base` is the version that a card's page showed.
    """

    number: int
    kind: str
    where: str
    text: str
    told: str = ""
    base: int = 0


@dataclass(frozen=True)
class Tab:
    """A page that is open, and how its form is filled."""

    path: str
    form: Form

    def filled(self, **typed: str) -> Fields:
        """The form with these words typed into it."""
        sent: Fields = []
        for control in self.form.controls:
            if not control.name or control.kind in {"submit", "button"}:
                continue
            if control.kind in {"radio", "checkbox"} and not control.checked:
                continue
            sent.append((control.name, typed.get(control.name, html.unescape(control.value))))
        return sent

    def value(self, name: str) -> str:
        """What a field of the page holds."""
        return next((control.value for control in self.form.controls if control.name == name), "")


@dataclass
class Writer:
    """One person at one browser."""

    username: str
    password: str
    secret: bytes
    port: int
    chance: Random
    references: list[str]
    notes: list[tuple[str, str]]
    ledger: list[Edit] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stale: Tab | None = None

    def __post_init__(self) -> None:
        self.browser = OverHttp(self.port)

    def sign_in(self) -> None:
        """Password and code."""
        for path, given in (
            ("/sign-in/", {"username": self.username, "password": self.password}),
            ("/second-step/", {"code": totp.code(self.secret, int(time.time()) // 30)}),
        ):
            tab = self.open(path, next(iter(given)))
            answer = self.send(tab, tab.filled(**given))
            assert answer.status == 302, (path, answer.status)

    def open(self, path: str, has: str) -> Tab:
        """Open the page with the form that has this field."""
        answer = self.browser.send("GET", path)
        found = [form for form in forms_of(answer.text) if has in {control.name for control in form.controls}]
        assert found, f"{urlsplit(path).path.rpartition('/cases/')[2][9:]}: {answer.status}"
        return Tab(path, found[0])

    def send(self, tab: Tab, fields: Fields) -> Answer:
        """Send the form of a tab."""
        return self.browser.send("POST", tab.form.action or tab.path, urlencode(fields).encode(), KIND)

    def work(self, numbers: list[int], ready: threading.Barrier) -> None:
        """Make these edits, one way or another."""
        ways = (self.new, self.change, self.change, self.two_tabs, self.change_later, self.card, self.again)
        try:
            self.sign_in()
        finally:
            ready.wait(120)
        for number in numbers:
            way = self.chance.choice(ways)
            try:
                way(number)
            except (AssertionError, OSError, http.client.HTTPException) as error:
                self.faults.append(f"{number}: {way.__name__}: {type(error).__name__} {str(error)[:60]}")

    def edit(self, number: int, kind: str, where: str, part: str = "") -> Edit:
        """Something is typed: it stands in the ledger before it leaves."""
        found = Edit(number, kind, where, f"edit {number}{part} of {self.username}")
        self.ledger.append(found)
        return found

    def once_or_twice(self, tab: Tab, fields: Fields) -> Answer:
        """Send it once; or press twice; or lose the answer on the way and send it again."""
        how = self.chance.random()
        if how < 0.1:
            return self.pressed_twice(tab, fields)
        if how < 0.2:
            self.unanswered(tab, fields)
        return self.send(tab, fields)

    def pressed_twice(self, tab: Tab, fields: Fields) -> Answer:
        """The same form at the same moment; what was told last is what the person sees."""
        answers: list[Answer] = []
        other = threading.Thread(target=lambda: answers.append(self.send(tab, fields)))
        other.start()
        answers.append(self.send(tab, fields))
        other.join()
        return answers[-1]

    def unanswered(self, tab: Tab, fields: Fields) -> None:
        """The line goes dead while the answer is on its way."""
        jar = "; ".join(f"{name}={value}" for name, value in self.browser.cookies.items())
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with suppress(OSError):
            link.request(
                "POST", tab.form.action or tab.path, urlencode(fields),
                {"Host": self.browser.host, "Cookie": jar, "Content-Type": KIND},
            )  # fmt: skip
        link.close()

    def new(self, number: int) -> None:
        """A new note."""
        reference = self.chance.choice(self.references)
        edit = self.edit(number, "new", reference)
        tab = self.open(f"/cases/{reference}/notes/new/", "text")
        self.told(edit, self.once_or_twice(tab, tab.filled(text=edit.text)))

    def again(self, number: int) -> None:
        """A new note; then Back, other words, and the same form once more."""
        reference = self.chance.choice(self.references)
        tab = self.open(f"/cases/{reference}/notes/new/", "text")
        for part in ("", ", once more"):
            edit = self.edit(number, "new" if not part else "again", reference, part)
            answer = self.send(tab, tab.filled(text=edit.text))
            edit.told = "saved" if not part and answer.status == 302 else ""
            if part and "saved-before" in self.browser.cookie("said"):
                edit.told = "kept"

    def change(self, number: int) -> None:
        """A note that stands already."""
        self.change_in(self.note(), number)

    def note(self) -> Tab:
        """The page of some note that others change too."""
        reference, item = self.chance.choice(self.notes)
        return self.open(f"/cases/{reference}/notes/{item}/change/", "text")

    def two_tabs(self, number: int) -> None:
        """The same note in two tabs."""
        first = self.note()
        second = self.open(first.path, "text")
        self.change_in(first, number, ", first tab")
        self.change_in(second, number, ", second tab")

    def change_later(self, number: int) -> None:
        """A page that was left open since the last time."""
        stale, self.stale = self.stale, self.note()
        if stale:
            self.change_in(stale, number, ", late")
        else:
            self.change(number)

    def change_in(self, tab: Tab, number: int, part: str = "") -> None:
        """Change the note of a tab; where somebody was faster, look at both and perhaps save all the same."""
        edit = self.edit(number, "change", tab.path, part)
        answer = self.once_or_twice(tab, tab.filled(text=edit.text))
        self.told(edit, answer, both=lambda: self.both(edit.text, answer))
        if edit.told == "shown" and self.chance.random() < 0.5:
            found = [form for form in forms_of(answer.text) if "text" in {c.name for c in form.controls}]
            again = Tab(tab.path, found[0])
            answer = self.send(again, again.filled(text=edit.text))
            if answer.status == 302:
                edit.told = "saved"

    def both(self, mine: str, answer: Answer) -> bool:
        """Whether the page shows what it says now and what I typed."""
        shown = [html.unescape(text) for text in re.findall(r'versions__text">([^<]*)<', answer.text)]
        return len(shown) == 2 and shown[1] == mine and bool(shown[0]) and shown[0] != mine

    def card(self, number: int) -> None:
        """How somebody is reached."""
        reference = self.chance.choice(self.references)
        edit = self.edit(number, "card", reference)
        tab = self.open(f"/cases/{reference}/contact/", "card_version")
        edit.base = int(tab.value("card_version"))
        answer = self.send(tab, tab.filled(address=edit.text))
        theirs = "Somebody changed this while you were typing" in answer.text
        self.told(edit, answer, both=lambda: theirs and edit.text in html.unescape(answer.text))

    def told(self, edit: Edit, answer: Answer, both: Callable[[], bool] = lambda: False) -> None:
        """What the answer says to whoever typed it."""
        if answer.status == 302 and not answer.location.startswith(("/sign-in/", "/reopen/")):
            edit.told = "kept" if "saved-before" in self.browser.cookie("said") else "saved"
        elif answer.status == 200 and both():
            edit.told = "shown"
        else:
            edit.told = f"neither saved nor shown: {answer.status}"

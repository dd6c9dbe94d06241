"""Somebody with two tabs who writes and changes what fifteen others change too."""

import http.client
import threading
from dataclasses import dataclass, field

from tests.campaigns.editing.browsing import Browsing
from tests.campaigns.editing.pages import CARD, NEW, Fields, Tab, given_again, shows_both
from tests.canary.browsers import Answer

# How often each kind of page is changed.
OFTEN = {"note": 3, "meeting": 1, "document": 1, "first contact": 1, CARD: 2}


@dataclass
class Edit:
    """One text that somebody typed, and what they were told.

    `saved`: the program said so. `shown`: they saw their text beside the other's. `kept`: it waits in Unfinished.
    `way`: how it was typed, where that is out of the ordinary. `base` is the version that a card's page showed.
    `unanswered`: it was sent into a dead line first, so it may arrive once more at any time.
    """

    number: int
    kind: str
    where: str
    text: str
    told: str = ""
    way: str = ""
    base: int = 0
    unanswered: bool = False


@dataclass
class Writer(Browsing):
    """One person; `pages` are the addresses that others change too, by kind."""

    references: list[str]
    pages: dict[str, list[str]]
    ledger: list[Edit] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stale: Tab | None = None

    def work(self, numbers: list[int], ready: threading.Barrier) -> None:
        """Make these edits, one way or another."""
        ways = (
            *(self.new, self.change, self.change, self.change, self.two_tabs, self.change_later),
            *(self.again, self.draft, self.signed_out),
        )
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

    def new_note(self) -> Tab:
        """The page of a new note."""
        return self.open(NEW, f"/cases/{self.chance.choice(self.references)}/notes/new/")

    def theirs_too(self) -> Tab:
        """A page with something that others change too."""
        (kind,) = self.chance.choices(list(OFTEN), list(OFTEN.values()))
        return self.open(kind, self.chance.choice(self.pages[kind]))

    def any_page(self) -> Tab:
        """One or the other."""
        return self.new_note() if self.chance.random() < 0.25 else self.theirs_too()

    def typed(self, tab: Tab, number: int, part: str = "", way: str = "") -> Edit:
        """Something is typed: it stands in the ledger before it leaves."""
        text = f"edit {number}{part} of {self.username}"
        self.ledger.append(Edit(number, tab.kind, tab.path, text, way=way, base=tab.base))
        return self.ledger[-1]

    def new(self, number: int) -> None:
        """A new note."""
        self.say(self.new_note(), number)

    def change(self, number: int) -> None:
        """What stands already."""
        self.say(self.theirs_too(), number)

    def two_tabs(self, number: int) -> None:
        """The same in two tabs."""
        first = self.theirs_too()
        second = self.open(first.kind, first.path)
        self.say(first, number, ", first tab")
        self.say(second, number, ", second tab")

    def change_later(self, number: int) -> None:
        """A page that was left open since the last time."""
        stale, self.stale = self.stale, self.theirs_too()
        if stale:
            self.say(stale, number, ", late")
        else:
            self.change(number)

    def again(self, number: int) -> None:
        """A new note; then Back, other words, and the same form once more."""
        tab = self.new_note()
        first = self.typed(tab, number)
        self.told(first, tab, self.send(tab, tab.saying(first.text)))
        self.told(
            second := self.typed(tab, number, ", once more", "again"),
            tab,
            self.send(tab, tab.saying(second.text)),
        )

    def draft(self, number: int) -> None:
        """Kept twice while it is typed; then sent, or left. Who has too much waiting is told so, and sends it."""
        tab = self.any_page()
        edit = self.typed(tab, number, way="draft")
        kept = self.keep(tab, edit.text.partition(" of ")[0]) and self.keep(tab, edit.text)
        if kept and self.chance.random() < 0.5:
            edit.told = "kept"
        else:
            self.send_edit(edit, tab)

    def signed_out(self, number: int) -> None:
        """Sent after the sitting ended. Signed in again, the page gives the words back: sent now, or left."""
        tab = self.any_page()
        edit = self.typed(tab, number, way="signed out")
        self.sign_out(tab)
        answer = self.send(tab, tab.saying(edit.text))
        back = self.sign_in(answer.location if answer.location.startswith("/sign-in/") else "/sign-in/")
        given = self.open(tab.kind, back)
        if given.says == edit.text:
            edit.told, edit.base = "kept", given.base
            if self.chance.random() < 0.5:
                self.send_edit(edit, given)

    def say(self, tab: Tab, number: int, part: str = "") -> None:
        """Type into a tab and send it."""
        self.send_edit(self.typed(tab, number, part), tab)

    def send_edit(self, edit: Edit, tab: Tab) -> None:
        """Send what was typed; where somebody was faster, look at both and perhaps save all the same."""
        answer = self.once_or_twice(edit, tab, tab.saying(edit.text))
        self.told(edit, tab, answer)
        again = given_again(tab, answer.text) if edit.told == "shown" else None
        if again and self.chance.random() < 0.5:
            edit.base = again.base
            self.told(edit, again, self.send(again, again.saying(edit.text)))

    def once_or_twice(self, edit: Edit, tab: Tab, fields: Fields) -> Answer:
        """Send it once; or press twice; or lose the answer on the way and send it again."""
        how = self.chance.random()
        if how < 0.1:
            return self.pressed_twice(tab, fields)
        if how < 0.2:
            edit.unanswered = True
            self.unanswered(tab, fields)
        return self.send(tab, fields)

    def told(self, edit: Edit, tab: Tab, answer: Answer) -> None:
        """What the answer says to whoever typed it."""
        if answer.status == 302 and not answer.location.startswith(("/sign-in/", "/reopen/")):
            edit.told = "kept" if "saved-before" in self.browser.cookie("said") else "saved"
        elif answer.status == 200 and shows_both(tab.kind, edit.text, answer.text):
            edit.told = "shown"
        else:
            edit.told = f"neither saved nor shown: {answer.status}"

"""The pages on which something is typed: which field takes the words, and how a page shows both texts of a clash."""

import html
import re
from dataclasses import dataclass

from tests.canary.pages import Form, forms_of

Fields = list[tuple[str, str]]

NEW, CARD = "new", "card"
# The field of each kind of page that takes the words.
FIELDS = {
    NEW: "text",
    "note": "text",
    "meeting": "purpose",
    "document": "title",
    "first contact": "not_needed",
    CARD: "address",
}
DIFFER = "it says “([^”]*)” now, your page said “MINE”"
# How a page names what it says now; MINE stands for what was typed.
THEIRS = {
    "note": r'versions__text">([^<]*)<[\s\S]*versions__text">MINE<',
    "meeting": r"It now says:[\s\S]*>About: ([^<]*)<",
    "document": r"Now: ([^<]*?)\. Yours: MINE\.",
    "first contact": DIFFER,
    CARD: DIFFER,
}


@dataclass(frozen=True)
class Tab:
    """A page that is open, and how its form is filled."""

    kind: str
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

    def saying(self, words: str) -> Fields:
        """The form with these words in the field that this campaign types into."""
        return self.filled(**{FIELDS[self.kind]: words})

    @property
    def says(self) -> str:
        """What that field holds."""
        return html.unescape(self.value(FIELDS[self.kind]))

    @property
    def base(self) -> int:
        """The version of a card that the page showed; 0 for any other page."""
        return int(self.value("card_version") or 0)

    def value(self, name: str) -> str:
        """What a field of the page holds."""
        return next((control.value for control in self.form.controls if control.name == name), "")


def form_with(name: str, page: str) -> Form | None:
    """The form of a page that has this field."""
    found = (form for form in forms_of(page) if name in {control.name for control in form.controls})
    return next(found, None)


def given_again(tab: Tab, page: str) -> Tab | None:
    """The form of a tab as the page of an answer shows it."""
    form = form_with(FIELDS[tab.kind], page)
    return Tab(tab.kind, tab.path, form) if form else None


def shows_both(kind: str, mine: str, page: str) -> bool:
    """Whether a page says that somebody was faster, what it says now, and still holds what was typed."""
    if kind not in THEIRS or "Somebody changed th" not in page:
        return False
    found = re.search(THEIRS[kind].replace("MINE", re.escape(html.escape(mine))), page)
    form = form_with(FIELDS[kind], page)
    if not found or not form:
        return False
    return Tab(kind, "", form).says == mine and html.unescape(found[1]).strip() not in {"", mine}

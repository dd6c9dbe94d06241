"""What everybody who is not cleared asks: every address there is, of either file and of nobody's, and every form.

The addresses are read from the program itself, so that a page made tomorrow is played tomorrow.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.canary.crawl import WORDS_IN_ADDRESSES
from tests.canary.pages import Control, Form, forms_of
from tests.house.routes import Route, routes
from tests.worlds.masks import differences, how_many
from tests.worlds.world import Answer, Asked, Pair

PART = re.compile(r"<(?:\w+:)?(\w+)>")
WORKERS = ("tom", "ewa")
# Nobody here may know of the other file: the worker of the first, a worker of no case, the front desk, a volunteer, the
# lead of another service, somebody not confirmed yet, half signed in, and not at all.
ROLES = ("tom", "ewa", "joan", "vik", "elsewhere", "waiting", "half", "visitor")
# Where the staff together hold the keys of cases, a worker is cleared for what lists them.
LISTS = frozenset({"cases:list"})
# Whoever answers the phone holds the key of every card, to know who is on the line; never of a case.
ANSWERS = ("tom", "ewa", "joan")
CARDS = frozenset({"desk:who_rings", "desk:on_the_line", "desk:message"})
# Read once more when everything has been sent.
AGAIN = frozenset({"desk:day", "desk:case", "cases:looked", "disclosure:ledger", "team:unfinished"})
LATE = ("cases:close", "cases:reopen", "team:reopen", "team:sign_in", "team:sign_out")
# What addresses take that is of no family.
PLAIN = {
    "clause_id": "L-01", "accent": "pine", "number": "1", "sheet": "privacy", "slug": "equipment-check",
    "service": "rotherham", "question": "may_see", "rule": "training",
}  # fmt: skip
NOBODY = "00000000-0000-4000-8000-000000000000"
ENDINGS = {"_day": "20", "_month": "11", "_year": "2026", "year_of_birth": "2012", "happened_at": "09:30"}
NAMES = {"name": "Sam Oyelaran", "child_name": "Sam Oyelaran", "q": "Oyelaran", "phone": "07700 900 123"}


@dataclass
class Play:
    """One role at one pair of worlds: what was asked, and what differed."""

    pair: Pair
    who: str
    only: frozenset[str] = frozenset()
    counted: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    forms: dict[tuple[str, ...], tuple[str, Form, str]] = field(default_factory=dict)

    def run(self) -> "Play":
        """Read everything, try every address with what no page of ours sends, send every form, read again."""
        for route in self.routes():
            for path in self.addresses(route):
                self.read(route, path)
        for route in self.routes():
            for path in self.addresses(route):
                self.try_out(route, path)
        for path, form, name in sorted(self.forms.values(), key=lambda found: found[2] in LATE):
            self.send(path, form, name)
        for route in self.routes():
            if route.name in AGAIN:
                self.ask(route.name, "GET", self._address(route, self.pair.made["first"]))
        return self

    def routes(self) -> list[Route]:
        """The addresses this role plays, with what ends a sitting last."""
        found = [route for route in routes() if not self.only or route.name in self.only]
        return sorted(found, key=lambda route: route.name in LATE)

    def addresses(self, route: Route) -> Iterator[str]:
        """The address with what is in the first file, and with what is in the other: in world one that is nobody's."""
        if not self._cleared(route.name):
            values = (self.pair.made["first"], self._other())
            yield from dict.fromkeys(self._address(route, each) for each in values)

    def _address(self, route: Route, of: dict[str, str]) -> str:
        return PART.sub(lambda part: self._value(of, part[1]), f"/{route.pattern}")

    def _other(self) -> dict[str, str]:
        """What stands for the other file; what is nobody's where this role is cleared for it."""
        other: dict[str, str] = self.pair.made["other"]
        return {"reference": "2222-2222"} if self._staff_hold_keys() else other

    @staticmethod
    def _value(of: dict[str, str], name: str) -> str:
        return of.get(name) or PLAIN.get(name) or NOBODY

    def _staff_hold_keys(self) -> bool:
        return self.who in WORKERS and self.pair.made["case_keys"] == "staff"

    def _cleared(self, name: str) -> bool:
        """Whether this role may know of the other file by this page."""
        return (self._staff_hold_keys() and name in LISTS) or (self.who in ANSWERS and name in CARDS)

    def read(self, route: Route, path: str) -> None:
        """A page; its forms are kept; then again with words and with numbers behind the question mark."""
        page = self.ask(route.name, "GET", path)
        for form in forms_of(page.body.decode("latin-1")) if b"<form" in page.body else ():
            target = urlsplit(form.action or path).path
            key = (target, *sorted(control.plain_name for control in form.controls))
            self.forms.setdefault(key, (path, form, route.name))
        if page.status.startswith("200"):
            self.ask(route.name, "GET", f"{path}?{urlencode(self._words())}")

    def _words(self) -> dict[str, str]:
        """What is asked behind the question mark: a name, a number, and what belongs to the other file."""
        other = self._other()
        ids = {word: self._value(other, f"{word}_id") for word in WORDS_IN_ADDRESSES}
        named = {"case": other["reference"], "page": "2", "mine": "2", "q": "Oyelaran", "search": "Oyelaran"}
        return ids | named | {"show": "all", "all": "week", "size": "large", "next": "/cases/"}

    def try_out(self, route: Route, path: str) -> None:
        """What no page of ours sends: other methods, a form that no page drew."""
        for method in ("HEAD", "PUT"):
            self.ask(route.name, method, path)
        self.ask(route.name, "POST", path, SENT | {"csrfmiddlewaretoken": self._token()})

    def send(self, path: str, form: Form, name: str) -> None:
        """A form as it stands, and filled with what the other file says too."""
        target = form.action or path
        if form.method == "none" or (name != "team:sign_out" and "sign-out" in target):
            return
        for fields in (_stands(form.controls), _filled(form.controls)):
            if form.method == "get":
                self.ask(name, "GET", f"{target}?{urlencode(fields)}")
            else:
                self.ask(name, "POST", target, dict(fields))

    def _token(self) -> str:
        pairs = (pair.partition("=") for pair in self.pair.cookies[self.who].split("; "))
        return next((value for key, _, value in pairs if key == "csrftoken"), "")

    def ask(self, name: str, method: str, path: str, fields: dict[str, str] | None = None) -> Answer:
        """One request to both worlds, compared."""
        body = urlencode(fields).encode() if fields is not None else b""
        one, two = self.pair.ask(Asked(self.who, method, path, body))
        self._count("requests", "bytes compared", len(one.body))
        self._count(f"answers {one.status[:3]}")
        for what in differences(one, two):
            self.failed.append(f"{self.who}: {method} {name}: {what}")
        self._count("differing bytes", amount=0)
        if unlike := how_many(one, two):
            self.counted["differing bytes"] += unlike
        return one

    def _count(self, name: str, more: str = "", size: int = 0, *, amount: int = 1) -> None:
        self.counted[name] = self.counted.get(name, 0) + amount
        if more:
            self.counted[more] = self.counted.get(more, 0) + size


# What a form of ours may be sent, whichever it is.
SENT = {
    "text": "x", "words": "x", "press": "ask", "who": "other", "kind": "school", "what": "existence", "role": "senco",
    "title": "x", "version": "1", "name": "Sam Oyelaran", "username": "sam", "once": NOBODY,
}  # fmt: skip


def _stands(controls: Iterable[Control]) -> list[tuple[str, str]]:
    """What is sent when nobody types anything."""
    kept = [c for c in controls if c.name and (c.kind not in {"radio", "checkbox"} or c.checked)]
    return [(c.name, c.value) for c in kept if c.kind not in {"submit", "button", "file"}]


def _filled(controls: Iterable[Control]) -> list[tuple[str, str]]:
    """What is sent when every field is filled, with what the other file says too."""
    found: dict[str, str] = {}
    for control in controls:
        if not control.name or control.kind == "file" or (control.kind == "radio" and control.name in found):
            continue
        found.setdefault(control.name, _said(control))
    return list(found.items())


def _said(control: Control) -> str:
    if control.kind == "select":
        return next(filter(None, control.options), "")
    if not control.typed:
        return control.value
    for ending, value in ENDINGS.items():
        if control.name.endswith(ending):
            return value
    by_kind = {
        "email": "oyelaran@example.org",
        "password": "not the right one",
        "date": "2026-11-23",
        "time": "10:00",
    }
    return (
        NAMES.get(control.name)
        or by_kind.get(control.kind)
        or ("5" if "minutes" in control.name else "Sam Oyelaran")
    )

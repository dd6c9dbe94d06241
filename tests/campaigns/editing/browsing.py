"""Somebody at one browser: signing in and out, opening pages, sending forms once, twice, or into a dead line."""

import http.client
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode, urlsplit

from inconfidence.team import totp
from tests.campaigns.editing.pages import FIELDS, Fields, Tab, form_with
from tests.canary.browsers import Answer, OverHttp

KIND = "application/x-www-form-urlencoded"
SITTING = "sessionid"


@dataclass
class Browsing:
    """One person at one browser."""

    username: str
    password: str
    secret: bytes
    port: int
    chance: Random

    def __post_init__(self) -> None:
        self.browser = OverHttp(self.port)

    def sign_in(self, path: str = "/sign-in/") -> str:
        """Password, and a code where this browser is not known yet today; answers where that leads."""
        location = self.given(path, username=self.username, password=self.password)
        if location.startswith("/second-step/"):
            location = self.given(location, code=totp.code(self.secret, int(time.time()) // 30))
        return location

    def given(self, path: str, **typed: str) -> str:
        """Fill a form of the door and send it; answers where that leads."""
        form = form_with(next(iter(typed)), self.browser.send("GET", path).text)
        assert form, "a door without its form"
        tab = Tab("", path, form)
        answer = self.send(tab, tab.filled(**typed))
        assert answer.status == 302, ("the door", answer.status)
        return answer.location

    def sign_out(self, tab: Tab) -> None:
        """The sitting ends: signed out in another tab, or its cookie is gone."""
        if self.chance.random() < 0.5:
            self.browser.cookies.pop(SITTING)
            return
        token = urlencode({"csrfmiddlewaretoken": tab.value("csrfmiddlewaretoken")})
        answer = self.browser.send("POST", "/sign-out/", token.encode(), KIND)
        assert answer.location == "/sign-in/", ("sign-out", answer.status)

    def open(self, kind: str, path: str) -> Tab:
        """Open a page on which words of this kind are typed."""
        answer = self.browser.send("GET", path)
        form = form_with(FIELDS[kind], answer.text)
        assert form, f"{kind}: {answer.status} {answer.location[:9]}"
        return Tab(kind, urlsplit(path).path, form)

    def send(self, tab: Tab, fields: Fields) -> Answer:
        """Send the form of a tab."""
        return self.browser.send("POST", tab.form.action or tab.path, urlencode(fields).encode(), KIND)

    def keep(self, tab: Tab, words: str) -> bool:
        """Have the words of a tab kept while they are typed, as its script does; False when it says that it cannot."""
        page = [("draft_path", tab.path), ("quietly", "1")]
        address = f"/drafts/{tab.value('draft').partition('~')[0]}/"
        answer = self.browser.send("POST", address, urlencode([*tab.saying(words), *page]).encode(), KIND)
        assert answer.status in {200, 409}, ("a draft", answer.status)
        return answer.status == 200 and '"kept"' in answer.text

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

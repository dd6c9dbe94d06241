"""Clients who write without pause until the program dies under them, and the ledger of what it said it had done."""

import html
import http.client
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.campaigns.crash.paper import upload
from tests.canary.browsers import Answer, Browser
from tests.canary.journey import AN_ID, MOTHER, REFERENCE, Journey, done, one_of, shown
from tests.canary.pages import Form
from tests.canary.typist import Notes, Typist

GONE = (OSError, http.client.HTTPException)
AGREED = {"answer": "limited", "recipients": "senco", "purposes": "annual_review"}
# Answered by going here, a form was not taken.
NOT_TAKEN = ("/sign-in/", "/reopen/", "/second-step/", "/unfinished/")

# What a form asks and the program then has no use for, by the answers given beside it; everything else must be there.
REACHED = r"phone|email|ring_on|times|ok_message_with|say_we_are"
NOT_KEPT = {
    # Somebody who rings without a name is not to be found again: neither name nor number is kept.
    "call": rf"name|child_name|{REACHED}",
    # How to reach somebody is kept until their card says something newer, which another writer makes it do.
    "case": REACHED,
    # The recipient is somebody on the case, so no name is taken; the needs are of those who were not chosen; and there
    # is no danger and nobody behind, so there are no grounds, no reason why asking is unsafe, and no law.
    "question": r"name|need_.*|grounds|why_unsafe|law_named",
    "share": r"name|need_.*|grounds|why_unsafe|law_named",
}


@dataclass
class Write:
    """One form that was sent: the words that were typed into it, and whether the program said that it has them.

    Of writes with the same `replaces` only the last is kept; the others must be there for ever.
    """

    kind: str
    words: tuple[str, ...]
    replaces: str = ""
    acknowledged: bool = False


@dataclass
class Writer:
    """Somebody at a browser who writes one thing after another."""

    who: Typist
    case: str
    chance: Random
    kinds: tuple[str, ...]
    ledger: list[Write] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    person: str = ""
    item: str = ""
    tab: tuple[Answer, Form] | None = None
    typing: list[Write] = field(default_factory=list)
    kept: int = 0

    def work(self, stopped: threading.Event) -> None:
        """Write until the program is gone: every kind comes round, each time in another order."""
        ahead: list[str] = []
        while not stopped.is_set():
            ahead = ahead or self.chance.sample(self.kinds, len(self.kinds))
            kind = ahead.pop()
            try:
                getattr(self, kind)()
            except GONE:
                stopped.wait(0.02)
            except AssertionError as error:
                self.refused.append(f"{kind}: {str(error)[:60]}")

    def send(
        self,
        kind: str,
        path: str,
        values: dict[str, str] | None = None,
        *,
        again: bool = False,
        replaces: str = "",
    ) -> Answer:
        """Fill in the form of a page and send it; what was typed goes into the ledger before it leaves."""
        page = shown(self.who.open(path))
        form = self.who.form(page, "once")
        data = self.who.filled(page, form, dict(values or {}))
        for control in form.controls:
            if control.kind == "file":
                data[control.name] = [upload(self.who.notes.canary(path, control.name))]
        write = Write(kind, tuple(self._typed(kind, data)), replaces)
        self.ledger.append(write)
        answer = self.who.send_fields(form.action or page.address, data)
        write.acknowledged = answer.status in {302, 303} and not answer.location.startswith(NOT_TAKEN)
        if not write.acknowledged:
            self.refused.append(f"{kind}: {answer.status}")
        return answer

    def _typed(self, kind: str, data: Mapping[str, Iterable[object]]) -> list[str]:
        stem, left_out = self.who.notes.canaries.secret, re.compile(NOT_KEPT.get(kind, "-"))
        kept = (values for name, values in data.items() if not left_out.fullmatch(name))
        said = " ".join(str(value) for values in kept for value in values)
        return sorted(set(re.findall(rf"{stem}\d+", said)))

    def draft(self) -> None:
        """Other words in a note that stays open: they are sent by the page, every few seconds, to be kept."""
        if self.tab is None:
            page = shown(self.who.open(f"{self.case}notes/new/"))
            self.tab = page, self.who.form(page, "once")
        page, form = self.tab
        data = self.who.filled(page, form, {})
        write = Write("draft", tuple(self._typed("draft", data)))
        self.typing.append(write)
        write.acknowledged = self._keep(data | {"draft_path": [page.address]}) == 200

    def _keep(self, data: Mapping[str, Sequence[str | SimpleUploadedFile]]) -> int:
        """Send what a page has typed into it, as its script does; the answer's status."""
        assert self.tab is not None
        mark = next(control.value for control in self.tab[1].controls if control.name == "draft")
        sent = dict(data) | {"draft": [mark], "quietly": ["1"]}
        return self.who.send_fields(f"/drafts/{mark.partition('~')[0]}/", sent).status

    def offered(self) -> str:
        """After the kill: whether the note that was being typed is offered again, and then thrown away.

        Empty when it is, or when nothing was acknowledged; else what is wrong.
        """
        told = [at for at, write in enumerate(self.typing) if write.acknowledged]
        if not told:
            return ""
        page = shown(self.who.open("/unfinished/"))
        links = re.findall(rf'href="({self.case}notes/new/[^"]*)"', page.text)
        texts = page.text + "".join(shown(self.who.open(html.unescape(link))).text for link in links)
        there = any(all(word in texts for word in write.words) for write in self.typing[told[-1] :])
        self.kept += len(told)
        token = {"csrfmiddlewaretoken": [self.who.browser.cookie("csrftoken")], "unchanged": ["1"]}
        gone = self._keep(token)
        self.tab, self.typing = None, []
        return "" if there and gone == 200 else "a draft that was kept is not offered again"

    def call(self) -> None:
        """An anonymous call."""
        self.send("call", "/calls/new/", {"caller_kind": "anonymous"})

    def note(self) -> None:
        """A note on the case."""
        self.send("note", f"{self.case}notes/new/")

    def document(self) -> None:
        """An upload."""
        self.send("document", f"{self.case}documents/new/", {"pasted": ""})

    def contact(self) -> None:
        """Another telephone number and address: the card says only what was said last."""
        self.send("contact", f"{self.case}contact/", replaces=f"{self.case}contact/")

    def consent(self) -> None:
        """What was agreed."""
        self.send("consent", f"{self.case}consent/new/?next={self.case}", AGREED)

    def share(self) -> None:
        """A question whether something may be shared."""
        asked = {
            "press": "ask", "who": f"person:{self.person}", "what": "chosen", "items": self.item,
            "purpose": "annual_review", "identifies": "named", "danger": "no", "behind": "no",
        }  # fmt: skip
        answer = self.send("question", f"{self.case}share/", asked)
        if not self.ledger[-1].acknowledged:
            return
        page = shown(self.who.open(answer.location)).text
        if 'data-outcome="permit"' in page:
            today = datetime.now(UTC)
            day = {"on_day": str(today.day), "on_month": str(today.month), "on_year": str(today.year)}
            # What was not searched for an address that is secret by now goes only when somebody looked through it.
            looked = {"looked": "on"} if 'name="looked"' in page else {}
            self.send("share", answer.location, asked | {"press": "share"} | day | looked)

    def concern(self) -> None:
        """Somebody may come to harm."""
        self.send("concern", "/concern/")


CASEWORK = ("note", "draft", "document", "contact", "consent", "share", "draft", "call", "concern")
FRONT_DESK = ("call", "call", "concern")


@dataclass
class Office:
    """A service with its people at work, made through its pages."""

    journey: Journey
    writers: list[Writer]
    silent: int = 0
    lone_files: int = 0

    def ledgers(self) -> list[list[Write]]:
        """What each of them was told."""
        return [writer.ledger for writer in self.writers]


def open_office(browser: Callable[[], Browser], set_up_code: str, chance: Random) -> Office:
    """A lead, two caseworkers with a case each, and the front desk."""
    journey = Journey(browser, lambda: datetime.now(UTC), lambda minutes: None, set_up_code)
    journey.begin()
    second = journey._colleague("caseworker", phone=True)
    people = (journey.worker, second, journey.desk)
    writers = [at_work(own(who), Random(chance.random()), who is journey.desk) for who in people]
    return Office(journey, writers)


def own(who: Typist) -> Typist:
    """The same person with words of their own: two threads must not mint the same."""
    return Typist(who.browser, Notes(), who.password, who.username)


def at_work(who: Typist, chance: Random, at_the_desk: bool) -> Writer:
    """Somebody with a case to write on, or at the front desk."""
    if at_the_desk:
        return Writer(who, "", chance, FRONT_DESK)
    writer = Writer(who, "", chance, CASEWORK)
    enquiry = one_of(AN_ID, done(writer.send("call", "/calls/new/", {"caller_kind": "named"})).location)
    began = done(writer.send("case", f"/cases/new/?enquiry={enquiry}", MOTHER | {"take_myself": "yes"}))
    writer.case = case = f"/cases/{one_of(REFERENCE, began.location)}/"
    done(writer.send("person", f"{case}people/new/", {"role": "senco"}))
    done(writer.send("form", f"{case}form/new/", {"signed": "on"}))
    writer.note()
    writer.consent()
    writer.item = one_of(rf"share/\?item={AN_ID}", shown(who.open(case)).text)
    writer.person = one_of(rf"share/\?person={AN_ID}", shown(who.open(f"{case}people/")).text)
    return writer

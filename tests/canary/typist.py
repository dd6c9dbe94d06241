"""Whoever sits at a browser: opens pages, types a canary into every field there is, and remembers each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import Resolver404, resolve

from tests.canary.browsers import Answer, Browser
from tests.canary.pages import Form, forms_of
from tests.canary.words import Canaries
from tests.quarantine import papers

Value = str | Sequence[str | SimpleUploadedFile]
Field = tuple[str, str]

# Fields that hold no words once they are right, so that a good form leaves them as they are.
FIGURES = ("_day", "_month", "_year", "minutes", "year_of_birth", "happened_at")

# What is plain by design: the field of the page, and the column that says why (its help text begins "plain: ").
PLAIN: Mapping[Field, str] = {
    ("set-up/", "service"): "editions.Service.name",
    ("set-up/", "minute_reference"): "editions.Adoption.minute_reference",
    ("set-up/", "name"): "team.Person.name",
    ("set-up/", "title"): "team.Person.title",
    ("set-up/", "username"): "team.Person.username",
    ("letterhead/", "address"): "editions.Service.address",
    ("letterhead/", "phone"): "editions.Service.phone",
    ("letterhead/", "email"): "editions.Service.email",
    **{
        ("concerns/numbers/", code): "editions.Service.concern_numbers"
        for code in (
            "social_care",
            "adult_care",
            "police",
            "line_manager",
            "head",
            "chair_of_governors",
            "designated_officer",
        )
    },
    ("team/invite/", "name"): "team.Person.name",
    ("team/invite/", "title"): "team.Person.title",
    ("team/invite/", "username"): "team.Person.username",
}


class Sent(NamedTuple):
    """A form as it was sent, and what came of it."""

    path: str
    fields: dict[str, list[str | SimpleUploadedFile]]
    status: int


@dataclass
class Notes:
    """What a whole journey remembers, whoever sat there."""

    canaries: Canaries = field(default_factory=Canaries)
    seen: dict[Field, str] = field(default_factory=dict)
    typed: dict[Field, str] = field(default_factory=dict)
    routes: set[str] = field(default_factory=set)
    secrets: dict[str, bytes] = field(default_factory=dict)
    sent: list["Sent"] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def canary(self, route: str, name: str) -> str:
        """A new canary for a field of a page."""
        value = self.canaries.mint(f"{route} {name}", plain=(route, name) in PLAIN)
        self.typed[(route, name)] = value
        return value

    def typed_at(self, route: str, name: str) -> set[str]:
        """Every canary that was typed into a field of a page."""
        return {value for value, where in self.canaries.minted.items() if where == f"{route} {name}"}

    def untyped(self) -> list[Field]:
        """Fields that somebody could type into and nobody did."""
        return sorted(set(self.seen) - set(self.typed))


@dataclass
class Typist:
    """A person at a browser."""

    browser: Browser
    notes: Notes
    password: str = ""
    username: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def open(self, path: str, *, along: bool = True) -> Answer:
        """A page; redirects are followed when `along`. Every form on it is noted."""
        answer = self._request("GET", path)
        while along and answer.status in {301, 302, 303}:
            answer = self._request("GET", answer.location)
        return answer

    def _request(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        mint = self.notes.canaries.mint
        headers = {
            "User-Agent": mint(f"{path} the browser's name"),
            "Referer": f"http://{self.browser.host}/cases/?from={mint(f'{path} referrer')}",
            "X-Forwarded-For": mint(f"{path} address"),
        }
        answer = self.browser.send(method, path, body, kind, headers | self.headers)
        self._keep_secrets()
        self.notes.routes.add(route_of(path))
        for form in forms_of(answer.text):
            if any(control.name == "once" for control in form.controls):
                self.notes.tokens.add(self._target(answer, form))
            for control in form.typed:
                self.notes.seen.setdefault((self._target(answer, form), control.plain_name), answer.address)
        return answer

    def _keep_secrets(self) -> None:
        for name in ("half", "sessionid", "device"):
            if value := self.browser.cookie(name):
                self.notes.secrets[f"{name} of {value[:4]}"] = value.encode()

    def _target(self, answer: Answer, form: Form) -> str:
        return route_of(form.action or answer.address) if form.method != "none" else "no form"

    def form(self, answer: Answer, has: str) -> Form:
        """The form of a page that has a field of this name."""
        found = [form for form in forms_of(answer.text) if has in {c.name for c in form.controls}]
        assert found, f"{answer.status} {answer.address} has no field {has}: {said(answer)}"
        return found[0]

    def fill(
        self, path: str, values: Mapping[str, Value] | None = None, *, has: str = "once", good: bool = True
    ) -> Answer:
        """Open a page, type a canary into every field but those given, send it."""
        answer = self.open(path)
        return self.send(answer, self.form(answer, has), values or {}, good=good)

    def again(
        self,
        answer: Answer,
        values: Mapping[str, Value] | None = None,
        *,
        has: str = "once",
        keep: bool = False,
    ) -> Answer:
        """The same with a page that is open; `keep` leaves the words that stand in it already."""
        form = self.form(answer, has)
        stand = [c for c in form.typed if keep and c.value and not c.name.startswith("duty_")]
        known = {c.name: c.value for c in stand}
        return self.send(answer, form, known | dict(values or {}))

    def send(self, answer: Answer, form: Form, values: Mapping[str, Value], *, good: bool = True) -> Answer:
        """Send a form of this page; `good` leaves figures empty, otherwise they too get words."""
        target = form.action or answer.address
        sent = self._filled(route_of(target), form, values, good=good)
        if form.method == "get":
            return self.open(f"{target}?{urlencode([(n, str(v)) for n, v in sent])}", along=False)
        data = gathered(sent)
        answer = self.send_fields(target, data)
        self.notes.sent.append(Sent(target, data, answer.status))
        return answer

    def filled(
        self, page: Answer, form: Form, values: Mapping[str, Value]
    ) -> dict[str, list[str | SimpleUploadedFile]]:
        """The fields of this form as they would be sent, without sending them."""
        return gathered(self._filled(route_of(form.action or page.address), form, values, good=True))

    def send_fields(self, path: str, data: Mapping[str, Sequence[str | SimpleUploadedFile]]) -> Answer:
        """Send these fields as a form to an address."""
        for one in (value for values in data.values() for value in values):
            if isinstance(one, SimpleUploadedFile):
                one.seek(0)
        body = encode_multipart(BOUNDARY, {name: list(values) for name, values in data.items()})
        return self._request("POST", path, body, MULTIPART_CONTENT)

    def post_bare(self, path: str, fields: Mapping[str, str], *, token: bool = True) -> Answer:
        """Send a form that no page drew, with this browser's own token or without any."""
        own = {"csrfmiddlewaretoken": self.browser.cookie("csrftoken")} if token else {}
        kind = "application/x-www-form-urlencoded"
        return self._request("POST", path, urlencode({**fields, **own}).encode(), kind)

    def _filled(
        self, route: str, form: Form, values: Mapping[str, Value], *, good: bool
    ) -> list[tuple[str, str | SimpleUploadedFile]]:
        sent: list[tuple[str, str | SimpleUploadedFile]] = []
        for control in form.controls:
            if not control.name or control.name in values:
                continue
            if control.typed and not (good and control.name.endswith(FIGURES)):
                sent.append((control.name, self._words(route, control.kind, control.plain_name)))
            elif control.kind == "select":
                sent.append((control.name, control.value or next(filter(None, control.options), "")))
            elif control.kind == "hidden" or control.typed or control.checked:
                sent.append((control.name, control.value))
        for name, given in values.items():
            sent += [(name, one) for one in ([given] if isinstance(given, str) else given)]
        return sent

    def _words(self, route: str, kind: str, name: str) -> str | SimpleUploadedFile:
        canary = self.notes.canary(route, name)
        match kind:
            case "email":
                return f"{canary}@example.org"
            case "password":
                return f"{canary} and four words"
            case "file":
                return paper(canary)
        return canary


def gathered(
    sent: Iterable[tuple[str, str | SimpleUploadedFile]],
) -> dict[str, list[str | SimpleUploadedFile]]:
    """Names and values as a form carries them: each name once, its values in order."""
    data: dict[str, list[str | SimpleUploadedFile]] = {}
    for name, value in sent:
        data.setdefault(name, []).append(value)
    return data


def paper(canary: str) -> SimpleUploadedFile:
    """A PDF with a canary in its name, on its page and so in its bytes."""
    return SimpleUploadedFile(f"{canary}.pdf", papers.pdf(canary), "application/pdf")


def route_of(path: str) -> str:
    """The pattern that an address of ours belongs to."""
    try:
        return str(resolve(urlsplit(path).path).route)
    except Resolver404:
        return "not found"


def said(answer: Answer) -> str:
    """What a page says went wrong, for the message of a failing test."""
    at = answer.text.find("error-summary")
    cards = re.findall(r"data-(?:outcome|step|clause)=[^>]*>[^<]*", answer.text)
    return answer.text[at : at + 900] if at >= 0 else f"{cards} {answer.text[-600:]}"


def query(path: str) -> dict[str, str]:
    """The query of an address."""
    return dict(parse_qsl(urlsplit(path).query))

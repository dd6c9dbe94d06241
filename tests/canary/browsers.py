"""Two browsers with one handle: Django's test client, and plain HTTP to a program that runs elsewhere."""

import http.client
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from django.test import Client


class Answer(NamedTuple):
    """What came back."""

    status: int
    location: str
    text: str
    address: str


class Browser(Protocol):
    """What the journey needs of a browser."""

    @property
    def host(self) -> str:
        """The host as the program sees it."""
        ...

    def send(
        self, method: str, path: str, body: bytes = b"", kind: str = "", headers: dict[str, str] | None = None
    ) -> Answer:
        """One request with this browser's cookies; theirs are kept. No redirect is followed."""
        ...

    def cookie(self, name: str, value: str | None = None) -> str:
        """A cookie's value; with `value`, after it was set."""
        ...


@dataclass
class InProcess:
    """The program in this process, forgery checks included."""

    client: Client = field(
        default_factory=lambda: Client(enforce_csrf_checks=True, raise_request_exception=False)
    )
    host: str = "testserver"

    def send(
        self, method: str, path: str, body: bytes = b"", kind: str = "", headers: dict[str, str] | None = None
    ) -> Answer:
        answer = self.client.generic(
            method, path, body, content_type=kind or "application/octet-stream", headers=headers or {}
        )
        content = b"".join(answer) if answer.streaming else answer.content
        location = answer.headers.get("Location", "")
        return Answer(answer.status_code, location, content.decode("utf-8", "replace"), path)

    def cookie(self, name: str, value: str | None = None) -> str:
        if value is not None:
            self.client.cookies[name] = value
        return self.client.cookies[name].value if name in self.client.cookies else ""


@dataclass
class OverHttp:
    """The program in processes of its own, reached over this machine's network."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The host as the program sees it."""
        return f"localhost:{self.port}"

    def send(
        self, method: str, path: str, body: bytes = b"", kind: str = "", headers: dict[str, str] | None = None
    ) -> Answer:
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Host": self.host, "Cookie": jar} | (headers or {})
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        link.request(method, path, body or None, sent | ({"Content-Type": kind} if kind else {}))
        answer = link.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if morsel["max-age"] == "0" or morsel.value == "":
                    self.cookies.pop(name)
        link.close()
        parts = urlsplit(answer.headers.get("Location", ""))
        location = parts.path + (f"?{parts.query}" if parts.query else "")
        return Answer(answer.status, location, text, path)

    def cookie(self, name: str, value: str | None = None) -> str:
        if value is not None:
            self.cookies[name] = value
        return self.cookies.get(name, "")

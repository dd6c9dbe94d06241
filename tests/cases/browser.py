"""Sending forms as a browser does: with the token that the page drew."""

import re
from collections.abc import Mapping
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client


def send(client: Client, path: str, once: str = "", **fields: object) -> HttpResponse:
    """Send a form of this page; `once` is its token, a fresh one unless given."""
    data: Mapping[str, object] = {"once": once or str(uuid4()), **fields}
    answer = client.post(path, data)
    assert isinstance(answer, HttpResponse)
    return answer


def text(answer: HttpResponse) -> str:
    """What the page says."""
    return answer.content.decode()


def bare(answer: HttpResponse) -> str:
    """The page without the token against forged forms, which is another on every page."""
    return re.sub(r"[A-Za-z0-9]{64}", "", text(answer))

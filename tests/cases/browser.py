"""Sending forms as a browser does: with the token that the page drew."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.test import Client


def send(client: Client, path: str, once: str = "", **fields: object) -> Any:
    """Send a form of this page; `once` is its token, a fresh one unless given."""
    data: Mapping[str, object] = {"once": once or str(uuid4()), **fields}
    return client.post(path, data)


def text(answer: Any) -> str:
    """What the page says."""
    return str(answer.content.decode())


def bare(answer: Any) -> str:
    """The page without the token against forged forms, which is another on every page."""
    return re.sub(r"[A-Za-z0-9]{64}", "", text(answer))

"""The program as it is served, and before it a switch by which a test makes one point of it fail for one request."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

from inconfidence.config.wsgi import application as program
from tests.canary.breaking import broken


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer; with `X-Break: <number> <words>` while that point is broken."""
    number, _, words = environ.pop("HTTP_X_BREAK", "").partition(" ")
    with ExitStack() as stack:
        if number:
            stack.enter_context(broken(int(number), words))
        answer: Iterable[bytes] = program(environ, start_response)
        return answer

"""`python -m tests.worlds.player MOMENT [LEAK]`: one world, asked a line of JSON at a time, answering with another.

Its clock stands still, and ids and references are drawn from the number of the request: what is asked of both worlds
draws the same in both. With LEAK, a place of the program is broken on purpose (`tests.worlds.leaks`).
"""

import base64
import json
import logging
import secrets
import sys
import time
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random
from typing import Any

import django
import time_machine


class Drawn:
    """Chance that begins anew with each request."""

    def __init__(self) -> None:
        self.chance = Random(0)

    def begin(self, number: int) -> None:
        """What is drawn from here on belongs to this request."""
        self.chance = Random(number)

    def uuid4(self) -> uuid.UUID:
        """A random identifier."""
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)

    def choice(self, of: Sequence[Any]) -> Any:
        """One of these."""
        return self.chance.choice(of)

    def token_bytes(self, size: int) -> bytes:
        """So many random bytes."""
        return self.chance.randbytes(size)

    def token_hex(self, size: int) -> str:
        """So many random bytes, as hex."""
        return self.token_bytes(size).hex()


class Said(logging.Handler):
    """What was logged while one request was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(self.format(record))


def answered(application: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """Ask the program as a web server does: status, headers, bytes, and how long it took."""
    from django.test import RequestFactory

    made = RequestFactory(HTTP_HOST="localhost", HTTP_COOKIE=asked["cookies"])
    body = base64.b64decode(asked["body"])
    environ = made.generic(asked["method"], asked["path"], body, content_type=asked["kind"]).environ
    heard: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], *_error: object) -> None:
        heard.update(status=status, headers=headers)

    began, busy = time.perf_counter(), time.thread_time()
    answer: Iterable[bytes] = application(environ, start)
    content = b"".join(answer)
    heard |= {"seconds": time.perf_counter() - began, "busy": time.thread_time() - busy}
    close = getattr(answer, "close", None)
    if close:
        close()
    return heard | {"body": base64.b64encode(content).decode()}


def main(moment: str, leak: str = "") -> None:
    """Answer until nobody asks any more."""
    drawn, own = Drawn(), uuid.uuid4
    uuid.uuid4 = drawn.uuid4
    django.setup()
    from django.core import mail
    from django.core.wsgi import get_wsgi_application

    from inconfidence.team import totp
    from inconfidence.vault import disk, ids
    from inconfidence.web import errors
    from tests.worlds import leaks

    for module in (ids, errors, totp):
        assert module.secrets is secrets
        module.secrets = drawn  # type: ignore[attr-defined]
    # Which chain of the audit is begun hangs on the number of the process, and a file half written has a drawn name.
    disk.uuid4 = own  # type: ignore[attr-defined]
    application, said = get_wsgi_application(), Said()
    said.addFilter(errors.QuietFilter())
    for name in ("", "django", "django.server"):
        logging.getLogger(name).handlers = [said]
    if leak:
        leaks.spring(leak)
    mail.outbox = []
    with time_machine.travel(datetime.fromisoformat(moment), tick=False):
        for line in sys.stdin:
            asked = json.loads(line)
            drawn.begin(asked["number"])
            heard = answered(application, asked)
            letters = [message.message().as_string() for message in mail.outbox]
            print(json.dumps(heard | {"mail": letters, "log": said.lines}), flush=True)
            mail.outbox.clear()
            said.lines.clear()


if __name__ == "__main__":
    main(*sys.argv[1:])

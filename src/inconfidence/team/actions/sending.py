"""The first sending of a form, remembered for a day, so that a second with other words is not taken for the same.

Only a keyed digest is stored: whoever has the file learns nothing of what was sent, and cannot test a guess.
"""

import hmac
import json
import os
from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from inconfidence.team.actions.keeping import Form
from inconfidence.vault.disk import folder
from inconfidence.vault.host import host_key

DAY = 24 * 3600
HOUR = 3600

Files = tuple[tuple[str, int], ...]


def same_as_first(once: UUID, form: Form, files: Files, now: datetime) -> bool:
    """Whether this is the first form sent with its token, or has the very words of the first.

    `files` are names and sizes of what came with it. Two that arrive in one moment are told apart too.
    """
    said = json.dumps([form.path.partition("?")[0], sorted(form.fields.items()), files]).encode()
    digest = hmac.digest(host_key("sent"), said, "sha256")
    _sweep(now.timestamp())
    path, part = folder("sent") / once.hex, folder("sent") / f".{uuid4().hex}"
    part.write_bytes(digest)
    try:
        os.link(part, path)
    except FileExistsError:
        return hmac.compare_digest(path.read_bytes(), digest)
    finally:
        part.unlink()
    return True


def _sweep(now: float) -> None:
    """Once an hour, forget what is older than a day."""
    swept = folder("sent") / ".swept"
    with suppress(FileNotFoundError):
        if now - swept.stat().st_mtime < HOUR:
            return
    swept.touch()
    for path in swept.parent.glob("[!.]*"):
        with suppress(FileNotFoundError):
            if now - path.stat().st_mtime > DAY:
                path.unlink()

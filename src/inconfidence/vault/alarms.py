"""Alarms: a closed word and a time, never any content."""

import logging
import os
from contextlib import suppress
from enum import StrEnum

from django.conf import settings
from django.utils import timezone

LOG = logging.getLogger("inconfidence.alarms")


class Alarm(StrEnum):
    """What can be wrong. The word is all that is written down."""

    CANNOT_OPEN = "cannot_open"
    UNSIGNED_KEY = "unsigned_key"
    MIRROR_ALTERED = "mirror_altered"
    AUDIT_BROKEN = "audit_broken"
    RULE_FAILED = "rule_failed"
    FILE_ESCAPING = "file_escaping"


def raise_alarm(word: str) -> None:
    """Write the word to the log and, with the time, to the data folder's alarm list.

    The list is a file because the transaction around the failure usually rolls back.
    Raises ValueError for a word outside `Alarm`.
    """
    alarm = Alarm(word)
    LOG.error("alarm: %s", alarm.value)
    line = f"{timezone.now().isoformat(timespec='seconds')} {alarm.value}\n".encode()
    with suppress(OSError):
        handle = os.open(settings.DATA / "alarms", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

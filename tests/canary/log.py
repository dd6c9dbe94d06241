"""The log as the console gets it: what the program's own handlers write, after their filters."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager


def consoles() -> list["logging.StreamHandler[io.StringIO]"]:
    """The handlers that settings put on the console, each once."""
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in logging.root.manager.loggerDict)]
    found = {handler for logger in loggers for handler in logger.handlers}
    return [handler for handler in found if type(handler) is logging.StreamHandler]


@contextmanager
def captured() -> Iterator[io.StringIO]:
    """All that is written to the console's log meanwhile."""
    written = io.StringIO()
    before = [(handler, handler.setStream(written)) for handler in consoles()]
    assert before, "no handler writes to the console"
    try:
        yield written
    finally:
        for handler, stream in before:
            if stream is not None:
                handler.setStream(stream)

"""How the web server runs: two workers with threads, recycled, and silent about who asked for what."""

import ctypes
from pathlib import Path

from gunicorn.glogging import Logger

workers = 2
worker_class = "gthread"
threads = 8

# Freed memory may still hold what was opened in it, so a worker gives all of it back now and then.
max_requests = 600
max_requests_jitter = 200

# From this size on (bytes) memory is asked of the machine for each piece; the number is the library's name for it.
MMAP_THRESHOLD, LARGE = -3, 256 * 1024

# Loaded once and then forked: a faulty policy stops the start at once, and renewing a worker costs nothing.
preload_app = True

timeout = 60
graceful_timeout = 20
keepalive = 15

# The workers' heartbeat belongs in memory; on a busy disk a stall would look like a dead worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a heartbeat holds no content

# No access log: an address on its own can say that a family is known to us.
accesslog = None
errorlog = "-"
loglevel = "warning"
capture_output = False
control_socket_disable = True


def post_fork(_server: object, _worker: object) -> None:
    """What a large file took is given back to the machine at once; left alone, the library would keep it for later."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(MMAP_THRESHOLD, LARGE)


def pre_fork(_server: object, _worker: object) -> None:
    """A worker opens connections of its own; one shared with its parent would mix their answers."""
    from django.db import connections

    connections.close_all()


class SilentLogger(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """The server's log with the kind of an error and never its text, which may quote a request."""

    def exception(self, _message: str, *_args: object, **_words: object) -> None:
        """Say that an error reached the server, and nothing of what it carried."""
        self.error_log.error("An error reached the web server; the program's own log has its number.")


logger_class = SilentLogger

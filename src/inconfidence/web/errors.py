"""What is said when something goes wrong: to the person a plain page, to the log a type, a place, a number.

An exception's text, the local variables of its frames, the request's body, cookies and query can all hold a
family's words. None of them is written anywhere. The event number stands on the page and in the log, so that
whoever looks after the service can find the line that belongs to what a person saw.
"""

import logging
import re
import secrets
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.debug import ExceptionReporter

from inconfidence.web.context import DOORS

OURS = "inconfidence"
# The mark of a draft is ours, and nobody typed it.
UNTOLD = re.compile(r"password|passphrase|code|secret|token|csrf|once|key|totp|again|\Adraft", re.IGNORECASE)


def event_number(request: object) -> str:
    """The number of what went wrong in this request, the same each time it is asked."""
    number = getattr(request, "event_number", None)
    if number is None:
        number = secrets.token_hex(4)
        if isinstance(request, HttpRequest):
            request.event_number = number  # type: ignore[attr-defined]
    return str(number)


def place(file: str, line: int) -> str:
    """A file and line without the machine's own folders: "inconfidence/web/views.py:12"."""
    parts = PurePath(file).parts
    homes = [index for index, part in enumerate(parts) if part in (OURS, "site-packages")]
    return f"{'/'.join(parts[homes[-1] :] if homes else parts[-2:])}:{line}"


def places(traceback: TracebackType | None) -> list[str]:
    """Where an exception came through, outermost first."""
    return list(_frames(traceback))


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        yield place(traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
        traceback = traceback.tb_next


def where(traceback: TracebackType | None) -> str:
    """The innermost place in our own code, else the innermost place of all."""
    every = places(traceback)
    ours = [found for found in every if found.startswith(f"{OURS}/")]
    return (ours or every or ["an unknown place"])[-1]


class QuietReporter(ExceptionReporter):
    """Django's error report without anything a family said: types, files, lines and the event number only."""

    def get_traceback_data(self) -> dict[str, Any]:
        """The whole of what any report may say."""
        return {
            "type": type_name(self.exc_type),
            "places": places(self.tb),
            "event": event_number(self.request),
        }

    def get_traceback_text(self) -> SafeString:
        """The report for a log or a terminal."""
        data = self.get_traceback_data()
        lines = [f"{data['type']}, event {data['event']}", *(f"  {line}" for line in data["places"])]
        return mark_safe("\n".join(lines) + "\n")  # noqa: S308 – plain text: types, files and lines

    def get_traceback_html(self) -> SafeString:
        """The report for a browser."""
        return render_to_string("web/errors/report.html", self.get_traceback_data())


def type_name(kind: object) -> str:
    """The name of an exception's type."""
    return kind.__name__ if isinstance(kind, type) else "Exception"


class QuietFilter(logging.Filter):
    """Keeps our own log lines, and cuts every other one to what cannot carry anybody's words.

    A record with an exception becomes its type, place and event number. A record of a library (whose text may
    quote an address, a header or a row) becomes the logger's name, the place, and the status if it has one.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record, once however many handlers it meets; always lets it through."""
        if getattr(record, "quiet", False):
            return True
        record.quiet = True
        request = getattr(record, "request", None)
        error = record.exc_info
        if error and error[0] is not None:
            record.msg = f"{type_name(error[0])} at {where(error[2])}, event {event_number(request)}"
        elif record.name.split(".")[0] != OURS:
            status = getattr(record, "status_code", None)
            said = f", status {int(status)}" if isinstance(status, int) else ""
            record.msg = f"{record.name} at {place(record.pathname, record.lineno)}{said}"
        else:
            record.msg = record.getMessage()
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        record.__dict__.pop("request", None)
        return True


def page(request: HttpRequest, template: str, status: int, **words: object) -> HttpResponse:
    """An error page. It must come even when the shell's own context cannot be made."""
    try:
        html = render_to_string(f"web/errors/{template}.html", words, request)
    except Exception:
        logging.getLogger("inconfidence.web").exception("the error page failed", extra={"request": request})
        html = render_to_string("web/errors/500_alone.html", {"event": event_number(request), "doors": DOORS})
        status = 500
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, and 413 where more was sent than the program takes."""
    if isinstance(exception, RequestDataTooBig):
        return page(request, "413", 413)
    return page(request, "400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. What a person may not see is "not found"; this is for what a person may not do."""
    return page(request, "403", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the "not found" everyone gets, whether there is nothing or nothing for them.

    Whoever sent a form is told where what they typed waits.
    """
    return page(request, "404", 404, put_by=getattr(request, "put_by", None))


def our_fault(request: HttpRequest) -> HttpResponse:
    """500, with the event number and, for whoever is signed in, what they had typed."""
    return page(request, "500", 500, event=event_number(request), typed=typed(request))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was too old to be sent, or came from elsewhere: says so, and gives back what was typed."""
    again = request.get_full_path()
    return page(request, "csrf", 403, typed=typed(request, ours=from_our_page(request)), again=again)


def not_so(request: HttpRequest) -> HttpResponse:
    """405: the address takes forms only, or a page takes none."""
    return page(request, "405", 405)


def from_our_page(request: HttpRequest) -> bool:
    """Whether the browser says that a form stood on a page of ours: only then is it shown to somebody unknown."""
    said = urlsplit(request.META.get("HTTP_ORIGIN") or request.META.get("HTTP_REFERER", ""))
    return bool(said.netloc == request.get_host())


def typed(request: HttpRequest, *, ours: bool = False) -> list[str]:
    """The longer texts of a form that was sent, for the person who sent it; never a secret.

    For somebody signed in, or, with `ours`, for whoever sent it from a page of ours.
    """
    if getattr(request, "actor", None) is None and not ours:
        return []
    try:
        fields = list(request.POST.lists())
    except (OSError, SuspiciousOperation, MultiPartParserError):
        return []
    texts = [text.strip() for name, values in fields if not UNTOLD.search(name) for text in values]
    return [text for text in texts if len(text) > 20 or " " in text]

"""Ten places where a program may let on that there is another file, broken on purpose in both worlds alike.

Each is a fault that somebody could make in good faith: a number over all files, a kind warning, a time of change.
"""

import importlib
from collections.abc import Callable
from typing import Any, NamedTuple


class Leak(NamedTuple):
    """Where something leaks: the name in a module that is replaced, by what, and who meets it on which page."""

    module: str
    name: str
    made: Callable[[Any], Any]
    who: str
    route: str


def spring(name: str) -> None:
    """Break the program in one of these places."""
    leak = (LEAKS | TELLING)[name]
    module = importlib.import_module(leak.module)
    setattr(module, leak.name, leak.made(getattr(module, leak.name)))


def files() -> int:
    """How many files there are, whoever may know of them."""
    from inconfidence.cases.models import Case

    return Case.objects.count()


def _count(sound: Any) -> Any:
    """The day counts every file."""
    return lambda actor: sound(actor) + files()


def _order(sound: Any) -> Any:
    """What is due stands in another order when somebody else came too."""
    return lambda actor, **until: sound(actor, **until)[:: -1 if files() > 1 else 1]


def _page_number(sound: Any) -> Any:
    """The pages of a list are counted over all files."""

    class Pages(sound):  # type: ignore[misc]
        @classmethod
        def of(cls, lines: int, wanted: int) -> Any:
            return sound.of(lines + 50 * (files() - 1), wanted)

    return Pages


def _duplicate_warning(sound: Any) -> Any:
    """A new case warns of one for somebody of the same home."""

    class Form(sound):  # type: ignore[misc]
        def clean(self) -> Any:
            given = super().clean()
            if files() > 1:
                self.add_error("name", "Somebody of this home is here already")
            return given

    return Form


def _uniqueness_error(sound: Any) -> Any:
    """Two enquiries may not have the same telephone number."""
    from django.db import IntegrityError

    def write(*words: Any, **more: Any) -> Any:
        if files() > 1:
            raise IntegrityError
        return sound(*words, **more)

    return write


def _last_changed(sound: Any) -> Any:
    """A page says when anything of the family was last changed."""
    from django.db.models import Max
    from django.utils.http import http_date

    from inconfidence.cases.models import Case

    def render(*words: Any, **more: Any) -> Any:
        answer = sound(*words, **more)
        answer["Last-Modified"] = http_date(Case.objects.aggregate(at=Max("recorded_at"))["at"].timestamp())
        return answer

    return render


def _file_size(sound: Any) -> Any:
    """A printed sheet is as long as there are files."""
    return lambda data, name: sound(data + b"\n" * files(), name)


def _search(sound: Any) -> Any:
    """A search tells how many it found before it left out what one may not see."""

    def render(request: Any, *words: Any) -> Any:
        answer = sound(request, *words)
        if request.GET.get("q"):
            answer.content += f"<p>{files()} found</p>".encode()
        return answer

    return render


def _mail(sound: Any) -> Any:
    """A call is announced by mail to whoever works with that home."""
    from django.core.mail import send_mail

    def take(*words: Any, **more: Any) -> Any:
        send_mail("A call", "Somebody rang.", None, ["staff@example.org"] * files())
        return sound(*words, **more)

    return take


def _autocomplete(sound: Any) -> Any:
    """A field offers the names that are known already."""

    def render(*words: Any) -> Any:
        answer = sound(*words)
        answer.content += b"<datalist>" + b"<option>Oyelaran</option>" * files() + b"</datalist>"
        return answer

    return render


def _time(sound: Any) -> Any:
    """A case that is there is looked at a little longer before it is said not to be."""

    def found(actor: Any, reference: str) -> Any:
        row = sound(actor, reference)
        for _ in range(12 if row.version else 0):
            sound(actor, reference)
        return row

    return found


DAY, DESK = "inconfidence.desk.queries.day", "inconfidence.desk.views"
LISTS, OPENING = "inconfidence.cases.queries.lists", "inconfidence.cases.views.opening"
LEAKS = {
    "count": Leak(DAY, "enquiries_waiting", _count, "ewa", "desk:day"),
    "order": Leak(DAY, "due_for", _order, "tom", "desk:day"),
    "page number": Leak(LISTS, "Pages", _page_number, "tom", "cases:list"),
    "duplicate warning": Leak(OPENING, "CaseForm", _duplicate_warning, "ewa", "cases:new"),
    "uniqueness error": Leak(DESK, "take_call", _uniqueness_error, "joan", "desk:call"),
    "last changed": Leak(DESK, "render", _last_changed, "tom", "desk:case"),
    "file size": Leak("inconfidence.cases.views.sheets", "printed", _file_size, "tom", "cases:sheet"),
    "search": Leak("inconfidence.cases.views.lists", "render", _search, "ewa", "cases:list"),
    "mail": Leak(DESK, "take_call", _mail, "joan", "desk:call"),
    "autocomplete": Leak(OPENING, "render", _autocomplete, "ewa", "cases:new"),
}
# What only a clock notices.
TELLING = {
    "time": Leak("inconfidence.cases.queries.door", "found_or_nobodys", _time, "tom", "desk:case"),
}

"""What every form that writes to a case does with the action's answer."""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.queries import NeedsReason
from inconfidence.web.forms import ServiceForm

T = TypeVar("T")


def sent(
    form: ServiceForm,
    act: Callable[[], T | NeedsReason | None],
    done: Callable[[T], HttpResponseBase],
    already: Callable[[], HttpResponseBase],
) -> HttpResponseBase | None:
    """The response once the action has run; None when the form is to be shown (again), with what does not fit on it."""
    if not form.is_valid():
        return None
    try:
        answer = act()
    except AlreadyDone:
        return already()
    except NotAccepted as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, wrong.says)
        return None
    return done(allowed(answer)) if not isinstance(answer, NeedsReason) else ask_why(answer)


def allowed(answer: T | None) -> T:
    """The answer of a door that opened; the page everyone gets when it did not."""
    if answer is None:
        raise Http404
    return answer


def ask_why(answer: NeedsReason) -> HttpResponseBase:
    """To the page that asks for one line of reason."""
    return redirect("cases:reason", answer.reference)

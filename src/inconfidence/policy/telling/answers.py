"""What an answer says beyond yes and no, in plain words: who, by when, to whom."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from inconfidence.policy.clocks.days import dated
from inconfidence.policy.wording import listed


class Part(NamedTuple):
    """A part of an answer: its clause, the clause where an answer says nothing of it, and how it is worded."""

    says: str
    without: str
    worded: Callable[[Any], str] = str


def _day(found: str) -> str:
    return dated(date.fromisoformat(found))


def _quoted(reply: str) -> str:
    return f"“{reply.removesuffix('.')}”"


CLOCKS = {
    "subject-access": "somebody’s request for their own information",
    "foi": "a request under freedom of information",
}
PARTS = {
    "hearers": Part("{said} must hear of it", "nobody must hear of it", listed),
    "may": Part("{said} may hear of it too", "nobody may hear of it besides", listed),
    "never": Part("{said} must not hear of it", "nobody is kept from hearing of it", listed),
    "by_when": Part("it is told {said}", "nothing says by when it is told"),
    "goes_to": Part("it goes to {said}", "nothing says to whom it goes"),
    "clock": Part("the law says by when, as for {said}", "the law does not say by when", CLOCKS.__getitem__),
    "reply": Part("whoever asks hears {said}", "nothing is set that whoever asks hears", _quoted),
    "council_hears": Part("the council hears {said}", "nothing is set that the council hears", _quoted),
    "destroy_on": Part("its date is {said}", "it has no date", _day),
    "review_on": Part("a person looks at it on {said}", "no day is set to look at it", _day),
}


def part(name: str, found: object) -> str:
    """One part as a clause; `found` is a code in the service’s words, a day, a reply, or nothing."""
    each = PARTS[name]
    return each.says.format(said=each.worded(found)) if found else each.without

"""What has happened since: which events a clock takes, whether they can be true together, and what was waited for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from inconfidence.policy.clocks.answers import BadClock
from inconfidence.policy.clocks.days import LATEST, spelt

CERTIFICATE, EXTENDED, CLOSED = "mediation-certificate", "extended", "closed"
# Each event, as a sentence begins that goes on with its day.
SAID: Mapping[str, str] = {
    "identity-asked": "Proof of identity was asked for",
    "identity-received": "Proof of identity came",
    "authority-received": "Proof that one person may act for another came",
    "clarification-asked": "A clarification was asked for",
    "clarified": "The clarification came",
    EXTENDED: "The extension was told",
    "fee-asked": "A fee was asked for",
    "fee-paid": "The fee was paid",
    CERTIFICATE: "The mediation certificate was given",
    CLOSED: "It was closed",
}
EVENTS = tuple(SAID)

Events = Mapping[str, Sequence[date]]


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that we ask for and that comes. `unasked`: it counts as well when nobody had to ask."""

    asked: str
    came: str
    unasked: bool = False


IDENTITY = Ask("identity-asked", "identity-received")
AUTHORITY = Ask("", "authority-received", unasked=True)
FEE = Ask("fee-asked", "fee-paid")
CLARIFICATION = Ask("clarification-asked", "clarified")
CLARIFIED_REQUEST = Ask("clarification-asked", "clarified", unasked=True)


@dataclass(frozen=True, slots=True)
class Wait:
    """One time of waiting, from the day of the question to the day of the answer; `came` is None while it lasts."""

    asked: date
    until: date
    ask: Ask
    came: date | None


def fitting(name: str, takes: Sequence[str], received: date, since: str, events: Events) -> Events:
    """The events in order of their days. Raises BadClock where one does not fit this clock, or cannot have been.

    `since` is what was received, in words.
    """
    for kind in events:
        _taken(name, takes, kind)
    happened = {kind: tuple(sorted(days)) for kind, days in events.items() if days}
    ended = happened.get(CLOSED, (LATEST,))[-1]
    for kind, days in happened.items():
        first, last = f"{SAID[kind]} on {spelt(days[0])}", f"{SAID[kind]} on {spelt(days[-1])}"
        if days[0] < received:
            raise BadClock(f"{first}, before {since} of {spelt(received)}: check both dates.")
        if days[-1] > LATEST:
            raise BadClock(f"{last}: expected a day up to {spelt(LATEST)}.")
        if days[-1] > ended:
            raise BadClock(f"{last}, after it was closed on {spelt(ended)}: check both dates.")
    return happened


def _taken(name: str, takes: Sequence[str], kind: str) -> None:
    if kind not in EVENTS:
        raise BadClock(f"{kind} is no event; expected one of {', '.join(EVENTS)}.")
    if kind not in takes:
        only = f"only {', '.join(takes)}" if takes else "no events"
        raise BadClock(f"{name} takes {only}, not {kind}.")


def waits(asks: Sequence[Ask], received: date, happened: Events) -> list[Wait]:
    """Every time of waiting for one of these, in order of the questions."""
    return sorted(
        (wait for ask in asks for wait in _waits(ask, received, happened)), key=lambda wait: wait.asked
    )


def _waits(ask: Ask, received: date, happened: Events) -> list[Wait]:
    """The first answer belongs to the first question, and so on: which to which does not change the sum."""
    asked, came = happened.get(ask.asked, ()), happened.get(ask.came, ())
    if ask.unasked and not asked:
        return [Wait(received, day, ask, day) for day in came]
    return [_wait(ask, question, answer) for question, answer in zip_longest(asked, came)]


def _wait(ask: Ask, question: date | None, answer: date | None) -> Wait:
    if question is None:
        assert answer is not None
        raise BadClock(
            f"{SAID[ask.came]} on {spelt(answer)}, and nobody had asked: expected {ask.asked} as well."
        )
    if answer is not None and answer < question:
        raise BadClock(
            f"{SAID[ask.came]} on {spelt(answer)}, before the question of {spelt(question)}: check both dates."
        )
    return Wait(question, answer or question, ask, answer)

"""What beginning depends on and a room above this one keeps: it says so once, when the program starts."""

from collections.abc import Callable
from datetime import datetime

from inconfidence.cases.facts.beginning import Agreed
from inconfidence.cases.queries.door import OpenCase
from inconfidence.team.actor import Actor

Reader = Callable[[OpenCase, datetime], Agreed]
_readers: list[Reader] = []


def say_what_was_agreed(reader: Reader) -> None:
    """Called once by the room that keeps consents."""
    _readers[:] = [reader]


def agreed_on(actor: Actor, door: OpenCase) -> Agreed:
    """What that room says of an opened case as of now."""
    return next((read(door, actor.now()) for read in _readers), Agreed())

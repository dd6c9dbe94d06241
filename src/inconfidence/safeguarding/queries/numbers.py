"""How to reach those who hear of concerns under this policy, as the service has entered it."""

from dataclasses import dataclass

from inconfidence.editions import queries as editions
from inconfidence.safeguarding.facts import hearers, in_force, listed_in, roads
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody who hears of concerns: the core's word for them, the service's, and their number if it is known."""

    code: str
    name: str
    number: str


def numbers(actor: Actor) -> tuple[Reached, ...]:
    """Everybody who must or may hear of a concern, in the order of the policy's roads; nobody without a policy."""
    edition = in_force(actor)
    if edition is None:
        return ()
    known = editions.service(actor.service_id, actor.today()).concern_numbers
    answers, names = roads(edition).values(), hearers(edition).items()
    heard = {code for said in answers for key in ("hearers", "may") for code in listed_in(said, key)}
    return tuple(Reached(code, name, known.get(code, "")) for code, name in names if code in heard)

"""Everything that this service's policy asks to be kept: the team's registers and, from its own room, the paper."""

from dataclasses import dataclass

from django.urls import reverse

from inconfidence.policy.standing.registers import State
from inconfidence.policy.standing.registers.entries import WEIGHTS
from inconfidence.retention.queries import paper_register
from inconfidence.team.actor import Actor
from inconfidence.team.queries import registers


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A register on the list: where its page is, what it is for, which clauses ask for it, where it stands."""

    title: str
    href: str
    sentence: str
    clauses: tuple[str, ...]
    state: State


def all_registers(actor: Actor) -> list[RegisterLine]:
    """Every register of the policy, those that need a look first. For leads; recorded."""
    lines = [
        RegisterLine(
            each.title, reverse("team:register", args=[each.slug]), each.sentence, each.clauses, each.state
        )
        for each in registers(actor)
    ]
    clauses, standing = paper_register(actor)
    sentence = "Each case has its own paper entry: where, who holds it, out and back"
    lines.append(
        RegisterLine("Paper files", reverse("retention:paper_list"), sentence, clauses, standing.state)
    )
    return sorted(lines, key=lambda line: -WEIGHTS[line.state])

"""What whoever is speaking to us may be given, as our policy has it."""

from typing import Any

from inconfidence import codes
from inconfidence.cases.facts.beginning import Doing
from inconfidence.cases.facts.speaking import Speaking, speaking_facts
from inconfidence.cases.queries.beginning import asked
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor

ASKED: tuple[tuple[str, Doing, bool], ...] = (
    ("General information", "general_information", False),
    ("Something about this child", "general_information", True),
    ("Work in depth", "casework", True),
)


def speaking_in(said: dict[str, Any]) -> Speaking:
    """Whoever is speaking in an enquiry's opened record."""
    caller = said["caller"]
    if caller is None:
        return Speaking()
    return Speaking(
        name=caller["name"],
        relationship=caller["relationship"],
        responsibility=caller.get("responsibility", "not_asked"),
        order=caller.get("order", "not_asked"),
        age_band=said["age_band"],
        statement=caller["statement_given"],
    )


def may_be_given(actor: Actor, who: Speaking) -> tuple[tuple[str, Answer], ...]:
    """Each thing that people ask us for, and whether this person may have it today."""
    edition = editions.in_force(actor.service_id, actor.today())
    return tuple(
        (title, asked(actor, edition, speaking_facts(actor, edition, who, act, names_child=named)))
        for title, act, named in ASKED
    )


def order_in_words(code: str) -> str:
    """A court order as a page says it; nothing where nobody has asked."""
    if code == "not_asked":
        return ""
    said = codes.label("court_order", code)
    return f"{said}: ask a lead before anything about the child is said" if code == "limits" else said

"""From who is speaking, as a call has it, to the facts of what they may be given."""

from dataclasses import dataclass

from inconfidence.cases.facts.beginning import Agreed, Begun, Doing, begin_facts
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayBeginCasework
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class Speaking:
    """Whoever is speaking to us. `name` is empty for a caller who gave none; the rest are codes and a tick."""

    name: str = ""
    relationship: str = "unknown"
    responsibility: str = "not_asked"
    order: str = "not_asked"
    age_band: str = ""
    statement: bool = False


def speaking_facts(
    actor: Actor, edition: Edition, who: Speaking, act: Doing, *, names_child: bool = False
) -> MayBeginCasework:
    """The facts of giving them something, on the day they speak to us.

    That their permission form is not back is no bar yet: there is no file to which it could come back (X-17).
    """
    if not who.name:
        return MayBeginCasework(
            act=act, anonymous="yes", names_child="yes" if names_child else "no", form_back="no"
        )
    begun = Begun(
        relationship=who.relationship,
        responsibility=who.responsibility,
        order=who.order,
        age_band=who.age_band or "unknown",
        names_child=names_child,
        statement_on=actor.today() if who.statement else None,
    )
    return begin_facts(actor.role, begun, Agreed(form_back=True), edition, actor.today(), act)


def is_no_client(facts: MayBeginCasework) -> bool:
    """Whether they are somebody whom nothing about a child is given to: a relative, or a professional."""
    return facts.anonymous == "no" and facts.relation == "relative"

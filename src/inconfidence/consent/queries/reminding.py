"""May somebody be reminded this way? Asked for an opened case, from what they said about reaching them."""

from dataclasses import dataclass

from inconfidence import codes
from inconfidence.cases.queries import (
    NeedsReason,
    OpenCase,
    identity,
    not_translated,
    open_case_for,
    the_card,
)
from inconfidence.consent.queries.aloud import FORMS
from inconfidence.consent.queries.forms_out import standing_of
from inconfidence.people.facts import contact_facts
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.questions.may_contact import may_contact
from inconfidence.policy.standing.forms import FormStanding
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.web.parts import IdentityBar

# A way of `consent_method`, and the way of `contact_method` by which somebody is reached then.
REACHED_BY = {"telephone": "phone", "text": "text", "email": "email", "letter": "letter"}
IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class RemindPage:
    """What the page needs: how the form stands, the ways that are open, and why each of the others is not."""

    reference: str
    identity: IdentityBar
    standing: FormStanding
    open_ways: tuple[tuple[str, str], ...]
    closed_ways: tuple[tuple[str, str], ...]
    language: str
    interpreter: bool
    not_translated: str

    @property
    def letter(self) -> bool:
        """Whether a letter may go."""
        return any(way == "letter" for way, _ in self.open_ways)


def remind_page(actor: Actor, reference: str) -> RemindPage | NeedsReason | None:
    """Open a case in order to remind somebody of their form. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    card = the_card(actor, door)
    found = {way: weigh_reminding(actor, door, way) for way in (*REACHED_BY, IN_PERSON)}
    may = {way for way, each in found.items() if each is None or each.outcome == Outcome.PERMIT}
    return RemindPage(
        reference=door.reference,
        identity=identity(actor, door),
        standing=standing_of(actor, door),
        open_ways=tuple((way, _label(way)) for way in found if way in may),
        closed_ways=tuple(
            (_label(way), _why(each)) for way, each in found.items() if each and way not in may
        ),
        language=card.language,
        interpreter=card.interpreter,
        not_translated=not_translated(actor, card, FORMS),
    )


def weigh_reminding(actor: Actor, door: OpenCase, way: str) -> Answer | None:
    """The answer to reaching them this way; None in person, which asks nothing. A failed rule raises its alarm."""
    facts = contact_facts(actor, the_card(actor, door), REACHED_BY.get(way, ""))
    if facts is None:
        return None
    decision = may_contact(door.edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return answer(decision, door.edition, facts)


def _why(found: Answer) -> str:
    """What stands in the way, as a sentence. The answer's own heading names the channel of the core, not this way."""
    says = found.reasons[0] if found.reasons else found.heading
    return f"{says[:1].upper()}{says[1:].rstrip('.')}."


def _label(way: str) -> str:
    return codes.label("consent_method", way)

"""What may not go as it is, whatever was agreed: it names an address that must stay secret now (T10).

No policy says it, so it is asked after the policy and only ever makes a yes a no. The person themselves may have their
own address, and so may those who protect, where danger, a law or an order is the ground: a concern about harm never
waits for this. Nor may a letter that asks for records while asking for them is no.
"""

from collections.abc import Iterable
from dataclasses import replace

from inconfidence.cases.queries import TimelineEntry, names_secret_address
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.facts.listeners import Listening
from inconfidence.people.queries import CardView
from inconfidence.policy.decision import Decision
from inconfidence.policy.explain import SIGNS, Answer, Step
from inconfidence.policy.vocabulary import Ground, Outcome
from inconfidence.web.wording import plain_date

THEMSELVES = "user"
PROTECTORS = frozenset({"safeguarding_body", "police", "emergency_service"})
COURT = "court"
PROTECTING = frozenset({Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK, Ground.PUBLIC_INTEREST, Ground.LAW})
HEADING = "This cannot go out as it is: the address must stay secret"
WHOLE_FILE = "The whole file holds an address that must stay secret."
IN_WORDS = "What you would say or send names an address that must stay secret."
LEAVE_OUT = Step(
    "leave_secret_out",
    "Leave it out of what goes. If they need the rest, file a copy without the address beside it, and choose that one.",
)
END_SECRET = Step(
    "end_secret",
    "If the person says that the address is no longer secret, record that under how to reach them.",
)


def may_have_it(sharing: Sharing, told: Listening, decision: Decision) -> bool:
    """Whether the secret is not kept from whoever would be told: it is theirs, or they protect somebody with it."""
    if told.recipient == THEMSELVES:
        return True
    protects = told.recipient in PROTECTORS or sharing.who == COURT
    return protects and decision.ground in PROTECTING


def gives_away(card: CardView, sharing: Sharing, chosen: Iterable[TimelineEntry]) -> tuple[str, ...]:
    """What of this sharing names the secret address, a sentence each."""
    named = [
        f"“{item.heading}” of {plain_date(item.happened_on)} names an address that must stay secret."
        for item in chosen
        if item.names_address
    ]
    whole = [WHOLE_FILE] if sharing.what == "whole_file" and card.safe.address_confidential else []
    said = [IN_WORDS] if names_secret_address(card, sharing.telling) else []
    return (*named, *whole, *said)


def asked_for_nothing(said: Answer, asking: Answer | None) -> Answer:
    """The answer to a letter that asks for records, where asking is no: a yes to telling is none to asking (X-28)."""
    if asking is None or said.outcome != Outcome.PERMIT:
        return said
    return replace(asking, question=said.question, outward=said.outward)


def kept_back(said: Answer, why: tuple[str, ...]) -> Answer:
    """The policy's answer made a no for these reasons, with what would change it; a no of the policy's own stands."""
    if not why or said.outcome == Outcome.REFUSE:
        return said
    return replace(
        said,
        outcome=Outcome.REFUSE,
        word="No",
        sign=SIGNS["no"],
        state="no",
        heading=HEADING,
        reasons=why,
        further=why,
        deciding=(),
        steps=(LEAVE_OUT, END_SECRET, *said.steps),
        duties=(),
        refer_to=None,
        refer_to_title=None,
    )

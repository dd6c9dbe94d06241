"""Whether the person agreed to this recipient hearing of them: what lifts the bars on the act."""

from inconfidence.policy.facts import MayDisclose

READS = ("consent", "consent_from", "consent_recipient")
READS_OF_ALL = (*READS, "consent_purpose", "consent_items")


def covers(facts: MayDisclose) -> bool:
    """Their own yes, to this very recipient; whether it counts in every other way is for the consent ground."""
    return facts.consent == "given" and facts.consent_from == "subject" and facts.consent_recipient == "yes"


def asking_helps(facts: MayDisclose) -> bool:
    """Whether the person may still be asked: never after a no, and not while an answer is awaited."""
    return facts.consent in ("none", "implied", "given")


def asking_adds(facts: MayDisclose) -> bool:
    """Whether there is still something to ask them: they may be asked, and have not agreed to all of it already."""
    agreed = covers(facts) and facts.consent_purpose == "yes" and facts.consent_items == "yes"
    return asking_helps(facts) and not agreed

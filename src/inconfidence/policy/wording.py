"""The one table of the service's words: every sentence shown takes its nouns from here."""

from collections.abc import Mapping

from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import Facts, MayBeginCasework, MayDisclose
from inconfidence.policy.vocabulary import Role

RECIPIENTS = {
    "professional": "this professional",
    "council": "the {council}",
    "referrer": "whoever sent the family to us",
    "relative": "this relative",
    "other_user": "this other person",
    "public": "the public",
    "police": "the police",
    "emergency_service": "the emergency service",
    "safeguarding_body": "the safeguarding team",
    "inspector": "the inspector",
    "host_staff": "the staff of the {host}",
    "service_staff": "a colleague",
    "mixed_audience": "an audience from outside",
    "user": "{person}",
}

COMING = {
    "child": "the child",
    "young_person": "the young person",
    "carer": "the carer",
    "relative": "the relative",
}


def words_for(edition: Edition, facts: Facts, recipient: str = "") -> dict[str, str]:
    """The words of one answer: the policy's terms and titles, the person, the lead, and who would be told."""
    words = {
        **edition.terms,
        "person": f"the {edition.terms['service_user']}",
        "lead": f"the {edition.titles[Role.HEAD_OF_SERVICE]}",
        "group": f"the {edition.titles[Role.GOVERNING_GROUP]}",
        "volunteer": edition.titles[Role.VOLUNTEER],
        "volunteers": f"{edition.titles[Role.VOLUNTEER]}s",
    }
    if isinstance(facts, MayDisclose):
        words["recipient"] = recipient or RECIPIENTS[facts.recipient].format_map(words)
    if isinstance(facts, MayBeginCasework):
        words["person"] = _who_comes(facts, words["person"])
    return words | {_upper(name): _upper(said) for name, said in words.items()}


def _who_comes(facts: MayBeginCasework, usual: str) -> str:
    """Whoever comes to us as a sentence names them: a child’s own enquiry never speaks of the parent."""
    if facts.anonymous == "yes":
        return "the caller"
    return COMING.get(facts.relation, usual)


def sentence(says: str, words: Mapping[str, str]) -> str:
    """A clause with its words filled in → one sentence with a capital and a full stop."""
    said = _upper(says.format_map(words))
    return said if said.endswith((".", "?")) else f"{said}."


def _upper(said: str) -> str:
    return said[:1].upper() + said[1:]

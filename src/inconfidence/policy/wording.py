"""The one table of the service's words: every sentence shown takes its nouns from here."""

from collections.abc import Mapping, Sequence

from inconfidence.policy.clocks.days import dated
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import Facts, FileToday, HowLongToKeep, MayBeginCasework, MayDisclose
from inconfidence.policy.standing.keeping import Kept, kept
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

HEARERS = {
    "social_care": "{social_care}",
    "adult_care": "{adult_care}",
    "police": "the police",
    "line_manager": "their {line_manager}",
    "head": "the {head}",
    "chair_of_governors": "the {chair_of_governors}",
    "schools_hr": "{schools_hr}",
    "designated_officer": "the {designated_officer}",
}
BY_WHEN = {"at_once": "at once", "same_day": "today"}
GOES_TO = {
    "the_person": "the person whose information it is",
    "the_parent": "the parent",
    "the_named_officer": "the officer named in the request",
    "the_named_solicitor": "the solicitor named in the request",
    "whoever_asked": "whoever asked",
    "nobody": "nobody",
}
CODES = HEARERS | BY_WHEN | GOES_TO

COMING = {
    "child": "the child",
    "young_person": "the young person",
    "carer": "the carer",
    "relative": "the relative",
}

CATEGORIES = {
    "parent_support": "the support of a family",
    "supervision_order": "a child under a supervision order",
    "in_care": "a child in care",
}
SINCE = {"birth": "birth", "birthday_18": "the 18th birthday", "closure": "closing"}
HOLDS = {
    "request": "a request for what we hold",
    "complaint": "a complaint",
    "breach": "a breach",
    "claim": "a claim",
    "tribunal": "a tribunal case",
    "police": "a matter of the police",
    "court": "a matter of a court",
    "inquiry": "an inquiry",
    "inspection": "an inspection",
    "concern": "a concern that somebody may come to harm",
}


def words_for(edition: Edition, facts: Facts, recipient: str = "") -> dict[str, str]:
    """The words of one answer: the policy's terms and titles, the person, the lead, and who would be told."""
    words = {
        **edition.terms,
        "person": f"the {edition.terms['service_user']}",
        "lead": f"the {edition.titles[Role.HEAD_OF_SERVICE]}",
        "line_manager": edition.titles[Role.LINE_MANAGER],
        "group": f"the {edition.titles[Role.GOVERNING_GROUP]}",
        "host_manager": f"the {edition.titles[Role.HOST_MANAGER]}",
        "host_delegate": f"the {edition.titles[Role.HOST_DELEGATE]}",
        "volunteer": edition.titles[Role.VOLUNTEER],
        "volunteers": f"{edition.titles[Role.VOLUNTEER]}s",
    }
    if isinstance(facts, MayDisclose):
        words["recipient"] = recipient or RECIPIENTS[facts.recipient].format_map(words)
    if isinstance(facts, MayBeginCasework):
        words["person"] = _who_comes(facts, words["person"])
    if isinstance(facts, FileToday | HowLongToKeep):
        words |= _of_keeping(edition, facts)
    return words | {_upper(name): _upper(said) for name, said in words.items()}


def _who_comes(facts: MayBeginCasework, usual: str) -> str:
    """Whoever comes to us as a sentence names them: a child’s own enquiry never speaks of the parent."""
    if facts.anonymous == "yes":
        return "the caller"
    return COMING.get(facts.relation, usual)


def hearers(codes: Sequence[str]) -> str:
    """Those who hear of a concern, named one after the other, with the service's words still in braces."""
    return listed([HEARERS[each] for each in codes])


def listed(said: Sequence[str]) -> str:
    """One after the other, the last after “and”."""
    return " and ".join((", ".join(said[:-1]), said[-1]) if said[1:] else said)


def in_words(answer: Mapping[str, object], words: Mapping[str, str]) -> dict[str, object]:
    """An answer of more than yes or no: its codes, and beside them the same in the service's own words."""
    said: dict[str, object] = {}
    for name, found in answer.items():
        if isinstance(found, tuple):
            said[f"{name}_said"] = tuple(CODES[each].format_map(words) for each in found)
        elif found in CODES:
            said[f"{name}_said"] = CODES[str(found)].format_map(words)
    return {**answer, **said}


def _of_keeping(edition: Edition, facts: FileToday | HowLongToKeep) -> dict[str, str]:
    """The words about a file’s dates; where only words are known, as when policies are compared, no date is said."""
    found = kept(edition, facts) if isinstance(facts, HowLongToKeep) else Kept(words=facts, holds=())
    named = edition.names("retention-source")
    return {
        "category": CATEGORIES[found.words.category],
        "destroy_on": dated(found.governs.day) if found.governs else "its date",
        "other_category": CATEGORIES[found.words.other_category],
        "at_least": dated(found.at_least) if found.at_least else "its date",
        "review_on": dated(found.review_on) if found.review_on else "the day of its review",
        "holds": ", ".join(HOLDS[hold] for hold in found.holds if hold in HOLDS)
        or "something that touches it",
        "schedule": f"the “{edition.value('retention-source', 'policy')}”" if named else "the schedule",
    }


def sentence(says: str, words: Mapping[str, str]) -> str:
    """A clause with its words filled in → one sentence with a capital and a full stop."""
    said = _upper(says.format_map(words))
    return said if said.endswith((".", "?")) else f"{said}."


def _upper(said: str) -> str:
    return said[:1].upper() + said[1:]

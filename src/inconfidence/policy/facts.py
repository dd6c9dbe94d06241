"""What each question takes: flat, frozen records of closed words.

Every fact has a default, the first of its words, and the default is the unremarkable case, never the permitting one:
a caller states only what it knows. Rows become these words in an area's `facts.py` and in `standing`, nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args, get_type_hints

from inconfidence.policy.parameters import as_written, nearest
from inconfidence.policy.vocabulary import Question

YesNo = Literal["yes", "no"]
NoYes = Literal["no", "yes"]


class BadFacts(Exception):
    """Facts that no question takes; the message is one sentence that says what was expected."""


def fact(default: str, says: str) -> Any:
    """Declare one fact: the word it has when nothing is said, and what it means."""
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True, kw_only=True)
class MayDisclose:
    """May we tell this recipient this, for this purpose, now?"""

    actor: Literal["worker", "volunteer", "head_of_service"] = fact("worker", "who would do it")
    act: Literal["share", "confirm_known", "raise_pattern", "internal", "training_example"] = fact(
        "share",
        "share: tell or send; confirm_known: say whether somebody has come to us; raise_pattern: bring a concern "
        "about how things are to the council; internal: supervision or training; training_example: a story told "
        "outside",
    )
    recipient: Literal[
        "professional",
        "council",
        "referrer",
        "relative",
        "other_user",
        "public",
        "police",
        "emergency_service",
        "safeguarding_body",
        "inspector",
        "host_staff",
        "service_staff",
        "mixed_audience",
        "user",
    ] = fact(
        "professional",
        "professional: school, health, agency; council: any part of it outside the service; referrer: whoever sent "
        "the family; relative; other_user: another person we help; safeguarding_body: children's or adults' social "
        "care, designated officer; host_staff: colleagues of the host; mixed_audience: our staff and others; user: "
        "the person themselves",
    )
    identifies: Literal["named", "recognisable", "nobody"] = fact(
        "named",
        "what the words give away; recognisable: no name, yet somebody could be picked out",
    )
    extent: Literal["chosen", "existence", "whole_file"] = fact(
        "chosen",
        "chosen: items picked one by one; existence: only that there is a contact",
    )
    relevant: YesNo = fact("yes", "every item bears on the matter in hand")
    need_stated: YesNo = fact("yes", "each item has its reason")
    consent: Literal["none", "asked", "refused", "withdrawn", "implied", "given"] = fact(
        "none",
        "what the person last decided; asked: no answer yet; implied: a wish, a hint, a general assent",
    )
    consent_from: Literal["subject", "someone_else"] = fact(
        "subject", "subject: the person whose information it is"
    )
    consent_recipient: YesNo = fact("yes", "covers this recipient or role")
    consent_purpose: YesNo = fact("yes", "covers this purpose")
    consent_items: YesNo = fact("yes", "covers these items")
    consent_record: Literal[
        "form",
        "letter",
        "telephone_note",
        "note_no_date",
        "note_no_worker",
        "form_unsigned",
        "form_no_recipients",
        "not_recorded",
    ] = fact("form", "how it stands on the file")
    consent_before: YesNo = fact("yes", "dated and timed before this act")
    consent_review: Literal["current", "overdue", "reopened"] = fact(
        "current",
        "overdue: its review date has passed; reopened: given before the case was reopened",
    )
    form_back: YesNo = fact("yes", "this person's own permission form has come back")
    provided_by: Literal["subject", "other_in_confidence"] = fact(
        "subject", "other_in_confidence: somebody else told us"
    )
    risk_to: Literal["nobody", "child", "adult_at_risk", "adult", "staff", "public"] = fact(
        "nobody",
        "who may come to harm; adult_at_risk: has care and support needs; public: people at large",
    )
    belief: Literal["none", "wondering", "no_intention", "believed"] = fact(
        "none",
        "wondering: words that worry, not yet talked through; no_intention: talked through and not meant; "
        "believed: belief and reasons recorded",
    )
    emergency: NoYes = fact("no", "no time to ask")
    spoken_to: Literal["yes", "no", "unsafe"] = fact(
        "yes", "the person who said it has been spoken to; unsafe: a recorded reason why not"
    )
    lead_consulted: NoYes = fact("no", "head of service consulted")
    law: Literal["none", "asserted", "permits", "requires", "order"] = fact(
        "none",
        "asserted: a letter, a claim of authority, a badge; permits: a power cited; requires: a duty cited; order: a "
        "court order held",
    )
    within_terms: YesNo = fact("yes", "nothing beyond what it names")
    inspection: Literal["none", "school", "authority_open", "authority_closed"] = fact(
        "none",
        "authority_open: an inspection of the council is recorded as running today; authority_closed: it has ended; "
        "school: of a school only",
    )
    head_decided: NoYes = fact("no", "head of service has decided, recorded")
    checklist_signed: NoYes = fact("no", "de-identification checklist signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySee:
    """May this worker or volunteer see this case, this item?"""

    actor: Literal[
        "worker",
        "head_of_service",
        "volunteer",
        "council_officer",
        "host_staff",
        "other_service",
        "shared_account",
    ] = fact("worker", "who would look; shared_account: two people under one name")
    act: Literal["view", "search", "download", "match", "merge"] = fact(
        "view",
        "match: look for who an anonymous caller was; merge: join two enquiries",
    )
    assigned: YesNo = fact("yes", "on this case, now")
    reason: NoYes = fact("no", "a recorded reason, limited in time")
    item: Literal[
        "case",
        "note",
        "letter",
        "sen_file",
        "school_record",
        "voicemail",
        "restricted",
        "other_enquiry",
        "anonymous_enquiry",
    ] = fact(
        "case",
        "restricted: criminal or similarly marked; other_enquiry: somebody else's, same family or not",
    )
    source: Literal["staff", "parent", "professional", "other_user"] = fact(
        "staff",
        "who gave it to us; parent stands for the person helped",
    )
    shared: NoYes = fact("no", "staff have shared it with this volunteer")
    head_decided: NoYes = fact("no", "head of service has decided about this item")
    agreement: YesNo = fact("yes", "signed on or before the day of assignment")
    inducted: YesNo = fact("yes", "policy introduced, version on record")
    trained: YesNo = fact("yes", "data protection and freedom of information, both")
    volunteer_wanted: YesNo = fact("yes", "the person asked for a volunteer and still wants one")
    volunteers_enabled: YesNo = fact("yes", "head of service has allowed volunteers in this service")
    item_need: NoYes = fact("no", "a recorded need for this very item")


Facts = MayDisclose | MaySee
FACTS: dict[Question, type[Facts]] = {Question.MAY_DISCLOSE: MayDisclose, Question.MAY_SEE: MaySee}


def allowed_words(record: type[Facts]) -> Mapping[str, tuple[str, ...]]:
    """Each fact of a record with its words, the default first, in the order they are declared."""
    return {name: get_args(hint) for name, hint in get_type_hints(record).items()}


WORDS: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    question: allowed_words(record) for question, record in FACTS.items()
}


def parse(question: Question | str, stated: object) -> Facts:
    """Facts as somebody states them → the record of the question; a fact with yes and no also takes true and false.

    Raises BadFacts with one sentence that names the fact, what was found and what was expected.
    """
    if question not in FACTS:
        known = tuple(FACTS)
        raise BadFacts(
            f"“{question}” takes no facts; expected one of {', '.join(known)}{nearest(question, known)}."
        )
    record = FACTS[Question(question)]
    words = WORDS[Question(question)]
    if not isinstance(stated, Mapping):
        raise BadFacts(f"The facts of {question} are a table of names and words; found {as_written(stated)}.")
    read: dict[str, Any] = {name: _word(str(question), name, found, words) for name, found in stated.items()}
    return record(**read)


def schema(question: Question) -> dict[str, Any]:
    """The JSON Schema of a question's facts: for each its meaning, its words and its default."""
    record = FACTS[question]
    words = WORDS[Question(question)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": question.value,
        "description": record.__doc__,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            each.name: {
                "description": each.metadata["says"],
                "type": ["string", "boolean"] if _is_yes_no(words[each.name]) else "string",
                "enum": [*words[each.name], *([True, False] if _is_yes_no(words[each.name]) else [])],
                "default": words[each.name][0],
            }
            for each in fields(record)
        },
    }


def _word(question: str, name: object, found: object, words: Mapping[str, tuple[str, ...]]) -> str:
    if not isinstance(name, str) or name not in words:
        near = nearest(str(name), tuple(words))
        raise BadFacts(f"{question} has no fact “{name}”; expected one of {', '.join(words)}{near}.")
    allowed = words[name]
    if isinstance(found, bool) and _is_yes_no(allowed):
        return "yes" if found else "no"
    if isinstance(found, str) and found in allowed:
        return found
    near = nearest(found, allowed) if isinstance(found, str) else ""
    said = f"“{found}”" if isinstance(found, str) else as_written(found)
    raise BadFacts(f"{name} is {said}; expected one of {', '.join(allowed)}{near}.")


def _is_yes_no(words: tuple[str, ...]) -> bool:
    return "yes" in words and "no" in words

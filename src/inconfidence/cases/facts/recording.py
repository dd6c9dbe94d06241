"""From what somebody wants to write down to the facts of `may_record`. Words are read for their shape alone."""

import re

from inconfidence.policy.facts import MayRecord

PHONE = re.compile(r"(?<![\w/])(?:\+44|\(?0)[\d\s()/.-]{8,16}\d")
E_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}", re.IGNORECASE)
POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}"
    r"|[a-z]{1,2}\d[a-z\d]? ?\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})\b"
)
NAME = re.compile(
    r"\b(?:my|her|his|their|the caller['’]?s?) (?:first |last |full |sur)?name(?: is|['’]s)\b"
    r"|\b(?:i|she|he|they)(?: am| is| are|['’]m|['’]s|['’]re) called\b",
    re.IGNORECASE,
)
DIGITS = range(10, 14)


def note_facts(*, provided_by: str, relevant: bool, urged: bool) -> MayRecord:
    """The facts of a note on a case: what we noticed ourselves is an observation, urging somebody is urging."""
    kind = "encouragement" if urged else "observation" if provided_by == "staff" else "note"
    return MayRecord(kind=kind, relevant="yes" if relevant else "no")  # type: ignore[arg-type]


def consent_facts(*, asks: bool, theirs: bool, needed: bool, named: bool) -> MayRecord:
    """The facts of an answer. `asks`: we asked, or they said yes; any other answer is a decision that needs no reason.

    `theirs`: they said it themselves. `needed`: it says for what talking to others is needed. `named`: it names whom;
    else it says why nobody is named, as "everyone who needs to know" does.
    """
    return MayRecord(
        kind="consent" if asks else "consent_change",
        by="the_person" if theirs else "worker",
        necessity_stated="yes" if needed else "no",
        recipients="named" if named else "reason_given",
    )


def anonymous_facts(note: str, *, nobodys: bool) -> MayRecord:
    """The facts of a note about a caller without a name. `nobodys`: what looks like a sign of somebody is none."""
    shows = not nobodys and identifying(note)
    return MayRecord(kind="anonymous_note", identifying="yes" if shows else "no")


def seems_to_show(facts: MayRecord) -> bool:
    """Whether these are the facts of a note that seems to show who rang without a name."""
    return facts.kind == "anonymous_note" and facts.identifying == "yes"


def identifying(text: str) -> bool:
    """Whether a text holds what looks like a phone number, an e-mail address, a postcode or the giving of a name."""
    phones = (re.sub(r"\D", "", found) for found in PHONE.findall(text))
    shapes = (E_MAIL, POSTCODE, NAME)
    return any(len(each) in DIGITS for each in phones) or any(shape.search(text) for shape in shapes)

"""What in some words may tell who rang without a name, or who the child is: by its shape, and a few lists of words.

Words alone cannot tell whose name it is. What looks like one is a question to whoever writes, never a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inconfidence.cases.facts.known_words import ENDINGS, GIVEN, SAFE, STARTERS

PHONE = re.compile(r"(?<![\w/])(?:\+44|\(?0)[\d\s()/.-]{8,16}\d")
E_MAIL = re.compile(r"(?<![^\s@<>])[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}", re.IGNORECASE)
POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}"
    r"|[a-z]{1,2}\d[a-z\d]? ?\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})\b"
)
GIVING = re.compile(
    r"\b(?:my|her|his|their|the caller['’]?s?) (?:first |last |full |sur)?name(?: is|['’]s)\b"
    r"|\b(?:i|she|he|they)(?: am| is| are|['’]m|['’]s|['’]re) called\b",
    re.IGNORECASE,
)
DIGITS = range(10, 14)
MOST = 100

NAME = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+|[A-Z][a-z]+)*|[A-Z]['’][A-Z][a-z]+"
FAMILY = r"mum|mummy|mam|mother|dad|daddy|father|nan|gran|grandma|grandad|aunt|auntie|uncle|sister|brother|son|daughter"
OTHERS = r"parent|carer|child|pupil|boy|girl|twins?|grandson|granddaughter|nephew|niece|husband|wife|partner"
RELATED = rf"(?:{FAMILY}|{FAMILY.title()}|{OTHERS}|(?:{OTHERS.title()})(?= of| called| named))"
TITLED = re.compile(
    r"\b(?:(?:[Mm]rs?|[Mm]x|Ms|ms)\.? +[A-Za-zÀ-ÿ][\w'’-]*|(?:Miss|Dr)\.? +[A-Z][\w'’-]*)(?: +[A-Z][\w'’-]+)*"
)
SELF = re.compile(
    rf"\b(?:I(?:['’]?m| am)|i(?:['’]?m| am)|[Tt]his is|[Ii]t(?:['’]?s| is)|[Ll]ives (?:at|on)) +({NAME})"
)
RELATIVE = re.compile(rf"\b{RELATED}(?:,|:| of| is| called| named)? +({NAME})")
WHOSE = re.compile(rf"(?<![\w'’-])({NAME})['’]s? +{RELATED}\b")
STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? +(?:[A-Z][\w'’-]+ +){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Court|Place"
    r"|Terrace|Gardens|Grove|Hill|Park|Row|Square|Walk|Green|Mews|Rd|St|Ave)\b"
    r"|\b\d{1,4}[a-z]?,? +[a-z]{3,} +(?:road|street|lane|avenue|crescent|terrace|rd|ave)\b"
)
RUN = re.compile(rf"(?<![\w'’-])(?:{NAME})(?:[ \t]+(?:{NAME}))*(?![\w])")
BEGINS = re.compile(r"(?:^|[.!?:;]|\n)[\s\"'“‘(*•–—-]*$")


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of who rang: those whose shape `shows` it, and those that may name somebody else as well."""

    shows: tuple[str, ...] = ()
    may_show: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, in words, each once."""
        return tuple(dict.fromkeys((*self.shows, *self.may_show)))


def signs_in(text: str) -> Signs:
    """The signs in a text, as they stand there."""
    shows, found = _each(_showing(text)), _each(_perhaps(text))
    return Signs(shows, tuple(one for one in found if not _within(one, found)))


def _each(found: Iterator[str]) -> tuple[str, ...]:
    """Each once, on one line."""
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found))


def _within(one: str, found: tuple[str, ...]) -> bool:
    """Whether a longer sign says this one too."""
    return any(one != other and one in other for other in found[:MOST])


def _showing(text: str) -> Iterator[str]:
    """A phone number, an e-mail address, a postcode, the giving of a name."""
    for found in PHONE.findall(text):
        if len(re.sub(r"\D", "", found)) in DIGITS:
            yield found
    for shape in (E_MAIL, POSTCODE, GIVING):
        yield from (found.group() for found in shape.finditer(text))


def _perhaps(text: str) -> Iterator[str]:
    """A title, a house in a street, somebody said to be somebody, and names that begin with a capital letter."""
    for shape in (TITLED, STREET):
        yield from (found.group() for found in shape.finditer(text))
    for shape in (SELF, RELATIVE, WHOSE):
        yield from (found.group() for found in shape.finditer(text) if not _known(found[1]))
    for found in RUN.finditer(text):
        words = found.group().split()
        if BEGINS.search(text[max(0, found.start() - 8) : found.start()]) and _starts(words[0]):
            words = words[1:]
        if _may_name(words):
            yield " ".join(words)


def _may_name(words: list[str]) -> bool:
    """Whether these words with capital letters, one after the other, may be a name: a given one, or two unknown."""
    if not words or _bare(words[-1]) in ENDINGS:
        return False
    return any(_bare(word) in GIVEN for word in words) or sum(not _known(word) for word in words) > 1


def _starts(word: str) -> bool:
    """Whether an ordinary sentence begins so."""
    bare = word.lower()
    return bare in STARTERS or (bare.endswith(("ed", "ing", "ly")) and bare not in GIVEN)


def _known(word: str) -> bool:
    """Whether this word names nobody of a family."""
    return word.lower() in SAFE or _bare(word) in SAFE | ENDINGS | STARTERS


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())

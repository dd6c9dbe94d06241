"""Every address of the program, opened by everybody, every form on it sent with words in every field."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from tests.canary.browsers import Answer
from tests.canary.journey import Journey
from tests.canary.pages import forms_of
from tests.canary.typist import Typist, route_of
from tests.house.routes import routes

PART = re.compile(r"<(?:\w+:)?(\w+)>")

# What any of our pages reads from its address, and what none does.
WORDS_IN_ADDRESSES = (
    "next",
    "asked",
    "item",
    "person",
    "letter",
    "due",
    "show",
    "page",
    "mine",
    "all",
    "meeting",
    "size",
    "at",
    "case",
    "enquiry",
    "message",
    "kept",
    "by",
    "said",
    "q",
    "search",
)


def addresses(journey: Journey) -> Iterator[str]:
    """Every address there is, with what this journey made in the place of each value. A new kind is an error."""
    values = {
        "reference": journey.reference,
        "enquiry_id": journey.enquiry,
        "referral_id": journey.referral,
        "picked_up_id": journey.picked_up,
        "item_id": journey.document,
        "person_id": journey.colleague,
        "concern_id": journey.concern,
        "card_id": journey.card,
        "said": journey.said,
        "question_id": journey.question,
        "duty_id": journey.item,
        "kept_id": journey.item,
        "draft_id": journey.item,
        "clause_id": "L-01",
        "accent": "pine",
        "number": "1",
        "meeting_id": journey.meeting,
        "letter_id": journey.letter,
        "note_id": journey.note,
        "marked_id": journey.marked,
        "sheet": "permission",
        "language": "ur",
        "link_id": journey.item,
        "decision_id": journey.item,
        "adoption_id": journey.item,
        "slug": "equipment-check",
        "service": "rotherham",
        "question": "may_see",
        "rule": "training",
    }
    for route in routes():
        yield "/" + PART.sub(lambda part: values[part.group(1)], route.pattern)


def everywhere(journey: Journey, *people: Typist) -> None:
    """These people open everything and send what forms they find; the last also with canaries in every address."""
    sent: set[tuple[str, ...]] = set()
    for path in list(addresses(journey)):
        for who in people:
            _send_all(who, who.open(path), sent)
        word = who.notes.canaries.mint(f"{path} in its address")
        _send_all(who, who.open(f"{path}?{urlencode(dict.fromkeys(WORDS_IN_ADDRESSES, word))}"), sent)


def _send_all(who: Typist, page: Answer, sent: set[tuple[str, ...]]) -> None:
    for form in forms_of(page.text):
        target = (
            route_of(form.action or page.address),
            *sorted(control.plain_name for control in form.typed),
        )
        if form.method != "none" and form.typed and target not in sent:
            sent.add(target)
            who.send(page, form, {}, good=False)


def wrong_turns(journey: Journey) -> None:
    """Addresses that lead nowhere, cookies that nobody gave out, a form that no page drew."""
    mint = journey.notes.canaries.mint
    for who in (journey.visitor, journey.lead):
        word = mint("an address that leads nowhere")
        for path in (
            f"/{word}/",
            f"/cases/{word}/",
            f"/policy/{word}/",
            f"/team/{word}/confirm/",
            f"/dress/{word}.css",
        ):
            who.open(path)
        who.post_bare("/reply/", {word: word, "caller": word, "once": word})
        who.post_bare(f"/cases/{word}/notes/new/", {"text": word, "once": word})
        who.post_bare("/park/", {"text": word, "park_path": f"/{word}/?{word}={word}"}, token=False)

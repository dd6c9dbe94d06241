"""Another service's records do not exist: whatever its lead asks for, the answer is that of a random address."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.duties.models import Duty
from inconfidence.editions.models import Adoption
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor
from inconfidence.team.models import Person
from inconfidence.vault import persons
from inconfidence.vault.ids import new_reference
from tests import cast
from tests.canary.browsers import Answer, InProcess
from tests.canary.day import Day
from tests.canary.typist import Typist, route_of
from tests.cases.family import a_case
from tests.conftest import Clock
from tests.house.routes import routes

PART = re.compile(r"<(?:\w+:)?(\w+)>")
OF_A_FAMILY = re.compile(r"^(cases/<|enquiries/<|concerns/<|team/<|on-the-line/<)")
TOKENS = re.compile(r'((?:name="(?:csrfmiddlewaretoken|once|draft)" value|formaction)="(?:/drafts/)?)[^"]*')

# What a form of ours would send, whichever it is: every field that any of them has.
SENT = {
    "text": "x", "words": "x", "reason": "x", "decision": "yes", "press": "ask", "who": "other", "kind": "school",
    "what": "existence", "answer": "given", "kind_of": "share", "role": "senco", "title": "x", "same": "on",
    "password": "x", "card_version": "1", "version": "1", "person": "", "method": "phone", "direction": "in",
    "with_whom": "child", "provided_by": "parent", "identifies": "named", "danger": "no", "behind": "no",
    "ok_to_ring": "no", "how": "not_known", "name": "x",
}  # fmt: skip


def theirs(day: Day) -> dict[str, str]:
    """What the other service holds, by the name that addresses give it."""
    journey = day.journey
    return {
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
        "duty_id": str(Duty.objects.all()[0].id),
        "kept_id": journey.kept,
        "meeting_id": journey.meeting,
        "letter_id": journey.letter,
        "note_id": journey.note,
        "marked_id": journey.marked,
        "link_id": journey.item,
        "sheet": "privacy",
        "language": "ur",
        "draft_id": journey.kept,
        "decision_id": journey.item,
        "adoption_id": str(Adoption.objects.all()[0].id),
        "slug": "equipment-check",
        "service": "rotherham",
        "question": "may_see",
        "rule": "training",
        "clause_id": "CV-DATA-02a",
        "accent": "pine",
        "number": "1",
    }


def nobodys() -> dict[str, str]:
    """The same, of nobody."""
    return {name: str(uuid4()) for name in NAMES} | {
        "reference": new_reference(),
        "clause_id": "CV-NONE-99z",
        "sheet": "privacy",
        "language": "ur",
        "number": "1",
        "slug": "equipment-check",
        "service": "rotherham",
        "question": "may_see",
        "rule": "training",
    }


NAMES = (
    "enquiry_id",
    "referral_id",
    "picked_up_id",
    "item_id",
    "person_id",
    "concern_id",
    "card_id",
    "said",
    "question_id",
    "duty_id",
    "kept_id",
    "meeting_id",
    "letter_id",
    "note_id",
    "marked_id",
    "link_id",
    "draft_id",
    "decision_id",
    "adoption_id",
    "accent",
)


def filled(pattern: str, values: dict[str, str]) -> str:
    """An address with these values in it."""
    return "/" + PART.sub(lambda part: values[part.group(1)], pattern)


def told(answer: Answer, values: dict[str, str]) -> tuple[int, str, str]:
    """All that an answer says, without the tokens drawn anew for each page and without the address asked for."""
    text, location = TOKENS.sub(r"\1", answer.text), answer.location
    for value in values.values():
        location = location.replace(value, "…")
    return answer.status, location, text


def both(who: Typist, path: str, method: str) -> Answer:
    """One request, as a page of ours would send it."""
    return (
        who.post_bare(path, {**SENT, "once": str(uuid4())})
        if method == "POST"
        else who.open(path, along=False)
    )


@pytest.fixture
def stranger(day: Day, wall_clock: Clock) -> Typist:
    """The lead of another service, signed in, with the first service's whole day on record."""
    day.journey.begin()
    day.journey.work()
    day.journey.time_out()
    lead = cast.begin_service("rotherham", wall_clock)
    browser = InProcess()
    browser.client.handler.enforce_csrf_checks = False
    cast.sign_in(browser.client, lead, wall_clock)
    browser.client.handler.enforce_csrf_checks = True
    return Typist(browser, day.journey.notes, cast.PASSWORD, lead.username)


def asked() -> Iterator[str]:
    """Every address that names something."""
    yield from (route.pattern for route in routes() if "<" in route.pattern and "accent" not in route.pattern)


def test_every_address_of_another_service_answers_as_a_random_one(day: Day, stranger: Typist) -> None:
    held, family = theirs(day), 0
    stranger.open("/")
    for pattern in asked():
        for method in ("GET", "POST"):
            random = nobodys()
            there = both(stranger, filled(pattern, held), method)
            nowhere = both(stranger, filled(pattern, random), method)
            assert told(there, held) == told(nowhere, random), (method, pattern)
            if OF_A_FAMILY.match(pattern):
                assert there.status in {404, 405}, (method, pattern)
                family += there.status == 404
    assert family >= 30
    assert day.journey.notes.canaries.secret not in stranger.open("/").text


def test_every_form_of_another_service_is_answered_as_to_a_random_address(day: Day, stranger: Typist) -> None:
    held, forms = theirs(day), set()
    stranger.open("/")
    before = Event.objects.filter(once__isnull=False).count()
    for form in list(day.journey.notes.sent):
        if not OF_A_FAMILY.match(route_of(form.path)) or "once" not in form.fields:
            continue
        random, there, nowhere = nobodys(), form.path, form.path
        for name, value in held.items():
            nowhere = nowhere.replace(value, random[name])
        fields = form.fields | {"csrfmiddlewaretoken": [stranger.browser.cookie("csrftoken")]}
        if "draft" in fields:
            # A page of somebody else's is refused before its address is looked at, wherever it is sent.
            assert {stranger.send_fields(path, fields).status for path in (there, nowhere)} == {403}
        fields = {name: values for name, values in fields.items() if name != "draft"}
        answers = [stranger.send_fields(path, fields | {"once": [str(uuid4())]}) for path in (there, nowhere)]
        assert [answer.status for answer in answers] == [404, 404], form.path
        assert told(answers[0], held) == told(answers[1], random), form.path
        forms.add(route_of(form.path))
    assert len(forms) >= 10
    assert Event.objects.filter(once__isnull=False).count() == before


def test_what_is_named_after_the_question_mark_answers_as_a_random_one(
    day: Day, stranger: Typist, wall_clock: Clock
) -> None:
    held, random = theirs(day), nobodys()
    lead = cast.Person(_actor(stranger, wall_clock), stranger.username)
    own = a_case(lead)
    names = {
        "item": "item_id", "person": "person_id", "asked": "question_id", "kept": "kept_id", "case": "reference",
        "enquiry": "enquiry_id", "meeting": "meeting_id",
    }  # fmt: skip
    for path in (
        f"/cases/{own}/share/",
        "/cases/new/",
        "/concern/",
        f"/cases/{own}/notes/new/",
        f"/cases/{own}/letters/new/",
        f"/cases/{own}/sheet/",
        "/unfinished/",
    ):
        for word, name in names.items():
            there = stranger.open(f"{path}?{word}={held[name]}")
            nowhere = stranger.open(f"{path}?{word}={random[name]}")
            seen = (
                told(there, held)[2].replace(held[name], "…"),
                told(nowhere, random)[2].replace(random[name], "…"),
            )
            assert (there.status, seen[0]) == (nowhere.status, seen[1]), (path, word)
            assert day.journey.notes.canaries.secret not in there.text


def _actor(who: Typist, clock: Clock) -> Actor:
    row = Person.objects.get(username=who.username)
    keyring = persons.unlock(row.id, who.password)
    assert keyring is not None
    return Actor(row.id, row.service_id, Role(row.role), row.name, keyring, clock)

"""Every combination of facts that can differ, for a question under one policy; or so many of them, drawn by a seed.

The whole space of `may_disclose` is 6.4 million million. What is left out, and why nothing is lost by it:

1. Not read, not varied. A rule declares the facts it reads (`test_rules.py` proves the declaration); what no rule
   reads for a recipient or an act keeps its default.
2. Details only of a given consent. Any other state of consent leaves its eight details unread.
3. One defect at a time. Bars on a ground do not undo one another, so a consent is walked sound and with each single
   departure, and so are the items; `stray` draws the pairs.
4. Risk and law as trees: no stage without a risk, terms only of what has terms. They are walked beside each other and
   drawn together by `stray`.
5. Recipient before act: pairs that the forms cannot make are left out by a table.
6. Beginning act by act: responsibility is an adult's, a caller without a name has no relation, nobody is asked why they
   were not there who came themselves, and limits are explained after a refusal.

`may_record` and `may_obtain` are small enough to be walked whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import prod
from random import Random
from typing import Any

from inconfidence.policy.compiled import compiled
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import FACTS, WORDS, Facts
from inconfidence.policy.vocabulary import Question

Fragment = Mapping[str, str]
Axes = Sequence[Sequence[Fragment]]

DISCLOSE = WORDS[Question.MAY_DISCLOSE]
SEE = WORDS[Question.MAY_SEE]
BEGIN = WORDS[Question.MAY_BEGIN_CASEWORK]
EVERYBODY = DISCLOSE["recipient"]
FORMS: dict[str, tuple[str, ...]] = {
    "share": EVERYBODY,
    "confirm_known": EVERYBODY,
    "raise_pattern": ("council", "professional", "public"),
    "internal": ("service_staff", "mixed_audience", "host_staff", "council"),
    "training_example": ("public", "professional", "mixed_audience", "council"),
}
USERS = ("user", "other_user", "relative")


def walk(edition: Edition, question: Question, limit: int | None = None, seed: int = 0) -> Iterator[Facts]:
    """Facts of the reduced space: all of it in order, or `limit` of them drawn by `seed`."""
    read = compiled(edition, question).reads
    blocks = [_only_read(axes, read) for axes in _blocks(question)]
    if limit is None:
        for axes in blocks:
            yield from _whole(question, axes)
        return
    draw = Random(seed)
    sizes = [_size(axes) for axes in blocks]
    for axes in draw.choices(blocks, weights=sizes, k=limit):
        yield _record(question, [draw.choice(axis) for axis in axes])


def stray(question: Question, limit: int, seed: int = 0) -> Iterator[Facts]:
    """Facts drawn from the whole space, every word as likely as the next: what the reductions never put together."""
    draw = Random(seed)
    words = WORDS[question]
    every = (
        {name: draw.choice(allowed) for name, allowed in words.items()} for _ in iter(lambda: True, False)
    )
    yield from (_record(question, [facts]) for facts in islice(every, limit))


def size(edition: Edition, question: Question) -> int:
    """How many combinations `walk` goes through."""
    read = compiled(edition, question).reads
    return sum(_size(_only_read(axes, read)) for axes in _blocks(question))


def _blocks(question: Question) -> list[Axes]:
    if question is Question.MAY_SEE:
        return [_seeing(actor) for actor in SEE["actor"]]
    if question is Question.MAY_BEGIN_CASEWORK:
        return [_beginning(act) for act in BEGIN["act"]]
    if question in (Question.MAY_RECORD, Question.MAY_OBTAIN):
        return [[_each(name, words) for name, words in WORDS[question].items()]]
    return [
        _disclosing(act, recipient, risk, law)
        for act, recipients in FORMS.items()
        for recipient in recipients
        for risk, law in ((_risks(), [{}]), ([{}], _laws()))
    ]


def _disclosing(act: str, recipient: str, risks: Sequence[Fragment], laws: Sequence[Fragment]) -> Axes:
    points = act not in ("share", "confirm_known")
    return [
        [{"act": act, "recipient": recipient}],
        [{"extent": "existence"}] if act == "confirm_known" else _each("extent", DISCLOSE["extent"]),
        [{}, {"relevant": "no"}, {"need_stated": "no"}],
        _consents(),
        risks,
        laws,
        _each("head_decided", ("no", "yes")),
        _each("inspection", DISCLOSE["inspection"]) if recipient == "inspector" else [{}],
        _each("provided_by", DISCLOSE["provided_by"]) if recipient in USERS else [{}],
        [*_each("identifies", DISCLOSE["identifies"]), {"identifies": "nobody", "checklist_signed": "yes"}]
        if points
        else [{}],
    ]


def _seeing(actor: str) -> Axes:
    fixed = {"actor"} | (
        {"shared", "agreement", "volunteer_wanted", "volunteers_enabled"} - _volunteers(actor)
    )
    return [[{"actor": actor}], *(_each(name, words) for name, words in SEE.items() if name not in fixed)]


def _beginning(act: str) -> Axes:
    later = act in ("casework", "close_first_contact")
    return [
        [{"act": act}],
        _comers(),
        _origins(),
        *(_each(name, BEGIN[name]) for name in ("statement", "pack", "consent_question") if later),
        _each("form_back", BEGIN["form_back"]),
        [{}, {"refused": "yes"}, {"refused": "yes", "limits_explained": "yes"}],
        _each("names_child", BEGIN["names_child"]),
        _each("reason_declined", BEGIN["reason_declined"]) if act == "decline" else [{}],
    ]


def _comers() -> list[Fragment]:
    adults = [each for each in BEGIN["relation"] if each not in ("child", "young_person", "relative")]
    without = [{"relation": each, "responsibility": "no"} for each in adults]
    return [*_each("relation", BEGIN["relation"]), *without, {"anonymous": "yes"}]


def _origins() -> list[Fragment]:
    led = [{"origin": origin} for origin in BEGIN["origin"]]
    unheard = [{"origin": origin, "confirmed": "no"} for origin in BEGIN["origin"] if origin != "self"]
    alone = {"origin": "professional_absent", "absence_reason": "no"}
    return [*led, *unheard, alone, alone | {"confirmed": "no"}]


def _volunteers(actor: str) -> set[str]:
    return set(SEE) if actor == "volunteer" else set()


def _consents() -> list[Fragment]:
    details = ("from", "recipient", "purpose", "items", "record", "before", "review")
    names = [*(f"consent_{each}" for each in details), "form_back"]
    departures = [{name: word} for name in names for word in DISCLOSE[name][1:]]
    other = [{"consent": state} for state in DISCLOSE["consent"] if state != "given"]
    return [*other, {"consent": "given"}, *({"consent": "given"} | each for each in departures)]


def _risks() -> list[Fragment]:
    stages = _crossed("belief", "emergency", "spoken_to", "lead_consulted")
    actors: list[Fragment] = [{}, {"actor": "head_of_service"}]
    people = [risk for risk in DISCLOSE["risk_to"] if risk != "nobody"]
    return [
        {},
        *({"risk_to": risk, **stage, **actor} for risk in people for stage in stages for actor in actors),
    ]


def _laws() -> list[Fragment]:
    terms = ("permits", "requires", "order")
    return [
        *({"law": law} for law in DISCLOSE["law"][1:]),
        *({"law": law, "within_terms": "no"} for law in terms),
    ]


def _crossed(*names: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{}]
    for name in names:
        found = [each | {name: word} for each in found for word in DISCLOSE[name]]
    return found


def _each(name: str, words: Sequence[str]) -> list[Fragment]:
    return [{name: word} for word in words]


def _only_read(axes: Axes, read: frozenset[str]) -> Axes:
    """Leave out what no rule of this policy reads, and what is then there twice."""
    kept = ([{name: word for name, word in each.items() if name in read} for each in axis] for axis in axes)
    return [list({tuple(sorted(each.items())): each for each in axis}.values()) for axis in kept]


def _size(axes: Axes) -> int:
    return prod(len(axis) for axis in axes)


def _whole(question: Question, axes: Axes) -> Iterator[Facts]:
    def down(at: int, facts: dict[str, str]) -> Iterator[Facts]:
        if at == len(axes):
            yield _record(question, [facts])
            return
        for each in axes[at]:
            yield from down(at + 1, {**facts, **each})

    yield from down(0, {})


def _record(question: Question, fragments: Sequence[Fragment]) -> Facts:
    stated: dict[str, Any] = {name: word for each in fragments for name, word in each.items()}
    return FACTS[question](**stated)

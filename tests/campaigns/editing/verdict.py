"""What the campaign demands of a piece: nothing is lost, most is saved, and people did get in each other's way."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.campaigns.editing.pages import CARD, FIELDS, NEW
from tests.campaigns.editing.writers import Edit, Writer

FAIR = 0.5
FEW = 20
MANY = 100
WAYS = {
    "again": "no form was ever sent again with other words",
    "draft": "nothing was ever left while it was being typed",
    "signed out": "nothing was ever sent after the sitting had ended",
}


def verdict(writers: list[Writer], found: dict[str, Any]) -> list[str]:
    """One line for each edit that is lost, and for each demand that is not met."""
    edits = [edit for writer in writers for edit in writer.ledger]
    failed = [line for writer in writers for line in (*writer.faults, *missing(writer, found))]
    failed += lost_on_cards([edit for edit in edits if edit.kind == CARD], found["cards"])
    failed += too_few(edits)
    return failed if found["record"] else [*failed, "the record of acts is broken"]


def missing(writer: Writer, found: dict[str, Any]) -> Iterator[str]:
    """Each edit of this person that is not where it was said to be, or is in two places.

    Saved: once in history, and no longer in Unfinished. Shown beside the other's, or kept: once in Unfinished alone.
    A card has no history; see `lost_on_cards`.
    """
    kept = Counter(found["kept"][writer.username])
    for edit in writer.ledger:
        times, waits = found["texts"].get(edit.text, 0), kept[edit.text]
        if edit.told == "saved":
            fine = times == (edit.kind != CARD) and (not waits or edit.unanswered)
        else:
            fine = edit.told in {"shown", "kept"} and times == 0 and waits == 1
        if not fine:
            told = f"{edit.told or 'nothing told'}, {times} times in history, {waits} in Unfinished"
            yield ": ".join(word for word in (str(edit.number), edit.kind, edit.way, told) if word)


def lost_on_cards(edits: list[Edit], cards: list[tuple[str, int, str]]) -> Iterator[str]:
    """A card keeps no history, so no two saved changes may rest on one version, and the last one stands."""
    for path, version, address in cards:
        saved = [edit for edit in edits if edit.where == path and edit.told == "saved"]
        bases = Counter(edit.base for edit in saved)
        if doubled := [base for base, times in bases.items() if times > 1]:
            yield f"a card: {len(doubled)} versions replaced twice"
        last = max(saved, key=lambda edit: edit.base, default=None)
        if last is not None and (last.text != address or last.base + 1 != version):
            yield "a card does not say what was saved last"


def too_few(edits: list[Edit]) -> Iterator[str]:
    """A program that never saves loses nothing either; and where nobody met anybody, nothing was tried."""
    told = Counter((edit.kind, edit.told) for edit in edits)
    for kind in FIELDS:
        of = sum(times for (each, what), times in told.items() if each == kind and what != "kept")
        if of >= FEW and told[kind, "saved"] < FAIR * of:
            yield f"only {told[kind, 'saved']} of {of} saved: {kind}"
        if of >= MANY and kind != NEW and not told[kind, "shown"]:
            yield f"nobody was ever shown what somebody faster had written: {kind}"
    if not any(told[kind, "shown"] for kind in FIELDS):
        yield "nobody was ever shown what somebody faster had written"
    left = Counter(edit.way for edit in edits if edit.told == "kept")
    yield from (says for way, says in WAYS.items() if not left[way])

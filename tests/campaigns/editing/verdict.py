"""What the campaign demands of a piece: nothing is lost, most is saved, and people did get in each other's way."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.campaigns.editing.writers import Edit, Writer

FAIR = 0.5
FEW = 20


def verdict(writers: list[Writer], found: dict[str, Any]) -> list[str]:
    """One line for each edit that is lost, and for each demand that is not met."""
    edits = [edit for writer in writers for edit in writer.ledger]
    failed = [line for writer in writers for line in (*writer.faults, *missing(writer, found))]
    failed += lost_on_cards([edit for edit in edits if edit.kind == "card"], found["cards"])
    failed += too_few(edits)
    return failed if found["record"] else [*failed, "the record of acts is broken"]


def missing(writer: Writer, found: dict[str, Any]) -> Iterator[str]:
    """Each edit of this person that is neither where it was said to be nor was shown to them."""
    texts, kept = found["texts"], set(found["kept"][writer.username])
    for edit in writer.ledger:
        times = texts.get(edit.text, 0)
        if edit.kind == "card":
            fine = edit.told in {"saved", "shown"}
        elif edit.told == "saved":
            fine = times == 1
        else:
            fine = times == 0 and (edit.told == "shown" or (edit.told == "kept" and edit.text in kept))
        if not fine:
            yield f"{edit.number}: {edit.kind}: {edit.told or 'nothing told'}, {times} times in history"


def lost_on_cards(edits: list[Edit], cards: list[tuple[str, int, str]]) -> Iterator[str]:
    """A card keeps no history, so no two saved changes may rest on one version, and the last one stands."""
    for reference, version, address in cards:
        saved = [edit for edit in edits if edit.where == reference and edit.told == "saved"]
        bases = Counter(edit.base for edit in saved)
        if doubled := [base for base, times in bases.items() if times > 1]:
            yield f"a card: {len(doubled)} versions replaced twice"
        last = max(saved, key=lambda edit: edit.base, default=None)
        if last is not None and (last.text != address or last.base + 1 != version):
            yield "a card does not say what was saved last"


def too_few(edits: list[Edit]) -> Iterator[str]:
    """A program that never saves loses nothing either; and where nobody met anybody, nothing was tried."""
    told = Counter((edit.kind, edit.told) for edit in edits)
    for kind in ("new", "change", "card"):
        of = sum(times for (each, _), times in told.items() if each == kind)
        if of >= FEW and told[kind, "saved"] < FAIR * of:
            yield f"only {told[kind, 'saved']} of {of} saved: {kind}"
    if not told["change", "shown"] + told["card", "shown"]:
        yield "nobody was ever shown what somebody faster had written"
    if not told["again", "kept"]:
        yield "no form was ever sent again with other words"

"""The marks a note, a document or a meeting carries: who gave it to us, how careful to be with it, what it is worth."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from inconfidence import codes


@dataclass(frozen=True, slots=True)
class MarkDetails:
    """The marks of one item. Every default is the unremarkable one, and what an older record lacks reads as it.

    `provided_by`, `sensitivity` and `standing` are codes of the lists of these names. `unwritten`: something was heard
    that the work does not need, and only that is written. `protected_address`: a document names an address that must
    stay secret.
    """

    provided_by: str = "parent"
    sensitivity: str = "ordinary"
    standing: str = "not_said"
    in_confidence: bool = False
    unwritten: bool = False
    protected_address: bool = False


NO_CONTACT = "no_contact"
OURS = "staff"
OBSERVED = "Our own observation or advice"
TOLD_BY = {
    "parent_carer": "parent",
    "child": "child",
    "young_person": "young_person",
    "other_family": "relative",
    "professional": "professional",
    "volunteer": OURS,
    "internal": OURS,
}
THEIR_OWN = {"parent_carer": "relative", "child": "young_person"}
"""On a case that is the child's or young person's own: a parent is somebody else there, and the child is ours."""

FROM_BODY = {"setting": "school", "la": "council", "family": "relative"}
"""Where somebody on a case belongs, and whose word theirs is; everybody else's is another professional's."""

MARKS = tuple(field.name for field in fields(MarkDetails))


def told_by(method: str, with_whom: str, *, own: bool = False) -> str:
    """Who tells us what a note says where nobody says otherwise: whoever it was with; a note of our own is ours.

    `own`: the case is the child's or young person's own, so what a parent says there is another's word.
    """
    if method == NO_CONTACT:
        return OURS
    usual = TOLD_BY.get(with_whom, "unknown")
    return THEIR_OWN.get(with_whom, usual) if own else usual


def told_by_one_of(body: str) -> str:
    """Who told us what somebody on a case says, by the body they belong to."""
    return FROM_BODY.get(body.removeprefix("body:"), "professional")


def read_back(said: Mapping[str, object]) -> MarkDetails:
    """The marks of a sealed record, this version's or an older one's."""
    known = {name: said[name] for name in MARKS if said.get(name) is not None}
    return MarkDetails(**known)  # type: ignore[arg-type]


def written_down(marks: MarkDetails) -> dict[str, object]:
    """The keys that an item's sealed record carries for its marks."""
    return asdict(marks)


def never_chosen(marks: MarkDetails) -> bool:
    """Whether an item of these marks goes nowhere unless somebody picks it and says why."""
    return marks.sensitivity != "ordinary" or marks.in_confidence or marks.protected_address


def as_read(said: Mapping[str, object]) -> tuple[str, ...]:
    """The marks of an opened record in words. A letter that we wrote and a meeting to come are no observation."""
    to_come = said.get("start") and not said.get("outcome")
    ours = "A letter of ours" if "letter" in said else "" if to_come else OBSERVED
    return in_words(read_back(said), ours=ours)


def in_words(marks: MarkDetails, *, ours: str = OBSERVED) -> tuple[str, ...]:
    """What a reader sees of the marks: those that are not the usual ones, the gravest first, and always from whom.

    `ours`: how what came from us is called.
    """
    found = (
        "About offences or a criminal record" if marks.sensitivity == "criminal_record" else "",
        "Sensitive" if marks.sensitivity == "sensitive" else "",
        "Names an address that must stay secret" if marks.protected_address else "",
        "Told in confidence" if marks.in_confidence else "",
        _from(marks.provided_by, ours),
        codes.label("standing", marks.standing) if marks.standing != "not_said" else "",
        "Something was heard that is not written here" if marks.unwritten else "",
    )
    return tuple(word for word in found if word)


def _from(provided_by: str, ours: str) -> str:
    if not provided_by:
        return ""
    if provided_by == "unknown":
        return "To do: say from whom it came"
    label = codes.label("provided_by", provided_by)
    return ours if provided_by == OURS else f"From: {label}"

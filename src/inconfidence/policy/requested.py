"""What a request is for: somebody's own information, or a child's, whatever law it names."""

from inconfidence.policy.facts import MayAnswerRequest

READS = ("kind", "about", "requester")
OWN = ("own", "case_notes")
FIGURES = ("counts", "small_counts")


def is_access(facts: MayAnswerRequest) -> bool:
    """Whether it asks for the asker's own or their child's: under any law that is subject access."""
    if facts.kind == "foi":
        return facts.about in ("own", "child") or _own_notes(facts)
    return facts.kind in ("subject_access", "view_notes")


def _own_notes(facts: MayAnswerRequest) -> bool:
    """Whether the notes are the asker's own: whoever has an enquiry here means theirs, anybody else a family's."""
    return facts.about == "case_notes" and facts.requester in ("subject", "parent")


def is_personal(facts: MayAnswerRequest) -> bool:
    """Whether what goes out goes to the person, or to a parent for a child: by right, or by the parents' route."""
    return facts.kind == "parents_route" or is_access(facts)


def from_outside(facts: MayAnswerRequest) -> bool:
    """Whether somebody else asks for what we hold about a person: the council, the police, an agency."""
    return facts.kind in ("council", "outside")

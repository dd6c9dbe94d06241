"""What a request is for: somebody's own information, or a child's, whatever law it names."""

from inconfidence.policy.facts import MayAnswerRequest

READS = ("kind", "about", "requester")
OF_THE_CHILD = ("child", "capacity", "child_authority", "turned_12_since")
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


def on_the_childs_word(facts: MayAnswerRequest) -> bool:
    """Whether a parent who asks for a child stands on the child's own yes: of one who can ask alone, or may by now."""
    may_ask_alone = facts.capacity == "not_judged" and facts.child != "under_12"
    theirs = facts.capacity == "able" or may_ask_alone or facts.turned_12_since == "yes"
    return facts.child_authority == "yes" and theirs


def from_outside(facts: MayAnswerRequest) -> bool:
    """Whether somebody else asks for what we hold about a person: the council, the police, an agency."""
    return facts.kind in ("council", "outside")

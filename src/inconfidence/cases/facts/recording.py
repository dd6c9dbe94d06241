"""From what somebody wants to write down to the facts of `may_record`."""

from inconfidence.policy.facts import MayRecord


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


def anonymous_facts(*, shows: bool) -> MayRecord:
    """The facts of a note about a caller without a name. `shows`: it tells who rang, or who the child is."""
    return MayRecord(kind="anonymous_note", identifying="yes" if shows else "no")

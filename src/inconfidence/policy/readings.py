"""Readings that settle one subject, and stand beside clauses that speak of others too."""

from collections.abc import Collection, Iterable, Mapping

# how grave a harm must be, and that courts and statutes come in.: what one's own notes are, and how
# they are asked for. X-08: what volunteers see and hold. X-15: what shows a yes.
# how much of a case a volunteer sees.
SUBJECTS: Mapping[str, frozenset[str]] = {
    "X-04": frozenset(
        {
            "child-at-risk",
            "person-at-risk",
            "public-interest",
            "law-ground",
            "inspection",
            "check-and-speak-first",
            "consult-lead",
            "raise",
            "restricted-items",
        }
    ),
    "X-05": frozenset({"subject-access", "separate-requests", "child-access"}),
    "X-06": frozenset({"subject-access"}),
    "X-31": frozenset({"volunteer-scope"}),
    "X-15": frozenset({"consent-evidence", "request-evidence"}),
    "X-08": frozenset(
        {
            "volunteer-scope",
            "volunteer-agreement",
            "volunteer-asked-for",
            "volunteer-no-download",
            "volunteer-school-record",
            "volunteer-sen-file",
            "volunteers-enabled",
            "voicemail-staff-only",
            "paper-staff-only",
        }
    ),
}


def in_play(readings: Iterable[str], rules: Collection[str]) -> tuple[str, ...]:
    """The readings, each once, without those whose subject none of these rules is about."""
    return tuple(
        reading
        for reading in dict.fromkeys(readings)
        if reading not in SUBJECTS or not SUBJECTS[reading].isdisjoint(rules)
    )

"""What a register may hold under a policy: the points, places and documents that its clauses name."""

from collections.abc import Mapping

from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.registers.checks import point, rows_of, words_of
from inconfidence.policy.standing.registers.people import documents

# What these can be about does not stand in the policy: it is given.
OF_KINDS = ("privacy-notice-covers-every-field", "figures-on-time")
NOTHING: Mapping[str, str] = {}


def things(slug: str, edition: Edition, kinds: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """Each thing that an entry can be about, with its words; none where an entry is about the register itself."""
    if slug in OF_KINDS:
        return dict(kinds)
    return {what: point(what) for what in _named(slug, edition)}


def _named(slug: str, edition: Edition) -> tuple[str, ...]:
    match slug:
        case "linked-policies":
            return documents(edition)
        case "sharing-protocol":
            return (str(edition.value(slug, "document")),)
        case "equipment-check" | "premises-check":
            return rows_of(edition, slug)
        case "policy-on-show":
            return words_of(edition, slug, "places")
        case "standards-register":
            return words_of(edition, slug, "standards")
        case "day-to-day-watch":
            return ("watch",)
    return ()

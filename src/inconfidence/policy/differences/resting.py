"""What of a policy rests on a default or the law and on no clause of its own, and what a draft lets fall to them."""

from collections.abc import Mapping

from inconfidence.policy.edition import Edition
from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import in_words
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Origin

Standing = Mapping[str, tuple[str, ...]]


def resting(edition: Edition) -> Standing:
    """Every rule, or value of a rule, on which the policy is silent → the defaults and laws that answer for it."""
    return {
        place: clauses for place, (origin, clauses) in _standing(edition).items() if origin is not Origin.OWN
    }


def fallen(before: Edition, after: Edition) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """What a clause of its own settled before and none does after: the place, that clause, and what answers now.

    Nothing answers where neither a default nor the law knows the rule.
    """
    now = _standing(after)
    lost = ((place, own, now.get(place, (Origin.DEFAULT, ()))) for place, own in _own(before).items())
    return tuple((place, own, clauses) for place, own, (origin, clauses) in lost if origin is not Origin.OWN)


def _own(edition: Edition) -> Standing:
    return {place: clauses for place, (origin, clauses) in _standing(edition).items() if origin is Origin.OWN}


def _standing(edition: Edition) -> dict[str, tuple[Origin, tuple[str, ...]]]:
    named = (entry for entry in ENTRIES.values() if edition.names(entry.slug))
    return {place: stands for entry in named for place, stands in _places(entry, edition).items()}


def _places(entry: Entry, edition: Edition) -> dict[str, tuple[Origin, tuple[str, ...]]]:
    """Value by value; or, where a rule takes none or takes rows of them, as a whole."""
    settings = {
        key: edition.setting(entry.slug, key)
        for key in entry.parameters
        if (entry.slug, key) in edition.settings and not entry.repeatable
    }
    if settings:
        return {
            f"{entry.slug} ({in_words(key)})": (each.origin, each.clauses) for key, each in settings.items()
        }
    naming = edition.naming(entry.slug)
    return {entry.slug: (naming.origin, naming.cites)}

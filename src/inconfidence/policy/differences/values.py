"""What two policies set differently, whether or not an answer changes by it; their dates, titles, terms and clauses."""

from collections.abc import Iterable, Mapping
from datetime import date

from inconfidence.policy import labels
from inconfidence.policy.clause import Clause
from inconfidence.policy.differences.views import ClauseDiffers, Said, SetDiffers, WordDiffers
from inconfidence.policy.edition import Edition, Setting
from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import in_words
from inconfidence.policy.register import ENTRIES

NOTHING_SAID = Said("", (), "")
DATES = {
    "version": "label",
    "in force from": "in_force_from",
    "last review": "last_review",
    "next review": "next_review",
}


def stands(edition: Edition, rule: str) -> tuple[object, ...] | None:
    """How a rule stands in a policy: by which clauses, with which values. None where it has no effect there."""
    if not edition.names(rule):
        return None
    return edition.naming(rule), _settings(edition, rule), edition.rows.get(rule)


def values_differ(first: Edition, second: Edition) -> tuple[SetDiffers, ...]:
    """Every value that is not the same, rule by rule, in the order of the register."""
    return tuple(found for entry in ENTRIES.values() for found in _entry(entry, first, second))


def words_differ(first: Edition, second: Edition) -> tuple[WordDiffers, ...]:
    """Dates, who reviews, titles and terms."""
    dates = ((name, _dated(first, key), _dated(second, key)) for name, key in DATES.items())
    reviewed = ("reviewed by", in_words(first.reviewed_by), in_words(second.reviewed_by))
    return (
        *_words("date", dates),
        *_words("review", [reviewed]),
        *_words("title", _beside(first.titles, second.titles)),
        *_words("term", _beside(first.terms, second.terms)),
    )


def clauses_differ(first: Edition, second: Edition) -> tuple[ClauseDiffers, ...]:
    """Clauses of two versions of one document. Two documents that share no number are not laid beside each other."""
    ours, theirs = ({each.id: _text(each) for each in edition.clauses} for edition in (first, second))
    if not ours.keys() & theirs.keys():
        return ()
    return tuple(
        ClauseDiffers(id=each, first=ours.get(each, ""), second=theirs.get(each, ""))
        for each in dict.fromkeys((*ours, *theirs))
        if ours.get(each) != theirs.get(each)
    )


def _entry(entry: Entry, first: Edition, second: Edition) -> list[SetDiffers]:
    ours, theirs = _said(entry, first), _said(entry, second)
    return [
        SetDiffers(
            rule=entry.slug,
            sentence=entry.sentence,
            key=key,
            asked_by=tuple(str(each) for each in entry.asked_by),
            first=ours.get(key, NOTHING_SAID),
            second=theirs.get(key, NOTHING_SAID),
        )
        for key in dict.fromkeys((*ours, *theirs))
        if ours.get(key, NOTHING_SAID).words != theirs.get(key, NOTHING_SAID).words
    ]


def _said(entry: Entry, edition: Edition) -> Mapping[str, Said]:
    """What a policy says of a rule: value by value; row by row as one; or, where it takes no value, that it holds."""
    if not edition.names(entry.slug):
        return {}
    names = labels.called(edition)
    if entry.repeatable:
        rows = edition.rows[entry.slug]
        return {
            "": Said(
                "; ".join(_row(row.values) for row in rows),
                tuple(row.clause for row in rows),
                "; ".join(", ".join(labels.values_said(entry.slug, row.values, names)) for row in rows),
            )
        }
    if not entry.parameters:
        return {"": Said("holds", edition.naming(entry.slug).cites, "it has effect")}
    settings = _settings(edition, entry.slug)
    return {
        key: Said(
            in_words(setting.value), setting.clauses, labels.said(entry.slug, key, setting.value, names)
        )
        for key, setting in settings.items()
    }


def _settings(edition: Edition, rule: str) -> dict[str, Setting]:
    return {key: setting for (of, key), setting in edition.settings.items() if of == rule}


def _row(values: Mapping[str, object]) -> str:
    return ", ".join(f"{key} {in_words(value)}" for key, value in values.items())


def _words(about: str, pairs: Iterable[tuple[str, str, str]]) -> list[WordDiffers]:
    return [
        WordDiffers(about=about, name=name, first=ours, second=theirs)
        for name, ours, theirs in pairs
        if ours != theirs
    ]


def _beside(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return [(name.replace("_", " "), ours[name], theirs[name]) for name in ours]


def _dated(edition: Edition, key: str) -> str:
    found: date | str | None = getattr(edition, key)
    return f"{found:%-d %B %Y}" if isinstance(found, date) else found or ""


def _text(clause: Clause) -> str:
    read = f"Read with {', '.join(clause.reading)}." if clause.reading else ""
    return " ".join(part for part in (clause.says, clause.promises, read) if part)

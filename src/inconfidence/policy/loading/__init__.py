"""A policy file → a checked edition, or every fault of the file at once.

Text goes in, never a path. The service's own clauses come first; where they set no value the default policy does, value
by value; law is laid over. Whatever is wrong is collected before anything is refused.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from inconfidence.policy.clause import Clause, Reading
from inconfidence.policy.edition import Edition, Naming, Row, Setting
from inconfidence.policy.entry import Entry
from inconfidence.policy.loading.clauses import read_clauses, read_readings, wrong_id
from inconfidence.policy.loading.faults import Fault, Faults, Faulty
from inconfidence.policy.loading.header import read_header
from inconfidence.policy.loading.resolving import naming_each, resolve_naming, resolve_rows, resolve_settings
from inconfidence.policy.loading.text import parse
from inconfidence.policy.register import CLOSING, ENTRIES

__all__ = ["Fault", "Faulty", "load", "wrong_id"]

DEFAULT_FILE = "default.toml"


def load(service_toml: str, default_toml: str, file: str, entries: Mapping[str, Entry] = ENTRIES) -> Edition:
    """Check a policy against the register and the default policy. Raises Faulty with every fault of both texts.

    The same text given twice is the default policy itself, as a service that has no clause of its own.
    """
    is_default = service_toml == default_toml
    default_faults = Faults(file if is_default else DEFAULT_FILE)
    default = parse(default_toml, default_faults)
    general = read_clauses(default, "default", entries, default_faults)
    readings = read_readings(default, default_faults)
    faults = default_faults if is_default else Faults(file)
    table = default if is_default else parse(service_toml, faults)
    header = read_header(table, faults) if table or not faults.found else {}
    own = () if is_default else read_clauses(table, "service", entries, faults)
    if not table and not faults.unread:
        faults.add("", "clause", None, "at least one [[clause]]")
    _readings_known(own or general, readings, faults)
    resolved = _resolve(own, general, entries, faults)
    _questions_close(resolved[0], faults)
    found = faults.found if is_default else default_faults.found + faults.found
    if found:
        raise Faulty(tuple(found))
    return _edition(header, is_default, own, general, readings, resolved)


Resolved = tuple[dict[str, Naming], dict[tuple[str, str], Setting], dict[str, tuple[Row, ...]]]


def _resolve(
    own: tuple[Clause, ...], general: tuple[Clause, ...], entries: Mapping[str, Entry], faults: Faults
) -> Resolved:
    named, named_in_general = naming_each(own), naming_each(general)
    namings: dict[str, Naming] = {}
    settings: dict[tuple[str, str], Setting] = {}
    rows: dict[str, tuple[Row, ...]] = {}
    for slug, entry in entries.items():
        ours = named.get(slug, [])
        theirs = [each for each in named_in_general.get(slug, []) if each[1].unless not in named]
        if not ours and not theirs:
            continue
        if entry.repeatable:
            rows[slug] = resolve_rows(slug, entry, [*ours, *theirs], faults)
            here: dict[tuple[str, str], Setting] = {}
        else:
            here = resolve_settings(slug, entry, ours, theirs, faults)
        settings |= here
        namings[slug] = resolve_naming(ours, theirs, here)
    return namings, settings, rows


def _readings_known(clauses: Iterable[Clause], readings: Mapping[str, Reading], faults: Faults) -> None:
    for clause in clauses:
        for reading in clause.reading:
            if reading not in readings:
                faults.add(clause.id, "reading", reading, "the id of a [[reading]] in the default policy")


def _questions_close(namings: Mapping[str, Naming], faults: Faults) -> None:
    for question, slug in CLOSING.items():
        if slug not in namings:
            faults.add(
                "", f"rules.{slug}", None, f"a clause or default that names it: {question} closes with it"
            )


def _edition(
    header: Mapping[str, Any],
    is_default: bool,
    own: tuple[Clause, ...],
    general: tuple[Clause, ...],
    readings: Mapping[str, Reading],
    resolved: Resolved,
) -> Edition:
    namings, settings, rows = resolved
    return Edition(
        slug=header["slug"],
        kind="default" if is_default else "service",
        service=header["name"],
        short=header["short"],
        title=header["title"],
        label=header["edition"],
        in_force_from=header["in_force_from"],
        last_review=header["last_review"],
        next_review=header["next_review"],
        reviewed_by=header["reviewed_by"],
        clauses=general if is_default else own,
        titles=header["titles"],
        terms=header["terms"],
        namings=namings,
        settings=settings,
        rows=rows,
        readings=readings,
        every_clause={clause.id: clause for clause in (*general, *own)},
    )

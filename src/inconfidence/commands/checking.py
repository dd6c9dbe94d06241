"""`policy check`: every fault at once."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from inconfidence import policies
from inconfidence.policy.differences import fallen, resting
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Fault, Faulty, load

Checked = tuple[list[Fault], list[str]]


def check() -> Checked:
    """Check the package's own files. Returns the faults and the names of the files."""
    return _checked({f"{slug}.toml": policies.text(slug) for slug in policies.slugs()})


def check_files(files: Sequence[Path]) -> Checked:
    """Check policy files anywhere. Returns as `check` does; a file that cannot be read is a fault among the others."""
    unread: list[Fault] = []
    texts: dict[str, str] = {}
    for file in files:
        found = _text(file)
        if isinstance(found, Fault):
            unread.append(found)
        else:
            texts[str(file)] = found
    faults, names = _checked(texts)
    return unread + faults, names


def silences(file: Path) -> list[str]:
    """Of a file without faults: what rests on a default or the law, and on no clause of its own.

    Of a policy that comes with the program under the same name, only what a clause of its own settles there.
    """
    found = load(file.read_text(encoding="utf-8"), policies.default_text(), str(file))
    if found.slug == policies.DEFAULT:
        return []
    return _fallen(found) if found.slug in policies.slugs() else _resting(found)


def _fallen(found: Edition) -> list[str]:
    return [
        f"{place} rests on {', '.join(now)}, no longer on {', '.join(own)}."
        if now
        else f"{place} has no effect any more: {', '.join(own)} gave it."
        for place, own, now in fallen(policies.edition(found.slug), found)
    ]


def _resting(found: Edition) -> list[str]:
    by: dict[str, list[str]] = {}
    for place, clauses in resting(found).items():
        by.setdefault(", ".join(clauses), []).append(place)
    return [f"Rests on {clauses}: {', '.join(places)}." for clauses, places in by.items()]


def _text(file: Path) -> str | Fault:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        found = f"{reason or 'no text in UTF-8'}"
        return Fault(str(file), "", "", found, "a policy file that can be read")


def _checked(texts: dict[str, str]) -> Checked:
    faults: list[Fault] = []
    for file, text in texts.items():
        # The default policy is checked as what it is, wherever its file lies.
        general = text if _is_default(text) else policies.default_text()
        try:
            load(text, general, file)
        except Faulty as faulty:
            faults += [fault for fault in faulty.faults if fault not in faults]
    return faults, list(texts)


def _is_default(text: str) -> bool:
    try:
        service = tomllib.loads(text).get("service")
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return isinstance(service, dict) and service.get("slug") == policies.DEFAULT

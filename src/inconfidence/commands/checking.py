"""`policy check`: every fault at once."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from inconfidence import policies
from inconfidence.commands.printing import BadInput
from inconfidence.policy.loading import Fault, Faulty, load

Checked = tuple[list[Fault], list[str]]


def check() -> Checked:
    """Check the package's own files. Returns the faults and the names of the files."""
    return _checked({f"{slug}.toml": policies.text(slug) for slug in policies.slugs()})


def check_files(files: Sequence[Path]) -> Checked:
    """Check policy files anywhere. Returns as `check` does. Raises BadInput for a file that is no text."""
    return _checked({str(file): _text(file) for file in files})


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise BadInput(f"{file} cannot be read ({reason}): expected a policy file.") from None


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
    except tomllib.TOMLDecodeError:
        return False
    return isinstance(service, dict) and service.get("slug") == policies.DEFAULT

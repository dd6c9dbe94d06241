"""Faults made on purpose, at points where words lie open: in what is raised, in its locals, in its causes."""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.core.exceptions import SuspiciousOperation, ValidationError
from django.db import DataError, IntegrityError

# Where: (module, what in it). Each takes part in opening, sealing, deciding, drawing or recording.
POINTS = (
    ("inconfidence.vault.subject_key", "SubjectKey.seal"),
    ("inconfidence.vault.subject_key", "SubjectKey.open"),
    ("inconfidence.vault.subject_key", "as_bytes"),
    ("inconfidence.vault.subject_key", "as_record"),
    ("inconfidence.vault.sealed", "SealedField.get_db_prep_value"),
    ("inconfidence.vault.sealed", "SealedField.from_db_value"),
    ("inconfidence.cases.actions.notes", "record"),
    ("inconfidence.cases.actions.notes", "open_case_for"),
    ("inconfidence.cases.forms.notes", "NoteForm.details"),
    ("inconfidence.web.forms.service_form", "ServiceForm.full_clean"),
    ("inconfidence.cases.views.notes", "go"),
    ("inconfidence.cases.queries.head", "IdentityBar"),
    ("inconfidence.team.middleware", "open_sitting"),
    ("inconfidence.team.actions.sittings", "halves.join"),
    ("inconfidence.people.queries.cards", "sentence"),
    ("inconfidence.consent.queries.head", "lines"),
    ("django.template.base", "Template.render"),
    ("django.db.models.base", "Model.save_base"),
    ("django.db.models.query", "QuerySet._fetch_all"),
    ("django.http.request", "HttpRequest._load_post_and_files"),
)
KINDS: tuple[Callable[[str], Exception], ...] = (
    RuntimeError,
    KeyError,
    lambda words: IntegrityError(
        f"duplicate key value\nDETAIL:  Key (name)=({words}) already exists.\nFailing row contains ({words})"
    ),
    lambda words: DataError(f"invalid input: {words}"),
    lambda words: ValidationError({"text": words}),
    lambda words: UnicodeDecodeError("utf-8", words.encode(), 0, 4, words),
    lambda words: ExceptionGroup(words, [ValueError(words)]),
    SuspiciousOperation,
    SystemError,
)
HOW_MANY = 26


def whole(number: int) -> tuple[str, str, Callable[[str], Exception]]:
    """The point and the kind of this fault: every point at least once, the kinds in turn."""
    module, name = POINTS[number % len(POINTS)]
    return module, name, KINDS[number % len(KINDS)]


@contextmanager
def broken(number: int, words: str) -> Iterator[list[int]]:
    """Make one point fail, holding these words. The list it gives grows with every time it did."""
    module, name, kind = whole(number)
    fell: list[int] = []

    def fails(*args: Any, **options: Any) -> Any:
        held = {"opened": words, "also": [words]}
        fell.append(number)
        try:
            raise ValueError(held["opened"])
        except ValueError as cause:
            error = kind(words)
            error.add_note(words)
            raise error from cause

    *parents, last = name.split(".")
    owner: Any = importlib.import_module(module)
    for part in parents:
        owner = getattr(owner, part)
    with patch.object(owner, last, fails):
        yield fell

"""What is stored: every field says why it may stand in clear, every word of the record can be read by people."""

import pytest
from django.apps import apps
from django.db import models

from inconfidence.audit.acts import WORDING, Act
from inconfidence.duties.words import WORDING as WORKLIST
from inconfidence.policy.duties import DUTIES
from inconfidence.policy.vocabulary import DutyKind, DutyWhen
from inconfidence.vault.sealed import SealedField
from tests.house.tree import SOURCE, modules

TEXT = (models.CharField, models.TextField, models.FileField, models.EmailField, models.JSONField)
OURS = [model for model in apps.get_models() if model.__module__.startswith("inconfidence.")]
FIELDS = [(model, field) for model in OURS for field in model._meta.local_fields]

# Bytes that are neither sealed nor words: keys, hashes and their like.
BYTES_IN_CLEAR = "plain: ", "derived: "


def label(value: object) -> str:
    """A model's or a field's short name."""
    return str(getattr(value, "label", None) or getattr(value, "name", value))


def test_there_are_tables() -> None:
    assert len(OURS) > 10


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda value: str(value).rsplit(".", 1)[-1])
def test_a_field_is_sealed_closed_or_says_why_it_is_plain(
    model: type[models.Model], field: "models.Field[object, object]"
) -> None:
    if isinstance(field, SealedField):
        return
    if isinstance(field, TEXT):
        said = str(field.help_text)
        assert field.choices or said.startswith(BYTES_IN_CLEAR), f"{model.__name__}.{field.name}"
        assert field.choices or len(said.split()) >= 3, "the reason is a reason"


def test_nothing_of_djangos_own_accounts_is_installed() -> None:
    unwanted = {"auth", "admin", "sessions", "messages", "contenttypes"}
    assert not unwanted & {config.label for config in apps.get_app_configs()}


def test_every_sealed_column_is_held_by_a_constraint() -> None:
    for model in OURS:
        sealed = {field.name for field in model._meta.local_fields if isinstance(field, SealedField)}
        checks = [rule for rule in model._meta.constraints if isinstance(rule, models.CheckConstraint)]
        text = " ".join(str(rule.deconstruct()) for rule in checks)
        assert not [name for name in sealed if f"'{name}" not in text and f"({name}" not in text], model


def test_every_act_has_its_words() -> None:
    assert set(WORDING) == set(Act)
    assert all(words[0].isupper() and not words.endswith(".") for words in WORDING.values())


def test_every_act_is_one_that_somebody_writes() -> None:
    text = " ".join(path.read_text() for path in modules() if path != SOURCE / "audit" / "acts.py")
    assert not [act for act in Act if f"Act.{act.name}" not in text]


def test_every_duty_of_the_core_has_words() -> None:
    assert set(DUTIES) == set(DutyKind)


def test_every_duty_that_outlives_its_act_can_be_read_in_a_worklist() -> None:
    later = {kind.value for kind, owed in DUTIES.items() if owed.when is not DutyWhen.IN_THE_ACT}
    assert not later - set(WORKLIST)


@pytest.mark.django_db
def test_every_migration_is_written() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# Keys are destroyed in the vault; sittings, devices and invitations end in the team's own room.
MAY_DELETE = frozenset({"vault", "team"})


def test_what_the_record_names_is_written_over_and_never_taken_away() -> None:
    taken = {path for path in modules() if ".delete()" in path.read_text()}
    assert {path.relative_to(SOURCE).parts[0] for path in taken} == MAY_DELETE

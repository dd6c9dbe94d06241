"""Tables of keys. Every private half and every case key in them is sealed; the rest is public halves and ids."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, plain, sealed_check
from inconfidence.vault.words import Group, Kind, OwnerKind, PairState


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class PersonKey(models.Model):
    """One person's pair. The public halves count only with a lead's signature."""

    id = models.UUIDField(primary_key=True, default=new_id)
    owner = models.UUIDField(db_index=True)
    service_id = models.UUIDField()
    kind = models.CharField(max_length=16, choices=_choices(OwnerKind))
    state = models.CharField(max_length=16, choices=_choices(PairState), default=PairState.active)
    public = models.BinaryField()
    verifying = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    private = SealedField(null=True)
    signature = models.BinaryField(null=True)
    signed_by = models.UUIDField(null=True)
    lead_signature = models.BinaryField(null=True)
    lead_signed_by = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar = [
            sealed_check("private", "vault.PersonKey"),
            models.UniqueConstraint(
                fields=["owner"], condition=models.Q(state="active"), name="vault_one_active_pair"
            ),
        ]


class GroupKey(models.Model):
    """A group's pair in a service; a new generation replaces the one before."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service_id = models.UUIDField()
    group = models.CharField(max_length=16, choices=_choices(Group))
    generation = models.PositiveIntegerField()
    public = models.BinaryField()
    signature = models.BinaryField()
    signed_by = models.UUIDField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service_id", "group", "generation"], name="vault_one_group_pair")
        ]


class Membership(models.Model):
    """A group's private half, sealed to one member."""

    id = models.UUIDField(primary_key=True, default=new_id)
    group_key = models.ForeignKey(GroupKey, models.CASCADE)
    member = models.ForeignKey(PersonKey, models.CASCADE)
    seal = SealedField()

    class Meta:
        constraints: ClassVar = [
            sealed_check("seal", "vault.Membership"),
            models.UniqueConstraint(fields=["group_key", "member"], name="vault_one_membership"),
        ]


class Subject(models.Model):
    """A case or a card that has a key, and which generation of the key is in force."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=8, choices=_choices(Kind))
    service_id = models.UUIDField()
    generation = models.PositiveIntegerField(default=1)


class Seal(models.Model):
    """The key in force, sealed to one holder: a person's pair or a group's."""

    id = models.UUIDField(primary_key=True, default=new_id)
    subject = models.ForeignKey(Subject, models.CASCADE, db_index=False)
    kind = models.CharField(max_length=8, choices=_choices(Kind))
    service_id = models.UUIDField()
    generation = models.PositiveIntegerField()
    holder = models.UUIDField()
    seal = SealedField()

    class Meta:
        constraints: ClassVar = [
            sealed_check("seal", "vault.Seal"),
            models.UniqueConstraint(fields=["subject", "holder"], name="vault_one_seal"),
        ]
        indexes: ClassVar = [models.Index(fields=["holder", "kind"], name="vault_held")]


class OlderKey(models.Model):
    """A key of an earlier generation, sealed under the next one."""

    id = models.UUIDField(primary_key=True, default=new_id)
    subject = models.ForeignKey(Subject, models.CASCADE, db_index=False)
    generation = models.PositiveIntegerField()
    seal = SealedField()

    class Meta:
        constraints: ClassVar = [
            sealed_check("seal", "vault.OlderKey"),
            models.UniqueConstraint(fields=["subject", "generation"], name="vault_one_older"),
        ]


class StoredFile(models.Model):
    """Which sealed file on the disk belongs to which place; its name is the random id."""

    id = models.UUIDField(primary_key=True, default=new_id)
    table = models.CharField(max_length=40, help_text=plain("the name of one of our tables"))
    column = models.CharField(max_length=40, help_text=plain("the name of one of our columns"))
    row = models.UUIDField()
    version = models.PositiveIntegerField()
    size_bucket = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table", "column", "row", "version"], name="vault_one_file")
        ]

"""Chains of events. A row is written once and never changed."""

from typing import ClassVar

from django.db import models

from inconfidence.audit.acts import choices
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class Chain(models.Model):
    """One of a service's chains and its last event. Writers of a chain wait for each other at this row."""

    id = models.UUIDField(primary_key=True)
    service_id = models.UUIDField()
    slot = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField(default=0)
    hash = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service_id", "slot"], name="audit_one_chain_a_slot")
        ]


class Event(models.Model):
    """One act. `payload` is the canonical bytes that were hashed; the other columns repeat it for queries."""

    id = models.UUIDField(primary_key=True, default=new_id)
    chain = models.ForeignKey(Chain, models.PROTECT, db_index=False)
    number = models.PositiveBigIntegerField()
    previous = models.BinaryField()
    act = models.CharField(max_length=32, choices=choices)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    service_id = models.UUIDField()
    about = models.UUIDField(null=True)
    payload = models.BinaryField()
    sealed = SealedField(null=True)
    hash = models.BinaryField()
    once = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar = [
            sealed_check("sealed", "audit.Event"),
            models.UniqueConstraint(fields=["chain", "number"], name="audit_one_event_a_number"),
            # Only forms carry a token; the many events that are reads stay out of this index.
            models.UniqueConstraint(
                fields=["once"], condition=models.Q(once__isnull=False), name="audit_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["about", "at"], name="audit_about")]

"""Cards: one for each person we help, under a key of its own that never opens why they came."""

from django.db import models

from inconfidence.people.words import How
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class Card(models.Model):
    """Name, how to reach them safely, access and language needs: one sealed record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """The record is sealed."""

        constraints = [sealed_check("record", "people.Card")]


class Caller(models.Model):
    """That somebody rang, wrote or came as the person of a card, and how whoever answered knew them, or did not."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="callers")
    how = models.CharField(max_length=12, choices=[(word.value, word.value) for word in How])
    at = models.DateTimeField()
    by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Read by card, the last first."""

        indexes = [models.Index(fields=["card", "-at"], name="caller_of_card")]

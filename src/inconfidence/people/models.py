"""Cards: one for each person we help, under a key of its own that never opens why they came."""

from django.db import models

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

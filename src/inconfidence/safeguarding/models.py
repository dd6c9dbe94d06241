"""Concerns about harm, sealed to the leads of the service and to nobody else."""

from django.db import models

from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class Concern(models.Model):
    """What somebody was worried about, in their own words; who raised it stands in clear, the words do not.

    `delivered_at` is set when it came by way of the spool, after a time-out or while the database refused.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    raised_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    taken_on_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    taken_on_at = models.DateTimeField(null=True)
    record = SealedField()

    class Meta:
        """Read newest first, one service at a time."""

        constraints = [sealed_check("record", "safeguarding.Concern")]
        indexes = [models.Index(fields=["service", "-raised_at"], name="concern_service")]

"""Concerns about harm, sealed to the leads of the service; what is written down about one, also to who raised it."""

from django.db import models

from inconfidence.safeguarding.words import Kind
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class Concern(models.Model):
    """What somebody was worried about, in their own words; who raised it stands in clear, the words do not.

    `delivered_at` is set when it came by way of the spool, after a time-out or while the database refused.
    `happened_at` is when it was, where it was written on paper first: midnight where only the day is known.
    `believed_on` and `passed_on` are worked out from what is written down, so that a day gone by can be shown.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        max_length=8, choices=[(word.value, word.value) for word in Kind], default=Kind.CONCERN
    )
    raised_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    happened_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    taken_on_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    taken_on_at = models.DateTimeField(null=True)
    believed_on = models.DateField(null=True)
    passed_on = models.DateField(null=True)
    closed_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    record = SealedField()

    class Meta:
        """Read newest first, one service at a time."""

        constraints = [sealed_check("record", "safeguarding.Concern")]
        indexes = [models.Index(fields=["service", "-raised_at"], name="concern_service")]


class Entry(models.Model):
    """What was written down about a concern at one time; never overwritten: what happens next is a new entry.

    `own_record` is the same for whoever raised the concern; empty where nothing could be sealed to them. `happened_at`
    is when it was, where that was written on paper first.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    happened_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    own_record = SealedField(null=True)

    class Meta:
        """Read in the order of writing."""

        constraints = [
            sealed_check("record", "safeguarding.Entry"),
            sealed_check("own_record", "safeguarding.Entry"),
        ]
        indexes = [models.Index(fields=["concern", "recorded_at"], name="concern_entries")]

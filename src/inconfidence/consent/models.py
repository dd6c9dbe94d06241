"""Entries of consent, one sealed record each, never overwritten: a change of mind is a new entry."""

from django.db import models

from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class Entry(models.Model):
    """One answer, or one form that came back. Kind, answer, words, names and dates given are sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(
        max_length=8,
        choices=[("typed", "typed"), ("imported", "imported"), ("portal", "portal")],
        default="typed",
    )

    class Meta:
        """The record is sealed; the history reads in the order of recording."""

        constraints = [sealed_check("record", "consent.Entry")]
        indexes = [models.Index(fields=["case", "recorded_at"], name="consent_history")]

"""Services, adopted versions of their policy, inspections of the council. Nothing here is about a family."""

from django.db import models

from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import plain


class Service(models.Model):
    """One SENDIASS. Everything else belongs to exactly one service."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=80, unique=True, help_text=plain("the service's own short name"))
    name = models.CharField(max_length=120, help_text=plain("the service's own public name"))
    accent = models.CharField(max_length=7, blank=True, help_text=plain("a colour"))
    created_at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    address = models.CharField(
        max_length=300, blank=True, help_text=plain("the service's own public address, a line for each line")
    )
    phone = models.CharField(max_length=40, blank=True, help_text=plain("the service's own public number"))
    email = models.CharField(
        max_length=254, blank=True, help_text=plain("the service's own public e-mail address")
    )


class Adoption(models.Model):
    """One version of the policy as adopted: its whole text, so that later changes of a file change nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="adoptions")
    text = models.TextField(help_text=plain("the service's published policy"))
    sha256 = models.CharField(max_length=64, help_text=plain("the hash of the policy's text"))
    minute_reference = models.CharField(
        max_length=120, blank=True, help_text=plain("the reference of a public minute")
    )
    in_force_from = models.DateField()
    adopted_at = models.DateTimeField()
    adopted_by = models.UUIDField()

    class Meta:
        """Read newest first, one service at a time."""

        indexes = [models.Index(fields=["service", "-in_force_from", "-adopted_at"])]


class Inspection(models.Model):
    """An inspection of the council, from the day it opens to the day it ends."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="inspections")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    entered_by = models.UUIDField()

    class Meta:
        """An inspection never ends before it opens."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("opened_on")),
                name="inspection_ends_after_it_opens",
            )
        ]

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
    concern_numbers = models.JSONField(
        default=dict, help_text=plain("public numbers of offices that hear of concerns, by their code")
    )


class DraftState(models.TextChoices):
    """Where a change of the policy stands."""

    WRITING = "writing"
    SENT = "sent"
    ADOPTED = "adopted"
    DROPPED = "dropped"


class Draft(models.Model):
    """A change of the policy while it is being written and reviewed. Nothing in it decides anything yet."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="drafts")
    based_on = models.ForeignKey("Adoption", on_delete=models.PROTECT, related_name="drafts")
    text = models.TextField(help_text=plain("a policy that may be published"))
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=8, choices=DraftState.choices, default=DraftState.WRITING)
    started_by = models.UUIDField()
    started_at = models.DateTimeField()
    changed_by = models.UUIDField()
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Read by service, newest first."""

        indexes = [models.Index(fields=["service", "state", "-started_at"])]


class Review(models.Model):
    """What somebody whom the policy names said of a draft, or of the policy in force (no draft), on a day.

    `sha256` is the text they looked at: what is changed afterwards has not been reviewed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="reviews")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="reviews", null=True)
    sha256 = models.CharField(max_length=64, help_text=plain("the hash of the text that was looked at"))
    role = models.CharField(max_length=24, help_text=plain("a role, a closed word"))
    agreed = models.BooleanField()
    on = models.DateField()
    minute_reference = models.CharField(
        max_length=120, blank=True, help_text=plain("the reference of a public minute")
    )
    minute_on = models.DateField(null=True)
    entered_by = models.UUIDField()
    entered_at = models.DateTimeField()

    class Meta:
        """Read by service, in the order they were entered."""

        indexes = [models.Index(fields=["service", "entered_at"])]


class Adoption(models.Model):
    """One version of the policy as adopted: its whole text, so that later changes of a file change nothing.

    One that came from a draft is named by the day it came into force; the first is named as its document is.
    `reviewed_on`: the day on which the last of those whom the policy names had looked at all of it; none where the
    adoption moves no review. One that was withdrawn before its day decided nothing, and stays on record.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="adoptions")
    text = models.TextField(help_text=plain("the service's published policy"))
    sha256 = models.CharField(max_length=64, help_text=plain("the hash of the policy's text"))
    minute_reference = models.CharField(
        max_length=120, blank=True, help_text=plain("the reference of a public minute")
    )
    minute_on = models.DateField(null=True)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="adoptions", null=True)
    in_force_from = models.DateField()
    reviewed_on = models.DateField(null=True)
    adopted_at = models.DateTimeField()
    adopted_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)

    class Meta:
        """Read newest first, one service at a time."""

        indexes = [models.Index(fields=["service", "-in_force_from", "-adopted_at"])]


class Defaults(models.Model):
    """The law and the defaults that a decision rested on beside a service's own text, so that it can be asked again.

    They come with the program: another release may bring others.
    """

    sha256 = models.CharField(
        max_length=64, primary_key=True, help_text=plain("the hash of the program's own text")
    )
    text = models.TextField(help_text=plain("the law and the defaults, as published with the program"))
    kept_at = models.DateTimeField()


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

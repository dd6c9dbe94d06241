"""The peer's tables: names and notes in clear, one plain event row for each write."""

from django.db import models


class PlainCase(models.Model):
    """A case with a name anybody with the database can read."""

    worker = models.CharField(max_length=40, db_index=True, help_text="plain: bench only")
    reference = models.CharField(max_length=12, unique=True, help_text="plain: bench only")
    name = models.CharField(max_length=120, help_text="plain: bench only")
    opened_on = models.DateField()


class PlainNote(models.Model):
    """A note in clear."""

    case = models.ForeignKey(PlainCase, on_delete=models.CASCADE, related_name="notes")
    written_at = models.DateTimeField()
    author = models.CharField(max_length=60, help_text="plain: bench only")
    body = models.TextField(help_text="plain: bench only")


class PlainEvent(models.Model):
    """An event as most systems write it: a row and no more."""

    service = models.UUIDField()
    actor = models.UUIDField()
    act = models.CharField(max_length=40, help_text="plain: bench only")
    at = models.DateTimeField()
    about = models.UUIDField(null=True)
    words = models.JSONField(default=dict)


class BusinessRow(models.Model):
    """Two hundred bytes of business, written with either kind of event."""

    body = models.CharField(max_length=200, help_text="plain: bench only")

"""A duty is a row of closed words, dates and random references: what it is about stays sealed where it lies."""

from django.db import models

from inconfidence.duties.words import About, DutyState, When
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import plain


class Duty(models.Model):
    """One thing somebody owes. Owed by one person, or by whoever holds a role."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=48, help_text=plain("a closed word: the kind of duty"))
    owed_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    owed_by_role = models.CharField(
        max_length=30, blank=True, help_text=plain("a closed word: a role, or leads")
    )
    about_kind = models.CharField(max_length=12, choices=[(word.value, word.value) for word in About])
    about = models.UUIDField()
    reference = models.CharField(max_length=12, blank=True, help_text=plain("a random reference"))
    due_on = models.DateField(null=True)
    when = models.CharField(max_length=16, choices=[(word.value, word.value) for word in When])
    state = models.CharField(
        max_length=8, choices=[(word.value, word.value) for word in DutyState], default=DutyState.OPEN
    )
    owed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        """Done means when and by whom; the worklist is read by who owes."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=DutyState.OPEN, done_at__isnull=True, done_by__isnull=True)
                | models.Q(state=DutyState.DONE, done_at__isnull=False, done_by__isnull=False),
                name="duty_done_has_when_and_who",
            )
        ]
        indexes = [
            models.Index(fields=["service", "state", "owed_by", "due_on"], name="duty_of_person"),
            models.Index(fields=["service", "state", "owed_by_role"], name="duty_of_role"),
            models.Index(fields=["about", "state"], name="duty_about"),
        ]

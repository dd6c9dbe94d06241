"""Where the paper of a case is, line by line: filed, looked at, out, back. No name of a family, no word of theirs."""

from enum import StrEnum

from django.db import models

from inconfidence.retention.words import Carried, Content, Purpose, What, Why
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import plain


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """A closed list as a column takes it; what people read stands in `words.py`."""
    return [(word.value, word.value) for word in words]


class PaperLine(models.Model):
    """One thing that happened to the paper of one case, numbered. Lines are added and never changed.

    `mixed`: papers of another case lie in the same file. `holder` has it while it is out, or holds the cabinet's keys.
    `content`, `why` and `carried` go with what leaves.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=8, choices=choices(What))
    kept_in = models.CharField(max_length=120, blank=True, help_text=plain("a cabinet of the service's own"))
    mixed = models.BooleanField(default=False)
    purpose = models.CharField(max_length=20, blank=True, choices=choices(Purpose))
    content = models.CharField(max_length=22, blank=True, choices=choices(Content))
    why = models.CharField(max_length=8, blank=True, choices=choices(Why))
    carried = models.CharField(max_length=8, blank=True, choices=choices(Carried))
    holder = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    due_back = models.DateField(null=True)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Read a case at a time; a file that goes out has somebody who holds it and a day for its return."""

        constraints = [
            models.CheckConstraint(
                condition=~models.Q(what=What.OUT)
                | models.Q(holder__isnull=False, due_back__gte=models.F("on")),
                name="paper_goes_out_with_somebody_until_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(what=What.KEYS) | models.Q(holder__isnull=False),
                name="keys_are_held_by_somebody",
            ),
            models.UniqueConstraint(fields=["case", "number"], name="paper_line_once"),
        ]
        indexes = [models.Index(fields=["case", "on", "number"], name="paper_of_case")]

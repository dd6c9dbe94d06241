"""What was asked, what the lead decided, what was shared. Words about a family are sealed under the case key."""

from enum import StrEnum

from django.db import models

from inconfidence.policy.vocabulary import Outcome
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, sealed_check


class QuestionState(StrEnum):
    """Where a question stands: answered by the policy, waiting for a lead, or decided by one."""

    ANSWERED = "answered"
    WITH_LEAD = "with_lead"
    LEAD_AGREED = "lead_agreed"
    LEAD_DECLINED = "lead_declined"
    SHARED = "shared"


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Question(models.Model):
    """One "Can I share this?", with all that the worker said; what a lead decided lies beside it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=_choices(Outcome))
    state = models.CharField(max_length=16, choices=_choices(QuestionState), default=QuestionState.ANSWERED)
    put_to = models.CharField(
        max_length=24, blank=True, help_text="plain: the role that decides, a closed word"
    )
    decided_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    record = SealedField()
    verdict = SealedField(null=True)

    class Meta:
        """Read by case, and by those who decide."""

        constraints = [
            sealed_check("record", "disclosure.Question"),
            sealed_check("verdict", "disclosure.Question"),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_at"], name="question_case"),
            models.Index(fields=["service", "state"], name="question_waiting"),
        ]


class Danger(models.Model):
    """A dated record that somebody may come to harm: what was said or seen, and how far it has been talked through."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    record = SealedField()

    class Meta:
        """The history of one case, in the order of recording."""

        constraints = [sealed_check("record", "disclosure.Danger")]
        indexes = [models.Index(fields=["case", "recorded_at"], name="danger_case")]


class Disclosure(models.Model):
    """One thing that left the service: to whom, what, how, on which ground, with the decision as it was made."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    shared_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    source = models.CharField(
        max_length=8, choices=[("typed", "typed"), ("imported", "imported")], default="typed"
    )
    record = SealedField()

    class Meta:
        """The ledger reads newest first."""

        constraints = [sealed_check("record", "disclosure.Disclosure")]
        indexes = [models.Index(fields=["case", "-recorded_at"], name="disclosure_case")]

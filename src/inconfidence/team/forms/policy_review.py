"""Who looked at the policy, what they said, and from which day a version is in force."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from inconfidence.editions.actions import Looked, Minute, Said
from inconfidence.editions.actions.hindering import A_YEAR
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.vocabulary import Role
from inconfidence.team.forms.policy_values import opened
from inconfidence.web.forms import Checkboxes, DateField, Radios, ServiceForm, Text


class MinuteForm(ServiceForm):
    """Where a decision is written down."""

    minute_reference = Text(label="Reference of the minute", limit=120, width=20, required=False)
    minute_on = DateField(label="Date of the meeting", required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        meeting = self.fields["minute_on"]
        assert isinstance(meeting, DateField)
        meeting.latest = today

    def minute(self) -> Minute:
        """The minute as typed; half a minute is for the policy to judge."""
        return Minute(self.cleaned_data["minute_reference"], self.cleaned_data["minute_on"])


class ReviewForm(MinuteForm):
    """What a reviewer said of a draft."""

    role = Radios(label="Who looked at it?", choices=(), missing="Choose who looked at it")
    agreed = Radios(
        label="What did they say?",
        choices=[("yes", "They agree"), ("no", "They do not agree, or want something else")],
        missing="Choose what they said",
    )
    on = DateField(label="On which day?")
    field_order = ["role", "agreed", "on", "minute_reference", "minute_on"]

    def __init__(self, *args: Any, today: date, titles: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        role, day = self.fields["role"], self.fields["on"]
        assert isinstance(role, Radios)
        assert isinstance(day, DateField)
        role.choices = [(each, opened(title)) for each, title in titles.items()]
        day.latest = today

    def said(self) -> Said:
        """What was said, for the action."""
        typed = self.cleaned_data
        return Said(Role(typed["role"]), typed["agreed"] == "yes", typed["on"], self.minute())


class WholeReviewForm(MinuteForm):
    """The policy in force was looked at as a whole."""

    roles = Checkboxes(label="Who looked at the whole policy?", choices=(), missing="Choose who looked at it")
    on = DateField(label="On which day?")
    field_order = ["roles", "on", "minute_reference", "minute_on"]

    def __init__(self, *args: Any, today: date, titles: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        roles, day = self.fields["roles"], self.fields["on"]
        assert isinstance(roles, Checkboxes)
        assert isinstance(day, DateField)
        roles.choices = [(each, opened(title)) for each, title in titles.items()]
        day.latest = today

    def looked(self) -> Looked:
        """Who looked at it and when, for the action."""
        roles = frozenset(Role(each) for each in self.cleaned_data["roles"])
        return Looked(roles, self.cleaned_data["on"], self.minute())


class AdoptForm(MinuteForm):
    """From which day a reviewed draft is our policy; never from a day that is over (D-32), and within a year."""

    in_force_from = DateField(label="In force from")
    field_order = ["in_force_from", "minute_reference", "minute_on"]

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        since = self.fields["in_force_from"]
        assert isinstance(since, DateField)
        since.earliest, since.latest = today, months_after(today, A_YEAR)

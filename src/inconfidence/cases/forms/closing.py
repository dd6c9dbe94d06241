"""Closing a case and opening it again. What the file knows is filled in, and no other answer."""

from typing import ClassVar

from inconfidence import codes
from inconfidence.cases.actions.closing import ClosingDetails
from inconfidence.cases.forms.fields import chosen, shelf
from inconfidence.cases.queries.closing_page import ClosePage
from inconfidence.web.forms import Checkboxes, DateField, Radios, Select, ServiceForm, Text, TextArea, Tick

WITH_MEETINGS = [
    ("yes", "It ends with the case, and meetings to come are called off"),
    ("no", "It stays due, and meetings take place"),
]


class CloseForm(ServiceForm):
    """What came of it, why it ends, and what keeping the file will rest on. `undone` is asked where something is."""

    outcomes = Checkboxes(
        choices=codes.choices("outcome"),
        label="What came of it?",
        missing="Tick what came of the work, even if that is not known",
    )
    reason = Radios(
        choices=codes.choices("closure_reason"),
        label="Why do we close it?",
        missing="Choose why we close it",
    )
    died = Radios(
        choices=[
            ("person", "The person we help"),
            ("child", "The child or young person"),
            ("other", "Somebody else"),
        ],
        label="Who has died?",
        required=False,
    )
    died_on = DateField(label="When, if you know?", required=False)
    undone = Text(label="What became of it, or why could nothing be done?", required=False, limit=300)
    level = Radios(
        choices=codes.choices("intervention_level"),
        label="How far did our help go?",
        missing="Choose how far our help went",
    )
    ahead = Text(
        label="If more than first advice was given: how did it come to that?",
        help_text="It stands in the closing, and a lead is asked to read it",
        required=False,
        limit=300,
    )
    issue = Select(choices=(), label="Main matter", missing="Choose what it was about")
    other_issue = Select(choices=(), label="Another matter", required=False)
    feedback_asked = Tick(label="I asked them what they thought of our help", required=False)
    in_care = Radios(
        choices=codes.choices("ever_held"),
        label="Was the child ever in care while we worked with them?",
        initial="unknown",
        inline=True,
    )
    supervision_order = Radios(
        choices=codes.choices("ever_held"),
        label="Was there ever a supervision order while we worked with them?",
        initial="unknown",
        inline=True,
    )
    born_on = DateField(
        label="The child's date of birth, if you know it",
        help_text="The year alone is on the file already if it was given",
        required=False,
    )
    born_sure = Tick(label="I checked: this date of birth is right", required=False)
    holds = Checkboxes(
        choices=codes.choices("hold"),
        label="Is anything open for which we must keep the file?",
        required=False,
    )
    words = TextArea(label="Anything to say about how it ended", required=False, rows=4, limit=20_000)
    closed_on = DateField(label="Closed on", help_text="Leave empty for today", required=False)
    settle_rest = Radios(
        choices=[("yes", "It ends with the case"), ("no", "It stays due")],
        label="What becomes of what is still due?",
        initial="yes",
        inline=True,
    )
    reveals: ClassVar = {"reason": {"deceased": ("died", "died_on")}}
    needed: ClassVar = {"died": "Choose who has died"}

    def __init__(self, *args: object, page: ClosePage, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["issue"].choices = shelf("issue", "issue_group")  # type: ignore[attr-defined]
        self.fields["other_issue"].choices = shelf("issue", "issue_group", empty="None")  # type: ignore[attr-defined]
        reasons = dict(codes.choices("closure_reason"))
        self.fields["reason"].choices = [(code, reasons[code]) for code in page.reasons]  # type: ignore[attr-defined]
        self.fields["level"].help_text = page.worked
        if page.meetings:
            self.fields["settle_rest"].choices = WITH_MEETINGS  # type: ignore[attr-defined]
        self.ever = dict(page.ever)
        for name in self._not_asked(page):
            del self.fields[name]

    def _not_asked(self, page: ClosePage) -> list[str]:
        """What has no place here: nothing undone or missing, nothing due, nothing keeping rests on, no doubt."""
        asked: dict[str, object] = {"undone": page.undone, "settle_rest": page.still_due or page.meetings}
        asked["ahead"] = page.missing
        asked |= {name: name in page.ever_asked for name in page.ever}
        asked["born_sure"] = self.is_bound and self._born_on()
        return [name for name, wanted in asked.items() if not wanted]

    def _born_on(self) -> bool:
        typed = self.fields["born_on"].widget.value_from_datadict(self.data, self.files, "born_on")
        return any(typed)

    def details(self) -> ClosingDetails:
        """The closing as the action takes it."""
        data = self.cleaned_data
        return ClosingDetails(
            outcomes=chosen(data["outcomes"]),
            reason=data["reason"],
            level=data["level"],
            issue=data["issue"],
            other_issue=data["other_issue"],
            feedback_asked=data["feedback_asked"],
            words=data["words"],
            undone=data.get("undone", ""),
            ahead=data.get("ahead", ""),
            in_care=data.get("in_care", self.ever["in_care"]),
            supervision_order=data.get("supervision_order", self.ever["supervision_order"]),
            born_on=data["born_on"],
            born_sure=bool(data.get("born_sure")),
            died=data["died"] or "",
            died_on=data["died_on"],
            holds=chosen(data["holds"]),
            closed_on=data["closed_on"],
            settle_rest=data.get("settle_rest", "yes") == "yes",
        )


class ReopenForm(ServiceForm):
    """Opening a closed case again."""

    words = Text(label="Why do we open it again?", help_text="One line, if there is something to say",
                 required=False, limit=300)  # fmt: skip

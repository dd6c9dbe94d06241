"""How one decision is made: what is typed about it."""

from collections.abc import Sequence
from typing import ClassVar

from inconfidence.cases.queries import InvolvedView
from inconfidence.consent.actions import DecidingDetails
from inconfidence.consent.queries.deciding import CLIENT, HOW, THE_CLIENT, WHOSE
from inconfidence.web.forms import DateField, Radios, Select, ServiceForm, Text, TextArea


class DecidingForm(ServiceForm):
    """One entry about a decision. `people` are on the case; `new` where the decision is not written down yet.

    `young_person`: it may be the decision of a young person besides the person we help, who may then help in it.
    """

    what = Text(label="What is to be decided?", help_text="One decision, in a few words", limit=300)
    whose = Radios(choices=tuple(WHOSE.items()), label="Whose decision is it?", initial="own", small=True)
    how = Radios(choices=tuple(HOW.items()), label="How do they decide it?", initial="themselves")
    helper = Select(
        choices=(),
        label="Who helps?",
        help_text="What they may hear is what was agreed: it is recorded as a yes that names them",
        required=False,
    )
    judged_by = Text(label="Who judged it?", help_text="Name and post", required=False, limit=300)
    grounds = TextArea(
        label="On what grounds?",
        help_text="For this decision: what help was tried, and what it came to",
        required=False,
        rows=3,
        limit=20_000,
    )
    acts = Text(
        label="Who then acts for them in it, and by what right?",
        help_text="A deputy, an attorney, or a parent if there is none: Children and Families Act 2014, section 80",
        required=False,
        limit=300,
    )
    on = DateField(
        label="Since which day, or judged when?", help_text="Leave empty for today", required=False
    )

    reveals: ClassVar = {"how": {"with_help": ("helper",), "cannot": ("judged_by", "grounds", "acts")}}
    needed: ClassVar = {
        "helper": "Choose who helps; put them on the case first if they are not there",
        "judged_by": "Say who judged it",
        "grounds": "Say on what grounds, for this decision",
        "acts": "Say who then acts, and by what right",
    }

    def __init__(
        self,
        *args: object,
        people: Sequence[InvolvedView] = (),
        young_person: bool = False,
        new: bool = True,
        **options: object,
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        on_case = [(str(who.id), who.title) for who in people]
        on_case = [*([(CLIENT, THE_CLIENT)] if young_person else []), *on_case]
        self.fields["helper"].choices = [("", "Choose"), *on_case]  # type: ignore[attr-defined]
        if not new:
            del self.fields["what"]
        if not (new and young_person):
            del self.fields["whose"]

    def details(self) -> DecidingDetails:
        """What was said, as the action takes it."""
        data = self.cleaned_data
        return DecidingDetails(
            how=data["how"],
            what=data.get("what", ""),
            whose=data.get("whose", "own"),
            on=data["on"],
            helper=data["helper"],
            judged_by=data["judged_by"],
            grounds=data["grounds"],
            acts=data["acts"],
        )

"""Joining an earlier call without a name."""

from inconfidence.web.forms import ServiceForm, Text, Tick


class JoinForm(ServiceForm):
    """Which call, by the number that they were given in it; and that they asked for it."""

    reference = Text(
        label="The number they were given in the earlier call",
        help_text="They tell you. Nobody looks for a call by what was said in it.",
        missing="Enter the number they tell you",
        width=10,
        limit=20,
    )
    asked = Tick(label="They have asked for this themselves", required=False)

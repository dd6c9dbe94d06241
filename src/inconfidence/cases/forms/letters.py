"""A letter before it is final: its heading and its words stand ready and can all be changed."""

from typing import Any
from uuid import UUID

from inconfidence.cases.actions.letters import BY_HAND, LONGEST_LETTER
from inconfidence.cases.queries.letters import POST, Draft
from inconfidence.letters.addressing import Addressing
from inconfidence.web.forms import Radios, ServiceForm, Text, TextArea, Tick

WAYS = [(POST, "By post: with the address on record"), (BY_HAND, "Handed over: a name and no address")]


class LetterForm(ServiceForm):
    """A letter. `addressing` says whether it may be posted: then that is the usual way."""

    heading = Text(label="Heading", missing="Give the letter a heading", limit=300)
    text = TextArea(
        label="The letter",
        help_text="An empty line ends a paragraph. Lines that begin with a dash are a list. "
        "A short line that ends with a colon is a heading.",
        missing="Write the letter",
        rows=22,
        limit=LONGEST_LETTER,
    )
    way = Radios(choices=WAYS, label="How will it reach them?", missing="Choose how it will reach them")
    large = Tick(label="In large print", required=False)

    def __init__(self, *args: Any, addressing: Addressing | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        way = self.fields["way"]
        way.initial = POST if addressing and addressing.yes else BY_HAND
        if addressing and not addressing.yes:
            way.help_text = f"{addressing.says} {addressing.change}"

    def draft_of(self, letter: str, person: UUID | None, meeting: UUID | None) -> Draft:
        """The letter as typed."""
        data = self.cleaned_data
        return Draft(letter, data["heading"], data["text"], data["way"], data["large"], person, meeting)

"""One field. Whatever comes is taken: there is nothing here that could be filled in wrongly."""

from typing import Any
from uuid import UUID, uuid4

from inconfidence.web.forms import Hidden, ServiceForm, TextArea

LONGEST = 4_000_000


class ConcernForm(ServiceForm):
    """What somebody is worried about, in their own words; `about` carries the reference of the case it came from."""

    words = TextArea(
        label="What are you worried about?",
        help_text="Who, what you saw or heard, and when. A few words are enough.",
        required=False,
        rows=8,
        limit=LONGEST,
    )
    about = Hidden(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        vars(self.fields["words"])["template_name"] = "safeguarding/words.html"

    def said(self) -> str:
        """The words as sent. Read before any check, because none may stand in the way."""
        return str(self.data.get("words", "")).strip()

    def case(self) -> str:
        """The reference of the case the page was opened from, or nothing."""
        return str(self.data.get("about", "")).strip()[:12]

    def token(self) -> UUID:
        """The form's token; a page whose token is lost or broken gets a new one rather than a refusal."""
        try:
            return UUID(str(self.data.get("once", "")))
        except ValueError:
            return uuid4()


class TakeOnForm(ServiceForm):
    """Only the token: one press."""

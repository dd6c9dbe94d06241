"""First contact: what they were told and given, how they came, how far our help goes."""

from inconfidence import codes
from inconfidence.cases.actions.begin import DONE, FirstContactDetails
from inconfidence.cases.facts.beginning import Begun
from inconfidence.cases.forms.beside import BesideForm
from inconfidence.cases.forms.fields import pick
from inconfidence.web.forms import DateField, Hidden, Radios, Text, Tick


class FirstContactForm(BesideForm):
    """Everything of first contact on one page. A tick that stays keeps its day; a new one was done on `on`."""

    version = Hidden()
    statement = Tick(label="I told them what confidentiality means here, and where it ends", required=False)
    notice = Tick(label="I gave them the privacy notice", required=False)
    form = Tick(label="I gave them the permission form", required=False)
    confirmed = Tick(label="They have said themselves that they want our help", required=False)
    limits = Tick(label="They said no to sharing, and I explained how far we can then help", required=False)
    on = DateField(label="When was what you tick now?", help_text="Leave empty for today", required=False)
    absence_reason = Text(
        label="If a professional rang without them: why were they not there?", required=False, limit=300
    )
    not_needed = Text(
        label="If nobody asked whether we may talk to others: why is that not needed?",
        help_text="Leave empty where they answered: that stands under what was agreed",
        required=False,
        limit=300,
    )
    relationship = pick("relationship_to_child", label="Who they are to the child", initial="unknown")
    responsibility = pick(
        "parental_responsibility", label="Do they have parental responsibility?", initial="not_asked"
    )
    origin = pick("origin", label="How they came to us", initial="self")
    level = Radios(
        choices=codes.choices("intervention_level"),
        label="How far does our help go?",
        initial="1",
        small=True,
    )

    def details(self) -> FirstContactDetails:
        """First contact as the action takes it."""
        data = self.cleaned_data
        return FirstContactDetails(**{name: data[name] for name in FirstContactDetails.__dataclass_fields__})


def first_contact_as_typed(begun: Begun, level: str, version: int) -> dict[str, object]:
    """What the form shows of a case."""
    days = {
        "statement": begun.statement_on,
        "notice": begun.notice_on,
        "form": begun.form_on,
        "confirmed": begun.confirmed_on,
        "limits": begun.limits_on,
    }
    return {name: days[name] is not None for name in DONE} | {
        "version": str(version),
        "absence_reason": begun.absence_reason,
        "not_needed": begun.not_needed,
        "relationship": begun.relationship,
        "responsibility": begun.responsibility,
        "origin": begun.origin,
        "level": level,
    }

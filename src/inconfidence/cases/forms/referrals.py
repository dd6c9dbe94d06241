"""A professional's referral: who puts whom forward, and what shows that the family agreed beforehand."""

from collections.abc import Mapping
from typing import ClassVar
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.actions import NamedCaller, ReferralDetails, ShownDetails
from inconfidence.cases.actions.referrals import SENT_BY
from inconfidence.cases.forms.fields import chosen, pick, shelf
from inconfidence.cases.queries import EnquiryView
from inconfidence.web.forms import (
    DateField,
    Email,
    Hidden,
    Phone,
    Radios,
    Select,
    ServiceForm,
    Text,
    TextArea,
)

NOBODY_YET = ("", "Nobody yet")
SHOWN = ("form", "to_whom", "agreed_on", "exceptional", "agreed_by")
FORM_ORDER = (
    "version", "referrer", "role", "organisation", "reach", "origin", "passed_on", "name", "phone", "email", "caller",
    "child_name", "note", "issue", "other_issue", "method", *SHOWN,
)  # fmt: skip


class AgreementForm(ServiceForm):
    """What shows that the family agreed beforehand. `people` are those of us who may agree to get in touch."""

    form = Radios(
        choices=[("", "Nothing shows it yet"), *codes.choices("agreement_form")],
        label="What shows that the family agreed to be put forward?",
        required=False,
        small=True,
    )
    to_whom = Text(label="To whom did they say so?", required=False, limit=300, width=30)
    agreed_on = DateField(label="On which day did they agree?", required=False)
    exceptional = Text(
        label="Why is this exceptional, and why did the family not get in touch themselves?",
        required=False,
        limit=300,
    )
    agreed_by = Select(choices=(), label="Who of us agreed to get in touch?", required=False)
    field_order = FORM_ORDER

    def __init__(self, *args: object, people: Mapping[UUID, str], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        offered = [NOBODY_YET, *((str(one), name) for one, name in people.items())]
        self.fields["agreed_by"].choices = offered  # type: ignore[attr-defined]

    def shown(self) -> ShownDetails:
        """What was shown, as the action takes it."""
        data = self.cleaned_data
        return ShownDetails(
            form=data["form"],
            to_whom=data["to_whom"],
            agreed_on=data["agreed_on"],
            exceptional=data["exceptional"],
            agreed_by=UUID(data["agreed_by"]) if data["agreed_by"] else None,
        )


class ShownForm(AgreementForm):
    """What the referrer has shown since."""

    version = Hidden()

    def shown_version(self) -> int:
        """The version of the referral that the page was drawn from; none that ever was, where it says nothing."""
        typed = str(self.cleaned_data["version"])
        return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


class ReferralForm(AgreementForm):
    """A referral. Only the referrer, the family's name and the matter are needed; the rest can follow."""

    referrer = Text(label="Who is putting them forward?", limit=300, width=30)
    role = Select(choices=(), label="What are they?", missing="Choose what the referrer is")
    organisation = Text(label="School, team or organisation", required=False, limit=300)
    reach = Text(label="How to reach the referrer", required=False, limit=300)
    origin = Radios(
        choices=[(code, label) for code, label in codes.choices("origin") if code in SENT_BY],
        label="How does it reach us?",
        initial="referral",
        small=True,
    )
    passed_on = DateField(
        label="When were the family's details passed on to us?",
        help_text="Leave empty for today",
        required=False,
    )
    name = Text(label="Whom do they put forward?", help_text="One name is enough", limit=300, width=30)
    phone = Phone(label="The family's phone", required=False)
    email = Email(label="The family's e-mail", required=False)
    caller = pick(
        "relationship_to_child", label="Who they are to the child", initial="unknown", required=False
    )
    child_name = Text(label="The child's name", required=False, limit=300, width=30)
    note = TextArea(
        label="What is it about?",
        help_text="Only what is needed to decide whether to get in touch.",
        required=False,
    )
    issue = Select(choices=(), label="Main matter", missing="Choose what it is about")
    other_issue = Select(choices=(), label="Another matter", required=False)
    method = pick("contact_method", label="How the referrer got in touch", initial="phone")

    starts_in: ClassVar = "referrer"

    def __init__(self, *args: object, people: Mapping[UUID, str], **options: object) -> None:
        super().__init__(*args, people=people, **options)
        self.fields["role"].choices = shelf("professional_role", "professional_body")  # type: ignore[attr-defined]
        self.fields["issue"].choices = shelf("issue", "issue_group")  # type: ignore[attr-defined]
        self.fields["other_issue"].choices = shelf("issue", "issue_group", empty="None")  # type: ignore[attr-defined]

    def details(self) -> ReferralDetails:
        """The referral as the action takes it."""
        data = self.cleaned_data
        return ReferralDetails(
            referrer=data["referrer"],
            role=data["role"],
            organisation=data["organisation"],
            reach=data["reach"],
            origin=data["origin"],
            passed_on=data["passed_on"],
            family=NamedCaller(
                name=data["name"],
                phone=data["phone"],
                email=data["email"],
                caller=data["caller"] or "unknown",
                child_name=data["child_name"],
            ),
            issues=chosen((data["issue"], data["other_issue"])),
            note=data["note"],
            method=data["method"],
            shown=self.shown(),
        )


class DeclineForm(ServiceForm):
    """Why a referral goes no further. It is kept with the referrer's name; nothing about the family is."""

    because = Text(
        label="Why does it go no further?",
        help_text="Name nobody of the family: this line is kept.",
        missing="Say why it goes no further",
        limit=300,
    )


def shown_as_typed(found: EnquiryView) -> dict[str, object]:
    """What the form shows of a referral."""
    said = found.referral
    assert said is not None
    return {
        "version": str(found.version),
        "form": said.form_code,
        "to_whom": said.to_whom,
        "agreed_on": said.agreed_on,
        "exceptional": said.exceptional,
        "agreed_by": said.agreed_by_id,
    }

"""How somebody may safely be reached: the questions, on a call and on the case."""

from typing import Any, ClassVar

from inconfidence import codes
from inconfidence.cases.forms.beside import BesideForm
from inconfidence.cases.forms.fields import chosen
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import CardView, SafeContact
from inconfidence.people.words import Checked
from inconfidence.web.forms import (
    Checkboxes,
    DateField,
    Email,
    Hidden,
    Phone,
    Radios,
    ServiceForm,
    Text,
    TextArea,
    Tick,
)


class SafeContactForm(ServiceForm):
    """Asked aloud, so the answers are few and the careful one is chosen until asked."""

    ok_to_ring = Radios(
        choices=codes.choices("ok_to_ring")[:4], label="May we ring?", initial="not_asked", small=True
    )
    ring_on = Text(
        label="Which phone?", help_text="For example, mobile only", required=False, limit=300, width=20
    )
    times = Text(
        label="When?",
        help_text="For example, 10–2 on weekdays, term time",
        required=False,
        limit=300,
        width=20,
    )
    ok_voicemail = Radios(
        choices=codes.choices("ok_voicemail")[:4],
        label="May we leave a voicemail?",
        initial="not_asked",
        small=True,
    )
    ok_message_with = Text(
        label="Who else may take a message?",
        help_text="Leave empty for nobody",
        required=False,
        limit=300,
        width=20,
    )
    say_we_are = Text(
        label="What should we say if somebody else answers?",
        help_text="For example, It's Jo",
        required=False,
        limit=300,
        width=20,
    )

    def safe_from(self, data: dict[str, Any]) -> SafeContact:
        """The answers as the card keeps them."""
        known = {
            name: data[name] for name in SafeContact.__dataclass_fields__ if data.get(name) not in ("", None)
        }
        return SafeContact(**known)


def fine(label: str) -> Radios:
    """Whether a way of reaching somebody is fine with them: yes, no, or not asked yet."""
    answers = codes.choices("yes_no_not_asked")[:3]
    return Radios(choices=answers, label=label, initial="not_asked", inline=True, small=True)


class ContactForm(BesideForm, SafeContactForm):
    """The whole of how somebody is reached, on their case."""

    card_version = Hidden()
    known_as = Text(
        label="Known as", help_text="What they like to be called", required=False, limit=300, width=20
    )
    phone = Phone(label="Phone", required=False)
    other_phone = Phone(label="Another phone", required=False)
    number_of_another = Tick(
        label="The number is somebody else’s, such as a parent’s",
        help_text="Then nobody rings back on it to make sure who it is.",
        required=False,
    )
    email = Email(label="E-mail", required=False)
    address = TextArea(label="Address", required=False, rows=4, limit=1000)
    ok_text = fine("Text messages?")
    ok_email = fine("E-mails?")
    ok_post = fine("Letters?")
    ok_at_work = fine("At work?")
    hide_our_number = Tick(label="Hide our number when we ring", required=False)
    safe_word = Text(label="A word that shows it is safe to talk", required=False, limit=300, width=20)
    do_not_contact = Text(label="Somebody who must never be contacted", required=False, limit=300)
    address_confidential = Tick(label="The address is secret: never print it", required=False)
    post_came_back = Tick(label="Post to this address has come back", required=False)
    access_needs = Checkboxes(
        choices=codes.choices("access_need"), label="What helps them", required=False, small=True
    )
    language = Text(label="Language, if not English", required=False, limit=300, width=20)
    interpreter = Tick(label="An interpreter is needed", required=False)
    review_on = DateField(label="When should we ask again?", required=False)

    version_field: ClassVar = "card_version"
    careful: ClassVar = {
        "ok_to_ring": ("yes", "not_asked", "only_times", "no"),
        "ok_voicemail": ("yes", "not_asked", "vague_only", "no"),
    } | dict.fromkeys(("ok_text", "ok_email", "ok_post", "ok_at_work"), ("yes", "not_asked", "no"))
    field_order = (
        "card_version", "known_as", "phone", "other_phone", "number_of_another", "email", "address",
        "address_confidential", "post_came_back", *SafeContactForm.base_fields, "ok_text", "ok_email",
        "ok_post", "ok_at_work",
    )  # fmt: skip

    def details(self, name: str = "") -> CardDetails:
        """The card as typed; the name stays what it is."""
        data = self.cleaned_data
        return CardDetails(
            name=name,
            known_as=data["known_as"],
            phones=chosen((data["phone"], data["other_phone"])),
            email=data["email"],
            address=data["address"],
            safe=self.safe_from(data),
            access_needs=tuple(data["access_needs"]),
            language=data["language"],
            interpreter=data["interpreter"],
        )


class CheckedForm(ServiceForm):
    """How a new number or address was checked: the page draws a button for each way."""

    card_version = Hidden()
    how = Radios(
        choices=[(how.value, how.value) for how in Checked], label="How was it checked?", missing="Press one"
    )

    def way(self) -> Checked:
        """The way that was pressed."""
        return Checked(self.cleaned_data["how"])

    def shown_version(self) -> int:
        """The version of the card that the page showed; 0 when the page did not say."""
        typed = self.cleaned_data["card_version"]
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def as_typed(card: CardView) -> dict[str, object]:
    """What the form shows of a card: what it was last given, used already or not."""
    phones = (*card.written["phones"], "", "")
    safe = {name: getattr(card.safe, name) for name in SafeContact.__dataclass_fields__}
    return safe | {
        "card_version": str(card.version),
        "known_as": card.known_as,
        "phone": phones[0],
        "other_phone": phones[1],
        "email": next(iter(card.written["email"]), ""),
        "address": next(iter(card.written["address"]), ""),
        "access_needs": list(card.access_codes),
        "language": card.language,
        "interpreter": card.interpreter,
    }

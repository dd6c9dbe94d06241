"""What is typed about consent: the answer first, then to whom, about what, and how it was given."""

from collections.abc import Mapping, Sequence
from typing import ClassVar
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.actions import UploadDetails
from inconfidence.cases.forms.fields import pick
from inconfidence.cases.queries import InvolvedView
from inconfidence.consent.actions import ConsentDetails, RecordsDetails
from inconfidence.consent.forms.paper import paper
from inconfidence.quarantine.kinds import MEGABYTES
from inconfidence.web.forms import (
    Checkboxes,
    DateField,
    FileUpload,
    Radios,
    Select,
    ServiceForm,
    Text,
    TextArea,
    Tick,
)

YES = frozenset({"given", "limited"})
GIVERS = (
    ("subject", "The person we help, themselves"),
    ("young_person", "The young person, themselves: about what is told of them"),
    ("someone_else", "Somebody else, for them: this never counts as their answer"),
)


class ConsentForm(ServiceForm):
    """One answer. `people` are on the case; `named` were named in a yes; `workers` may have taken the answer.

    `young_person`: there is one who answers for themselves, besides the person we help.

    `matter` is the purpose that the case is mostly about: a yes without a tick is about that. No box is ticked
    beforehand, so that a no is never narrower than what was said.
    """

    kind = pick("consent_kind", label="What did you ask about?", initial="share")
    answer = Radios(
        choices=codes.choices("consent_answer"), label="What did they say?", missing="Choose what they said"
    )
    words = TextArea(
        label="Their words", help_text="What you asked and what they answered. Needed when it was by phone.",
        required=False, rows=4, limit=20_000,
    )  # fmt: skip
    giver = Radios(
        choices=GIVERS,
        label="Who said it?",
        initial="subject",
        small=True,
    )
    recipients = Checkboxes(
        choices=(),
        label="Who may be told, or asked?",
        help_text="Tick a whole group, one role, or one person",
        required=False,
        small=True,
    )
    no_recipients_reason = Text(label="Or why nobody can be named yet", required=False, limit=300)
    taken_back = Checkboxes(
        choices=(), label="About whom?", help_text="Leave empty for everybody", required=False, small=True
    )
    purposes = Checkboxes(
        choices=codes.choices("consent_purpose"), label="About what?", required=False, small=True
    )
    necessity = Text(
        label="Why is talking to others needed?",
        help_text="Needed where it is about everything we are helping with, and nobody is named",
        required=False,
        limit=300,
    )
    method = Radios(
        choices=codes.choices("consent_method"), label="How did they say it?", initial="telephone", small=True
    )
    file = FileUpload(
        label="The signed form",
        help_text=f"PDF, PNG or JPEG, up to {MEGABYTES} MB",
        accept=".pdf,.png,.jpg,.jpeg",
        required=False,
    )
    signed = Tick(label="The form is signed and dated", required=False)
    happened_on = DateField(label="When did they say it?", help_text="Leave empty for now", required=False)
    taken_by = Select(choices=(), label="Who took it?", required=False)
    review_on = DateField(
        label="When do we ask again?", help_text="Leave empty for the time our policy sets", required=False
    )
    limits_explained = Tick(label="If no: I explained how far we can then help", required=False)

    reveals: ClassVar = {
        "answer": {"limited": ("recipients", "no_recipients_reason"), "withdrawn": ("taken_back",)}
    }

    def __init__(
        self,
        *args: object,
        people: Sequence[InvolvedView] = (),
        named: Sequence[tuple[str, str]] = (),
        workers: Mapping[UUID, str] | None = None,
        matter: str = "",
        young_person: bool = False,
        **options: object,
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.matter = matter
        self.fields["giver"].choices = GIVERS if young_person else (GIVERS[0], GIVERS[-1])  # type: ignore[attr-defined]
        self.fields["purposes"].help_text = _untouched(matter)
        self.fields["recipients"].choices = recipients(people)  # type: ignore[attr-defined]
        self.fields["taken_back"].choices = named  # type: ignore[attr-defined]
        who = [(str(one), name) for one, name in (workers or {}).items()]
        self.fields["taken_by"].choices = [("", "I did"), *who]  # type: ignore[attr-defined]

    def details(self) -> ConsentDetails:
        """The answer as the action takes it."""
        data = self.cleaned_data
        return ConsentDetails(
            kind=data["kind"],
            answer=data["answer"],
            method=data["method"],
            giver=data["giver"],
            happened_on=data["happened_on"],
            words=data["words"],
            taken_by=UUID(data["taken_by"]) if data["taken_by"] else None,
            recipients=frozenset(data["recipients"] or data["taken_back"] or ()),
            no_recipients_reason=data["no_recipients_reason"],
            purposes=self._purposes(),
            necessity=data["necessity"],
            signed=bool(data["signed"]),
            review_on=data["review_on"],
            limits_explained=data["limits_explained"],
        )

    def _purposes(self) -> frozenset[str]:
        """What was ticked. Where nothing was, a yes is about the matter of the case, and anything else about all."""
        ticked = self.cleaned_data["purposes"]
        if ticked or not self.matter or self.cleaned_data["answer"] not in YES:
            return frozenset(ticked)
        return frozenset({self.matter})

    def attachment(self) -> UploadDetails | None:
        """The signed form, if one was chosen."""
        return paper(self.cleaned_data["file"], self.cleaned_data["happened_on"])


class RecordsForm(ServiceForm):
    """Asking somebody for records they hold. `people` are on the case."""

    source = Radios(
        choices=codes.choices("records_of"), label="Whose records?", missing="Choose whose records"
    )
    holder = Select(choices=(), label="From whom?", required=False)
    purpose = Select(choices=(), label="For which matter?", missing="Choose the matter it is for")
    which = Text(label="Which records?", help_text="For example, attendance since September", limit=300)
    need = TextArea(label="Why are they needed?", required=False, rows=3, limit=20_000)
    method = pick("contact_method", label="How do we ask?", initial="letter")
    chase_on = DateField(
        label="When do we chase it?", help_text="Leave empty for three weeks from today", required=False
    )

    def __init__(self, *args: object, people: Sequence[InvolvedView] = (), **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        on_case = [(str(who.id), who.title) for who in people]
        self.fields["holder"].choices = [("", "Nobody who is on the case yet"), *on_case]  # type: ignore[attr-defined]
        matters = [("", "Choose"), *codes.choices("consent_purpose")]
        self.fields["purpose"].choices = [pair for pair in matters if pair[0] != "all_matters"]  # type: ignore[attr-defined]

    def details(self) -> RecordsDetails:
        """What is asked for, as the action takes it."""
        data = self.cleaned_data
        return RecordsDetails(
            source=data["source"],
            holder=UUID(data["holder"]) if data["holder"] else None,
            purpose=data["purpose"],
            need=data["need"],
            which=data["which"],
            method=data["method"],
            chase_on=data["chase_on"],
        )


def _untouched(matter: str) -> str:
    """What an answer is about where nothing is ticked."""
    about = f"is about {codes.label('consent_purpose', matter)}" if matter else "needs one"
    return f"With nothing ticked a no is about everything, and a yes {about}"


def recipients(people: Sequence[InvolvedView]) -> list[tuple[str, str]]:
    """Those on the case first; then each group, as a whole and role by role."""
    found = [(f"person:{who.id}", who.title) for who in people]
    roles = codes.rows("professional_role")
    for group, label in codes.choices("professional_body"):
        found.append((f"body:{group}", f"Anyone from: {label}"))
        found += [(role.code, role.label) for role in roles if role.group == group and role.active]
    return found

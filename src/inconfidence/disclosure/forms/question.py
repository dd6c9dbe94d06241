"""The words of "Can I share this?": few questions, each with the unremarkable answer already chosen."""

from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField

from inconfidence import codes
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.facts.listeners import LISTENERS, listening
from inconfidence.disclosure.forms.items import ItemsField
from inconfidence.web.forms import Radios, Select, ServiceForm, Text, TextArea, Tick

WHAT = (
    ("chosen", "What I pick or say below"),
    ("existence", "Only whether the family has come to us"),
    ("whole_file", "The whole file"),
    ("example", "The story of this case, told as an example"),
    ("pattern", "A pattern we see in how things are done"),
)
IDENTIFIES = (
    ("named", "The family is named"),
    ("recognisable", "No names, but somebody could tell who it is"),
    ("nobody", "Nothing in it points to anybody"),
)
WHOSE = (
    ("young_person", "The young person’s, or theirs as well"),
    ("own", "Only what is the own of the person we help: nothing about the young person"),
)
NO_YES = (("no", "No"), ("yes", "Yes"))
RISK_TO = (
    ("child", "A child"),
    ("adult_at_risk", "An adult who has care and support needs"),
    ("adult", "Another adult"),
    ("staff", "One of us"),
    ("public", "People at large"),
)
BELIEF = (
    ("wondering", "I am worried, and we have not talked it through yet"),
    ("believed", "I believe it, for the reasons below"),
    ("no_intention", "We talked it through, and it was not meant"),
)
SPOKEN_TO = (
    ("no", "Not yet"),
    ("yes", "Yes"),
    ("unsafe", "It would not be safe"),
)
LAW = (
    ("asserted", "Somebody says so, or wrote us a letter"),
    ("permits", "They name a law that allows it"),
    ("requires", "They name a law that makes it our duty"),
    ("order", "We hold a court order"),
)
INSPECTS = (("council", "The council"), ("school", "A school only"))
WITHIN = (("yes", "Yes, no more than it names"), ("no", "No, it is more"))


def kinds() -> list[tuple[str, Any]]:
    """Everybody who could be told, under a heading each; people of the family and of the service stand last."""
    others = [(code, listener.label) for code, listener in LISTENERS.items()]
    return [("", "Choose"), *codes.grouped("professional_role", "professional_body"), ("Others", others)]


class Fold(NamedTuple):
    """A part of the form that stands folded until it is needed."""

    title: str
    fields: list[BoundField]
    open: bool


class ShareForm(ServiceForm):
    """What only the worker can say. `involved` and `items` are of this case, and so are the choices.

    `passed`: the young person answers for themselves, so whose it is has to be asked.
    """

    who = Radios(choices=(), label="Who would be told?", missing="Choose who would be told")
    kind = Select(choices=(), label="Who they are", required=False)
    name = Text(label="Their name, if you know it", required=False, width=30)
    what = Radios(choices=WHAT, label="What would they be told?", initial="chosen", small=True)
    items = ItemsField(label="Notes and documents", required=False)
    telling = TextArea(
        label="In your words: what would you say or send?", required=False, rows=3, limit=5_000
    )
    need = Text(label="Why do they need to know this?", required=False, limit=500)
    whose = Radios(choices=WHOSE, label="Whose is it?", initial="young_person", small=True)
    purpose = Select(choices=(), label="What is it about?", required=False)
    identifies = Radios(
        choices=IDENTIFIES, label="Who could be picked out from it?", initial="named", small=True
    )
    checked = Tick(
        label="The checklist for taking out what identifies people is gone through and signed", required=False
    )
    inspects = Radios(
        choices=INSPECTS, label="Is it an inspector? What do they inspect?", required=False, small=True
    )
    danger = Radios(choices=NO_YES, label="Is somebody in danger?", initial="no", small=True)
    risk_to = Radios(choices=RISK_TO, label="Who?", required=False, small=True)
    belief = Radios(choices=BELIEF, label="How far has it been talked through?", required=False, small=True)
    grounds = TextArea(label="What was said or seen, and your reasons", required=False, rows=3, limit=5_000)
    spoken_to = Radios(
        choices=SPOKEN_TO,
        label="Have you talked to the person who said it?",
        initial="no",
        required=False,
        small=True,
    )
    why_unsafe = Text(label="Why is it not safe to speak to them first?", required=False, limit=500)
    lead_consulted = Tick(label="I have talked it over with the lead", required=False)
    emergency = Tick(label="There is no time to ask anybody first", required=False)
    behind = Radios(choices=NO_YES, label="Is there a law or an order behind it?", initial="no", small=True)
    law = Radios(choices=LAW, label="What do we have?", required=False, small=True)
    law_named = Text(label="Which law, letter or order?", required=False, limit=500)
    within_terms = Radios(
        choices=WITHIN,
        label="Does this stay within what it names?",
        initial="yes",
        required=False,
        small=True,
    )

    reveals = {
        "who": {"other": ("kind", "name")},
        "what": {"chosen": ("items", "telling", "need")},
        "identifies": {"nobody": ("checked",)},
        "danger": {"yes": ("risk_to", "belief", "grounds", "spoken_to", "lead_consulted", "emergency")},
        "spoken_to": {"unsafe": ("why_unsafe",)},
        "behind": {"yes": ("law", "law_named", "within_terms")},
    }
    needed = {
        "kind": "Choose who they are",
        "risk_to": "Choose who is in danger",
        "belief": "Choose how far it has been talked through",
        "why_unsafe": "Say in a few words why it is not safe",
        "law": "Choose what we have",
    }

    main: ClassVar = ("who", "what", "whose", "purpose")
    folded: ClassVar = {
        "Is somebody in danger?": ("danger",),
        "Is there a law or an order behind it?": ("behind",),
        "Can the family be picked out? Is it an inspector?": ("identifies", "inspects"),
    }

    def __init__(
        self,
        *args: Any,
        involved: Iterable[Any] = (),
        items: Iterable[Any] = (),
        passed: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if not passed:
            del self.fields["whose"]
        self.involved = tuple(involved)
        people = [(f"person:{one.id}", one.title) for one in self.involved]
        self._set("who", [*people, ("other", "Somebody else")])
        self._set("kind", kinds())
        matters = [choice for choice in codes.choices("consent_purpose") if choice[0] != "all_matters"]
        self._set("purpose", [("", "Choose"), *matters])
        shelf = self.fields["items"]
        assert isinstance(shelf, ItemsField)
        shelf.items = tuple(items)

    def _set(self, field: str, choices: list[Any]) -> None:
        chosen = self.fields[field]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = choices

    def main_fields(self) -> list[BoundField]:
        """What every question needs."""
        return [self[name] for name in self.main if name in self.fields]

    def folds(self) -> list[Fold]:
        """What few questions need: each closed until something in it is said, or wrong."""
        return [
            Fold(title, [self[name] for name in names], any(self._matters(name) for name in names))
            for title, names in self.folded.items()
        ]

    def _matters(self, name: str) -> bool:
        inner = {each for opened in self.reveals.get(name, {}).values() for each in opened}
        inner |= {
            each
            for outer in tuple(inner)
            for opened in self.reveals.get(outer, {}).values()
            for each in opened
        }
        said = self[name].value() not in (None, "", self.fields[name].initial)
        return said or any(each in self.errors for each in (name, *inner))

    def clean(self) -> dict[str, Any]:
        """A belief is recorded with its reasons, unless there is no time; an inspector inspects something."""
        said = self.cleaned_data
        if said.get("belief") == "believed" and not said.get("grounds") and not said.get("emergency"):
            self.add_error("grounds", "Say in a few words what was said or seen, and your reasons")
        told = listening(_who(said), "", self.involved)
        if told and told.recipient == "inspector" and not said.get("inspects"):
            self.add_error("inspects", "Choose what the inspector inspects")
        return said

    def sharing(self) -> Sharing:
        """What was said, as the action takes it; what a closed question left empty is the unremarkable case."""
        said = self.cleaned_data
        return Sharing(
            who=_who(said),
            name=said["name"],
            inspects=said["inspects"],
            what=said["what"],
            identifies=said["identifies"],
            chosen=said["items"] or (),
            telling=said["telling"],
            need=said["need"],
            purpose=said["purpose"],
            whose=said.get("whose") or "young_person",
            checked=bool(said["checked"]),
            risk_to=said["risk_to"] or "nobody",
            belief=said["belief"] or "none",
            grounds=said["grounds"],
            spoken_to=said["spoken_to"] or "no",
            why_unsafe=said["why_unsafe"],
            lead_consulted=bool(said["lead_consulted"]),
            emergency=bool(said["emergency"]),
            law=said["law"] or "none",
            law_named=said["law_named"],
            within_terms=said["within_terms"] != "no",
        )


def _who(said: dict[str, Any]) -> str:
    """Whoever was chosen on either list; nobody where the choice was wrong."""
    who: str = said.get("who", "")
    return said.get("kind") or "" if who == "other" else who


def as_typed(sharing: Sharing, involved: Iterable[Any]) -> dict[str, Any]:
    """A recorded question in the shape of the form, so that the page shows it again as it was asked."""
    on_case = {f"person:{one.id}" for one in involved}
    typed = sharing.as_json()
    typed["who"], typed["kind"] = (sharing.who, "") if sharing.who in on_case else ("other", sharing.who)
    typed["items"] = typed.pop("chosen")
    typed["within_terms"] = "yes" if sharing.within_terms else "no"
    typed["danger"] = "no" if sharing.risk_to == "nobody" else "yes"
    typed["behind"] = "no" if sharing.law == "none" else "yes"
    return typed


def question_id(text: str) -> UUID | None:
    """An address's `asked=`, or nothing when it is no identifier."""
    try:
        return UUID(text)
    except ValueError:
        return None

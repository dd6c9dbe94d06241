"""Forms that reach every value of a policy: its statements, and the rules that it does not speak of yet."""

from typing import Any

from django.core.exceptions import ValidationError

from inconfidence.editions import writing
from inconfidence.editions.writing import Statement
from inconfidence.policy import labels
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.entry import Entry
from inconfidence.policy.loading import wrong_id
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import ClauseKind, Origin
from inconfidence.team.forms.policy_values import DraftForm, Values, opened
from inconfidence.web.forms import Checkboxes, FileUpload, Radios, Select, Text, TextArea

NOT_HERE = "This statement does not say"
NEW, THERE = "new", "there"
LARGEST = 1024 * 1024
KINDS = [kind for kind in ClauseKind if kind not in (ClauseKind.LAW, ClauseKind.DEFAULT)]


class StatementForm(Values):
    """One statement of the policy: its place, its words, every value it sets, and which rules it gives up."""

    ref = Text(label="Where it stands in your document", limit=120, width=30)
    says = TextArea(label="What it says, in your words", limit=2000, rows=4)

    def __init__(self, *args: Any, clause: Clause, edition: Edition, **options: Any) -> None:
        super().__init__(*args, edition=edition, **options)
        self.clause = clause
        self.fields["ref"].initial, self.fields["says"].initial = clause.ref, clause.says
        for effect in clause.effects:
            unsaid = {
                key: _elsewhere(edition, clause.id, effect.rule, key)
                for key, parameter in ENTRIES[effect.rule].parameters.items()
                if not ENTRIES[effect.rule].repeatable or not parameter.required or not effect.values
            }
            self.add_rule(effect.rule, effect.values, unsaid)
        if clause.effects:
            self.fields["given_up"] = Checkboxes(
                label="Tick what it is no longer to say",
                choices=[(rule, f"{ENTRIES[rule].sentence}.") for rule in self.rules],
                required=False,
            )
        self.fields["promises"] = TextArea(
            label="If it only promises: what becomes of that", limit=2000, rows=2, required=False
        )
        self.fields["promises"].initial = clause.promises

    def clean(self) -> dict[str, Any]:
        """A value of a rule that is given up is not looked at; what says nothing else must promise something."""
        cleaned = super().clean()
        kept = set(self.rules) - set(cleaned.get("given_up") or ())
        for name in [each for each in self.errors if each.split("__")[0] in set(self.rules) - kept]:
            del self.errors[name]
        if not kept and not cleaned.get("promises"):
            self.add_error("promises", "Enter what becomes of it, or leave the statement out")
        if kept and cleaned.get("promises"):
            self.add_error("promises", "Leave this empty: the statement does more than promise")
        return cleaned

    def write(self, text: str) -> str:
        """The draft's text with this statement as it was typed."""
        typed = self.cleaned_data
        said = Statement(self.clause.id, typed["ref"], "", typed["says"], typed["promises"])
        gone = typed.get("given_up") or ()
        return writing.restated(
            text, said, {rule: None if rule in gone else self.values(rule) for rule in self.rules}
        )


def _elsewhere(edition: Edition, clause_id: str, rule: str, key: str) -> str:
    """What holds when this statement does not say."""
    setting = edition.settings.get((rule, key))
    others = [each for each in setting.clauses if each != clause_id] if setting else []
    if setting is None or not others:
        return NOT_HERE
    voice = "" if setting.origin is Origin.OWN else f"the {setting.origin} "
    return (
        f"{NOT_HERE}: {voice}{others[0]} says {labels.said(rule, key, setting.value, labels.called(edition))}"
    )


class NewStatement(Values):
    """A statement that the policy did not have."""

    id = Text(label="Its number, unlike every other", limit=40, width=20)
    ref = Text(label="Where it stands in your document", limit=120, width=30)
    after = Select(label="Behind which statement?", choices=(), required=False)
    kind = Radios(
        label="What sort of statement is it?",
        missing="Choose what sort of statement it is",
        choices=[(kind.value, opened(kind.value.replace("-", " "))) for kind in KINDS],
    )
    says = TextArea(label="What it says, in your words", limit=2000, rows=4)

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, edition=edition, **options)
        self.taken = frozenset(each.id for each in edition.clauses)
        after = self.fields["after"]
        assert isinstance(after, Select)
        after.choices = [("", "At the end"), *map(_named, edition.clauses)]

    def clean_id(self) -> str:
        """A number that a statement can have, and no other one has."""
        typed = str(self.cleaned_data["id"]).strip()
        expected = wrong_id(typed) if typed else ""
        if expected:
            raise ValidationError(f"Enter {expected}")
        if typed in self.taken:
            raise ValidationError(f"{typed} is there already: choose another number")
        return typed

    def statement_typed(self) -> Statement:
        """The statement for the file."""
        typed = self.cleaned_data
        return Statement(
            typed["id"],
            typed["ref"],
            typed["kind"],
            typed["says"],
            typed.get("promises", ""),
            typed["after"] or "",
        )


class PromiseForm(NewStatement):
    """A new statement that no answer rests on: what it promises is shown or kept."""

    promises = TextArea(
        label="What becomes of it",
        help_text="No answer rests on it. Say where it is shown, or what is kept.",
        limit=2000,
        rows=2,
    )

    def write(self, text: str) -> str:
        """The draft's text with the new statement."""
        return writing.with_statement(text, self.statement_typed(), {})


class SilentForm(NewStatement):
    """What our policy does not say yet, or may say once more: in a new statement, or in one that is there."""

    where = Radios(
        label="Where do we say it?",
        missing="Choose where we say it",
        choices=[(NEW, "In a new statement"), (THERE, "In a statement that is there")],
    )
    statement = Select(label="In which statement?", choices=(), required=False)
    reveals = {"where": {NEW: ("id", "ref", "after", "kind", "says"), THERE: ("statement",)}}
    needed = {
        "statement": "Choose the statement",
        "id": "Enter a number for the new statement",
        "ref": "Enter where it stands in your document",
        "kind": "Choose what sort of statement it is",
        "says": "Enter what it says",
    }

    def __init__(self, *args: Any, rule: str, edition: Edition, **options: Any) -> None:
        super().__init__(*args, edition=edition, **options)
        entry = ENTRIES[rule]
        for name in self.needed:
            self.fields[name].required = False
        chosen = self.fields["statement"]
        assert isinstance(chosen, Select)
        saying = {row.clause for row in edition.rows.get(rule, ())}
        chosen.choices = [
            ("", "Choose"),
            *(_named(each) for each in edition.clauses if each.id not in saying),
        ]
        self.rule = rule
        self.add_rule(rule, {}, {key: _unsaid(edition, entry, key) for key in entry.parameters})
        self.order_fields(["where"])

    def write(self, text: str) -> str:
        """The draft's text with the rule said."""
        typed, values = self.cleaned_data, self.values(self.rule)
        if typed["where"] == NEW:
            return writing.with_statement(text, self.statement_typed(), {self.rule: values})
        return writing.with_values(text, typed["statement"], self.rule, values)


def _named(clause: Clause) -> tuple[str, str]:
    return clause.id, f"{clause.ref} ({clause.id})"


def _unsaid(edition: Edition, entry: Entry, key: str) -> str:
    """What leaving a value out means; empty where the rule cannot do without it."""
    setting = edition.settings.get((entry.slug, key))
    if setting:
        return f"As now: {labels.said(entry.slug, key, setting.value, labels.called(edition))}"
    return "" if entry.parameters[key].required else "Not said"


class FileForm(DraftForm):
    """A whole file in place of the draft."""

    policy_file = FileUpload(label="Policy file", accept=".toml")

    def text(self) -> str:
        """The text of the file. Raises ValidationError for a file that is none."""
        file = self.cleaned_data["policy_file"]
        if file.size > LARGEST:
            raise ValidationError("Choose a policy file smaller than 1 MB")
        try:
            return str(file.read().decode("utf-8"))
        except UnicodeDecodeError as error:
            raise ValidationError("Choose a policy file written in UTF-8 text") from error

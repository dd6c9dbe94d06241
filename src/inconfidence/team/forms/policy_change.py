"""Forms that reach every value of a policy: a statement with what it sets, a rule we are silent on, the head of the file."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inconfidence.editions.reading import in_words
from inconfidence.editions.writing import Statement
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import Parameter, Value
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.terms import TERMS, TITLES
from inconfidence.policy.vocabulary import ClauseKind, Origin
from inconfidence.web.forms import Checkboxes, FileUpload, Hidden, Radios, ServiceForm, Text, TextArea

UNSAID = ""
NOT_HERE = "This statement does not say"
NEW = "new"
LARGEST = 1024 * 1024
KINDS = [kind for kind in ClauseKind if kind not in (ClauseKind.LAW, ClauseKind.DEFAULT)]


def value_field(key: str, parameter: Parameter, *, unsaid: str = "") -> forms.Field:
    """The field of one value; `unsaid` is the answer that leaves it out, where it may be left out."""
    label = opened(key)
    if parameter.sort == "words":
        return Checkboxes(
            label=label, choices=[(word, opened(word)) for word in parameter.words], required=False
        )
    if parameter.sort in ("whole", "name"):
        inputmode = "numeric" if parameter.sort == "whole" else "text"
        found = Text(label=label, limit=200, width=10 if parameter.sort == "whole" else 30, required=not unsaid)
        found.widget.attrs["inputmode"] = inputmode
        found.help_text = f"Leave it empty: {unsaid[:1].lower()}{unsaid[1:]}" if unsaid else ""
        return found
    choices = [("yes", "Yes"), ("no", "No")] if parameter.sort == "yes_or_no" else _words(parameter)
    return Radios(label=label, choices=[*([(UNSAID, unsaid)] if unsaid else []), *choices], required=not unsaid)


def as_typed(value: Value | None) -> Any:
    """A value as its field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return list(value) if isinstance(value, tuple) else "" if value is None else str(value)


def as_value(parameter: Parameter, typed: Any) -> Value | None:
    """What was typed as a value; None where nothing was. Raises ValidationError that says what was expected."""
    if typed in (UNSAID, None) or (parameter.sort == "words" and not typed and not parameter.required):
        return None
    plain: object = typed
    if parameter.sort == "yes_or_no":
        plain = typed == "yes"
    elif parameter.sort == "whole":
        plain = int(typed) if str(typed).strip().isdecimal() else typed
    value = parameter.read(plain)
    if value is None:
        raise ValidationError(f"Enter {parameter.expected}")
    return value


def opened(word: str) -> str:
    """A word of a file as a label."""
    said = word.replace("_", " ")
    return said[:1].upper() + said[1:]


def _words(parameter: Parameter) -> list[tuple[str, str]]:
    return [(word, opened(word)) for word in parameter.words]


class Values(ServiceForm):
    """Fields for the values of rules, named `<rule>__<key>`; `values()` gives them back rule by rule."""

    version = Hidden()

    def add_rule(self, rule: str, values: Mapping[str, Value], unsaid: Mapping[str, str]) -> None:
        """The fields of one rule, filled with what is set; `unsaid` says for a key what leaving it out means."""
        for key, parameter in ENTRIES[rule].parameters.items():
            name = f"{rule}__{key}"
            self.fields[name] = value_field(key, parameter, unsaid=unsaid.get(key, ""))
            self.fields[name].initial = as_typed(values.get(key))

    def values(self, rule: str) -> dict[str, Value | None]:
        """What is set for a rule now."""
        return {
            key: self.cleaned_data.get(f"{rule}__{key}") for key in ENTRIES[rule].parameters
        }

    def clean(self) -> dict[str, Any]:
        """Each field becomes the value it stands for."""
        cleaned = dict(super().clean() or self.cleaned_data)
        for name in [each for each in cleaned if "__" in each]:
            rule, key = name.split("__")
            try:
                cleaned[name] = as_value(ENTRIES[rule].parameters[key], cleaned[name])
            except ValidationError as wrong:
                self.add_error(name, wrong)
        return cleaned


class StatementForm(Values):
    """One statement of the policy: its place, its words, and every value it sets."""

    ref = Text(label="Where it stands in your document", limit=120, width=30)
    says = TextArea(label="What it says, in your words", limit=2000, rows=4)

    def __init__(self, *args: Any, clause: Clause, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ref"].initial, self.fields["says"].initial = clause.ref, clause.says
        for effect in clause.effects:
            unsaid = {
                key: _elsewhere(edition, clause.id, effect.rule, key)
                for key in ENTRIES[effect.rule].parameters
                if not ENTRIES[effect.rule].repeatable
            }
            self.add_rule(effect.rule, effect.values, unsaid)


def _elsewhere(edition: Edition, clause_id: str, rule: str, key: str) -> str:
    """What holds when this statement does not say."""
    setting = edition.settings.get((rule, key))
    others = [each for each in setting.clauses if each != clause_id] if setting else []
    if setting is None or not others:
        return NOT_HERE
    voice = "" if setting.origin is Origin.OWN else f"{setting.origin} "
    return f"{NOT_HERE}: {voice}{others[0]} says {in_words(setting.value)}"


class SilentForm(Values):
    """What our policy leaves to law and default: said in a new statement, or in one that is there."""

    statement = Radios(label="Where do we say it?", choices=())
    id = Text(label="Its number, unlike every other", limit=40, width=20, required=False)
    ref = Text(label="Where it stands in your document", limit=120, width=30, required=False)
    kind = Radios(
        label="What sort of statement is it?",
        choices=[(kind.value, opened(kind.value.replace("-", " "))) for kind in KINDS],
        required=False,
    )
    says = TextArea(label="What it says, in your words", limit=2000, rows=4, required=False)
    reveals = {"statement": {NEW: ("id", "ref", "kind", "says")}}
    needed = {
        "id": "Enter a number for the new statement",
        "ref": "Enter where it stands in your document",
        "kind": "Choose what sort of statement it is",
        "says": "Enter what it says",
    }

    def __init__(self, *args: Any, rule: str, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["statement"]
        assert isinstance(chosen, Radios)
        there = [(each.id, f"{each.ref} ({each.id})") for each in edition.clauses]
        chosen.choices = [(NEW, "In a new statement"), *there]
        held = {key: edition.settings.get((rule, key)) for key in ENTRIES[rule].parameters}
        unsaid = {
            key: f"As now: {in_words(setting.value)}" if setting else "Not said" for key, setting in held.items()
        }
        self.rule, self.taken = rule, frozenset(each.id for each in edition.clauses)
        self.add_rule(rule, {}, unsaid)

    def clean_id(self) -> str:
        """A number that no other statement has."""
        typed = str(self.cleaned_data["id"]).strip()
        if typed in self.taken:
            raise ValidationError(f"{typed} is there already: choose another number")
        return typed

    def new_statement(self) -> Statement | None:
        """The new statement; None when one that is there is to say it."""
        typed = self.cleaned_data
        if typed["statement"] != NEW:
            return None
        return Statement(typed["id"], typed["ref"], typed["kind"], typed["says"])


class HeadForm(ServiceForm):
    """Titles of posts, the words for people and things, and who reviews."""

    version = Hidden()
    title = Text(label="Title of the policy", limit=200, width=30)

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].initial = edition.title
        for table, known, said in (("titles", TITLES, edition.titles), ("terms", TERMS, edition.terms)):
            for key in known:
                found = Text(label=f"{opened(key)}", limit=80, width=20)
                found.initial = said[key]
                self.fields[f"{table}.{key}"] = found
        self.edition = edition

    def changes(self) -> dict[str, str]:
        """What is another word than before."""
        before = {
            "title": self.edition.title,
            **{f"titles.{key}": said for key, said in self.edition.titles.items()},
            **{f"terms.{key}": said for key, said in self.edition.terms.items()},
        }
        return {key: said for key, said in self.cleaned_data.items() if before.get(key, said) != said}


class FileForm(ServiceForm):
    """A whole file in place of the draft."""

    version = Hidden()
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

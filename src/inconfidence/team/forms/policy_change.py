"""Forms that reach every value of a policy: statements, rules that it is silent on, titles and words."""

from typing import Any

from django.core.exceptions import ValidationError

from inconfidence.editions.writing import Statement
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import in_words
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.terms import TERMS, TITLES
from inconfidence.policy.vocabulary import ClauseKind, Origin
from inconfidence.team.forms.policy_values import DraftForm, Values, opened
from inconfidence.web.forms import FileUpload, Radios, Select, Text, TextArea

NOT_HERE = "This statement does not say"
NEW, THERE = "new", "there"
LARGEST = 1024 * 1024
KINDS = [kind for kind in ClauseKind if kind not in (ClauseKind.LAW, ClauseKind.DEFAULT)]


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

    where = Radios(
        label="Where do we say it?",
        choices=[(NEW, "In a new statement"), (THERE, "In a statement that is there")],
    )
    statement = Select(label="In which statement?", choices=(), required=False)
    id = Text(label="Its number, unlike every other", limit=40, width=20, required=False)
    ref = Text(label="Where it stands in your document", limit=120, width=30, required=False)
    kind = Radios(
        label="What sort of statement is it?",
        choices=[(kind.value, opened(kind.value.replace("-", " "))) for kind in KINDS],
        required=False,
    )
    says = TextArea(label="What it says, in your words", limit=2000, rows=4, required=False)
    reveals = {"where": {NEW: ("id", "ref", "kind", "says"), THERE: ("statement",)}}
    needed = {
        "statement": "Choose the statement",
        "id": "Enter a number for the new statement",
        "ref": "Enter where it stands in your document",
        "kind": "Choose what sort of statement it is",
        "says": "Enter what it says",
    }

    def __init__(self, *args: Any, rule: str, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["statement"]
        assert isinstance(chosen, Select)
        chosen.choices = [("", "Choose"), *((each.id, f"{each.ref} ({each.id})") for each in edition.clauses)]
        held = {key: edition.settings.get((rule, key)) for key in ENTRIES[rule].parameters}
        unsaid = {
            key: f"As now: {in_words(setting.value)}" if setting else "Not said"
            for key, setting in held.items()
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
        if typed["where"] != NEW:
            return None
        return Statement(typed["id"], typed["ref"], typed["kind"], typed["says"])


class HeadForm(DraftForm):
    """Titles of posts and the words for people and things."""

    title = Text(label="Title of the policy", limit=200, width=30)

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].initial = edition.title
        for table, known, said in (("titles", TITLES, edition.titles), ("terms", TERMS, edition.terms)):
            for key in known:
                found = Text(label=f"{opened(key)}", limit=80, width=20)
                found.initial = said[key]
                self.fields[f"{table}__{key}"] = found
        self.edition = edition

    def changes(self) -> dict[str, str]:
        """What is another word than before."""
        before = {
            "title": self.edition.title,
            **{f"titles__{key}": said for key, said in self.edition.titles.items()},
            **{f"terms__{key}": said for key, said in self.edition.terms.items()},
        }
        typed = self.cleaned_data
        return {key.replace("__", "."): typed[key] for key, said in before.items() if typed[key] != said}


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

"""The head of a policy: what it is called, its dates, who reviews it, the names of posts and the words for people."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from inconfidence.editions import writing
from inconfidence.editions.reading import MAY_REVIEW
from inconfidence.editions.writing import Written
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.printed_days import A_YEAR
from inconfidence.policy.terms import TERMS, TITLES
from inconfidence.team.forms.policy_values import DraftForm, opened
from inconfidence.web.forms import Checkboxes, DateField, Text

TEXTS = {"title": "title", "name": "service", "short": "short"}
DAYS = ("in_force_from", "last_review", "next_review")
UNDATED = "undated"
POST, WORD = "What the post “{}” is called", "Your word for “{}”"


class HeadForm(DraftForm):
    """What the document is called, its dates and reviewers, titles of posts and the words for people and things."""

    title = Text(label="Title of the policy", limit=200, width=30)
    name = Text(label="Name of the service, as on its letters", limit=120)
    short = Text(label="A short name of it, for the head of a page", limit=60, width=20)
    in_force_from = DateField(
        label="The day your document says it is in force from",
        help_text="Leave it empty if it has no date. Where it prints a month, the last day of that is meant.",
        required=False,
    )
    last_review = DateField(label="The day your document says it was last reviewed in full", required=False)
    next_review = DateField(label="The day your document says it is reviewed next", required=False)
    reviewed_by = Checkboxes(
        label="Who reviews it, by your document", choices=(), missing="Choose who reviews the policy"
    )

    def __init__(self, *args: Any, edition: Edition, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.edition = edition
        self._until({"last_review": today, "in_force_from": months_after(today, A_YEAR)})
        reviewers = self.fields["reviewed_by"]
        assert isinstance(reviewers, Checkboxes)
        reviewers.choices = [(role, opened(edition.titles[role])) for role in MAY_REVIEW]
        for table, known, label in (("titles", TITLES, POST), ("terms", TERMS, WORD)):
            for key, usual in known.items():
                self.fields[f"{table}__{key}"] = Text(label=label.format(usual), limit=80, width=20)
        for name, value in self._before().items():
            self.fields[name].initial = list(value) if isinstance(value, tuple) else value

    def _until(self, latest: Mapping[str, date]) -> None:
        for name, day in latest.items():
            field = self.fields[name]
            assert isinstance(field, DateField)
            field.latest = day

    def clean_reviewed_by(self) -> tuple[str, ...]:
        """In the order of the file, so that a list nobody touched stays as it was."""
        ticked = self.cleaned_data["reviewed_by"]
        kept = [role for role in self.edition.reviewed_by if role in ticked]
        return (*kept, *(role for role in ticked if role not in kept))

    def clean_next_review(self) -> date | None:
        """Later than the last one."""
        last, following = self.cleaned_data.get("last_review"), self.cleaned_data["next_review"]
        if last and following and following <= last:
            raise ValidationError(f"The next review must be after {last:%-d %B %Y}, the day of the last one")
        found: date | None = following
        return found

    def write(self, text: str) -> str:
        """The draft's text with the head as it was typed. The version is named by the month it is in force from."""
        typed, before = self.cleaned_data, self._before()
        changes: dict[str, Written] = {
            name.replace("__", "."): typed[name] for name, said in before.items() if typed[name] != said
        }
        if "in_force_from" in changes:
            begins = typed["in_force_from"]
            changes["edition"] = f"{begins:%Y-%m}" if begins else UNDATED
        return writing.with_header(text, changes)

    def _before(self) -> dict[str, Written]:
        edition = self.edition
        return {
            **{name: getattr(edition, field) for name, field in TEXTS.items()},
            **{name: getattr(edition, name) for name in (*DAYS, "reviewed_by")},
            **{f"titles__{key}": said for key, said in edition.titles.items()},
            **{f"terms__{key}": said for key, said in edition.terms.items()},
        }

"""The one form of the first hour."""

from datetime import date
from typing import Any

from django import forms

from inconfidence import policies
from inconfidence.team.forms.doors import TwicePasswordForm
from inconfidence.team.forms.people import checked_username
from inconfidence.web.forms import CodeField, DateField, FileUpload, Radios, Text

UPLOAD = "upload"
LARGEST = 1024 * 1024


def policy_choices() -> list[tuple[str, str]]:
    """The policies that come with the program, the default among them, and a file of one's own."""
    found = [
        (slug, f"{policies.edition(slug).service}: {policies.edition(slug).title}")
        for slug in policies.slugs()
    ]
    return [*found, (UPLOAD, "Another policy, from a file")]


class SetUpForm(TwicePasswordForm):
    """The service, its policy, its first lead."""

    code = CodeField(label="Set-up code", width=20, help_text="The server printed it when it started")
    service = Text(label="Name of your service", limit=120)
    policy = Radios(label="Your confidentiality policy", choices=())
    policy_file = FileUpload(label="Policy file", accept=".toml", required=False)
    in_force_from = DateField(label="In force from")
    minute_reference = Text(
        label="Minute of its adoption",
        limit=120,
        required=False,
        width=20,
        help_text="If you have it at hand",
    )
    name = Text(label="Your full name", limit=120, width=30)
    title = Text(label="Your job title", limit=120, width=30)
    username = Text(label="Your sign-in name", limit=60, width=20, autocomplete="username")
    field_order = [
        "code",
        "service",
        "policy",
        "policy_file",
        "in_force_from",
        "minute_reference",
        "name",
        "title",
        "username",
        "new_password",
        "again",
    ]
    reveals = {"policy": {UPLOAD: ("policy_file",)}}
    needed = {"policy_file": "Choose the file of your policy"}

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        since = self.fields["in_force_from"]
        assert isinstance(since, DateField)
        since.latest = today
        chosen = self.fields["policy"]
        assert isinstance(chosen, Radios)
        chosen.choices = policy_choices()

    def clean_username(self) -> str:
        """In small letters."""
        return checked_username(self.cleaned_data["username"])

    def policy_text(self) -> tuple[str, str]:
        """The chosen policy as (text, name of the file). Raises ValidationError for a file that is no text."""
        slug = str(self.cleaned_data["policy"])
        if slug != UPLOAD:
            return policies.text(slug), f"{slug}.toml"
        file = self.cleaned_data["policy_file"]
        if file.size > LARGEST:
            raise forms.ValidationError("Choose a policy file smaller than 1 MB")
        try:
            return file.read().decode("utf-8"), str(file.name)
        except UnicodeDecodeError as error:
            raise forms.ValidationError("Choose a policy file written in UTF-8 text") from error

"""The forms in front of the door: name and password, code, password alone, the printed slip."""

from typing import Any

from django import forms

from inconfidence.team.words import LEAST_PASSWORD
from inconfidence.web.forms import CodeField, Password, ServiceForm, Text

ADVICE = (
    f"At least {LEAST_PASSWORD} characters. Three or four words that do not belong together are easy to "
    "remember and hard to guess."
)


class DoorForm(ServiceForm):
    """A form that may be sent any number of times: what it asks is checked, nothing is written by it twice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["once"]


class SignInForm(DoorForm):
    """Name and password."""

    username = Text(label="Sign-in name", limit=60, width=20, autocomplete="username")
    password = Password(label="Password")


class ReopenForm(DoorForm):
    """The password alone."""

    password = Password(label="Password")


class PasswordAgainForm(DoorForm):
    """Your own password, before something that changes how you or a colleague sign in."""

    password = Password(label="Your password")


class CodeForm(DoorForm):
    """The second factor; the page says which code it wants."""

    code = CodeField(label="Code", missing="Enter the code")


class TwicePasswordForm(DoorForm):
    """A new password, typed twice."""

    new_password = Password(label="New password", autocomplete="new-password", help_text=ADVICE)
    again = Password(label="New password again", autocomplete="new-password")

    def clean_new_password(self) -> str:
        """Long enough; nothing else is asked of it."""
        typed = str(self.cleaned_data["new_password"])
        if len(typed) < LEAST_PASSWORD:
            raise forms.ValidationError(f"Choose a password of at least {LEAST_PASSWORD} characters")
        return typed

    def clean_again(self) -> str:
        """The same as the first."""
        typed, first = str(self.cleaned_data["again"]), self.cleaned_data.get("new_password")
        if first is not None and typed != first:
            raise forms.ValidationError("Type the same new password twice")
        return typed


class ActivateForm(TwicePasswordForm):
    """Taking up an invitation: what stands on the slip, and a password of one's own."""

    username = Text(label="Sign-in name", limit=60, width=20, autocomplete="username")
    code = CodeField(label="Code on your slip", width=20, missing="Enter the code on your slip")
    field_order = ["username", "code", "new_password", "again"]

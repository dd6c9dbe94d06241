"""Forms of people who are signed in: inviting, confirming, one's own password and phone."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from inconfidence.policy.vocabulary import Role
from inconfidence.team.forms.doors import DoorForm, TwicePasswordForm
from inconfidence.team.words import POSTS
from inconfidence.web.forms import CodeField, Password, Radios, ServiceForm, Text, Tick

HINTS = {
    Role.HEAD_OF_SERVICE.value: "Leads the service. Opens every case, after giving a reason where it is not theirs.",
    Role.SENIOR_CASEWORKER.value: "Leads cases and people. Opens every case, after giving a reason.",
    Role.CASEWORKER.value: "Works on the cases given to them.",
    Role.ADMINISTRATOR.value: "Answers the phone and finds the card. Opens no case.",
    Role.VOLUNTEER.value: "Sees only what staff have shared with them.",
}


def checked_username(typed: str) -> str:
    """A sign-in name in small letters. Raises ValidationError when it has other signs than ours."""
    name = typed.strip().casefold()
    if not re.fullmatch(r"[a-z][a-z0-9.\-]{1,59}", name):
        raise forms.ValidationError("Use small letters, numbers, dots and dashes, like jo.adeyemi")
    return name


class InviteForm(ServiceForm):
    """Whom a lead invites."""

    name = Text(label="Full name", limit=120, width=30)
    title = Text(
        label="Job title", limit=120, width=30, help_text="As families know it, like Senior Caseworker"
    )
    username = Text(
        label="Sign-in name", limit=60, width=20, help_text="Like jo.adeyemi. It cannot be changed."
    )
    role = Radios(
        label="What they do here", choices=[(role.value, words) for role, words in POSTS.items()], hints=HINTS
    )

    def __init__(self, *args: Any, posts: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        offered = self.fields["role"]
        assert isinstance(offered, Radios)
        offered.choices = list(posts)

    def clean_username(self) -> str:
        """In small letters."""
        return checked_username(self.cleaned_data["username"])


class AgainForm(ServiceForm):
    """Only the token: one press makes one new slip."""


class ConfirmForm(ServiceForm):
    """The lead has compared the signs on both screens."""

    same = Tick(
        label="We compared the signs, and they are the same",
        missing="Compare the signs first, then tick the box",
    )


class NewPasswordForm(TwicePasswordForm):
    """A change of one's own password."""

    old_password = Password(label="Password you have now")
    field_order = ["old_password", "new_password", "again"]


class PhoneForm(DoorForm):
    """The first code of a new phone, and one's own password when already signed in."""

    code = CodeField(label="Code that the app shows now", inputmode="numeric", missing="Enter the six digits")
    password = Password(label="Your password")

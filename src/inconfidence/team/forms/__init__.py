"""What these pages ask, and how it must look. Whether it is right is for the actions."""

from inconfidence.team.forms.doors import ActivateForm, CodeForm, PasswordAgainForm, ReopenForm, SignInForm
from inconfidence.team.forms.letterhead import LetterheadForm
from inconfidence.team.forms.people import AgainForm, ConfirmForm, InviteForm, NewPasswordForm, PhoneForm
from inconfidence.team.forms.policy import InspectionForm
from inconfidence.team.forms.set_up import SetUpForm

__all__ = [
    "ActivateForm",
    "AgainForm",
    "CodeForm",
    "ConfirmForm",
    "InspectionForm",
    "InviteForm",
    "LetterheadForm",
    "NewPasswordForm",
    "PasswordAgainForm",
    "PhoneForm",
    "ReopenForm",
    "SetUpForm",
    "SignInForm",
]

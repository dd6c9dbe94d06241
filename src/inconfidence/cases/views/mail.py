"""A pasted e-mail or letter: what was recognised is shown to be put right, and then filed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http.response import HttpResponseBase

from inconfidence.cases import actions
from inconfidence.cases.actions import Came, MailFiled
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import MailForm, recognised
from inconfidence.cases.sending import sent
from inconfidence.cases.views.adding import page
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see", roles=CASE_ROLES)
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """File a pasted message as a contact."""
    form = take(request, MailForm)
    response = sent(
        form,
        lambda: actions.file_mail(request.actor, reference, form.details(), once=form.once),
        lambda filed: _filed(reference, filed),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or page(request, reference, "cases/mail_new.html", form)


def _filed(reference: str, filed: MailFiled) -> HttpResponseBase:
    if filed.before:
        return go("mail-filed-before", "cases:note", reference, filed.item_id)
    if filed.secrets:
        return go("document-secret", "desk:case", reference)
    return go("mail-filed-whole" if filed.documents else "mail-filed", "desk:case", reference)


def to_put_right(
    request: SignedIn, reference: str, typed: Mapping[str, Any], came: Sequence[Came]
) -> HttpResponseBase:
    """The pasted words with what was recognised of their head, and what became of files sent with them."""
    form = MailForm(initial=dict(typed) | recognised(typed["pasted"]))
    return page(request, reference, "cases/mail_new.html", form, {"came": came})

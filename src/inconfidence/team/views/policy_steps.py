"""The steps of a change that are one press of a button: sent, looked at again, dropped, taken back; a lead does it."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST

from inconfidence.editions import actions
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS
from inconfidence.web.notices import go

OURS = "a change of the service's own policy; nothing about a family"


@require_POST
@asks(None, why=OURS, roles=LEADS)
def send(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Put the draft before those who review it."""
    actor = request.actor
    if not actions.send_draft(draft_id, actor.service_id, actor.person_id, actor.now()):
        return go("already-done", "team:policy_changes")
    return go("draft-sent", "team:policy_draft", draft_id)


@require_POST
@asks(None, why=OURS, roles=LEADS)
def compare(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """The draft was looked at against the last version, and goes on from there."""
    actor = request.actor
    if not actions.compare_draft(draft_id, actor.service_id, actor.person_id, actor.now()):
        return go("already-done", "team:policy_changes")
    return go("draft-compared", "team:policy_draft", draft_id)


@require_POST
@asks(None, why=OURS, roles=LEADS)
def withdraw(request: SignedIn, adoption_id: UUID) -> HttpResponseBase:
    """Take a version back before its day."""
    actor = request.actor
    if not actions.withdraw(adoption_id, actor.service_id, actor.person_id, actor.now()):
        return go("already-done", "team:policy_versions")
    return go("policy-withdrawn", "team:policy_versions")


@require_POST
@asks(None, why=OURS, roles=LEADS)
def drop(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Give the draft up."""
    actor = request.actor
    if not actions.drop_draft(draft_id, actor.service_id, actor.person_id, actor.now()):
        return go("already-done", "team:policy_changes")
    return go("draft-dropped", "team:policy_changes")

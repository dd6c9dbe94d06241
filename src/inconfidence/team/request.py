"""What the middleware puts on every request, for type checkers and readers."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest

from inconfidence.editions.queries import ServiceView
from inconfidence.team.actions.sittings import Found
from inconfidence.team.actor import Actor
from inconfidence.team.cookies import Browser

if TYPE_CHECKING:
    from inconfidence.team.drafts import Waiting


class TeamRequest(HttpRequest):
    """A request as every view gets it.

    `actor` is None unless somebody is fully signed in and confirmed. `kept` holds the fields (name → texts) of a
    form given back; `kept_files` the file fields to choose again. `notice` is a word of
    `web.notices` that a view may set. `keeper` names, signed, whose pages these are; `unfinished` is what waits for
    them; `as_first` says whether a form is the first of its token, or has the first one's words; `changed_since`
    that it has others, and the first is written. `nothing_typed` is set by a view that was sent nothing which could be
    gone on with; `for_today` by one whose form, with this answer ("field:answer"), is kept for the day alone.
    `put_by` is what was kept of a form whose page does not open.
    """

    browser: Browser
    now: datetime
    found: Found | None
    actor: Actor | None
    service_view: ServiceView | None
    kept: dict[str, list[str]] | None
    kept_files: tuple[str, ...]
    notice: str
    keeper: str
    unfinished: "Waiting | None"
    as_first: bool
    changed_since: bool
    nothing_typed: bool
    for_today: str
    put_by: UUID | None


class SignedIn(TeamRequest):
    """A request of somebody who is signed in and may act."""

    actor: Actor
    found: Found
    service_view: ServiceView

"""From rows to the facts of `may_see`: who asks, whether they are on the case, what the item is and who gave it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from inconfidence.cases.models import Allocation, Case, Reason
from inconfidence.policy.facts import MaySee, YesNo
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor
from inconfidence.vault.groups import Group

CASE_ROLES = frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER, Role.CASEWORKER})
LEAD_ROLES = frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER})
DESK_ROLES = CASE_ROLES | {Role.ADMINISTRATOR}
Actors = Literal["worker", "head_of_service", "volunteer"]
Doing = Literal["view", "download"]
Looking = Literal["view", "download", "match", "merge"]
Kinds = Literal[
    "case", "note", "letter", "sen_file", "school_record", "restricted", "voicemail", "anonymous_enquiry"
]
Sources = Literal["staff", "parent", "professional", "other_user"]
ACTORS: dict[Role, Actors] = {Role.HEAD_OF_SERVICE: "head_of_service", Role.VOLUNTEER: "volunteer"}
ITEMS: dict[str, Kinds] = {
    "ehc_plan": "sen_file",
    "draft_plan": "sen_file",
    "decision_letter": "sen_file",
    "report_ep": "sen_file",
    "report_salt": "sen_file",
    "report_ot": "sen_file",
    "report_medical": "sen_file",
    "school_record": "school_record",
    "exclusion_letter": "school_record",
    "letter_out": "letter",
    "email": "letter",
}
SOURCES: dict[str, Sources] = {
    "parent": "parent",
    "child": "parent",
    "young_person": "parent",
    "staff": "staff",
    "other_user": "other_user",
}


def about_case(actor: Actor, *, assigned: bool, reason: bool, act: Doing = "view") -> MaySee:
    """The facts of opening a case. Front desk and volunteers give no reasons: their look is never theirs to justify."""
    return _facts(actor, act=act, assigned=assigned, reason=reason and actor.role in CASE_ROLES)


def about_item(
    actor: Actor,
    *,
    assigned: bool,
    reason: bool,
    document_type: str,
    provided_by: str,
    restricted: bool = False,
    needed: bool = False,
    act: Doing = "view",
) -> MaySee:
    """The facts of reading one note (`document_type` empty) or one document of an opened case.

    `restricted`: it is marked as about offences or a criminal record; `needed`: why this very item is needed is on
    record.
    """
    return _facts(
        actor,
        act=act,
        assigned=assigned,
        reason=reason,
        item="restricted" if restricted else ITEMS.get(document_type, "note"),
        source=SOURCES.get(provided_by, "professional"),
        needed=needed,
    )


def about_card(actor: Actor) -> MaySee:
    """The facts of reading a card: whoever answers the phone and whoever works with them were given its key."""
    return _facts(actor, act="view", assigned=True, reason=False, source="parent")


def about_enquiry(actor: Actor, *, assigned: bool, named: bool) -> MaySee:
    """The facts of reading an enquiry. Whoever took it, and those whose tray it lies in, are on it."""
    return _facts(
        actor,
        act="view",
        assigned=assigned,
        reason=False,
        item="case" if named else "anonymous_enquiry",
        source="parent",
    )


def about_voicemail(actor: Actor) -> MaySee:
    """The facts of picking up messages left for the service, and of reading who did."""
    return _facts(actor, act="view", assigned=True, reason=False, item="voicemail", source="parent")


def about_joining(actor: Actor, *, named: bool, asked: bool) -> MaySee:
    """The facts of joining an earlier call to a later one. Unless the caller `asked`, it is finding out who they were.

    A call with a name (`named`) is an enquiry of its own, whoever asks.
    """
    act: Looking = "merge" if named else "view" if asked else "match"
    return _facts(actor, act=act, assigned=True, reason=False, item="anonymous_enquiry", source="parent")


def _facts(
    actor: Actor,
    *,
    act: Looking,
    assigned: bool,
    reason: bool,
    item: Kinds = "case",
    source: Sources = "staff",
    needed: bool = False,
) -> MaySee:
    """Everything this service keeps no register of yet stays at the core's own unremarkable default, except
    what would let a volunteer in: without a signed agreement on file there is none.
    """
    volunteer = actor.role == Role.VOLUNTEER
    recorded: YesNo = "no" if volunteer else "yes"
    return MaySee(
        actor=ACTORS.get(actor.role, "worker"),
        act=act,
        assigned="yes" if assigned else "no",
        reason="yes" if reason else "no",
        item=item,
        source=source,
        item_need="yes" if needed else "no",
        agreement=recorded,
        inducted=recorded,
        trained=recorded,
        volunteer_wanted=recorded,
        volunteers_enabled=recorded,
    )


def on_whom(actor: Actor, cases: QuerySet[Case]) -> QuerySet[Case]:
    """These cases, each with `on_it` (this person is allocated) and `held` (somebody is)."""
    running = Allocation.objects.filter(case=OuterRef("pk"), ended_at__isnull=True)
    return cases.annotate(on_it=Exists(running.filter(person_id=actor.person_id)), held=Exists(running))


def assigned_filter(actor: Actor) -> Q:
    """The same as `assigned` below, as a filter: on the case, or a lead where nobody is."""
    mine = Q(on_it=True)
    return mine | Q(held=False) if actor.is_lead else mine


def assigned(actor: Actor, row: Any) -> bool:
    """Whether this person is on a case that `on_whom` told about. One that nobody holds lies with the leads."""
    return bool(row.on_it or (actor.is_lead and not row.held))


def on_it(actor: Actor, working: Collection[UUID]) -> bool:
    """The same of one case, from those who work on it now."""
    return actor.person_id in working or (actor.is_lead and not working)


def reason_in_force(actor: Actor, case_id: UUID) -> tuple[UUID | None, datetime | None]:
    """The reason this person gave for this case today, and until when it counts."""
    reasons = Reason.objects.filter(
        case_id=case_id, person_id=actor.person_id, given_at__lte=actor.now(), until__gt=actor.now()
    )
    return reasons.order_by("-until").values_list("id", "until").first() or (None, None)


def trays(actor: Actor) -> frozenset[Group]:
    """The groups whose tray of enquiries this person works through."""
    found = {Group.staff} if actor.role in CASE_ROLES else set()
    return frozenset(found | {Group.leads} if actor.is_lead else found)

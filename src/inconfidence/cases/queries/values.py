"""The frozen values that screens get: opened, in words, without any key."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from inconfidence.cases.queries.referrals import ReferralView
from inconfidence.people.queries import CardView, SafeContact
from inconfidence.policy.explain import Answer
from inconfidence.web.parts import IdentityBar


@dataclass(frozen=True, slots=True)
class ChildView:
    """The child or young person the work is about."""

    name: str
    year_of_birth: int | None
    age_band: str
    school: str
    setting_type: str
    is_the_person: bool
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class InvolvedView:
    """Somebody on the case. `recipient` and `body` are the core's words for telling them anything."""

    id: UUID
    role: str
    role_label: str
    body: str
    recipient: str
    name: str
    organisation: str
    reach: str
    relationship: str
    note: str
    title: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document as a timeline shows it. `size` is rounded up to a bucket, in bytes."""

    title: str
    type_label: str
    size: int
    held: bool = False


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One note, document or meeting. `marks` are in words; `never_chosen`: it goes nowhere unless somebody picks it.

    `closed`: marked, and nobody has written down yet why they need it; no word of it is here. `names_address`: it names
    an address that must stay secret now. `look_first`: why a person must look through it before it goes to anybody.
    """

    id: UUID
    kind: str
    happened_on: date
    recorded_at: datetime
    by: str
    heading: str
    text: str
    method: str
    minutes: int | None
    with_whom: str
    provided_by: str
    provided_by_label: str
    in_confidence: bool
    document: DocumentLine | None
    marks: tuple[str, ...] = ()
    never_chosen: bool = False
    next_step: str = ""
    versions: int = 1
    closed: bool = False
    names_address: bool = False
    look_first: str = ""
    happened_at: time | None = None


@dataclass(frozen=True, slots=True)
class HolderView:
    """Somebody who works on the case."""

    person_id: UUID
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case page, opened."""

    id: UUID
    reference: str
    state: str
    opened_on: date
    opened_by: str
    card: CardView
    identity: IdentityBar
    child: ChildView | None
    relationship: str
    responsibility: str
    order: str
    issues: tuple[str, ...]
    origin: str
    statement_given_on: date | None
    notice_given_on: date | None
    notice_version: str
    form_given_on: date | None
    involved: tuple[InvolvedView, ...]
    timeline: tuple[TimelineEntry, ...]
    holders: tuple[HolderView, ...]
    allocated: bool
    reason_until: datetime | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of a list of cases. `quiet_since`: nothing was written since, for four weeks or more."""

    id: UUID
    card_id: UUID
    reference: str
    name: str
    child: str
    issue: str
    state: str
    opened_on: date
    quiet_since: date | None = None


@dataclass(frozen=True, slots=True)
class OtherCase:
    """A case this person may open by saying why. No name stands here."""

    reference: str
    opened_on: date
    state: str
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookView:
    """One line of who has looked: who, when, what they did, and why where a reason was asked.

    `times` looks of the same kind by the same person on one day are one line; `at` is the last of them.
    """

    at: datetime
    who: str
    wording: str
    reason: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """One line of the tray. `name` is empty for a caller who gave none; `declined`: a referral without its family."""

    id: UUID
    reference: str
    happened_on: date
    taken_at: datetime
    taken_by: str
    named: bool
    name: str
    issues: tuple[str, ...]
    state: str
    declined: bool = False
    given_to: str = ""
    deadline_on: date | None = None
    may_be_rung: bool = True


@dataclass(frozen=True, slots=True)
class JoinedCall:
    """An earlier call without a name that its caller asked to have joined: its day, its words, when it was joined."""

    reference: str
    on: date
    note: str
    joined_on: date


@dataclass(frozen=True, slots=True)
class EnquiryView:
    """One enquiry, opened. `nobodys`: whoever took it was asked, and said that it names nobody of the family."""

    id: UUID
    reference: str
    version: int
    happened_on: date
    happened_at: time | None
    taken_at: datetime
    taken_by: str
    state: str
    named: bool
    name: str
    phone: str
    email: str
    caller: str
    safe_sentence: str
    statement_given: bool
    child_name: str
    issues: tuple[str, ...]
    note: str
    next_step: str
    remind_on: tuple[date, ...]
    marks: tuple[str, ...]
    method: str
    minutes: int | None
    age_band: str
    phase: str
    mine: bool
    issue_codes: tuple[str, ...]
    caller_code: str
    age_band_code: str
    phase_code: str
    safe: SafeContact
    nobodys: bool = False
    referral: ReferralView | None = None
    given_to: str = ""
    responsibility: str = ""
    order: str = ""
    responsibility_code: str = "not_asked"
    order_code: str = "not_asked"
    may_have: tuple[tuple[str, Answer], ...] = ()
    joined: tuple[JoinedCall, ...] = ()
    deadline_on: date | None = None
    ended: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """The bytes of a document, and a file name that tells nothing."""

    data: bytes = field(repr=False)
    content_type: str
    filename: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with one of its pages. `held` says why it stays unopened; `trouble` why this page cannot be shown.

    `came_with` is the e-mail it was sent along with; `typed` is what its form starts from; `ours`: it is a
    letter that was written here. `not_agreed` is what the policy says where it is records of others and nobody agreed
    to our having them. `unread` says why it was not searched for what must stay secret.
    """

    id: UUID
    title: str
    type_label: str
    sort_label: str
    happened_on: date
    recorded_at: datetime
    by: str
    marks: tuple[str, ...]
    secret: str
    held: str
    trouble: str
    pages: int
    number: int
    text: str
    pictured: bool
    came_with: UUID | None
    typed: dict[str, Any]
    ours: bool = False
    unread: str = ""
    not_agreed: Answer | None = None

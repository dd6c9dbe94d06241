"""Every version of a policy there was, and the changes that are being written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from inconfidence import policies
from inconfidence.editions.models import Adoption, Draft, DraftState, Review
from inconfidence.editions.queries.in_force import edition_of, in_force
from inconfidence.editions.writing import hash_of
from inconfidence.policy.clocks.reviewing import Review as Due
from inconfidence.policy.clocks.reviewing import next_review
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load

OPEN = (DraftState.WRITING, DraftState.SENT)


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version: its name, from which day, where that is minuted, the hash of its text, who adopted it and when."""

    id: UUID
    label: str
    in_force_from: date
    minute_reference: str
    minute_on: date | None
    sha256: str
    adopted_by: UUID
    adopted_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What somebody said in a role, on a day; `holds` when it was said of the text as it is now."""

    role: str
    agreed: bool
    on: date
    minute_reference: str
    minute_on: date | None
    entered_by: UUID
    holds: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """A change of the policy: the version it began from, what it would become, and what reviewers said of it."""

    id: UUID
    version: int
    state: str
    text: str
    before: Edition
    after: Edition
    started_by: UUID
    started_at: datetime
    changed_by: UUID
    changed_at: datetime
    sent_at: datetime | None
    reviews: tuple[ReviewView, ...]

    @property
    def sent(self) -> bool:
        """Whether it lies before its reviewers."""
        return self.state == DraftState.SENT


def versions(service_id: UUID) -> tuple[VersionView, ...]:
    """Every version ever adopted, the newest first; none is ever taken away."""
    rows = Adoption.objects.filter(service_id=service_id).order_by("-in_force_from", "-adopted_at")
    return tuple(
        VersionView(
            row.id,
            edition_of(row.sha256, row.id).label,
            row.in_force_from,
            row.minute_reference,
            row.minute_on,
            row.sha256,
            row.adopted_by,
            row.adopted_at,
        )
        for row in rows
    )


def version(service_id: UUID, adoption_id: UUID, defaults: str = "") -> Edition | None:
    """A version as it was, to ask again what was decided by it. None for one that is not this service's.

    `defaults` is the hash of the law and the defaults it rested on then; today's without it.
    """
    row = Adoption.objects.filter(service_id=service_id, id=adoption_id).first()
    return edition_of(row.sha256, row.id, defaults) if row else None


def drafts(service_id: UUID) -> tuple[DraftView, ...]:
    """The changes that are being written or reviewed, the newest first."""
    rows = Draft.objects.filter(service_id=service_id, state__in=OPEN).order_by("-started_at")
    return tuple(_draft(row) for row in rows)


def drafts_sent(service_id: UUID) -> int:
    """How many changes lie before their reviewers."""
    return Draft.objects.filter(service_id=service_id, state=DraftState.SENT).count()


def draft(service_id: UUID, draft_id: UUID) -> DraftView | None:
    """One change that is being written or reviewed; None where there is none of this service."""
    row = open_draft(service_id, draft_id)
    return _draft(row) if row else None


def open_draft(service_id: UUID, draft_id: UUID, *, lock: bool = False) -> Draft | None:
    """The row of such a change; `lock` for whoever is about to write it."""
    rows = Draft.objects.select_for_update() if lock else Draft.objects
    return rows.filter(service_id=service_id, id=draft_id, state__in=OPEN).first()


def review_due(service_id: UUID, today: date) -> Due:
    """When the policy in force must be looked at again: its own months after it was last looked at as a whole."""
    edition = in_force(service_id, today)
    months = edition.value("policy-review", "months")
    assert isinstance(months, int)
    here = Review.objects.filter(service_id=service_id, draft=None).order_by("-on").first()
    days = [day for day in (edition.last_review, here.on if here else None) if day]
    return next_review(max(days, default=None), months, today)


def reviewed_on(service_id: UUID) -> tuple[date, ...]:
    """The days on which a policy in force was looked at as a whole here, the first one first."""
    rows = Review.objects.filter(service_id=service_id, draft=None).order_by("on")
    return tuple(rows.values_list("on", flat=True))


def _draft(row: Draft) -> DraftView:
    now = hash_of(row.text)
    said = Review.objects.filter(draft=row).order_by("entered_at")
    return DraftView(
        row.id,
        row.version,
        row.state,
        row.text,
        edition_of(row.based_on.sha256, row.based_on_id),
        load(row.text, policies.default_text(), "the draft"),
        row.started_by,
        row.started_at,
        row.changed_by,
        row.changed_at,
        row.sent_at,
        tuple(
            ReviewView(
                each.role,
                each.agreed,
                each.on,
                each.minute_reference,
                each.minute_on,
                each.entered_by,
                each.sha256 == now,
            )
            for each in said
        ),
    )

"""Every version of a policy there was, and the changes that are being written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from inconfidence import policies
from inconfidence.editions.models import Adoption, Draft, DraftState, Review
from inconfidence.editions.queries.in_force import edition_of, in_force, last_adopted, standing
from inconfidence.editions.writing import hash_of
from inconfidence.policy.clocks.reviewing import Review as Due
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load
from inconfidence.policy.standing.reviewing import review_of

OPEN = (DraftState.WRITING, DraftState.SENT)


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version: its name, from which day, where that is minuted, the hash of its text, who adopted it and when.

    `withdrawn_at`: it was taken back before its day, and never counted. `may_withdraw`: it still can be.
    """

    id: UUID
    label: str
    in_force_from: date
    minute_reference: str
    minute_on: date | None
    sha256: str
    adopted_by: UUID
    adopted_at: datetime
    withdrawn_at: datetime | None
    may_withdraw: bool


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
    """A change of the policy: the version it would take the place of, what it would become, what reviewers said of it.

    `began_with` is the version that it began with, where another one was adopted since; None where that is the last.
    `another_text`: its file is not the very file of the version that it would take the place of.
    """

    id: UUID
    version: int
    state: str
    text: str
    text_before: str
    before: Edition
    began_with: Edition | None
    after: Edition
    another_text: bool
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


def versions(service_id: UUID, today: date) -> tuple[VersionView, ...]:
    """Every version ever adopted, the newest first; none is ever taken away."""
    rows = Adoption.objects.filter(service_id=service_id).order_by("-in_force_from", "-adopted_at")
    last = last_adopted(service_id)
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
            row.withdrawn_at,
            row.id == last.id and row.draft_id is not None and row.in_force_from > today,
        )
        for row in rows
    )


def version(service_id: UUID, adoption_id: UUID, defaults: str = "") -> Edition | None:
    """A version as it was, to ask again what was decided by it. None for one that is not this service's.

    `defaults` is the hash of the law and the defaults it rested on then; today's without it.
    """
    row = Adoption.objects.filter(service_id=service_id, id=adoption_id).first()
    return edition_of(row.sha256, row.id, defaults) if row else None


def version_text(service_id: UUID, adoption_id: UUID) -> str | None:
    """The file of a version. None for one that is not this service's."""
    row = Adoption.objects.filter(service_id=service_id, id=adoption_id).first()
    return row.text if row else None


def version_before(service_id: UUID, adoption_id: UUID) -> Edition | None:
    """The version that one took the place of. None for the first, and for one that is not this service's."""
    row = Adoption.objects.filter(service_id=service_id, id=adoption_id).first()
    if row is None:
        return None
    earlier = standing(service_id).filter(adopted_at__lt=row.adopted_at, in_force_from__lte=row.in_force_from)
    last = earlier.order_by("in_force_from", "adopted_at").last()
    return edition_of(last.sha256, last.id) if last else None


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


def words_on(row: Draft) -> QuerySet[Review]:
    """What was said of a draft as it lies before its reviewers: of this very text, since it was sent."""
    if row.sent_at is None:
        return Review.objects.none()
    return Review.objects.filter(draft=row, sha256=hash_of(row.text), entered_at__gte=row.sent_at)


def review_due(service_id: UUID, today: date) -> Due:
    """When the policy in force must be looked at again: its own months after it was last looked at as a whole."""
    return review_of(in_force(service_id, today), reviewed_on(service_id, today), today)


def reviewed_on(service_id: UUID, today: date) -> tuple[date, ...]:
    """The days on which the policy was looked at as a whole here, the first one first.

    A version that everybody named had looked at counts from its own day on.
    """
    recorded = Review.objects.filter(service_id=service_id, draft=None).values_list("on", flat=True)
    adopted = standing(service_id).filter(in_force_from__lte=today).values_list("reviewed_on", flat=True)
    return tuple(sorted({day for day in (*recorded, *adopted) if day is not None}))


def _draft(row: Draft) -> DraftView:
    last, holding = last_adopted(row.service_id), {each.id for each in words_on(row)}
    said = Review.objects.filter(draft=row).order_by("entered_at")
    return DraftView(
        row.id,
        row.version,
        row.state,
        row.text,
        last.text,
        edition_of(last.sha256, last.id),
        edition_of(row.based_on.sha256, row.based_on_id) if row.based_on_id != last.id else None,
        load(row.text, policies.default_text(), "the draft"),
        hash_of(row.text) != last.sha256,
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
                each.id in holding,
            )
            for each in said
        ),
    )

"""What somebody whom the policy names said of a draft, or of the policy in force, is written down."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions import facts
from inconfidence.editions.actions.adopting import Asked
from inconfidence.editions.actions.hindering import (
    PEOPLE_OF_OURS,
    InTheWay,
    Minute,
    Writer,
    first_word,
    not_theirs,
    wrong_days,
)
from inconfidence.editions.models import DraftState, Review
from inconfidence.editions.queries import adoption_in_force, in_force, open_draft, text_in_force
from inconfidence.editions.writing import hash_of
from inconfidence.policy.questions.may_adopt import may_adopt
from inconfidence.policy.vocabulary import Role
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class Said:
    """What a reviewer said of a draft: in which role, whether they agree, on which day, and where it is minuted."""

    role: Role
    agreed: bool
    on: date
    minute: Minute


@dataclass(frozen=True, slots=True)
class Looked:
    """The policy in force was looked at as a whole: by which roles, on which day, and where it is minuted."""

    roles: frozenset[Role]
    on: date
    minute: Minute

    def day_of(self, role: Role) -> date:
        """The day of a role's entry: what a group or the host said has the day of its meeting (CU-6.3)."""
        return self.on if role in PEOPLE_OF_OURS else self.minute.on or self.on


@transaction.atomic
def review_draft(
    draft_id: UUID, service_id: UUID, by: Writer, said: Said, now: datetime, *, once: UUID | None = None
) -> bool | InTheWay:
    """Record what a reviewer said of the text as it was sent. False for no draft that is under review.

    What stood in the way is returned and recorded: somebody else's word, or a day that cannot be.
    """
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None or draft.state != DraftState.SENT:
        return False
    today = facts.legal_day(now)
    days = {"on": said.on, "minute_on": said.minute.on}
    hindrance = not_theirs(in_force(service_id, today), by.post, [said.role], said.minute) or wrong_days(
        days, first_word(facts.legal_day(draft.started_at), said.role), today
    )
    if hindrance is not None:
        _refused(service_id, by, draft.id, {"role": str(said.role), "why": hindrance.word}, now)
        return hindrance
    review = Review.objects.create(
        id=new_id(),
        service_id=service_id,
        draft=draft,
        sha256=hash_of(draft.text),
        role=said.role,
        agreed=said.agreed,
        on=said.on,
        minute_reference=said.minute.reference.strip(),
        minute_on=said.minute.on,
        entered_by=by.person_id,
        entered_at=now,
    )
    words = {
        "role": str(said.role),
        "agreed": "yes" if said.agreed else "no",
        "on": said.on.isoformat(),
        "sha256": review.sha256,
    }
    record(
        service_id=service_id,
        actor_id=by.person_id,
        act=Act.policy_draft_reviewed,
        at=now,
        about=review.id,
        words=words,
        once=once,
    )
    return True


@transaction.atomic
def record_review(
    service_id: UUID, by: Writer, looked: Looked, now: datetime, *, once: UUID | None = None
) -> Asked | InTheWay:
    """Record that the policy in force was looked at as a whole, if those did whom it names; the answer is returned."""
    today = facts.legal_day(now)
    edition, adoption = in_force(service_id, today), adoption_in_force(service_id, today)
    words = {str(role): looked.day_of(role).isoformat() for role in sorted(looked.roles)}
    days = {"on": looked.on, "minute_on": looked.minute.on}
    hindrance = not_theirs(edition, by.post, looked.roles, looked.minute) or wrong_days(days, None, today)
    if hindrance is not None:
        _refused(service_id, by, adoption, words | {"why": hindrance.word}, now)
        return hindrance
    stated = facts.reviewing(looked.roles, minute=looked.minute.whole)
    asked = Asked(may_adopt(edition, stated), edition, stated)
    if not asked.permitted:
        _refused(service_id, by, adoption, words | {"outcome": str(asked.decision.outcome)}, now)
        return asked
    act = Act.policy_reviewed
    record(
        service_id=service_id, actor_id=by.person_id, act=act, at=now, about=adoption, words=words, once=once
    )
    _write_down(service_id, by, looked, now)
    return asked


def _write_down(service_id: UUID, by: Writer, looked: Looked, now: datetime) -> None:
    """An entry for each role, with its own day."""
    sha256 = text_in_force(service_id, facts.legal_day(now))
    Review.objects.bulk_create(
        Review(
            service_id=service_id,
            sha256=sha256,
            role=role,
            agreed=True,
            on=looked.day_of(role),
            minute_reference=looked.minute.reference.strip(),
            minute_on=looked.minute.on,
            entered_by=by.person_id,
            entered_at=now,
        )
        for role in sorted(looked.roles)
    )


def _refused(service_id: UUID, by: Writer, about: UUID, words: dict[str, str], now: datetime) -> None:
    act = Act.policy_review_refused
    record(service_id=service_id, actor_id=by.person_id, act=act, at=now, about=about, words=words)

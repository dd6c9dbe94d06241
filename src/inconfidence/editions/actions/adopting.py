"""A version of the policy comes into force: the first when a service begins, later ones from a reviewed draft."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions import facts
from inconfidence.editions.models import Adoption, Draft, DraftState, Review
from inconfidence.editions.queries import forget_adoptions, in_force, open_draft
from inconfidence.editions.writing import hash_of
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.loading import Fault, Faulty, load
from inconfidence.policy.questions.may_adopt import may_adopt
from inconfidence.policy.vocabulary import Outcome, Role
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class Minute:
    """Where a decision is written down: the reference and the day of the meeting; both empty where there is none."""

    reference: str = ""
    on: date | None = None

    @property
    def whole(self) -> bool:
        """Whether both are there: half a minute is none."""
        return bool(self.reference.strip()) and self.on is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the policy in force said to an adoption or a review, with what it was asked."""

    decision: Decision
    edition: Edition
    facts: MayAdopt

    @property
    def answer(self) -> Answer:
        """The answer in the policy's words."""
        return answer(self.decision, self.edition, self.facts)

    @property
    def permitted(self) -> bool:
        """Whether it was done."""
        return self.decision.outcome is Outcome.PERMIT


def check(text: str, file: str) -> Edition | tuple[Fault, ...]:
    """Compile a policy file: the edition, or every one of its faults."""
    try:
        return load(text, policies.default_text(), file)
    except Faulty as found:
        return tuple(found.faults)


@transaction.atomic
def adopt(service_id: UUID, by: UUID, text: str, in_force_from: date, minute: Minute, now: datetime) -> UUID:
    """Adopt the first policy of a service from a day on. The caller has called `check` and found no fault."""
    return _adopt(service_id, by, text, in_force_from, minute, now, None)


@transaction.atomic
def adopt_draft(
    draft_id: UUID,
    service_id: UUID,
    by: UUID,
    in_force_from: date,
    minute: Minute,
    now: datetime,
    *,
    once: UUID | None = None,
) -> Asked | tuple[Fault, ...] | None:
    """Bring a reviewed draft into force from a day on, if the policy in force agrees (D-32); None for no open draft.

    The answer is returned and recorded either way; faults when the program has come to refuse the text meanwhile.
    Raises ValueError for a day that is over: what was decided on it keeps the policy it was decided by.
    """
    if in_force_from < facts.legal_day(now):
        raise ValueError("a version comes into force today or later")
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None:
        return None
    if isinstance(found := check(draft.text, "the draft"), tuple):
        return found
    asked = _ask(draft, minute, in_force(service_id, facts.legal_day(now)))
    if not asked.permitted:
        record(service_id=service_id, actor_id=by, act=Act.policy_not_adopted, at=now, about=draft.id)
        return asked
    _adopt(service_id, by, draft.text, in_force_from, minute, now, draft, once)
    return asked


def _ask(draft: Draft, minute: Minute, edition: Edition) -> Asked:
    asked = facts.adopting(
        Review.objects.filter(draft=draft, sha256=hash_of(draft.text)), minute=minute.whole
    )
    return Asked(may_adopt(edition, asked), edition, asked)


def _adopt(
    service_id: UUID,
    by: UUID,
    text: str,
    in_force_from: date,
    minute: Minute,
    now: datetime,
    draft: Draft | None,
    once: UUID | None = None,
) -> UUID:
    adoption = Adoption.objects.create(
        id=new_id(),
        service_id=service_id,
        text=text,
        sha256=hash_of(text),
        minute_reference=minute.reference.strip(),
        minute_on=minute.on,
        draft=draft,
        in_force_from=in_force_from,
        adopted_at=now,
        adopted_by=by,
    )
    if draft is not None:
        draft.state = DraftState.ADOPTED
        draft.save(update_fields=["state"])
    words = {"sha256": adoption.sha256, "from": in_force_from.isoformat()}
    record(
        service_id=service_id,
        actor_id=by,
        act=Act.policy_adopted,
        at=now,
        about=adoption.id,
        words=words,
        once=once,
    )
    forget_adoptions()
    return adoption.id


@transaction.atomic
def record_review(
    service_id: UUID,
    by: UUID,
    roles: frozenset[Role],
    on: date,
    minute: Minute,
    now: datetime,
    *,
    once: UUID | None = None,
) -> Asked:
    """Record that the policy in force was looked at as a whole, if those did whom it names; the answer is returned."""
    adoption = Adoption.objects.filter(service_id=service_id, in_force_from__lte=facts.legal_day(now)).latest(
        "in_force_from", "adopted_at"
    )
    edition = in_force(service_id, facts.legal_day(now))
    stated = facts.reviewing(roles, minute=minute.whole)
    asked = Asked(may_adopt(edition, stated), edition, stated)
    act = Act.policy_reviewed if asked.permitted else Act.policy_review_refused
    record(service_id=service_id, actor_id=by, act=act, at=now, about=adoption.id, once=once)
    if asked.permitted:
        Review.objects.bulk_create(
            Review(
                service_id=service_id,
                sha256=adoption.sha256,
                role=role,
                agreed=True,
                on=on,
                minute_reference=minute.reference.strip(),
                minute_on=minute.on,
                entered_by=by,
                entered_at=now,
            )
            for role in sorted(roles)
        )
    return asked

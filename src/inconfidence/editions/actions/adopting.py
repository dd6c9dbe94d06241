"""A version of the policy comes into force: the first when a service begins, later ones from a reviewed draft."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions import facts
from inconfidence.editions.actions.hindering import (
    InTheWay,
    Minute,
    disagreeing,
    first_word,
    wrong_beginning,
    wrong_days,
)
from inconfidence.editions.models import Adoption, Draft, DraftState, Service
from inconfidence.editions.queries import forget_adoptions, in_force, last_adopted, open_draft, words_on
from inconfidence.editions.writing import hash_of
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.loading import Fault, Faulty, load
from inconfidence.policy.questions.may_adopt import may_adopt
from inconfidence.policy.standing.printed_days import impossible
from inconfidence.policy.vocabulary import DutyKind, Outcome
from inconfidence.vault.ids import new_id

OVERTAKEN = (
    "Another version was adopted since this draft was begun: look at the draft against that version first"
)


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


def check(text: str, file: str, today: date | None = None) -> Edition | tuple[Fault, ...]:
    """Compile a policy file: the edition, or every one of its faults; where today is known, also of its days."""
    try:
        found = load(text, policies.default_text(), file)
    except Faulty as faulty:
        return tuple(faulty.faults)
    days = impossible(found, today) if today else ()
    return tuple(Fault(file, "", *each) for each in days) or found


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
) -> Asked | InTheWay | tuple[Fault, ...] | None:
    """Bring a reviewed draft into force from a day on, if the policy in force agrees (D-32); None for no open draft.

    The answer is returned and recorded either way, and so is what stood in the way before the policy was asked;
    faults when the program has come to refuse the text meanwhile.
    """
    Service.objects.select_for_update().get(id=service_id)
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None:
        return None
    if isinstance(found := check(draft.text, "the draft", facts.legal_day(now)), tuple):
        return found
    edition = in_force(service_id, facts.legal_day(now))
    hindrance = _hindrance(draft, edition, in_force_from, minute, facts.legal_day(now))
    if hindrance is not None:
        _not_adopted(draft, by, {"why": hindrance.word}, now)
        return hindrance
    asked = _ask(draft, minute, edition)
    if not asked.permitted:
        _not_adopted(draft, by, {"outcome": str(asked.decision.outcome)}, now)
        return asked
    _adopt(service_id, by, draft.text, in_force_from, minute, now, draft, _reviewed_on(draft, asked), once)
    return asked


def _hindrance(draft: Draft, edition: Edition, begin: date, minute: Minute, today: date) -> InTheWay | None:
    """What must be so before the policy is asked: sent, seen against the last version, nobody's no, possible days."""
    last = last_adopted(draft.service_id)
    if draft.state != DraftState.SENT:
        return InTheWay("not_sent", "", "The draft lies before nobody yet: put it before its reviewers first")
    if draft.based_on_id != last.id:
        return InTheWay("overtaken", "", OVERTAKEN)
    begun = facts.legal_day(draft.started_at)
    return (
        wrong_beginning(begin, last.in_force_from, today)
        or wrong_days({"minute_on": minute.on}, first_word(begun), today)
        or disagreeing(edition, facts.last_words(words_on(draft)))
    )


def _not_adopted(draft: Draft, by: UUID, words: dict[str, str], now: datetime) -> None:
    service, act = draft.service_id, Act.policy_not_adopted
    record(service_id=service, actor_id=by, act=act, at=now, about=draft.id, words=words)


def _ask(draft: Draft, minute: Minute, edition: Edition) -> Asked:
    asked = facts.adopting(words_on(draft), minute=minute.whole)
    return Asked(may_adopt(edition, asked), edition, asked)


def _reviewed_on(draft: Draft, asked: Asked) -> date | None:
    """When the last of those named had looked at it, where the answer says that the next review is set by it."""
    if all(duty.duty is not DutyKind.SET_NEXT_REVIEW for duty in asked.decision.duties):
        return None
    return max((said.on for said in words_on(draft)), default=None)


def _adopt(
    service_id: UUID,
    by: UUID,
    text: str,
    in_force_from: date,
    minute: Minute,
    now: datetime,
    draft: Draft | None,
    reviewed_on: date | None = None,
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
        reviewed_on=reviewed_on,
        adopted_at=now,
        adopted_by=by,
    )
    if draft is not None:
        draft.state = DraftState.ADOPTED
        draft.save(update_fields=["state"])
    words = {"sha256": adoption.sha256, "from": in_force_from.isoformat()}
    if minute.on is not None:
        words["minute"] = minute.on.isoformat()
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
def withdraw(adoption_id: UUID, service_id: UUID, by: UUID, now: datetime) -> bool:
    """Take back the last version before its day: its draft lies before its reviewers again.

    False once its day has come, when another was adopted after it, or for the version the service began with.
    """
    Service.objects.select_for_update().get(id=service_id)
    last = last_adopted(service_id)
    if last.id != adoption_id or last.draft is None or last.in_force_from <= facts.legal_day(now):
        return False
    last.withdrawn_at, last.withdrawn_by = now, by
    last.save(update_fields=["withdrawn_at", "withdrawn_by"])
    last.draft.state = DraftState.SENT
    last.draft.save(update_fields=["state"])
    words = {"sha256": last.sha256, "from": last.in_force_from.isoformat()}
    record(service_id=service_id, actor_id=by, act=Act.policy_withdrawn, at=now, about=last.id, words=words)
    forget_adoptions()
    return True

"""Lines about paper → what the core judges it by. The only bridge."""

from collections.abc import Iterable, Sequence
from typing import Literal

from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayMovePaper
from inconfidence.policy.questions.may_move_paper import may_move_paper
from inconfidence.policy.standing.registers.paper import STAFF, Paper
from inconfidence.policy.vocabulary import Role
from inconfidence.retention.models import PaperLine
from inconfidence.retention.words import WHERE_IT_IS, Content, What
from inconfidence.vault.alarms import Alarm, raise_alarm

REGISTER = "paper-register"


def purpose_of(edition: Edition) -> str:
    """What paper notes are for under this policy; empty where it fixes nothing."""
    setting = edition.settings.get((REGISTER, "purpose"))
    return str(setting.value) if setting else ""


def holder_word(role: str) -> Literal["staff", "volunteer"]:
    """The core's word for somebody who holds paper."""
    return "volunteer" if role == Role.VOLUNTEER else "staff"


def may_move(edition: Edition, facts: MayMovePaper) -> Answer:
    """Whether it may leave its cabinet like this, in words; a rule that failed raises its alarm."""
    decision = may_move_paper(edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return answer(decision, edition, facts)


def papers(lines: Iterable[PaperLine]) -> list[Paper]:
    """Each case's paper as it is now. Lines come oldest first, with case and holder at hand."""
    by_case: dict[str, list[PaperLine]] = {}
    for line in lines:
        by_case.setdefault(line.case.reference, []).append(line)
    return [_paper(reference, found) for reference, found in by_case.items()]


def _paper(reference: str, lines: Sequence[PaperLine]) -> Paper:
    kept = next(line for line in reversed(lines) if line.what == What.KEPT)
    looked = next(line for line in reversed(lines) if line.what in (What.KEPT, What.CHECKED))
    moved = next((line for line in reversed(lines) if line.what in WHERE_IT_IS), None)
    out = moved if moved is not None and moved.what == What.OUT else None
    return Paper(
        label=reference,
        kept_in=kept.kept_in,
        checked_on=looked.on,
        cases=2 if kept.mixed else 1,
        holder=holder_word(out.holder.role) if out is not None and out.holder is not None else STAFF,
        out_on=out.on if out else None,
        copies=out is not None and out.content == Content.COPIES,
        due_back=out.due_back if out else None,
        purpose=kept.purpose,
        lost_on=moved.on if moved is not None and moved.what == What.LOST else None,
    )

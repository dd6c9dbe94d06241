"""Rows about reviews become the facts of `may_adopt`."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from inconfidence.editions.models import Review
from inconfidence.policy.facts import MayAdopt, built
from inconfidence.policy.vocabulary import Question, Role

LONDON = ZoneInfo("Europe/London")


def legal_day(now: datetime) -> date:
    """The day it is in England."""
    return now.astimezone(LONDON).date()


def last_words(reviews: Iterable[Review]) -> dict[str, bool]:
    """What each role said last: whether it agrees."""
    return {review.role: review.agreed for review in sorted(reviews, key=lambda each: each.entered_at)}


def adopting(reviews: Iterable[Review], *, minute: bool) -> MayAdopt:
    """May this text come into force? Of what each role said of it, the last word counts."""
    agreed = frozenset(role for role, yes in last_words(reviews).items() if yes)
    return _stated("adopt_version", agreed, minute=minute)


def reviewing(roles: frozenset[Role], *, minute: bool) -> MayAdopt:
    """May this be recorded as a review of the policy?"""
    return _stated("record_review", frozenset(map(str, roles)), minute=minute)


def _stated(act: str, by: frozenset[str], *, minute: bool) -> MayAdopt:
    stated = built(Question.MAY_ADOPT, {"act": act, "by": by, "minute": minute})
    assert isinstance(stated, MayAdopt)
    return stated

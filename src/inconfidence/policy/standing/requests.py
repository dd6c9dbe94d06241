"""Dates and dated approvals → the words of `may_answer_request` about a child, and about who has approved.

Age is taken on the day of receipt, and looked at again when the child turns twelve before the answer goes. Whoever was
born on 29 February is a year older on 1 March where the year has no such day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.clocks.days import birthday

TWELVE, GROWN = 12, 18
HOST = ("host_manager", "host_delegate")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildStanding:
    """The facts of `may_answer_request` about a child, in its words."""

    child: Literal["not_a_child", "under_12", "from_12"]
    turned_12_since: Literal["no", "yes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approved a request, in which post, on which day."""

    person: str
    post: Literal["head_of_service", "host_manager", "host_delegate"]
    day: date


def child_standing(*, born: date, received: date, today: date, judged: date | None = None) -> ChildStanding:
    """How old the child was when the request came, and whether they have turned twelve since and not been judged."""
    twelve = birthday(born, TWELVE)
    turned = received < twelve <= today and (judged is None or judged < twelve)
    return ChildStanding(child=_band(born, received), turned_12_since="yes" if turned else "no")


def approvals_standing(
    approvals: Iterable[Approval], *, received: date, today: date
) -> Literal["none", "one", "same_person", "two"]:
    """How many people have approved this request by today: one in two posts is one, a delegate stands for the host."""
    counted = [each for each in approvals if received <= each.day <= today]
    heads = {each.person for each in counted if each.post == "head_of_service"}
    hosts = {each.person for each in counted if each.post in HOST}
    if heads and hosts:
        return "two" if len(heads | hosts) > 1 else "same_person"
    return "one" if counted else "none"


def _band(born: date, day: date) -> Literal["not_a_child", "under_12", "from_12"]:
    if day >= birthday(born, GROWN):
        return "not_a_child"
    return "from_12" if day >= birthday(born, TWELVE) else "under_12"

"""What keeps a review or a version from being entered, before the policy itself is asked: a sentence each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from inconfidence.policy.clocks.days import months_after, spelt
from inconfidence.policy.edition import Edition
from inconfidence.policy.vocabulary import Role

A_YEAR = 12
PEOPLE_OF_OURS = frozenset({Role.HEAD_OF_SERVICE})


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
class Writer:
    """Who writes it down, and which post they have here."""

    person_id: UUID
    post: Role


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Why something was not entered: a closed word for the log, the field it stands beside, and the sentence."""

    word: str
    field: str
    says: str


def not_theirs(edition: Edition, post: Role, roles: Iterable[Role], minute: Minute) -> InTheWay | None:
    """Each role that is a post here speaks for itself; what a group or the host said is its minute's word.

    BN-7.3: another role's entry is refused. CU-6.3, CV-MONITOR-02a: the group's entry has the meeting's date.
    """
    cites = ", ".join(edition.naming("policy-review").cites)
    head = edition.titles[Role.HEAD_OF_SERVICE]
    for role in sorted(roles):
        title = edition.titles[role]
        if role in PEOPLE_OF_OURS and post != role:
            return InTheWay("post", "", f"Only the {title} records what the {title} said ({cites})")
        if role not in PEOPLE_OF_OURS and post != Role.HEAD_OF_SERVICE:
            return InTheWay("post", "", f"Only the {head} records what the {title} said ({cites})")
        if role not in PEOPLE_OF_OURS and not minute.whole:
            says = f"Enter the reference and the day of the minute in which the {title} said so ({cites})"
            return InTheWay("minute", "minute_reference", says)
    return None


def first_word(begun: date, role: str | None = None) -> date:
    """The earliest day that a word about a draft can be of: a post of ours speaks once it is begun.

    A group or the host may have agreed on paper before anybody typed it; after more than a year it is asked again.
    """
    return begun if role in PEOPLE_OF_OURS else months_after(begun, -A_YEAR)


def wrong_days(days: Mapping[str, date | None], earliest: date | None, today: date) -> InTheWay | None:
    """A day, by the field it was typed into, before anybody can have spoken of it, or still to come."""
    for field, day in days.items():
        if day is not None and day > today:
            return InTheWay("day", field, "Enter a day that has been, or today")
        if day is not None and earliest is not None and day < earliest:
            return InTheWay("day", field, f"Enter {spelt(earliest)} or later")
    return None


def wrong_beginning(begin: date, last_from: date, today: date) -> InTheWay | None:
    """A version begins today or within a year (D-32), and not before one that was adopted already."""
    latest = months_after(today, A_YEAR)
    if not today <= begin <= latest:
        says = f"Enter a day from today to {spelt(latest)}: a version comes into force within a year"
        return InTheWay("day", "in_force_from", says)
    if begin < last_from:
        says = f"Another version comes into force on {spelt(last_from)}: withdraw it, or enter that day or a later one"
        return InTheWay("day", "in_force_from", says)
    return None


def disagreeing(edition: Edition, last_words: Mapping[str, bool]) -> InTheWay | None:
    """Somebody's last word was a no: it stands until the draft is changed or they say otherwise."""
    against = list(_titles(edition, (role for role, agreed in last_words.items() if not agreed)))
    if not against:
        return None
    says = f"It was not agreed to by the {' and the '.join(against)}: change it, or ask them again"
    return InTheWay("not_agreed", "", says)


def _titles(edition: Edition, roles: Iterable[str]) -> Iterator[str]:
    return (edition.titles[role] for role in sorted(roles))

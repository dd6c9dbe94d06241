"""What is written down about a concern → what the policy is asked, and what it says. The only bridge into the core."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from inconfidence.editions import queries as editions
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, Cited, answer
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.questions.where_to_raise import where_to_raise
from inconfidence.policy.standing.raising import ConcernEntry, ConcernStanding, concern_standing
from inconfidence.policy.standing.risk import RiskEntry
from inconfidence.policy.vocabulary import Role
from inconfidence.policy.wording import HEARERS, words_for
from inconfidence.safeguarding.words import ABOUT, BELIEFS, Kind
from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.web.forms import DateField
from inconfidence.web.forms.dates import PARTS
from inconfidence.web.forms.times import time_from

ON_PAPER = "When it was"
LONG_AGO = timedelta(days=730)
RAISED_WITH = "In the words it was raised with"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetails:
    """What somebody writes down about a concern at one time; all of it may be left out.

    `already`: they are told already, whether or not they should have been.
    """

    about: str = ""
    child_hurt: bool = False
    emergency: bool = False
    belief: str = ""
    reasons: str = ""
    checked: str = ""
    spoken_to: str = ""
    why_unsafe: str = ""
    consulted: bool = False
    told: tuple[str, ...] = ()
    what: str = ""
    already: bool = False
    violence_procedure: bool = False
    mending: str = ""

    def payload(self, *, by_head: bool) -> dict[str, object]:
        """As it is sealed. What the head of service writes has been talked over with the head of service."""
        return {"form": 1, **asdict(self), "told": list(self.told), "consulted": self.consulted or by_head}


def first_details(words: str, typed: Mapping[str, str]) -> EntryDetails:
    """What the form that raises a concern says beside its words; whatever it does not know is left out.

    Who believes it when they raise it has said why in those words.
    """
    about = "employee" if kind_of(typed) is Kind.INCIDENT else typed.get("whom", "")
    belief = "believed" if kind_of(typed) is Kind.INCIDENT else typed.get("belief", "")
    return EntryDetails(
        about=about if about in ABOUT else "",
        child_hurt=bool(typed.get("child_hurt")),
        belief=belief if belief in BELIEFS else "",
        reasons=RAISED_WITH if words and belief == "believed" else "",
        emergency=bool(typed.get("emergency")),
    )


def dated_words(typed: Mapping[str, str], now: datetime) -> tuple[str, datetime | None]:
    """The words that raise a concern, and when it was where they were written on paper first.

    Nothing is refused: a day that cannot be, or that nobody can read, stays with the words as it was typed.
    """
    words = typed.get("words", "").strip()
    parts = [typed.get(f"happened_on_{part}", "").strip() for part in PARTS]
    at = typed.get("happened_at", "").strip()
    if not any((*parts, at)):
        return words, None
    found = _moment(parts, at, now.astimezone(LONDON))
    said = " ".join(part for part in (*parts, at) if part)
    return (words, found) if found else (f"{words}\n\n{ON_PAPER}: {said}".strip(), None)


def _moment(parts: Sequence[str], at: str, now: datetime) -> datetime | None:
    """That day, at that time; today where only a time is known, and midnight where only a day is. None: cannot be."""
    try:
        day = DateField(required=False).clean(parts) or now.date()
        found = datetime.combine(day, time_from(at) if at else time(), LONDON)
    except ValidationError:
        return None
    return found if has_been(found, now) else None


def has_been(moment: datetime, now: datetime) -> bool:
    """Whether something can have been then: not still to come, and not so far back that the year is a slip."""
    return now - LONG_AGO < moment <= now


def kind_of(typed: Mapping[str, str]) -> Kind:
    """Whether the form reports a threat or abuse towards staff."""
    return Kind.INCIDENT if typed.get("kind") == Kind.INCIDENT else Kind.CONCERN


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it was asked, and what came of it."""

    edition: Edition
    facts: WhereToRaise
    decision: Decision

    def answer(self) -> Answer:
        """In the words of the service."""
        return answer(self.decision, self.edition, self.facts)


def in_force(actor: Actor) -> Edition | None:
    """The policy of today. None where there is none, or its text was changed: a concern is taken all the same."""
    try:
        return editions.in_force(actor.service_id, actor.today())
    except (editions.NoPolicyInForce, editions.SwappedText):
        return None


def by_head(actor: Actor) -> bool:
    """Whether the head of service is the one who writes."""
    return actor.role == Role.HEAD_OF_SERVICE


def entry_of(recorded: datetime, said: Mapping[str, Any]) -> ConcernEntry:
    """One sealed entry as the core reads it."""
    return ConcernEntry(
        risk=RiskEntry(
            recorded=recorded,
            belief=said["belief"] or None,
            reasons=bool(said["reasons"]),
            spoken_to=said["spoken_to"] or None,
            why_unsafe=bool(said["why_unsafe"]),
            lead_consulted=said["consulted"],
        ),
        about=said["about"] or None,
        child_hurt=_beside_about(said, "child_hurt"),
        emergency=_beside_about(said, "emergency"),
        checked=bool(said["checked"]),
        told=frozenset(said["told"]),
        violence_procedure=said["violence_procedure"],
        mending=bool(said["mending"]),
    )


def _beside_about(said: Mapping[str, Any], name: str) -> bool | None:
    """What is ticked beside whom it is about: left empty it says no where that was said again, and else nothing."""
    return bool(said[name]) if said[name] or said["about"] else None


def standing_of(entries: Iterable[tuple[datetime, Mapping[str, Any]]]) -> ConcernStanding:
    """How a concern stands by everything written down about it."""
    return concern_standing(entry_of(recorded, said) for recorded, said in entries)


def ask(edition: Edition, facts: WhereToRaise, **other: Any) -> Asked:
    """Ask where it goes, with these facts otherwise; a rule that fails raises the alarm and loses nothing."""
    asked = replace(facts, **other)
    decision = where_to_raise(edition, asked)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return Asked(edition, asked, decision)


def route_clauses(edition: Edition, said: Answer) -> tuple[Cited, ...]:
    """The clauses of an answer that say who hears of it."""
    voiced = (each for each in said.clauses if each.id in edition.every_clause)
    return tuple(each for each in voiced if edition.clause(each.id).effect("route"))


def hearers(edition: Edition) -> dict[str, str]:
    """Everybody a concern can be told to, as this service calls them."""
    words = words_for(edition, WhereToRaise())
    named = {code: said.format_map(words) for code, said in HEARERS.items()}
    return {code: said[:1].upper() + said[1:] for code, said in named.items()}


def listed_in(said: Answer, name: str) -> tuple[str, ...]:
    """What an answer lists under this name; nothing where it has none."""
    found = said.answer.get(name, ())
    return found if isinstance(found, tuple) else ()


def roads(edition: Edition) -> dict[str, Answer]:
    """Where each kind of concern goes, before anything is known of one."""
    kinds = (WhereToRaise(about=about) for about in ABOUT)  # type: ignore[arg-type]
    return {facts.about: ask(edition, facts).answer() for facts in kinds}

"""A form gone through aloud: the page to do it by, and what was answered before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.facts.beginning import Begun
from inconfidence.cases.queries import (
    NeedsReason,
    OpenCase,
    identity,
    not_translated,
    open_case_for,
    the_card,
)
from inconfidence.cases.queries.beginning import said_of
from inconfidence.consent.queries.records import records
from inconfidence.editions import queries as editions
from inconfidence.letters import leaflets, stationery
from inconfidence.letters.family import spoken
from inconfidence.letters.paper import Block
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar
from inconfidence.web.wording import plain_date

QUESTIONS = tuple(row.code for row in codes.rows("permission") if row.active)
NOTICE = "privacy"
FORMS = ("permission", NOTICE)
OPEN = frozenset({"statement", "notice", "answers", "confirmed"})


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """One answer: yes or no, on which day, to whom of us, in which language, through whom."""

    answer: str
    on: date
    by: UUID
    language: str
    interpreter: str
    interpreter_name: str

    def saying(self, answer: str) -> "SpokenAnswer":
        """The same with this answer."""
        return replace(self, answer=answer)

    def kept(self) -> dict[str, str]:
        """As a sealed record keeps it."""
        return {
            "answer": self.answer,
            "on": self.on.isoformat(),
            "by": str(self.by),
            "language": self.language,
            "interpreter": self.interpreter,
            "interpreter_name": self.interpreter_name,
        }

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "SpokenAnswer":
        """Read back."""
        return cls(**{**kept, "on": date.fromisoformat(kept["on"]), "by": UUID(kept["by"])})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class AloudPage:
    """What is read out: the statement, the leaflet; and what was said before, as the form shows it."""

    reference: str
    identity: IdentityBar
    statement: tuple[str, ...]
    notice_heading: str
    notice: tuple[Block, ...]
    language: str
    interpreter: bool
    before: Mapping[str, object]
    back: bool
    not_translated: str


def aloud_page(actor: Actor, reference: str) -> AloudPage | NeedsReason | None:
    """Open a case in order to go through its form aloud. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    card, service = the_card(actor, door), editions.service(actor.service_id, actor.today())
    values = leaflets.terms(door.edition) | {"service": service.name}
    notice = leaflets.sheet(stationery.wordings(service)[NOTICE], values, door.edition)
    return AloudPage(
        reference=door.reference,
        identity=identity(actor, door, card),
        statement=spoken(door.edition),
        notice_heading=notice.heading,
        notice=notice.blocks,
        language=card.language,
        interpreter=card.interpreter,
        before=_as_typed(door, card.language, needs=card.interpreter),
        back=any(entry.said["answer"] == "returned" for entry in _of_the_form(door)),
        not_translated=not_translated(actor, card, FORMS),
    )


def _of_the_form(door: OpenCase) -> list[Any]:
    return [entry for entry in records(door) if entry.said["kind"] == "permission_form"]


def _last(door: OpenCase) -> dict[str, Any]:
    """What was said when the form was last gone through; empty where it never was."""
    found = [entry.said["aloud"] for entry in _of_the_form(door) if entry.said.get("aloud")]
    return found[-1] if found else {}


def spoken_before(door: OpenCase) -> dict[str, SpokenAnswer]:
    """The answers that were given aloud before, by question."""
    answers = _last(door).get("answers", {})
    return {code: SpokenAnswer.of(kept) for code, kept in answers.items()}


def _as_typed(door: OpenCase, language: str, *, needs: bool) -> dict[str, object]:
    """What the form shows: what was said before; nothing is ticked that has to be said anew."""
    last, begun = _last(door), Begun.of(said_of(door))
    answers = {code: each.answer for code, each in spoken_before(door).items()}
    return answers | {
        "language": last.get("language", "") or language or "English",
        "interpreter": last.get("interpreter", "") or ("professional" if needs else "nobody"),
        "interpreter_name": last.get("interpreter_name", ""),
        "statement": begun.statement_on is not None,
        "notice": begun.notice_on is not None,
        "whom": last.get("whom", ""),
        "about": last.get("about", ""),
        "not_mentioned": last.get("not_mentioned", ""),
    }


def aloud_lines(said: Mapping[str, Any], people: Mapping[UUID, str]) -> tuple[str, ...]:
    """What was answered aloud, a line each; none for an entry that was not."""
    kept = said.get("aloud")
    if not kept:
        return ()
    answers = ((code, SpokenAnswer.of(one)) for code, one in kept["answers"].items())
    more = (
        ("Whom we may talk to", kept["whom"]),
        ("About what, until when", kept["about"]),
        ("Not to be mentioned", kept["not_mentioned"]),
        ("Why one of the family interpreted", kept["why_family"]),
    )
    return (
        *(_line(code, each, people) for code, each in answers),
        *(f"{label}: {words}" for label, words in more if words),
    )


def _line(code: str, each: SpokenAnswer, people: Mapping[UUID, str]) -> str:
    label, who = codes.label("permission", code), people.get(each.by, "a former colleague")
    how = ", ".join(
        part for part in (plain_date(each.on), who, f"in {each.language}", _through(each)) if part
    )
    return f"{label}: {each.answer} ({how})"


def _through(each: SpokenAnswer) -> str:
    if each.interpreter == "nobody":
        return ""
    return f"through {THROUGH[each.interpreter]}, {each.interpreter_name}"


THROUGH = {
    "professional": "an interpreter",
    "relative": "a relative or a friend",
    "child": "a child or young person",
}

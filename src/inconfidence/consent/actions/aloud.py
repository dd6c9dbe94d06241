"""Going through a form aloud: each answer with its day, worker, language and interpreter, until all is confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.actions.begin import told_and_given
from inconfidence.cases.actions.content import check_code, check_line, check_past, check_since, check_text
from inconfidence.cases.actions.form_given import settle_its_return
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.consent.actions.recording import ConsentDetails, payload_of, write_entry
from inconfidence.consent.queries.aloud import QUESTIONS, SpokenAnswer, spoken_before
from inconfidence.duties.actions import owe
from inconfidence.duties.words import FORM_ALOUD, About
from inconfidence.policy.standing.aloud import NOBODY, GoneThrough, Missing, in_doubt, still_missing
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor

METHODS = frozenset({"telephone", "in_person"})
YES_OR_NO = frozenset({"yes", "no"})
WHY_FAMILY = (
    "A relative, a friend or a child may say what they think themselves, and permission has to be the person’s own. "
    "Find an interpreter first, or write down why nobody else could"
)


@dataclass(frozen=True, slots=True)
class Aloud:
    """One going through. `answers` are yes or no by question (codes of `permission`); what is not there stays open.

    `interpreter` is a code of that list. `gone_through_on`: the day it was done, None for today.
    """

    method: str = "telephone"
    language: str = "English"
    interpreter: str = NOBODY
    interpreter_name: str = ""
    why_family: str = ""
    statement: bool = False
    notice: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    whom: str = ""
    about: str = ""
    not_mentioned: str = ""
    words: str = ""
    confirmed: bool = False
    gone_through_on: date | None = None


@dataclass(frozen=True, slots=True)
class WentThrough:
    """What became of it: nothing `missing`, and it counts as come back."""

    missing: tuple[Missing, ...]


def go_through_aloud(
    actor: Actor, reference: str, details: Aloud, *, once: UUID | None = None
) -> WentThrough | NeedsReason | None:
    """Write down what was said and answered. Complete and confirmed, it counts as the form's coming back.

    An answer keeps the day, worker, language and interpreter with which it was first given, until it is changed. Where
    no ongoing work starts before the form is back, the head of service is shown that it came back this way.
    """
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        check_since("gone_through_on", door.opened_on, details.gone_through_on)
        missing = still_missing(_standing(details))
        _write(actor, door, details, missing, once)
        return WentThrough(missing)


def _check(actor: Actor, details: Aloud) -> None:
    check_code("interpreter", "interpreter", details.interpreter)
    check_past("gone_through_on", actor, details.gone_through_on)
    check_text("words", details.words)
    check_line("language", details.language, needed=True)
    for name in ("interpreter_name", "why_family", "whom", "about", "not_mentioned"):
        check_line(name, getattr(details, name))
    if details.method not in METHODS:
        raise NotAccepted("method", "Choose how you are talking")
    if any(code not in QUESTIONS or word not in YES_OR_NO for code, word in details.answers.items()):
        raise NotAccepted("confirmed", "Choose from the answers shown")
    _check_interpreter(details)


def _check_interpreter(details: Aloud) -> None:
    missing = still_missing(_standing(details))
    if "interpreter" in missing:
        raise NotAccepted(
            "interpreter_name", "Write down who interprets: their name, or the agency and its number"
        )
    if "why_family" in missing:
        raise NotAccepted("why_family", WHY_FAMILY)
    if details.confirmed and "answers" in missing:
        raise NotAccepted(
            "confirmed", f"Ask this too before all of it is confirmed: {_open_question(details)}"
        )


def _open_question(details: Aloud) -> str:
    first = next(code for code in QUESTIONS if code not in details.answers)
    label = codes.label("permission", first)
    return f"may we {label[:1].lower()}{label[1:]}?"


def _standing(details: Aloud) -> GoneThrough:
    return GoneThrough(
        statement=details.statement,
        notice=details.notice,
        unanswered=any(code not in details.answers for code in QUESTIONS),
        confirmed=details.confirmed,
        interpreter=details.interpreter,  # type: ignore[arg-type]
        named=bool(details.interpreter_name.strip()),
        why_family=bool(details.why_family.strip()),
    )


def _write(
    actor: Actor, door: OpenCase, details: Aloud, missing: tuple[Missing, ...], once: UUID | None
) -> None:
    on = details.gone_through_on or actor.today()
    answer = ConsentDetails(
        kind="permission_form",
        answer="gone_through" if missing else "returned",
        method=details.method,
        happened_on=on,
        words=details.words,
    )
    permitted = sorted(code for code, said in details.answers.items() if said == "yes")
    payload = payload_of(actor, answer) | {
        "permissions": permitted,
        "aloud": _as_record(actor, door, details, on),
    }
    write_entry(actor, door, payload, Act.form_gone_through if missing else Act.form_returned, once)
    done = {"statement": details.statement, "notice": details.notice, "form": not missing}
    told_and_given(actor, door, on, {name for name, was in done.items() if was})
    if not missing:
        _came_back(actor, door)


def _as_record(actor: Actor, door: OpenCase, details: Aloud, on: date) -> dict[str, object]:
    now = SpokenAnswer(
        answer="",
        on=on,
        by=actor.person_id,
        language=details.language.strip(),
        interpreter=details.interpreter,
        interpreter_name=details.interpreter_name.strip() if details.interpreter != NOBODY else "",
    )
    before = spoken_before(door)
    answers = {
        code: before[code] if code in before and before[code].answer == said else now.saying(said)
        for code, said in details.answers.items()
    }
    return {
        "statement": details.statement,
        "notice": details.notice,
        "confirmed": details.confirmed,
        "why_family": details.why_family.strip() if in_doubt(details.interpreter) else "",
        "whom": details.whom.strip(),
        "about": details.about.strip(),
        "not_mentioned": details.not_mentioned.strip(),
        "language": now.language,
        "interpreter": now.interpreter,
        "interpreter_name": now.interpreter_name,
        "answers": {code: each.kept() for code, each in answers.items()},
    }


def _came_back(actor: Actor, door: OpenCase) -> None:
    settle_its_return(actor, door.case_id)
    if door.edition.names("permission-form-gate"):
        owe(
            actor,
            FORM_ALOUD,
            About.CASE,
            door.case_id,
            None,
            owed_by_role=Role.HEAD_OF_SERVICE,
            reference=door.reference,
        )

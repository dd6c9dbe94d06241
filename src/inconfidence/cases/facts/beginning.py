"""From a case's record to the facts of `may_begin_casework`: who they are, how they came, what they were told and gave.

What is not written down has not happened. Who somebody is to the child, where nobody asked, is read as the usual case;
parental responsibility never is, except where the law gives it to whoever they are.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayBeginCasework, built
from inconfidence.policy.vocabulary import Question, Role

Doing = Literal["casework", "open_enquiry", "general_information", "close_first_contact"]
RELATIONS = {
    "mother": "parent",
    "father": "parent",
    "step_parent": "parent",
    "adoptive_parent": "parent",
    "foster_carer": "carer",
    "special_guardian": "responsibility_holder",
    "kinship_carer": "carer",
    "grandparent": "relative",
    "sibling": "relative",
    "other_family": "relative",
    "self": "child",
    "corporate_parent": "responsibility_holder",
    "professional": "relative",
    "other": "relative",
}
# Children Act 1989 s.2 (a mother), s.14C (a special guardian), s.33 (the authority, under a care order);
# Adoption and Children Act 2002 s.46 (adoptive parents). Everybody else has to be asked.
BY_LAW = frozenset({"mother", "adoptive_parent", "special_guardian", "corporate_parent"})
# Children Act 1989 s.12(2) (a child lives with them), s.14C (special guardians), ss.4 and 4A (an order or agreement).
BY_ORDER = frozenset({"lives_with", "guardianship", "responsibility"})
ORIGINS = {
    "professional_present": "professional_present",
    "professional_absent": "professional_absent",
    "referral": "referral",
    # However many come this way, it is a referral like any other.
    "early_help": "referral",
    "team_around": "referral",
}
OLD_ENOUGH = frozenset({"a16_18", "a19_25"})
YOUNG_PERSON_AT = 16
ACTORS = {Role.HEAD_OF_SERVICE: "head_of_service", Role.VOLUNTEER: "volunteer"}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the entries of consent say that beginning depends on; they are kept in a room above this one.

    `answered`: the question whether we may talk to others has its answer; `refused`: the latest word on it is no;
    `limits_explained`: they were told with it how far help then goes.
    """

    form_back: bool = False
    answered: bool = False
    refused: bool = False
    limits_explained: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """First contact as a case's record has it. Words are codes of the lists; a day that is missing has not been."""

    relationship: str = "unknown"
    responsibility: str = "unknown"
    order: str = "not_asked"
    is_the_person: bool = False
    year_of_birth: int | None = None
    age_band: str = "unknown"
    names_child: bool = False
    origin: str = "self"
    statement_on: date | None = None
    notice_on: date | None = None
    form_on: date | None = None
    confirmed_on: date | None = None
    absence_reason: str = ""
    not_needed: str = ""
    limits_on: date | None = None

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Begun":
        """From a case's opened record; what an older record does not have was not recorded."""
        child = said["child"]
        return cls(
            relationship=said["relationship"],
            responsibility=said["responsibility"],
            order=said.get("order", "not_asked"),
            is_the_person=child["is_the_person"],
            year_of_birth=child["year_of_birth"],
            age_band=child["age_band"],
            names_child=bool(child["name"]),
            origin=said["origin"],
            statement_on=_day(said["statement_given_on"]),
            notice_on=_day(said["notice_given_on"]),
            form_on=_day(said["form_given_on"]),
            confirmed_on=_day(said.get("confirmed_on")),
            absence_reason=said.get("absence_reason", ""),
            not_needed=said.get("question_not_needed", ""),
            limits_on=_day(said.get("limits_explained_on")),
        )


def begin_facts(
    role: Role, begun: Begun, agreed: Agreed, edition: Edition, today: date, act: Doing = "casework"
) -> MayBeginCasework:
    """The facts of beginning with somebody who gave their name."""
    origin = ORIGINS.get(begun.origin, "self")
    gives_form = edition.names("permission-form-gate")
    found = built(
        Question.MAY_BEGIN_CASEWORK,
        {
            "relation": _relation(begun, today),
            "responsibility": _responsible(begun),
            "act": act,
            "names_child": begun.names_child,
            "origin": origin,
            "confirmed": origin == "self" or begun.confirmed_on is not None,
            "absence_reason": origin != "professional_absent" or bool(begun.absence_reason),
            "statement": begun.statement_on is not None,
            "pack": begun.notice_on is not None
            and (not gives_form or agreed.form_back or begun.form_on is not None),
            "form_back": agreed.form_back,
            "consent_question": _question(begun, agreed),
            "refused": agreed.refused,
            "limits_explained": agreed.limits_explained or begun.limits_on is not None,
        },
    )
    assert isinstance(found, MayBeginCasework)
    return found


def _relation(begun: Begun, today: date) -> str:
    if begun.is_the_person or begun.relationship == "self":
        return "young_person" if _is_young_person(begun, today) else "child"
    found = RELATIONS.get(begun.relationship, "parent")
    holds = found == "relative" and begun.relationship != "professional" and _responsible(begun)
    return "responsibility_holder" if holds else found


def _is_young_person(begun: Begun, today: date) -> bool:
    """Over compulsory school age, as far as a year of birth or an age band tells; where neither does, a child."""
    if begun.year_of_birth is not None:
        return today.year - begun.year_of_birth > YOUNG_PERSON_AT
    return begun.age_band in OLD_ENOUGH


def _responsible(begun: Begun) -> bool:
    if begun.responsibility in ("yes", "no"):
        return begun.responsibility == "yes"
    return begun.relationship in BY_LAW or begun.order in BY_ORDER


def _question(begun: Begun, agreed: Agreed) -> str:
    if agreed.answered:
        return "answered"
    return "not_needed" if begun.not_needed else "untouched"


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None

"""What is said about a sharing and what the rows know of it, and from both the facts of `may_disclose`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any, Self

from inconfidence.disclosure.facts.listeners import Listening
from inconfidence.policy.facts import MayDisclose, built
from inconfidence.policy.standing.consent import ConsentStanding
from inconfidence.policy.standing.passing import Whose
from inconfidence.policy.standing.risk import RiskEntry, RiskStanding
from inconfidence.policy.vocabulary import Question, Role

ACTORS = {Role.HEAD_OF_SERVICE: "head_of_service", Role.VOLUNTEER: "volunteer"}


HOW = {
    "telephone": "By phone",
    "in_person": "In person",
    "email": "By email",
    "letter": "By letter",
    "meeting": "At a meeting",
}
LOOK_FIRST = "Look through it first, and tick that you have. If it names what must stay secret, leave it out"
ACTS = {"existence": "confirm_known", "example": "training_example", "pattern": "raise_pattern"}
EXTENTS = {"existence": "existence", "whole_file": "whole_file"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One note or document picked to be shared, with why this person needs it."""

    item: str
    need: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """What only the worker can say: who would be told what, what for, and whether danger or a law stands behind it.

    Every default is the unremarkable case, never the one that permits. `who` is `person:<id>` for somebody on
    the case, else a professional role or one of `LISTENERS`. `inspects` is what an inspector inspects: council,
    school, or nothing said. `on` is the day of an act that was done before today, as an ISO date; empty is now.
    `whose` is `own` where nothing in it is about the child or young person.
    """

    who: str = ""
    name: str = ""
    inspects: str = ""
    what: str = "chosen"
    identifies: str = "named"
    chosen: tuple[Chosen, ...] = ()
    telling: str = ""
    need: str = ""
    purpose: str = "other_matter"
    checked: bool = False
    risk_to: str = "nobody"
    belief: str = "none"
    grounds: str = ""
    spoken_to: str = "no"
    why_unsafe: str = ""
    lead_consulted: bool = False
    emergency: bool = False
    law: str = "none"
    law_named: str = ""
    within_terms: bool = True
    on: str = ""
    whose: Whose = "young_person"

    def as_json(self) -> dict[str, Any]:
        """The same as plain values, for sealing."""
        return asdict(self) | {"chosen": [asdict(one) for one in self.chosen]}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Back from what was sealed; what this version has no field for is left out."""
        known = {key: value for key, value in stored.items() if key in cls.__dataclass_fields__}
        chosen: Sequence[Mapping[str, str]] = known.pop("chosen", ())
        return cls(**known, chosen=tuple(Chosen(one["item"], one["need"]) for one in chosen))

    def matter(self) -> "Sharing":
        """The same question whatever the day and the order of picking: what a lead's decision is about.

        Every word counts: another law, other reasons or another name are another matter.
        """
        return replace(self, on="", chosen=tuple(sorted(self.chosen, key=lambda one: one.item)))

    def items_bear(self) -> bool:
        """Whether each note or document that would go has its own reason: what has none bears on nothing we know."""
        return all(one.need for one in self.chosen)

    def needs_stated(self) -> bool:
        """Whether everything that would go has a reason, the worker's own words too."""
        spoken = bool(self.telling) or not self.chosen
        return self.items_bear() and (bool(self.need) or not spoken)


@dataclass(frozen=True, slots=True)
class Doing:
    """How and when something was shared, and the words that the duties of the act ask for, by kind.

    `looked`: somebody has looked through what could not be searched for what must stay secret.
    """

    how: str
    on: date
    words: Mapping[str, str] = field(default_factory=dict)
    looked: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows say about one sharing at one moment."""

    role: Role
    assigned: bool
    listening: Listening
    consent: ConsentStanding
    risk: RiskStanding
    provided_by: str
    inspection: str
    head_decided: bool


def danger_of(sharing: Sharing) -> dict[str, Any]:
    """What a sharing says about danger, as the dated record keeps it."""
    return {
        "form": 2,
        "risk_to": sharing.risk_to,
        "belief": sharing.belief,
        "grounds": sharing.grounds,
        "spoken_to": sharing.spoken_to,
        "why_unsafe": sharing.why_unsafe,
        "lead_consulted": sharing.lead_consulted,
        "emergency": sharing.emergency,
    }


def risk_entry(recorded: datetime, said: Mapping[str, Any]) -> RiskEntry:
    """One dated record of danger as the core takes it; each of the two reasons counts for its own answer only."""
    return RiskEntry(
        recorded=recorded,
        belief=said["belief"],
        reasons=bool(said["grounds"]),
        spoken_to=said["spoken_to"],
        why_unsafe=bool(said.get("why_unsafe")),
        lead_consulted=said["lead_consulted"],
    )


def facts(sharing: Sharing, known: Known) -> MayDisclose:
    """The facts of `may_disclose`: what the worker said, and everything else from the rows."""
    consent, risk = known.consent, known.risk
    return _record(
        actor=ACTORS.get(known.role, "worker"),
        act=_act(sharing, known.listening),
        recipient=known.listening.recipient,
        identifies=sharing.identifies,
        extent=EXTENTS.get(sharing.what, "chosen"),
        relevant=_word(sharing.items_bear()),
        need_stated=_word(sharing.needs_stated()),
        assigned=_word(known.assigned),
        consent=consent.consent,
        consent_from=consent.consent_from,
        consent_recipient=consent.consent_recipient,
        consent_purpose=consent.consent_purpose,
        consent_items=consent.consent_items,
        consent_record=consent.consent_record,
        consent_before=consent.consent_before,
        consent_review=consent.consent_review,
        form_back=consent.form_back,
        provided_by=known.provided_by,
        risk_to=sharing.risk_to,
        belief=risk.belief,
        emergency=_word(sharing.emergency),
        spoken_to=risk.spoken_to,
        lead_consulted=risk.lead_consulted,
        law=sharing.law,
        within_terms=_word(sharing.within_terms),
        inspection=known.inspection,
        head_decided=_word(known.head_decided),
        checklist_signed=_word(sharing.checked),
    )


def about_a_caller(role: Role, caller: str, *, inspection: str) -> MayDisclose:
    """The facts when a caller asks whether somebody has come to us: no family is named, none is looked for."""
    return _record(
        actor=ACTORS.get(role, "worker"),
        act="confirm_known",
        recipient=caller,
        extent="existence",
        inspection=inspection if caller == "inspector" else "none",
    )


def _record(**words: str) -> MayDisclose:
    """The core's own check of the words, so that a word of ours it does not know is an error and never a yes."""
    found = built(Question.MAY_DISCLOSE, words)
    assert isinstance(found, MayDisclose)
    return found


def _act(sharing: Sharing, listening: Listening) -> str:
    if listening.recipient == "service_staff":
        return "internal"
    return ACTS.get(sharing.what, "share")


def _word(fact: bool) -> str:
    return "yes" if fact else "no"

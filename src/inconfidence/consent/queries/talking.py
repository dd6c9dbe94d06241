"""How what was agreed stands for each recipient and matter: what every sentence about it is made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView
from inconfidence.consent.queries.history import who_in_words
from inconfidence.consent.queries.records import Recorded
from inconfidence.consent.queries.standing import ALL_MATTERS, as_entry
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import built
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.standing.consent import ConsentStanding, consent_standing
from inconfidence.policy.standing.passing import Passing, Whose
from inconfidence.policy.vocabulary import Outcome, Question

COUNCIL = "body:la"
EVERYONE = "everyone"
SOUND = frozenset({"form", "letter", "telephone_note"})
BODIES = {COUNCIL: "council", "body:care": "council", "body:family": "relative"}


@dataclass(frozen=True, slots=True)
class Asking:
    """What every line is worked out from: the entries, who is on the case, the policy, today, the last reopening.

    `whose` information it would be, and how `now` stands to the day on which the young person answers for themselves.
    """

    found: tuple[Recorded, ...]
    on_case: dict[str, InvolvedView]
    edition: Edition
    today: date
    reopened: datetime | None
    whose: Whose
    now: Passing

    def role(self, chosen: str) -> str:
        """The role of somebody on the case; anybody else as they were chosen."""
        return self.on_case[chosen].role if chosen in self.on_case else chosen

    def body(self, chosen: str) -> str:
        """The body a recipient belongs to, or is."""
        return chosen if chosen.startswith("body:") else codes.body(self.role(chosen))

    def recipient(self, chosen: str) -> str:
        """The core's word for a recipient."""
        if chosen.startswith("body:"):
            return BODIES.get(chosen, "professional")
        return codes.recipient(self.role(chosen))

    def who(self, chosen: str) -> str:
        """A recipient in words."""
        return "everybody who needs to know" if chosen == EVERYONE else who_in_words(chosen, self.on_case)

    @property
    def theirs(self) -> tuple[Recorded, ...]:
        """The entries about this information, without the young person's where it is not theirs to answer for."""
        young = self.whose == "young_person" and self.now.passed
        return tuple(entry for entry in self.found if (entry.said["giver"] == "young_person") == young)


@dataclass(frozen=True, slots=True)
class State:
    """How the consent stands for one recipient and one matter; `wanting` is what keeps a yes from counting yet."""

    stands: bool
    wanting: str
    some_items: bool
    overdue: bool
    sound: bool
    until: date | None

    def notes(self, who: str) -> tuple[str, ...]:
        """What to see to before using this yes."""
        late = (
            f"Ask again before telling {who}: the date to look at it again has passed."
            if self.overdue
            else ""
        )
        unsound = (
            "" if self.sound else f"The yes for {who} is not on file with its date, worker or signature."
        )
        return tuple(note for note in (late, unsound) if note)


def state_of(asking: Asking, chosen: str, matter: str) -> State:
    """How it stands today."""
    standing = _standing(asking, chosen, matter)
    inside = standing.consent_recipient == "yes" and standing.consent_purpose == "yes"
    stands = standing.consent == "given" and standing.consent_from == "subject" and inside
    return State(
        stands=stands,
        wanting=_wanting(asking, chosen, standing) if stands else "",
        some_items=standing.consent_items == "no",
        overdue=standing.consent_review == "overdue",
        sound=standing.consent_record in SOUND,
        until=_until(asking.found, chosen, matter),
    )


def _standing(asking: Asking, chosen: str, matter: str) -> ConsentStanding:
    person = UUID(chosen.removeprefix("person:")) if chosen.startswith("person:") else None
    roles = {who.id: who.role for who in asking.on_case.values()}
    return consent_standing(
        tuple(
            as_entry(entry, person, roles, asking.reopened, asking.whose, asking.now)
            for entry in asking.found
        ),
        recipient=asking.role(chosen),
        body=asking.body(chosen),
        purpose="other_matter" if matter == ALL_MATTERS else matter,
        items=frozenset(),
        moment=asking.found[-1].recorded_at + timedelta(seconds=1),
        today=asking.today,
    )


def _wanting(asking: Asking, chosen: str, standing: ConsentStanding) -> str:
    """What the question itself says against telling them on this consent; empty when it says yes.

    Everything else about the act is taken to be in order, and what would be told to be what they agreed to.
    """
    facts = built(Question.MAY_DISCLOSE, {**_facts(standing), "recipient": asking.recipient(chosen)})
    decision = may_disclose(asking.edition, facts)  # type: ignore[arg-type]
    if decision.outcome is Outcome.PERMIT:
        return ""
    if standing.consent_review == "reopened":
        return "The case was opened again since they said so: ask them whether it still holds."
    return " ".join(answer(decision, asking.edition, facts, asking.who(chosen)).reasons)


def _facts(standing: ConsentStanding) -> dict[str, str]:
    return {
        "consent": standing.consent,
        "consent_from": standing.consent_from,
        "consent_recipient": standing.consent_recipient,
        "consent_purpose": standing.consent_purpose,
        "consent_record": standing.consent_record,
        "consent_review": standing.consent_review,
        "form_back": standing.form_back,
    }


def _until(found: Iterable[Recorded], chosen: str, matter: str) -> date | None:
    """The review date of the latest yes that named this recipient and matter."""
    latest: date | None = None
    for entry in found:
        said = entry.said
        names_them = chosen in said["recipients"] or (chosen == EVERYONE and said["reach"] == EVERYONE)
        if (
            said["kind"] == "share"
            and said["answer"] == "given"
            and names_them
            and matter in said["purposes"]
        ):
            latest = date.fromisoformat(said["review_on"]) if said["review_on"] else None
    return latest

"""Whom we may ask for records now, in words. A yes is shown only where the question itself would answer yes."""

from datetime import date, timedelta
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView, OpenCase, involved
from inconfidence.consent.queries.history import listed, who_in_words
from inconfidence.consent.queries.records import records
from inconfidence.consent.queries.standing import ALL_MATTERS, obtaining
from inconfidence.policy.facts import built
from inconfidence.policy.questions.may_obtain import may_obtain
from inconfidence.policy.vocabulary import Outcome, Question

EVERYONE = "everyone"
SOURCES = {"body:setting": ("school",), "body:la": ("council_system", "sen_file")}
ANY_SOURCE = ("school", "council_system", "sen_file", "other_professional")


def records_we_may_ask_for(door: OpenCase, today: date) -> tuple[str, ...]:
    """One line for each holder that a standing yes reaches: from whom, about what."""
    on_case = {f"person:{who.id}": who for who in involved(door)}
    found = []
    for chosen, matters in _said_yes_to(door).items():
        live = [matter for matter in sorted(matters) if _may_ask(door, chosen, matter, on_case)]
        if live:
            who = "whoever holds them" if chosen == EVERYONE else who_in_words(chosen, on_case)
            about = listed([codes.label("consent_purpose", matter) for matter in live])
            found.append(f"get records from {who}, about {about}")
    return tuple(found)


def _said_yes_to(door: OpenCase) -> dict[str, set[str]]:
    """Everybody of whom they ever said that we may ask, with the matters: each is still to be asked of the core."""
    matters: dict[str, set[str]] = {}
    for entry in records(door):
        said = entry.said
        if said["kind"] == "obtain" and said["answer"] == "given":
            everyone = [EVERYONE] if said["reach"] == "everyone" else []
            for chosen in [*said["recipients"], *everyone]:
                matters.setdefault(chosen, set()).update(said["purposes"])
    return matters


def _may_ask(door: OpenCase, chosen: str, matter: str, on_case: dict[str, InvolvedView]) -> bool:
    """Whether at least one kind of record may be asked for there; everything but the yes is taken to be in order."""
    role = on_case[chosen].role if chosen in on_case else chosen
    body = chosen if chosen.startswith("body:") else codes.body(role)
    standing = obtaining(
        door,
        holder=role,
        body=body,
        purpose="other_matter" if matter == ALL_MATTERS else matter,
        moment=records(door)[-1].recorded_at + timedelta(seconds=1),
        person=UUID(chosen.removeprefix("person:")) if chosen in on_case else None,
    )
    said = {
        "consent": standing.consent,
        "consent_from": standing.consent_from,
        "consent_before": standing.consent_before,
        "consent_record": standing.consent_record,
        "form_back": standing.form_back,
    }
    sources = ANY_SOURCE if chosen == EVERYONE else SOURCES.get(body, ("other_professional",))
    asked = (built(Question.MAY_OBTAIN, {**said, "source": source}) for source in sources)
    return any(may_obtain(door.edition, facts).outcome is Outcome.PERMIT for facts in asked)  # type: ignore[arg-type]

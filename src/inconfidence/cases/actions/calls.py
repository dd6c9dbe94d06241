"""Taking a call. Anonymous is where it starts: what the call is about, and nothing that says who rang."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import answer_words
from inconfidence.cases.actions.call_details import CallDetails, NamedCaller, check_call, check_reply
from inconfidence.cases.actions.recording import ask_to_record, leaves_unwritten
from inconfidence.cases.actions.voicemail import one_written
from inconfidence.cases.facts.callers import signs_in
from inconfidence.cases.facts.recording import anonymous_facts
from inconfidence.cases.facts.speaking import Speaking, is_no_client, speaking_facts
from inconfidence.cases.models import Enquiry, EnquiryState
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import asked
from inconfidence.cases.queries.happened import clock
from inconfidence.cases.queries.marks import written_down as as_kept
from inconfidence.cases.queries.speaking import speaking_in
from inconfidence.duties.actions import owe
from inconfidence.duties.words import REMINDER, About
from inconfidence.editions import queries as editions
from inconfidence.people.queries.safe_contact import written_down
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault import groups
from inconfidence.vault.groups import Group
from inconfidence.vault.ids import new_id, new_reference
from inconfidence.vault.sealed import Sealed


@dataclass(frozen=True, slots=True)
class MayShow:
    """The words may show who rang without a name: these are the `signs`. Nothing is written yet.

    `asks`: the policy leaves that unwritten, so whoever writes says whether they do. `told` is its no, where the shape
    of a sign alone shows it. `not_theirs`: the caller gave a name, and is given nothing about a particular child.
    """

    signs: tuple[str, ...] = field(repr=False)
    asks: bool = False
    told: Answer | None = None
    not_theirs: bool = False

    @property
    def in_the_words(self) -> bool:
        """Whether it is the words that show it, and no field of its own."""
        return bool(self.signs)


def take_call(actor: Actor, details: CallDetails, *, once: UUID | None = None) -> UUID | MayShow:
    """Write down a call; answers the enquiry's id. NotAccepted when something does not fit.

    MayShow when the caller gave no name and the words may say who it was: until whoever writes it has said that they
    do not, or, where the policy leaves that to them, has been reminded.

    Sealed to the leads (to all staff, where the policy gives case keys to staff) and to whoever took it. A call without
    a name ends here; a named one waits in the tray until it becomes a case.
    """
    check_call(actor, details)
    if details.named:
        check_reply(details.named)
    with transaction.atomic():
        if shown := _names_child(actor, details) if details.named else _may_show(actor, details):
            return shown
        return _write(actor, details, once)


def _may_show(actor: Actor, details: CallDetails) -> MayShow | None:
    """What keeps a call without a name from being saved as it stands; None when it may be."""
    edition = editions.in_force(actor.service_id, actor.today())
    signs = signs_in(f"{details.note}\n{details.next_step}")
    settled = details.nobodys and set(signs.all) <= set(details.asked_of)
    facts = anonymous_facts(shows=bool(signs.shows) and not settled)
    if no := ask_to_record(actor, edition, facts, None):
        return MayShow(signs.all, asks=True, told=no.answer)
    if settled or not signs.all:
        return None
    if leaves_unwritten(edition, anonymous_facts(shows=True)):
        return MayShow(signs.all, asks=True)
    return None if details.reminded else MayShow(signs.all)


def _names_child(actor: Actor, details: CallDetails) -> MayShow | None:
    """What keeps a relative's or a professional's call from being saved as it stands; None when it may be."""
    named = details.named
    assert named is not None
    edition = editions.in_force(actor.service_id, actor.today())
    signs = signs_in(f"{details.note}\n{details.next_step}".replace(named.name.strip(), ""))
    settled = details.nobodys and set(signs.all) <= set(details.asked_of)
    shows = bool(named.child_name.strip()) or (bool(signs.shows) and not settled)
    facts = speaking_facts(actor, edition, speaking(details), "general_information", names_child=shows)
    if not is_no_client(facts):
        return None
    found = asked(actor, edition, facts)
    if found.outcome == Outcome.REFUSE:
        _told_no(actor, found)
        return MayShow(signs.all, asks=bool(signs.all), told=found, not_theirs=True)
    return MayShow(signs.all, asks=True, not_theirs=True) if signs.all and not settled else None


def speaking(details: CallDetails) -> Speaking:
    """Whoever is speaking in a call that has not been written down yet."""
    return speaking_in(_payload(details))


def _told_no(actor: Actor, found: Answer) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.recording_refused,
        at=actor.now(),
        words=answer_words(found),
    )


def _readers(actor: Actor) -> Group:
    edition = editions.in_force(actor.service_id, actor.today())
    staff = edition.value("only-the-service", "case_keys") == "staff"
    return Group.staff if staff else Group.leads


def _write(actor: Actor, details: CallDetails, once: UUID | None) -> UUID:
    row, _, rows = take_down(actor, details)
    if details.remind_on:
        owe(actor, REMINDER, About.ENQUIRY, row.id, details.remind_on, owed_by=actor.person_id)
    if details.picked_up:
        one_written(actor, details.picked_up)
    _tell(actor, row.id, Act.enquiry_named if details.named else Act.call_taken, once, rows)
    return row.id


def take_down(
    actor: Actor, details: CallDetails, *, referral: dict[str, object] | None = None
) -> tuple[Enquiry, dict[str, Any], dict[str, Sealed]]:
    """The row of an enquiry, what it says, and what the caller's event tells of it, inside the caller's transaction."""
    row_id, readers = new_id(), _readers(actor)
    said = _payload(details) | {"referral": referral}
    shared = groups.seal_to_group(actor.service_id, readers, places.enquiry(row_id, 1), said)
    own = groups.seal_to_person(actor.person_id, places.own_enquiry(row_id, 1), said)
    row = Enquiry.objects.create(
        id=row_id,
        service_id=actor.service_id,
        reference=new_reference(),
        taken_by_id=actor.person_id,
        state=EnquiryState.OPEN if details.named else EnquiryState.ENDED,
        readers=readers,
        record=shared,
        own_record=own,
        happened_on=details.happened_on or actor.today(),
        recorded_at=actor.now(),
    )
    return row, said, {places.enquiry(row_id, 1).name: shared, places.own_enquiry(row_id, 1).name: own}


def _tell(
    actor: Actor, row_id: UUID, act: Act, once: UUID | None, rows: dict[str, Sealed] | None = None
) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=row_id,
        rows=rows or {},
        once=once,
    )


def _payload(details: CallDetails) -> dict[str, object]:
    return {
        "form": 1,
        "issues": list(details.issues),
        "note": details.note,
        "method": details.method,
        "minutes": details.minutes,
        "at": clock(details.happened_at),
        "age_band": details.age_band,
        "phase": details.phase,
        "next_step": details.next_step.strip(),
        "deadline_on": details.deadline_on.isoformat() if details.deadline_on else "",
        "marks": as_kept(details.marks),
        "caller": _caller(details.named) if details.named else None,
        "nobodys": details.named is None and details.nobodys,
    }


def _caller(named: NamedCaller) -> dict[str, object]:
    return {
        "name": named.name.strip(),
        "phone": named.phone.strip(),
        "email": named.email.strip(),
        "relationship": named.caller,
        "responsibility": named.responsibility,
        "order": named.order,
        "safe": written_down(named.safe),
        "statement_given": named.statement_given,
        "child_name": named.child_name.strip(),
    }

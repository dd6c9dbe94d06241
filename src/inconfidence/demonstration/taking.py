"""Taking one step of the plan through the ordinary actions. Nothing is written to a table from here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID

from inconfidence.cases import actions as cases
from inconfidence.cases.actions import (
    CallDetails,
    CaseDetails,
    ChildDetails,
    ClosingDetails,
    InvolvedDetails,
    MeetingDetails,
    MeetingSaved,
    NamedCaller,
    NotBegun,
    NoteDetails,
    UploadDetails,
)
from inconfidence.consent import actions as consent
from inconfidence.consent.actions import ConsentDetails, FormReturned
from inconfidence.demonstration.form import signed_form
from inconfidence.demonstration.step import Household, Step
from inconfidence.disclosure import actions as disclosure
from inconfidence.disclosure.actions import Asked, Shared
from inconfidence.disclosure.facts import Doing, Sharing
from inconfidence.disclosure.queries import SharePage, share_page
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from inconfidence.policy.vocabulary import Outcome
from inconfidence.safeguarding.actions import raise_concern
from inconfidence.team.actor import Actor

SAID_GOODBYE = "They said that nothing more was needed from us."
NO_ANSWER = "Rung twice and written to; no answer."
BACK_AGAIN = "They rang again."


class History:
    """The clock of the demonstration: it stands where the present step puts it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@dataclass(slots=True)
class Files:
    """The files opened so far: their references, the school's person on each, which are a young person's own."""

    references: dict[str, str] = field(default_factory=dict)
    sencos: dict[str, UUID] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)


class WentWrongError(Exception):
    """An action did not do what a step asked: the plan and the program disagree."""


def take(step: Step, actor: Actor, files: Files) -> None:
    """Do what this step says, as this worker, at the time the actor's clock shows."""
    TAKEN[step.act](step, actor, files)


def _call(step: Step, actor: Actor, files: Files) -> None:
    cases.take_call(actor, CallDetails((step.issue,), step.text, minutes=step.minutes))


def _concern(step: Step, actor: Actor, files: Files) -> None:
    raise_concern(actor, step.text)


def _open(step: Step, actor: Actor, files: Files) -> None:
    opened = cases.open_case(actor, _case(step, _home(step), actor, files.references.get(step.again, "")))
    if not isinstance(opened, str):
        raise WentWrongError(step.act)
    files.references[step.file] = opened
    if step.own_file:
        files.own.add(step.file)


def _note(step: Step, actor: Actor, files: Files) -> None:
    note = NoteDetails(
        step.text,
        method=step.method,
        direction="out" if step.text.startswith("Rang") else "in",
        with_whom="young_person" if step.file in files.own else "parent_carer",
        minutes=step.minutes,
        standing=step.marks.get("standing", "not_said"),
        sensitivity=step.marks.get("sensitivity", "ordinary"),
        in_confidence="in_confidence" in step.marks,
        next_step=step.next_step,
        remind_on=max(step.on, actor.today() + timedelta(days=1)) if step.on else None,
    )
    _done(cases.add_note(actor, files.references[step.file], note))


def _meet(step: Step, actor: Actor, files: Files) -> None:
    """A meeting in the days to come, unless the policy has something come before work in depth."""
    day = step.on or actor.today()
    meeting = MeetingDetails(day, time(10 + len(step.text) % 5), place=step.text, purpose=step.next_step)
    found = cases.add_meeting(actor, files.references[step.file], meeting)
    if not isinstance(found, MeetingSaved | NotBegun):
        raise WentWrongError(type(found).__name__)


def _close(step: Step, actor: Actor, files: Files) -> None:
    """Closed with what came of it; a family that was not reached any more, without asking them anything."""
    reached = bool(step.outcomes)
    closing = ClosingDetails(
        step.outcomes or ("unknown",),
        reason="completed" if reached else "no_reply_after_tries",
        level=str(step.level),
        issue=step.issue,
        feedback_asked=reached,
        undone=SAID_GOODBYE if reached else NO_ANSWER,
    )
    _done(cases.close_case(actor, files.references[step.file], closing))


def _reopen(step: Step, actor: Actor, files: Files) -> None:
    if cases.reopen_case(actor, files.references[step.file], BACK_AGAIN) is None:
        raise WentWrongError(step.act)


def _form_back(step: Step, actor: Actor, files: Files) -> None:
    """The permission form came back: by post, or signed in person."""
    method = "letter" if step.by_phone else "in_person"
    returned = FormReturned(actor.today(), frozenset({"advise", "keep"}), method=method)
    _done(consent.record_form_returned(actor, files.references[step.file], returned))


def _named(step: Step, actor: Actor, files: Files) -> None:
    """A caller who gave a name and a number, and said when to ring."""
    home = _home(step)
    caller = NamedCaller(
        home.adult,
        phone=home.phone,
        caller="mother" if home.mother else "father",
        safe=SafeContact(ok_to_ring="only_times", ring_on="mobile", times="after school", ok_voicemail="no"),
        statement_given=True,
        child_name=home.child,
    )
    cases.take_call(actor, CallDetails((step.issue,), step.text, minutes=step.minutes, named=caller))


def _home(step: Step) -> Household:
    if step.household is None:
        raise ValueError(f"the step {step.act} needs its household")
    return step.household


def _case(step: Step, home: Household, actor: Actor, again: str) -> CaseDetails:
    day = actor.today()
    return CaseDetails(
        card=_card(step, home),
        child=ChildDetails(
            "" if step.own_file else home.child,
            home.year_of_birth,
            school=home.school,
            is_the_person=step.own_file,
        ),
        relationship="self" if step.own_file else ("mother" if home.mother else "father"),
        responsibility="unknown" if step.own_file else "yes",
        issues=(step.issue,),
        again=again,
        take_myself=not step.left_for_a_lead,
        statement_given_on=day,
        notice_given_on=day,
        form_given_on=day,
    )


def _card(step: Step, home: Household) -> CardDetails:
    if step.own_file:
        return CardDetails(home.child, phones=(home.phone,), safe=SafeContact(ok_to_ring="no", ok_text="yes"))
    safe = (
        SafeContact(ok_to_ring="yes", ring_on="mobile", ok_voicemail="no", ok_message_with="nobody"),
        SafeContact(ok_to_ring="only_times", ring_on="mobile", times="10 to 2 on weekdays", say_we_are="Jo"),
        SafeContact(
            ok_to_ring="yes", ok_voicemail="vague_only", ok_text="yes", ok_email="yes", ok_post="yes"
        ),
    )[len(home.adult) % 3]
    return CardDetails(home.adult, phones=(home.phone,), safe=safe, **home.speaks)


def _involve(step: Step, actor: Actor, files: Files) -> None:
    home = _home(step)
    reference = files.references[step.file]
    senco = InvolvedDetails("senco", home.senco, home.school)
    files.sencos[step.file] = _done(cases.add_involved(actor, reference, senco))
    officer = InvolvedDetails("la_send_officer", home.officer, "SEND team")
    _done(cases.add_involved(actor, reference, officer))


def _done(result: object) -> UUID:
    if not isinstance(result, UUID):
        raise WentWrongError(type(result).__name__)
    return result


def _consent(step: Step, actor: Actor, files: Files) -> None:
    """What the family said to sharing: by phone with the words, or on a signed form; a no may follow a yes."""
    details = _answer(step, step.answer, actor, files)
    came = consent.record_consent(actor, files.references[step.file], details, attachment=_form(step))
    _done(came.entry if isinstance(came, consent.StillYes) else came)


def _share(step: Step, actor: Actor, files: Files) -> None:
    """Ask whether the school may be told, and tell it only if this service's policy says yes."""
    reference = files.references[step.file]
    who = f"person:{files.sencos[step.file]}"
    sharing = Sharing(
        who=who, telling=step.text, need="To fix a day", purpose="support_in_school", checked=True
    )
    asked = disclosure.ask(actor, reference, sharing)
    if not isinstance(asked, Asked):
        raise WentWrongError(type(asked).__name__)
    if asked.outcome is not Outcome.PERMIT:
        return
    page = share_page(actor, reference, asked.question_id)
    if not isinstance(page, SharePage) or page.asked is None:
        raise WentWrongError(type(page).__name__)
    shared = disclosure.share(
        actor, reference, sharing, Doing("telephone", actor.today()), shown=page.asked.digest
    )
    if not isinstance(shared, Shared):
        raise WentWrongError(type(shared).__name__)


def _answer(step: Step, answer: str, actor: Actor, files: Files) -> ConsentDetails:
    some = frozenset({f"person:{files.sencos[step.file]}"}) if answer == "limited" else frozenset()
    return ConsentDetails(
        kind="share",
        answer=answer,
        method="telephone" if step.by_phone else "in_person",
        happened_on=actor.today(),
        happened_at=(actor.now() - timedelta(minutes=1)).time(),
        words=WORDS[answer][len(_home(step).adult) % len(WORDS[answer])] if step.by_phone else "",
        recipients=some,
        no_recipients_reason="" if some else "Everyone needed for this matter",
        purposes=frozenset({"all_matters"}),
        signed=not step.by_phone,
        limits_explained=answer in {"refused", "withdrawn"},
    )


WORDS = {
    "given": (
        "Yes, talk to whoever you need to.",
        "That is fine, anybody who can help with this.",
        "Yes please, it saves me saying it all again.",
    ),
    "limited": (
        "You can speak to the SENCO but please nobody else.",
        "The school, yes. Not the council, not yet.",
        "Only the person I told you about at school.",
    ),
    "refused": (
        "I would rather you kept this between us.",
        "No. Last time it was all round the playground.",
        "Not at the moment; I want to talk to them myself first.",
    ),
    "asked": (
        "I want to think about it over the weekend.",
        "Let me ask my husband.",
        "Can I tell you next week?",
    ),
    "withdrawn": (
        "I have changed my mind, please stop.",
        "Please do not ring them any more.",
        "I take that back.",
    ),
}


def _form(step: Step) -> UploadDetails | None:
    if step.by_phone:
        return None
    return UploadDetails(signed_form(), "Signed form", document_type="consent_form", made_here=True)


TAKEN: dict[str, Callable[[Step, Actor, Files], None]] = {
    "call": _call,
    "named": _named,
    "open": _open,
    "involve": _involve,
    "note": _note,
    "consent": _consent,
    "form": _form_back,
    "share": _share,
    "meet": _meet,
    "close": _close,
    "reopen": _reopen,
    "concern": _concern,
}

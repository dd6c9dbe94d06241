"""What `may_answer_request` takes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.facts.words import Contradiction, NoYes, YesNo, fact

# Requests that anybody here can still have to answer, and nothing beyond this century.
YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAnswerRequest:
    """This request for what we hold has come: who answers, who must agree, by when, what goes to whom?"""

    kind: Literal["subject_access", "view_notes", "foi", "council", "outside", "parents_route"] = fact(
        "subject_access",
        "view_notes: by appointment; council: notes for legal reasons; outside: police, agencies; parents_route: "
        "everything to parents or solicitor",
    )
    stage: Literal["release", "log", "close"] = fact("release", "what is done with it now")
    actor: Literal["head_of_service", "worker", "volunteer"] = fact("head_of_service", "who would do it")
    requester: Literal["subject", "parent", "relative", "solicitor", "official", "public"] = fact(
        "subject", "who asks"
    )
    about: Literal["own", "child", "other_enquiry", "counts", "small_counts", "case_notes"] = fact(
        "own",
        "own; child: a child's, asked by a parent; other_enquiry: somebody else's; counts, small_counts, case_notes: "
        "what a freedom of information request asks for; of a subject or a parent case_notes are their own",
    )
    to: Literal["requester", "named_officer", "mailbox", "parent", "named_solicitor", "someone_else"] = fact(
        "requester", "where it would go"
    )
    child: Literal["not_a_child", "under_12", "from_12"] = fact(
        "not_a_child",
        "age on the day of receipt; 29 February counts as 1 March in common years",
    )
    capacity: Literal["not_judged", "able", "unable"] = fact(
        "not_judged", "the recorded judgement whether the child understands the right"
    )
    child_authority: NoYes = fact("no", "the child agrees that this person asks")
    turned_12_since: NoYes = fact("no", "twelfth birthday between receipt and release, and not judged since")
    identity: YesNo = fact("yes", "identity shown")
    responsibility: Literal["shown", "unproven", "limited_by_order"] = fact(
        "shown", "parental responsibility of whoever asks"
    )
    consent: Literal["none", "general", "specific", "refused"] = fact(
        "none", "the person's answer; general: an older or wider yes; specific: to this request"
    )
    consent_from: Literal["subject", "someone_else"] = fact(
        "subject", "subject: the person whose information it is"
    )
    evidence: Literal["none", "telephone", "form_or_letter"] = fact(
        "none", "how that yes is shown; an e-mail from a checked address is a letter"
    )
    told: YesNo = fact("yes", "the person knows of this request")
    lead_discussed: YesNo = fact("yes", "talked through with the head of service")
    user_discussed: YesNo = fact("yes", "talked through with the person")
    approvals: Literal["none", "one", "same_person", "two"] = fact(
        "none", "who has approved; same_person: both posts, one person"
    )
    extent: Literal["extract", "whole"] = fact("extract", "how much would go")
    others_decided: YesNo = fact("yes", "what is other people's in it has been decided on, item by item")
    copy_sent: NoYes = fact("no", "the same items went to the person")
    copy_to: Literal["subject", "someone_else"] = fact("subject", "to whom the copy went")
    passed_to_parent: NoYes = fact("no", "everything was handed to the parents or their solicitor before")
    law: Literal["none", "asserted", "permits", "requires", "order"] = fact(
        "none",
        "asserted: a letter, a claim of authority, a badge; permits: a power cited; requires: a duty cited; order: a "
        "court order held",
    )
    head_decided: NoYes = fact("no", "head of service has decided, recorded")
    ended: Literal["released", "handed_over", "declined"] = fact(
        "released",
        "how it ended, when it is closed; handed_over: everything went to the parents or their solicitor",
    )
    received: date | None = fact(None, "the day it came; the answer then says by when it is due")

    def fault(self, today: date | None = None) -> str:
        """What cannot be, in one sentence; nothing where it can."""
        if self.received is None:
            return ""
        if self.received.year not in YEARS:
            return f"received is {self.received}; expected a day in the years {YEARS[0]} to {YEARS[-1]}."
        if today and self.received > today:
            return (
                f"received is {self.received}, which is still to come; expected a day up to today, {today}."
            )
        return ""


CONTRADICTIONS = (
    Contradiction(
        "consent",
        ("none", "refused"),
        "evidence",
        ("telephone", "form_or_letter"),
        "whoever has not said yes has shown no yes",
    ),
    Contradiction(
        "child",
        ("not_a_child", "from_12"),
        "turned_12_since",
        ("yes",),
        "only a child under twelve on the day of receipt turns twelve after it",
    ),
    Contradiction(
        "child", ("not_a_child",), "child_authority", ("yes",), "only a child gives a child’s authority"
    ),
    Contradiction(
        "told",
        ("no",),
        "user_discussed",
        ("yes",),
        "what was talked through with the person is known to them",
    ),
    Contradiction(
        "copy_sent",
        ("no",),
        "copy_to",
        ("subject", "someone_else"),
        "a copy that was not sent went to nobody",
    ),
)

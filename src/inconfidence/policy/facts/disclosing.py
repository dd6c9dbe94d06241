"""What `may_disclose` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import Contradiction, NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayDisclose:
    """May we tell this recipient this, for this purpose, now?"""

    actor: Literal["worker", "volunteer", "head_of_service"] = fact("worker", "who would do it")
    act: Literal["share", "confirm_known", "raise_pattern", "internal", "training_example"] = fact(
        "share",
        "share: tell or send; confirm_known: say whether somebody has come to us; raise_pattern: bring a concern "
        "about how things are to the council; internal: supervision or training; training_example: a story told "
        "outside",
    )
    recipient: Literal[
        "professional",
        "council",
        "referrer",
        "relative",
        "other_user",
        "public",
        "police",
        "emergency_service",
        "safeguarding_body",
        "inspector",
        "host_staff",
        "service_staff",
        "mixed_audience",
        "user",
    ] = fact(
        "professional",
        "professional: school, health, agency; council: any part of it outside the service; referrer: whoever sent "
        "the family; relative; other_user: another person we help; safeguarding_body: children's or adults' social "
        "care, designated officer; host_staff: colleagues of the host; mixed_audience: our staff and others; user: "
        "the person themselves",
    )
    identifies: Literal["named", "recognisable", "nobody"] = fact(
        "named",
        "what the words give away; recognisable: no name, yet somebody could be picked out",
    )
    extent: Literal["chosen", "existence", "whole_file"] = fact(
        "chosen",
        "chosen: items picked one by one; existence: only that there is a contact",
    )
    relevant: YesNo = fact("yes", "every item bears on the matter in hand")
    need_stated: YesNo = fact("yes", "each item has its reason")
    assigned: YesNo = fact("yes", "on this case, now; read where a volunteer speaks of one in supervision")
    consent: Literal["none", "asked", "refused", "withdrawn", "implied", "given"] = fact(
        "none",
        "what the person last decided; asked: no answer yet; implied: a wish, a hint, a general assent",
    )
    consent_from: Literal["subject", "someone_else"] = fact(
        "subject", "subject: the person whose information it is"
    )
    consent_recipient: YesNo = fact("yes", "covers this recipient or role")
    consent_purpose: YesNo = fact("yes", "covers this purpose")
    consent_items: YesNo = fact("yes", "covers these items")
    consent_record: Literal[
        "form",
        "letter",
        "telephone_note",
        "note_no_date",
        "note_no_worker",
        "form_unsigned",
        "form_no_recipients",
        "not_recorded",
    ] = fact("form", "how it stands on the file")
    consent_before: YesNo = fact("yes", "dated and timed before this act")
    consent_review: Literal["current", "overdue", "reopened"] = fact(
        "current",
        "overdue: its review date has passed; reopened: given before the case was reopened",
    )
    form_back: YesNo = fact("yes", "this person's own permission form has come back")
    provided_by: Literal["subject", "other_in_confidence"] = fact(
        "subject", "other_in_confidence: somebody else told us"
    )
    risk_to: Literal["nobody", "child", "adult_at_risk", "adult", "staff", "public"] = fact(
        "nobody",
        "who may come to harm; adult_at_risk: has care and support needs; public: people at large",
    )
    belief: Literal["none", "wondering", "no_intention", "believed"] = fact(
        "none",
        "wondering: words that worry, not yet talked through; no_intention: talked through and not meant; "
        "believed: belief and reasons recorded",
    )
    emergency: NoYes = fact("no", "no time to ask")
    spoken_to: Literal["yes", "no", "unsafe"] = fact(
        "yes", "the person who said it has been spoken to; unsafe: a recorded reason why not"
    )
    lead_consulted: NoYes = fact("no", "head of service consulted")
    law: Literal["none", "asserted", "permits", "requires", "order"] = fact(
        "none",
        "asserted: a letter, a claim of authority, a badge; permits: a power cited; requires: a duty cited; order: a "
        "court order held",
    )
    within_terms: YesNo = fact("yes", "nothing beyond what it names")
    inspection: Literal["none", "school", "authority_open", "authority_closed"] = fact(
        "none",
        "authority_open: an inspection of the council is recorded as running today; authority_closed: it has ended; "
        "school: of a school only",
    )
    head_decided: NoYes = fact("no", "head of service has decided, recorded")
    checklist_signed: NoYes = fact("no", "de-identification checklist signed")


NOT_AGREED = ("none", "asked", "refused", "withdrawn")
OF_A_YES = (
    "form",
    "letter",
    "telephone_note",
    "note_no_date",
    "note_no_worker",
    "form_unsigned",
    "form_no_recipients",
)
NO_YES = "whoever has not said yes has left no record of a yes"
CONTRADICTIONS = (
    Contradiction("consent", NOT_AGREED, "consent_record", OF_A_YES, NO_YES),
    *(
        Contradiction("consent", NOT_AGREED, covers, ("yes",), "only a yes covers anything")
        for covers in ("consent_recipient", "consent_purpose", "consent_items")
    ),
    Contradiction(
        "risk_to",
        ("nobody",),
        "belief",
        ("wondering", "believed"),
        "a belief is that somebody may come to harm",
    ),
    Contradiction("risk_to", ("nobody",), "emergency", ("yes",), "an emergency is somebody’s"),
    Contradiction(
        "belief",
        ("no_intention",),
        "spoken_to",
        ("no", "unsafe"),
        "no intention is what they said when spoken to",
    ),
    Contradiction("law", ("none",), "within_terms", ("no",), "terms are those of a law or an order"),
    Contradiction("extent", ("whole_file",), "identifies", ("nobody",), "a whole file says whose it is"),
)

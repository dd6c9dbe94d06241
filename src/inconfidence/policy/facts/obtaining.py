"""What `may_obtain` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import Contradiction, NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayObtain:
    """May we ask for, or look up, records that somebody else holds?"""

    actor: Literal["worker", "volunteer", "head_of_service"] = fact("worker", "who would ask")
    source: Literal["school", "sen_file", "council_system", "other_professional"] = fact(
        "school",
        "whose records; sen_file: the council's SEN case file; council_system: a central database, the SEND or EHC "
        "team; other_professional: health, social care, an agency",
    )
    consent: Literal["none", "share_only", "refused", "withdrawn", "given"] = fact(
        "none",
        "what the person last decided about obtaining; share_only: a yes to sharing out, which is another thing",
    )
    consent_from: Literal["subject", "someone_else"] = fact(
        "subject", "subject: the person whose information it is"
    )
    consent_before: YesNo = fact("yes", "dated and timed before this act")
    consent_record: Literal[
        "form", "letter", "telephone_note", "note_no_date", "note_no_worker", "form_unsigned", "not_recorded"
    ] = fact("form", "how it stands on the file")
    form_back: YesNo = fact("yes", "this person's own permission form has come back")
    need_stated: YesNo = fact("yes", "why it is needed is written down")
    child_at_risk: NoYes = fact("no", "a believed concern about a child needs it: the law, not this policy")


CONTRADICTIONS = (
    Contradiction(
        "consent",
        ("none", "refused", "withdrawn"),
        "consent_record",
        ("form", "letter", "telephone_note", "note_no_date", "note_no_worker", "form_unsigned"),
        "whoever has not said yes has left no record of a yes",
    ),
)

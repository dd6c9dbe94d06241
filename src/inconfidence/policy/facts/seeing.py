"""What `may_see` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySee:
    """May this worker or volunteer see this case, this item?"""

    actor: Literal[
        "worker",
        "head_of_service",
        "volunteer",
        "council_officer",
        "host_staff",
        "other_service",
        "shared_account",
    ] = fact("worker", "who would look; shared_account: two people under one name")
    act: Literal["view", "search", "download", "match", "merge"] = fact(
        "view",
        "match: look for who an anonymous caller was; merge: join two enquiries",
    )
    assigned: YesNo = fact("yes", "on this case, now")
    reason: NoYes = fact("no", "a recorded reason, limited in time")
    item: Literal[
        "case",
        "note",
        "letter",
        "sen_file",
        "school_record",
        "voicemail",
        "restricted",
        "hot_words",
        "other_enquiry",
        "anonymous_enquiry",
    ] = fact(
        "case",
        "restricted: criminal or similarly marked; hot_words: a concern closed as not meant; other_enquiry: somebody "
        "else's, same family or not",
    )
    source: Literal["staff", "parent", "professional", "other_user"] = fact(
        "staff",
        "who gave it to us; parent stands for the person helped",
    )
    shared: NoYes = fact(
        "no", "staff have shared it with this volunteer; read where the policy gives volunteers single items"
    )
    head_decided: NoYes = fact("no", "head of service has decided about this item")
    agreement: YesNo = fact("yes", "signed on or before the day of assignment")
    inducted: YesNo = fact("yes", "policy introduced, version on record")
    trained: YesNo = fact("yes", "data protection and freedom of information, both")
    volunteer_wanted: YesNo = fact("yes", "the person asked for a volunteer and still wants one")
    volunteers_enabled: YesNo = fact("yes", "head of service has allowed volunteers in this service")
    item_need: NoYes = fact("no", "a recorded need for this very item")

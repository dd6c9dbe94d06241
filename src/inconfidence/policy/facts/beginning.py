"""What `may_begin_casework` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import Contradiction, NoYes, YesNo, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeginCasework:
    """May we work in depth for this person, and what comes before that?"""

    relation: Literal["parent", "child", "young_person", "carer", "responsibility_holder", "relative"] = fact(
        "parent",
        "who they are to the child; responsibility_holder: has parental responsibility without being the parent; "
        "relative: anybody else",
    )
    responsibility: YesNo = fact(
        "yes", "holds parental responsibility, and on what it rests has been seen; read for adults only"
    )
    act: Literal["casework", "open_enquiry", "general_information", "close_first_contact", "decline"] = fact(
        "casework",
        "casework: work in depth; open_enquiry: take down that somebody came; general_information: first advice; "
        "close_first_contact: finish what happens at the first contact; decline: send away",
    )
    anonymous: NoYes = fact("no", "has not said who they are")
    names_child: NoYes = fact("no", "the information is about a particular child")
    origin: Literal["self", "professional_present", "professional_absent", "referral"] = fact(
        "self",
        "how they came; professional_present: a professional made the first contact with the person there; "
        "professional_absent: without the person; referral: somebody put the family forward",
    )
    confirmed: YesNo = fact("yes", "the person has said so themselves")
    absence_reason: YesNo = fact("yes", "why they were not there when the professional made contact is noted")
    statement: YesNo = fact("yes", "told what confidentiality means here and where it ends")
    pack: YesNo = fact("yes", "privacy notice given, and the permission form where the service has one")
    form_back: YesNo = fact("yes", "this person's own permission form has come back")
    consent_question: Literal["answered", "not_needed", "untouched"] = fact(
        "answered",
        "whether they agree to sharing; not_needed: not asked, with the reason; untouched: neither",
    )
    refused: NoYes = fact("no", "refused sharing")
    limits_explained: NoYes = fact("no", "told, after a refusal, how far help then goes")
    reason_declined: Literal["none", "age_or_capacity", "optional_detail", "no_responsibility", "other"] = fact(
        "none",
        "why they would be sent away; none: no reason is written down; optional_detail: they would not say more than "
        "how to reach them; no_responsibility: they hold no parental responsibility",
    )  # fmt: skip


CONTRADICTIONS = (
    Contradiction("refused", ("yes",), "consent_question", ("not_needed",), "whoever refused was asked"),
    Contradiction(
        "refused", ("no",), "limits_explained", ("yes",), "these limits are explained after a refusal"
    ),
    Contradiction(
        "origin", ("self",), "confirmed", ("no",), "whoever came themselves has said so themselves"
    ),
    Contradiction("anonymous", ("yes",), "form_back", ("yes",), "a form of their own says who they are"),
    Contradiction(
        "act",
        ("casework", "open_enquiry", "general_information", "close_first_contact"),
        "reason_declined",
        ("age_or_capacity", "optional_detail", "no_responsibility", "other"),
        "such a reason is one for sending somebody away",
    ),
)

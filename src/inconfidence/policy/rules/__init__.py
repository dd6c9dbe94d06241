"""x"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import whole, word, words, yes_or_no

RULES = (
    Entry(
        slug="consent-ground",
        sentence="What a person told us may go to somebody else when that person has agreed to it",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="child-at-risk",
        sentence="A belief that a child is at risk passes every gate, to a safeguarding recipient only",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="person-at-risk",
        sentence="Grave danger to somebody who is not a child may be passed on: the head of service decides, or the worker acts first in an emergency",
        asked_by=("may_disclose",),
        parameters={
            "whose": words("adult_at_risk", "adult", "staff", "public"),
            "outside_policy": yes_or_no(),
        },
    ),
    Entry(
        slug="law-ground",
        sentence="Court orders and duties in law are obeyed, within their terms; a letter or a badge is neither",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="public-interest",
        sentence="A strong public interest, set out and weighed, can outweigh confidence where the policy says so",
        asked_by=("may_disclose",),
        parameters={"decided_by": word("head_of_service", "not_a_ground")},
    ),
    Entry(
        slug="inspection",
        sentence="An inspector sees files only as far as this policy or a cited power allows",
        asked_by=("may_disclose",),
        parameters={"files": word("consent_or_power", "while_authority_inspected")},
    ),
    Entry(
        slug="internal-discussion",
        sentence="Inside the service a case may be talked over for supervision or training, no more than needed, and it is logged",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="de-identified-use",
        sentence="Stories and patterns leave the service without anything that points to a person, unless that person agreed to this use",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="only-these-grounds",
        sentence="What people tell us stays here unless one of this policy's grounds, or the law, lets it go",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="own-consent",
        sentence="Only the person whose information it is can agree to its leaving",
        asked_by=("may_disclose", "may_obtain"),
    ),
    Entry(
        slug="consent-restricted",
        sentence="A consent limited to certain people, roles or items reaches nobody and nothing else",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="consent-purpose",
        sentence="A consent serves the purpose it was given for and no other",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="consent-comes-first",
        sentence="Consent comes before the act; a later one never cures an earlier disclosure",
        asked_by=("may_disclose", "may_obtain"),
    ),
    Entry(
        slug="consent-evidence",
        sentence="A consent counts once it is on the file in the form this service asks for",
        asked_by=("may_disclose", "may_obtain"),
        parameters={
            "telephone": word("worker_and_date", "any_record"),
            "in_person": word("signed_and_dated_form", "any_record"),
        },
    ),
    Entry(
        slug="recipients-named",
        sentence="A consent names those who will be told, or gives the reason that it cannot",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="consent-review",
        sentence="In continuing work consent is looked at again; an overdue one is checked before it is used",
        asked_by=("may_disclose",),
        parameters={"overdue": word("confirm_first", "remind"), "months": whole()},
    ),
    Entry(
        slug="withdrawal",
        sentence="Consent can be withdrawn at any time, by any means, at once; what was sent stays on record",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="refusal-stands",
        sentence="A refusal is respected: nobody but the person can turn it into a yes",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="need-to-know",
        sentence="Only what this recipient needs for this purpose goes, item by item",
        asked_by=("may_disclose",),
        parameters={"whole_file": word("never_under_consent")},
    ),
    Entry(
        slug="permission-form-gate",
        sentence="No ongoing work for anybody whose permission form has not come back",
        asked_by=("may_disclose", "may_obtain", "may_begin_casework"),
    ),
    Entry(
        slug="existence-protected",
        sentence="Whether anybody has come to us is itself confidential: one reply, known or not, that neither confirms nor denies",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="referrer-learns-nothing",
        sentence="A referrer is told nothing afterwards without consent",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="outside-is-outside",
        sentence="Council and host colleagues outside this service are other parties",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="kept-from-other-users",
        sentence="What one user tells us is not shown to another, family or not, and neither learns that the other came",
        asked_by=("may_disclose", "may_see"),
    ),
    Entry(
        slug="need-to-see",
        sentence="Everyone, managers too, opens a case by assignment or with a recorded, time-limited reason",
        asked_by=("may_see",),
    ),
    Entry(
        slug="only-the-service",
        sentence="Nobody outside this service has a way in: not the council, not the host, not another service; accounts are personal",
        asked_by=("may_see",),
        parameters={"case_keys": word("allocated", "staff")},
    ),
    Entry(
        slug="volunteer-scope",
        sentence="A volunteer sees as much of a case as this policy gives volunteers, and no more",
        asked_by=("may_see",),
        parameters={"sees": word("parent_supplied", "assigned_case", "nothing")},
    ),
    Entry(
        slug="volunteer-sen-file",
        sentence="What the SEN case file holds is not for volunteers, unless the parent handed it over",
        asked_by=("may_see",),
    ),
    Entry(
        slug="volunteer-school-record",
        sentence="Records that schools keep are closed to volunteers; a copy from the parent is treated as this policy says",
        asked_by=("may_see",),
        parameters={"parent_copy": word("head_decides", "visible")},
    ),
    Entry(
        slug="volunteer-no-download",
        sentence="Volunteers look; they keep no case information on equipment of their own",
        asked_by=("may_see",),
    ),
    Entry(
        slug="volunteer-agreement",
        sentence="No volunteer takes part before signing the agreement",
        asked_by=("may_see", "may_work"),
    ),
    Entry(
        slug="volunteer-asked-for",
        sentence="A volunteer is brought in when the parent has asked for one, and leaves when the parent no longer wants one",
        asked_by=("may_see", "may_work"),
    ),
    Entry(
        slug="volunteers-enabled",
        sentence="Where the policy knows no volunteers, no volunteer account works until the head of service allows volunteers",
        asked_by=("may_see", "may_work"),
    ),
    Entry(
        slug="induction",
        sentence="Everyone learns the policy at induction; a gap is flagged, and for volunteers it bars",
        asked_by=("may_see", "may_work"),
        parameters={"missing": word("flag", "bar_volunteers")},
    ),
    Entry(
        slug="training",
        sentence="Training in data protection and freedom of information is on record for everyone with cases; a gap is flagged",
        asked_by=("may_see", "may_work"),
    ),
    Entry(
        slug="voicemail-staff-only",
        sentence="Messages left for the service are picked up by its staff alone",
        asked_by=("may_see",),
    ),
    Entry(
        slug="restricted-items",
        sentence="Criminal-record and similarly marked items open only to a recorded need for that very item",
        asked_by=("may_see",),
    ),
    Entry(
        slug="anonymity-kept",
        sentence="Nobody tries to find out who an anonymous caller was",
        asked_by=("may_see",),
    ),
    Entry(
        slug="concern-kept-close",
        sentence="Hot words that were not meant stay between the worker and the head of service",
        asked_by=("may_see",),
    ),
    Entry(
        slug="sensitivity",
        sentence="Marked items are never preselected and go out only by a choice with a reason",
        asked_by=("may_disclose",),
    ),
    Entry(
        slug="check-and-speak-first",
        sentence="Words that worry us are first checked and talked through with whoever said them, if that is safe",
        asked_by=("may_disclose", "where_to_raise"),
        parameters={"speak_first": word("step", "prompt")},
    ),
    Entry(
        slug="consult-lead",
        sentence="Risk of harm is talked over with the head of service; in an emergency, or for a child, acting comes first and talking the same day",
        asked_by=("may_disclose", "where_to_raise"),
    ),
)

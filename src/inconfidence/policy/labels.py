"""What every value of a rule is called where people read or choose it, and every word that it may be."""

from collections.abc import Mapping

from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import Value, in_words
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.terms import TERMS, TITLES

Called = Mapping[str, str]

# What posts and people are called where no policy is at hand.
USUAL: Called = {**TERMS, **TITLES}

LABELS = {
    "who-may-be-a-client": {
        "adults": "Which adults may come to us",
        "carers": "Whether carers may come to us",
    },
    "told-at-the-start": {"missing": "If they were not told at the start"},
    "first-contact-pack": {"missing": "If the first pack was not given"},
    "consent-question": {"at_first_contact": "Whether consent is asked for at the first contact"},
    "limits-after-refusal": {"missing": "If the limits were not explained after a no"},
    "professional-referral": {
        "exceptional": "What is written down, since such a contact is an exception",
        "without_agreement": "If nobody has shown that the family agreed beforehand",
        "we_ring": "Who gets in touch first",
    },
    "safe-contact": {
        "free": "Ways we may use without asking",
        "ask_first": "Ways we use only when the family agreed to them",
    },
    "person-at-risk": {
        "whose": "Whose risk lets us share, besides a child’s",
        "outside_policy": "Whether it is marked as outside our policy, where the law alone lets us",
    },
    "law-ground": {"decided_by": "Who decides what the law asks for"},
    "public-interest": {"decided_by": "Who weighs a strong public interest"},
    "inspection": {
        "files": "What an inspector may see",
        "decided_by": "Who decides what an inspector sees",
    },
    "internal-discussion": {"volunteers": "Which cases a volunteer may talk over"},
    "de-identified-use": {
        "stories": "What makes a story from a case fit to be told",
        "patterns": "What makes a concern about how things are fit to be raised",
    },
    "consent-evidence": {
        "telephone": "How consent by telephone is recorded",
        "in_person": "How consent in person is recorded",
    },
    "consent-review": {
        "overdue": "If consent is overdue",
        "months": "Months until consent is asked about again",
    },
    "need-to-know": {"whole_file": "Whether a whole file may be shared"},
    "raise": {
        "child": "A child may come to harm",
        "adult": "An adult may come to harm",
        "staff": "Somebody at work is threatened, or may come to harm",
        "school": "There is a concern about a teacher",
    },
    "check-and-speak-first": {"speak_first": "Whether we speak to the person first"},
    "route": {
        "child": "Who hears of a child who may come to harm",
        "employee": "Who hears of fears for somebody at work",
        "class_teacher": "Who hears of a concern about a class teacher",
        "head_teacher": "Who hears of a concern about a head teacher",
        "adult": "Who hears of an adult who may come to harm",
        "allegation": "Who hears too, where a teacher may have hurt a child",
    },
    "only-the-service": {"case_keys": "Who may open a case"},
    "volunteer-scope": {"sees": "What a volunteer may see"},
    "volunteer-school-record": {"parent_copy": "A school’s record that the parent gave us"},
    "induction": {"missing": "If somebody’s induction is missing"},
    "who-answers": {
        "decided_by": "Who answers a request for what we hold",
        "volunteer": "What a volunteer does with it",
    },
    "subject-access": {"viewing": "How somebody looks at their own file", "deliver": "Who is given it"},
    "child-access": {"line": "When the right is the child’s own"},
    "request-user-told": {"user": "What happens with the family when somebody asks for their notes"},
    "request-own-consent": {"consent": "Which consent is needed for a request"},
    "request-evidence": {"evidence": "How that consent is shown"},
    "request-approvals": {
        "approvals": "Who agrees to it, besides whoever answers",
        "same_person": "Who agrees if both would be the same person",
    },
    "request-extract-only": {"extent": "How much goes out"},
    "request-copy": {"copy": "The family’s own copy of what went out"},
    "outside-request": {"permits": "Who decides where the law would let us answer, and does not oblige us"},
    "foi": {"host": "What our host is under freedom of information", "by_way_of": "Who answers it"},
    "paper-carried-securely": {"volunteers": "What a volunteer may carry"},
    "statistics": {
        "cadence": "How often figures are made",
        "audience": "Who gets them",
        "mode": "Whether there must be figures",
        "purpose": "What they are for",
        "released_by": "Who lets them go",
    },
    "retention-period": {
        "category": "Which files",
        "from": "Counted from",
        "years": "Years",
    },
    "retention-source": {"policy": "Name of the schedule that says how long"},
    "policy-review": {"months": "Months between reviews", "by": "Who reviews the policy"},
    "amendments-minuted": {"agreed_by": "Who agrees to a change, besides its minute"},
    "host-standing": {"standing": "Who hosts the service"},
    "law-register": {"laws": "Laws the policy names"},
    "linked-policies": {"documents": "Names of the linked policies"},
    "policy-history": {
        "issued": "Months it was issued",
        "revised": "Months it was revised",
        "reviewed": "Months it was reviewed",
        "renamed": "Months only its name changed",
    },
    "referral-sources": {"sources": "Who else sends families to us"},
    "sharing-protocol": {"document": "Name of the sharing protocol"},
    "reminder": {"months": "Months between reminders", "about": "What is brought to mind again"},
    "equipment-check": {"points": "What is checked"},
    "premises-check": {"points": "What the premises must have"},
    "paper-register": {"purpose": "What paper notes are kept for, besides the case"},
    "policy-on-show": {"places": "Where the policy is on show"},
    "standards-register": {"standards": "Which standards"},
}

WORDS = {
    "step": "it comes before we go on",
    "prompt": "we are reminded of it",
    "flag": "it is shown as a gap",
    "bar_volunteers": "volunteers wait, for staff it is shown as a gap",
    "refuse": "we do not contact them",
    "reason_and_staff_member": "why it is one, and which member of staff agreed to it",
    "reason": "why it is one",
    "not_asked": "nothing: it need be none",
    "professional_makes_contact": "the professional does, with the family",
    "clients": "as people we help in their own right",
    "with_responsibility": "only with parental responsibility",
    "parents_and_carers": "parents and carers",
    "via_relative": "a message with a relative",
    "via_colleague": "a message with a colleague",
    "adult": "any adult",
    "adult_at_risk": "an adult at risk",
    "staff": "colleagues",
    "public": "the public",
    "not_a_ground": "nobody: it is no reason to share",
    "consent_or_power": "what the family agreed to, or the law lets the inspector see",
    "while_authority_inspected": "files, while the {council} is inspected",
    "worker_and_date": "with the worker’s name and the date",
    "any_record": "in any way",
    "signed_and_dated_form": "on a signed and dated form",
    "confirm_first": "we ask again before sharing",
    "remind": "we are reminded",
    "never_under_consent": "never by consent alone",
    "act": "we act on it",
    "chair_of_governors": "the {chair_of_governors}",
    "line_manager": "their {line_manager}",
    "host": "the {host}",
    "schools_hr": "{schools_hr}",
    "social_care": "{social_care}",
    "adult_care": "{adult_care}",
    "head": "the {head}",
    "designated_officer": "the {designated_officer}",
    "allocated": "whoever it was given to",
    "parent_supplied": "what the parent gave us",
    "assigned_case": "the case they were given",
    "head_decides": "the {head_of_service} decides",
    "visible": "the volunteer may see it",
    "passes_on": "passes it on",
    "as_subject_access": "as any request for one’s own records",
    "by_arrangement": "by arrangement with us",
    "to_requester": "whoever asked",
    "twelve": "from twelve years on",
    "competence": "when the child is judged able",
    "specific": "one for this very request",
    "form_or_letter": "by a form or a letter",
    "any": "in any way",
    "one_consulted": "one person, after asking another",
    "two": "two people",
    "host_delegate": "the {host_delegate}",
    "host_team": "a team of the {host}",
    "public_authority": "a public authority",
    "necessary": "only what is needed",
    "all": "all of it",
    "must": "they get one",
    "offer": "they are offered one",
    "parent_supplied_copies": "copies of what the parent gave us",
    "on_demand": "when somebody asks",
    "local_authority": "the {council}",
    "due": "they are due",
    "available": "they are there for whoever asks",
    "may": "they may be made",
    "in_care": "of children in care",
    "supervision_order": "of children under a supervision order",
    "parent_support": "of the support of parents",
    "birth": "the birth of the child",
    "birthday_18": "the child’s eighteenth birthday",
    "closure": "the day the file is closed",
    "governing_group": "the {governing_group}",
    "head_of_service": "the {head_of_service}",
    "in_house": "the {council} itself",
    "charity": "a charity",
    "apart": "a place of its own",
    "own_office": "an office of our own",
    "private_room": "a private room",
    "own_entrance": "an entrance of our own",
    "own_sign_in": "a signing-in book of our own",
    "own_cases": "the cases they help with",
    "de_identified_and_signed": "nobody in it who could be known, and a signed checklist",
    "de_identified_unless_agreed": "nobody in it who could be known, unless they agreed",
    "quality_assurance": "looking at our quality",
    "team_around": "a team around the family",
    "children_act_section_11": "section 11 of the Children Act",
    "european_law": "European law",
}


ELSEWHERE = {
    ("who-may-be-a-client", "adults", "with_responsibility"): "only parents with parental responsibility",
    ("statistics", "purpose", "any"): "for any purpose",
    ("professional-referral", "without_agreement", "step"): "we wait until it is shown",
    ("professional-referral", "we_ring", "yes"): "we do",
    ("only-the-service", "case_keys", "staff"): "every member of staff",
    ("outside-request", "permits", "not_a_ground"): "nobody: that is no reason to answer",
    ("request-approvals", "approvals", "none"): "nobody else",
    (
        "request-approvals",
        "approvals",
        "one_consulted",
    ): "nobody, but the {head_of_service} hears of it first",
    ("request-approvals", "approvals", "head"): "the {head_of_service}",
    ("volunteer-scope", "sees", "nothing"): "nothing of a case",
}


def label(rule: str, key: str) -> str:
    """What a value is called."""
    return LABELS[rule][key]


def called(edition: Edition) -> Called:
    """What a service calls its posts and the people around it (X-14)."""
    return {**edition.terms, **edition.titles}


def needed(rule: str, key: str, words: tuple[str, ...], names: Called = USUAL) -> str:
    """What a list cannot be without: the one word, or that it is one of several."""
    said = [word_said(rule, key, word, names) for word in words]
    return f"at least one of: {'; '.join(said)}" if len(said) > 1 else said[0]


def word_said(rule: str, key: str, word: str, names: Called = USUAL) -> str:
    """What one word of a value is called; the few that mean another thing elsewhere are said here."""
    says = ELSEWHERE.get((rule, key, word)) or WORDS.get(word) or in_words(word)
    return says.format_map(names)


def values_said(rule: str, values: Mapping[str, Value], names: Called = USUAL) -> list[str]:
    """Several values of a rule as people read them, each with what it is called."""
    return [f"{label(rule, key)}: {said(rule, key, value, names)}" for key, value in values.items()]


def said(rule: str, key: str, value: Value, names: Called = USUAL) -> str:
    """A value as people read it; what somebody typed, such as a document's name, as it was typed."""
    parameter = ENTRIES[rule].parameters[key]
    if isinstance(value, tuple):
        each_said = (word_said(rule, key, each, names) if each in parameter.words else each for each in value)
        return ", ".join(each_said) or "none"
    if isinstance(value, str) and value in parameter.words:
        return word_said(rule, key, value, names)
    return value if isinstance(value, str) else in_words(value)

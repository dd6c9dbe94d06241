"""The clauses of facts that several questions take."""

from collections.abc import Mapping

# Each fact of a question, each of its words, and the clause that says it.
Clauses = Mapping[str, Mapping[str, str]]
# Of a fact that is a day: its clause where the day is known, and where it is not.
DAY, NO_DAY = "day", "no day"

STAFF = {"worker": "a member of staff does it", "volunteer": "a volunteer does it"}
ACTOR = {**STAFF, "head_of_service": "the head of service does it"}

CONSENT = {
    "none": "the person has not been asked",
    "refused": "the person refused",
    "withdrawn": "the person took their yes back",
    "given": "the person agreed",
}
CONSENT_FROM = {
    "subject": "the yes is the person’s own",
    "someone_else": "the yes is somebody else’s and not the person’s own",
}
CONSENT_BEFORE = {"yes": "the yes came beforehand", "no": "the yes did not come beforehand"}
CONSENT_RECORD = {
    "form": "the yes is on a form",
    "letter": "the yes is in a letter",
    "telephone_note": "the yes is in a note of a call",
    "note_no_date": "the note of the yes has no date",
    "note_no_worker": "the note of the yes does not say who took it",
    "form_unsigned": "the form of the yes is not signed",
    "not_recorded": "the yes is not written down",
}
FORM_BACK = {
    "yes": "their permission form has come back",
    "no": "their permission form has not come back",
}
NEED_STATED = {"yes": "why it is needed is written down", "no": "why it is needed is not written down"}

BELIEF = {
    "wondering": "words gave cause to worry and are not yet talked through",
    "no_intention": "it was talked through and no harm is meant",
    "believed": "harm is believed and the reasons are recorded",
}
SPOKEN_TO = {
    "yes": "whoever said it has been spoken to",
    "no": "whoever said it has not been spoken to",
    "unsafe": "it would not be safe to speak to whoever said it",
}
LEAD_CONSULTED = {
    "yes": "the head of service was consulted",
    "no": "the head of service was not consulted",
}
EMERGENCY = {"yes": "there is no time to ask", "no": "there is time to ask"}
EXTENT = {"chosen": "only what was picked out goes", "whole_file": "the whole file goes"}

LAW = {
    "none": "no law is named",
    "asserted": "a right to it is claimed and not shown",
    "permits": "a law allows it",
    "requires": "a law requires it",
    "order": "a court orders it",
}
HEAD_DECIDED = {
    "yes": "the head of service has decided on it",
    "no": "the head of service has not decided on it",
}
IDENTIFIES = {
    "named": "people are named",
    "recognisable": "nobody is named, yet somebody could be picked out",
    "nobody": "nothing points to anybody",
}
CHECKLIST_SIGNED = {
    "yes": "the checklist for identifying details is signed",
    "no": "the checklist for identifying details is not signed",
}

INDUCTED = {
    "yes": "the policy has been introduced to them",
    "no": "the policy has not been introduced to them",
}
TRAINED = {
    "yes": "they are trained in data protection and freedom of information",
    "no": "they are not trained in both data protection and freedom of information",
}
ASKED_FOR = {
    "yes": "the person wants a volunteer",
    "no": "the person never asked for a volunteer or no longer wants one",
}
ENABLED = {
    "yes": "the head of service allows volunteers in this service",
    "no": "the head of service does not allow volunteers in this service",
}

"""The closed vocabulary of acts, and how each is worded for a reader."""

from enum import StrEnum


class Act(StrEnum):
    """What was done. The word is all that stands in clear."""

    signed_in = "signed_in"
    sign_in_failed = "sign_in_failed"
    second_step_failed = "second_step_failed"
    code_replayed = "code_replayed"
    signed_out = "signed_out"
    reopened = "reopened"
    timed_out = "timed_out"
    guesses_stopped = "guesses_stopped"
    password_changed = "password_changed"  # noqa: S105 - an act, not a password
    second_step_enrolled = "second_step_enrolled"
    codes_printed = "codes_printed"
    person_invited = "person_invited"
    person_activated = "person_activated"
    pair_signed = "pair_signed"
    service_set_up = "service_set_up"
    policy_adopted = "policy_adopted"
    policy_withdrawn = "policy_withdrawn"
    policy_drafted = "policy_drafted"
    policy_draft_changed = "policy_draft_changed"
    policy_draft_sent = "policy_draft_sent"
    policy_draft_compared = "policy_draft_compared"
    policy_draft_dropped = "policy_draft_dropped"
    policy_draft_reviewed = "policy_draft_reviewed"
    policy_not_adopted = "policy_not_adopted"
    policy_reviewed = "policy_reviewed"
    policy_review_refused = "policy_review_refused"
    decision_replayed = "decision_replayed"
    inspection_entered = "inspection_entered"
    card_created = "card_created"
    card_seen = "card_seen"
    card_changed = "card_changed"
    change_checked = "change_checked"
    cards_listed = "cards_listed"
    message_left = "message_left"
    message_filed = "message_filed"
    messages_listed = "messages_listed"
    caller_known = "caller_known"
    caller_not_known = "caller_not_known"
    call_taken = "call_taken"
    enquiry_named = "enquiry_named"
    enquiries_listed = "enquiries_listed"
    enquiry_seen = "enquiry_seen"
    enquiry_ended = "enquiry_ended"
    enquiry_given = "enquiry_given"
    enquiries_joined = "enquiries_joined"
    joining_refused = "joining_refused"
    voicemail_picked_up = "voicemail_picked_up"
    voicemail_written = "voicemail_written"
    referral_taken = "referral_taken"
    referral_completed = "referral_completed"
    referral_declined = "referral_declined"
    case_opened = "case_opened"
    case_refused = "case_refused"
    casework_refused = "casework_refused"
    first_contact_recorded = "first_contact_recorded"
    birth_recorded = "birth_recorded"
    records_asked = "records_asked"
    records_refused = "records_refused"
    case_closed = "case_closed"
    case_reopened = "case_reopened"
    case_seen = "case_seen"
    cases_listed = "cases_listed"
    reason_given = "reason_given"
    item_need_given = "item_need_given"
    case_allocated = "case_allocated"
    allocation_ended = "allocation_ended"
    files_linked = "files_linked"
    files_unlinked = "files_unlinked"
    links_seen = "links_seen"
    people_added = "people_added"
    note_added = "note_added"
    date_changed = "date_changed"
    note_changed = "note_changed"
    note_seen = "note_seen"
    recording_refused = "recording_refused"
    document_added = "document_added"
    document_seen = "document_seen"
    meeting_added = "meeting_added"
    meeting_changed = "meeting_changed"
    meeting_seen = "meeting_seen"
    calendar_made = "calendar_made"
    letter_made = "letter_made"
    letter_looked_at = "letter_looked_at"
    letterhead_set = "letterhead_set"
    concern_numbers_set = "concern_numbers_set"
    label_made = "label_made"
    sheet_made = "sheet_made"
    document_held = "document_held"
    document_changed = "document_changed"
    mail_filed = "mail_filed"
    consent_recorded = "consent_recorded"
    deciding_recorded = "deciding_recorded"
    form_returned = "form_returned"
    form_reminded = "form_reminded"
    form_gone_through = "form_gone_through"
    question_asked = "question_asked"
    disclosure_made = "disclosure_made"
    disclosure_refused = "disclosure_refused"
    disclosure_referred = "disclosure_referred"
    ledger_seen = "ledger_seen"
    looks_seen = "looks_seen"
    concern_raised = "concern_raised"
    concern_seen = "concern_seen"
    concerns_listed = "concerns_listed"
    concern_delivered = "concern_delivered"
    concern_noted = "concern_noted"
    concern_not_told = "concern_not_told"
    concern_closed = "concern_closed"
    concern_not_closed = "concern_not_closed"
    duty_done = "duty_done"
    duties_moved = "duties_moved"
    team_listed = "team_listed"
    policy_seen = "policy_seen"
    registers_seen = "registers_seen"
    register_entered = "register_entered"
    paper_moved = "paper_moved"
    paper_refused = "paper_refused"
    stale_form = "stale_form"
    double_submit = "double_submit"
    lead_asked = "lead_asked"
    lead_decided = "lead_decided"
    danger_entered = "danger_entered"


WORDING: dict[Act, str] = {
    Act.signed_in: "Signed in",
    Act.sign_in_failed: "Tried to sign in; the password was wrong",
    Act.second_step_failed: "Gave a wrong code",
    Act.code_replayed: "Gave a code that had been used",
    Act.signed_out: "Signed out",
    Act.reopened: "Reopened the page after a break",
    Act.timed_out: "Was timed out",
    Act.guesses_stopped: "Was signed out after too many wrong passwords",
    Act.password_changed: "Changed the password",
    Act.second_step_enrolled: "Set up codes on a phone or computer",
    Act.codes_printed: "Printed a sheet of codes",
    Act.person_invited: "Invited a person",
    Act.person_activated: "Made their account",
    Act.pair_signed: "Confirmed a person's account",
    Act.service_set_up: "Set up the service",
    Act.policy_adopted: "Adopted a version of the policy",
    Act.policy_withdrawn: "Withdrew a version of the policy before its day",
    Act.policy_drafted: "Began a change of the policy",
    Act.policy_draft_changed: "Changed the draft of a policy",
    Act.policy_draft_sent: "Put a draft before those who review it",
    Act.policy_draft_compared: "Looked at a draft against the last version of the policy",
    Act.policy_draft_dropped: "Gave up a draft of the policy",
    Act.policy_draft_reviewed: "Recorded what a reviewer said of a draft",
    Act.policy_not_adopted: "Was told not to adopt a version of the policy, or not yet",
    Act.policy_reviewed: "Recorded a review of the policy",
    Act.policy_review_refused: "Was told that this is no review of the policy",
    Act.decision_replayed: "Asked again what was decided, under the policy of its day",
    Act.inspection_entered: "Entered an inspection",
    Act.card_created: "Made a card",
    Act.card_seen: "Looked at a card",
    Act.card_changed: "Changed a card",
    Act.change_checked: "Checked a new number or address in a second way",
    Act.cards_listed: "Looked for somebody among the cards",
    Act.message_left: "Left a message for whoever works with a family",
    Act.message_filed: "Put a message on the case",
    Act.messages_listed: "Read messages left for them",
    Act.caller_known: "Made sure who was on the line",
    Act.caller_not_known: "Told somebody nothing who could not show who they were",
    Act.call_taken: "Took a call",
    Act.enquiry_named: "Put a name to an enquiry",
    Act.enquiries_listed: "Looked at the list of enquiries",
    Act.enquiry_seen: "Looked at an enquiry",
    Act.enquiry_ended: "Said that nothing more is to be done about an enquiry",
    Act.enquiry_given: "Gave an enquiry to somebody to take up",
    Act.enquiries_joined: "Joined an earlier call without a name, as the caller asked",
    Act.joining_refused: "Was told not to join two enquiries",
    Act.voicemail_picked_up: "Picked up the answerphone",
    Act.voicemail_written: "Said that a message is written down elsewhere",
    Act.referral_taken: "Took down a professional's referral",
    Act.referral_completed: "Added to what is known of a referral",
    Act.referral_declined: "Closed a referral as declined, and took out how to reach the family",
    Act.case_opened: "Opened a case",
    Act.case_refused: "Asked for a case and was not shown it",
    Act.casework_refused: "Was told not to begin casework, or not yet",
    Act.first_contact_recorded: "Recorded what first contact came to",
    Act.birth_recorded: "Wrote down when a child or young person was born",
    Act.records_asked: "Asked somebody for records",
    Act.records_refused: "Was told not to ask for records, or not yet",
    Act.case_closed: "Closed a case",
    Act.case_reopened: "Opened a case again",
    Act.case_seen: "Looked at a case",
    Act.cases_listed: "Looked at a list of cases",
    Act.reason_given: "Gave a reason for looking",
    Act.item_need_given: "Said why a marked item is needed",
    Act.case_allocated: "Allocated a case",
    Act.allocation_ended: "Ended an allocation",
    Act.files_linked: "Linked two files of one family",
    Act.files_unlinked: "Took a link between two files away",
    Act.links_seen: "Looked at which files are linked",
    Act.people_added: "Added a person to a case",
    Act.note_added: "Added a note",
    Act.date_changed: "Worked a kept date out again, since bank holidays had changed",
    Act.note_changed: "Changed a note",
    Act.note_seen: "Looked at what a note said before",
    Act.recording_refused: "Was told not to write something down",
    Act.document_added: "Added a document",
    Act.document_seen: "Looked at a document",
    Act.meeting_added: "Added a meeting",
    Act.meeting_changed: "Changed a meeting",
    Act.meeting_seen: "Looked at a meeting",
    Act.calendar_made: "Made a calendar entry of a meeting",
    Act.letter_made: "Made a letter final",
    Act.letter_looked_at: "Looked at the print of a letter, not final",
    Act.letterhead_set: "Set what stands at the head of letters",
    Act.concern_numbers_set: "Set how to reach those who hear of concerns",
    Act.label_made: "Asked for an address label",
    Act.sheet_made: "Printed a case sheet",
    Act.document_held: "Added a document that is held unopened",
    Act.document_changed: "Changed what is said about a document",
    Act.mail_filed: "Filed an e-mail or a letter",
    Act.consent_recorded: "Recorded what was agreed",
    Act.deciding_recorded: "Recorded how a decision is made",
    Act.form_returned: "Recorded a returned form",
    Act.form_reminded: "Reminded somebody of a form that is out",
    Act.form_gone_through: "Went through a form aloud, not all of it yet",
    Act.question_asked: "Asked whether something may be shared",
    Act.disclosure_made: "Shared something",
    Act.disclosure_refused: "Was told not to share",
    Act.disclosure_referred: "Was told to ask first",
    Act.ledger_seen: "Looked at what was shared",
    Act.looks_seen: "Looked at who had looked",
    Act.concern_raised: "Raised a concern",
    Act.concern_seen: "Looked at a concern",
    Act.concerns_listed: "Looked at the list of concerns",
    Act.concern_delivered: "A concern kept aside was delivered",
    Act.concern_noted: "Wrote down what happened about a concern",
    Act.concern_not_told: "Was told who must not hear of a concern",
    Act.concern_closed: "Closed a concern",
    Act.concern_not_closed: "Was told not to close a concern, or not yet",
    Act.duty_done: "Did what was due",
    Act.duties_moved: "Moved what was due to another day",
    Act.team_listed: "Looked at the team",
    Act.policy_seen: "Looked at the policy",
    Act.registers_seen: "Looked at the service's registers",
    Act.register_entered: "Wrote a line into a register",
    Act.paper_moved: "Wrote down where a paper file is",
    Act.paper_refused: "Was told that a paper file may not leave like this",
    Act.stale_form: "Sent a form that was out of date",
    Act.double_submit: "Sent the same form twice",
    Act.lead_asked: "Asked a lead",
    Act.lead_decided: "Decided as a lead",
    Act.danger_entered: "Recorded that someone may be in danger",
}


def choices() -> list[tuple[str, str]]:
    """The acts as a column's closed words. A function, so that a new act needs no migration."""
    return [(act.value, act.value) for act in Act]

"""The closed words of this area: states, steps, posts. Each carries the sentence a screen shows."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from inconfidence.policy.standing.registers import State
from inconfidence.policy.vocabulary import Role

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=12)
HALF_LIFE = timedelta(minutes=5)
SLIP_LIFE = timedelta(days=7)
LEAST_PASSWORD = 12
MOST_GUESSES = 10

POSTS: dict[Role, str] = {
    Role.HEAD_OF_SERVICE: "Head of service",
    Role.SENIOR_CASEWORKER: "Senior caseworker",
    Role.CASEWORKER: "Caseworker",
    Role.ADMINISTRATOR: "Administrator",
    Role.VOLUNTEER: "Volunteer",
}
LEADS = frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER})


def may_invite(role: Role) -> tuple[Role, ...]:
    """The roles that somebody may invite: who opens every case is chosen by the head of service alone."""
    if role not in LEADS:
        return ()
    return tuple(post for post in POSTS if role == Role.HEAD_OF_SERVICE or post not in LEADS)


@dataclass(frozen=True, slots=True)
class Register:
    """A register as pages name it, what a lead writes into a line of it (nothing where it fills itself), and which
    leads do: a line that the policy asks of one post is written by that post alone.
    """

    title: str
    takes: tuple[str, ...] = ()
    by: frozenset[Role] = LEADS


REGISTERS: dict[str, Register] = {
    "acknowledgement": Register("Who has acknowledged our policy"),
    "reminder": Register("Reminders and training", ("person", "on")),
    "linked-policies": Register("Policies we follow beside our own", ("what", "version", "on")),
    "privacy-notice-published": Register("Our privacy notice", ("version", "where", "on")),
    "privacy-notice-covers-every-field": Register(
        "What the privacy notice covers", ("what", "purpose", "basis", "on")
    ),
    "policy-on-show": Register("Where our policy is on show", ("what", "version", "found", "on")),
    "literature-line": Register("Our leaflets and pages", ("name", "found", "on")),
    "equipment-check": Register("Phone line and computers", ("what", "name", "found", "on")),
    "premises-check": Register("Our rooms", ("what", "found", "on")),
    "standards-register": Register("National standards", ("what", "where", "found", "on")),
    "figures-on-time": Register(
        "Figures that were released", ("what", "on"), frozenset({Role.HEAD_OF_SERVICE})
    ),
    "day-to-day-watch": Register(
        "Watching over the policy", ("found", "on"), frozenset({Role.HEAD_OF_SERVICE})
    ),
    "sharing-protocol": Register("The sharing protocol", ("version", "on")),
    "policy-history": Register("Versions of our policy"),
    "law-register": Register("The laws our policy names"),
    "referral-sources": Register("How families were sent to us"),
    "host-standing": Register("Who hosts us"),
    "words": Register("The words we use"),
    "second-factor": Register("Signing in with two steps"),
    "source-of-every-rule": Register("Where each rule comes from"),
}
STATES: dict[State, str] = {
    State.IN_ORDER: "In order",
    State.DUE: "Due soon",
    State.NEVER: "Not done yet",
    State.OVERDUE: "Overdue",
    State.FLAGGED: "Needs a look",
}
# What workers acknowledge themselves.
ACKNOWLEDGED = ("acknowledgement", "linked-policies", "reminder")


class PersonState(StrEnum):
    """Where a person stands between the invitation and leaving."""

    INVITED = "invited"
    WAITING = "waiting"
    ACTIVE = "active"
    ENDED = "ended"


class SittingState(StrEnum):
    """Half: the password was right. Open: the second factor too. Idle: emptied, the password reopens it."""

    HALF = "half"
    OPEN = "open"
    IDLE = "idle"


class Step(StrEnum):
    """The two things a person gives to sign in."""

    PASSWORD = "password"  # noqa: S105 - the name of a step
    SECOND = "second"


# What an unfinished form is called, by the name of its page. No other word of an address is ever shown.
PAGES: dict[str, str] = {
    "desk:call": "A call",
    "desk:who_rings": "Who is on the line",
    "desk:on_the_line": "Who is on the line",
    "desk:message": "A message",
    "desk:duties_move": "Dates that are due",
    "cases:new": "A new case",
    "cases:enquiry": "An enquiry",
    "cases:give": "Who takes up an enquiry",
    "cases:join": "An earlier call",
    "cases:voicemail": "Voicemail",
    "cases:voicemail_written": "Voicemail",
    "cases:referral_new": "A referral",
    "cases:referral": "A referral",
    "cases:referral_decline": "A referral",
    "cases:note_new": "A note",
    "cases:note_change": "A change to a note",
    "cases:need": "Why it is needed",
    "cases:person_new": "Somebody on the case",
    "cases:document_new": "A document",
    "cases:document_again": "A document",
    "cases:document_change": "A change to a document",
    "cases:mail_new": "A message",
    "cases:contact": "Safe contact",
    "cases:contact_checked": "Safe contact",
    "cases:allocate": "Who works on the case",
    "cases:allocation_end": "Who works on the case",
    "cases:linked": "Other files of a family",
    "cases:link_end": "Other files of a family",
    "cases:reason": "Why the case is opened",
    "cases:begin": "First contact",
    "cases:born": "When somebody was born",
    "cases:close": "Closing the case",
    "cases:reopen": "Reopening the case",
    "cases:letter_new": "A letter",
    "cases:letter": "A letter",
    "cases:meeting_new": "A meeting",
    "cases:meeting": "A meeting",
    "cases:meeting_change": "A change to a meeting",
    "cases:meeting_outcome": "What came of a meeting",
    "cases:dates": "Dates",
    "cases:case_dates": "Dates",
    "consent:new": "What was agreed",
    "consent:decision_new": "A decision",
    "consent:decision": "A decision",
    "consent:form_new": "A signed form",
    "consent:form_remind": "A reminder of a form",
    "consent:form_aloud": "A form gone through aloud",
    "consent:records_new": "Asking for records",
    "disclosure:share": "Can I share this?",
    "disclosure:decide": "A decision",
    "disclosure:reply": "Is a family known?",
    "safeguarding:raise": "A concern",
    "safeguarding:one": "What was done about a concern",
    "safeguarding:note": "What was done about a concern",
    "safeguarding:close": "Closing a concern",
    "safeguarding:numbers": "Numbers for a concern",
    "team:invite": "An invitation",
    "team:invite_again": "An invitation",
    "team:confirm": "Confirming a colleague",
    "team:letterhead": "The letterhead",
    "team:inspection": "An inspection",
    "team:policy_reviewed": "A review of the policy",
    "team:policy_statement": "A statement of the policy",
    "team:policy_silent": "A statement of the policy",
    "team:policy_promise": "A promise of the policy",
    "team:policy_head": "Titles, dates and words of the policy",
    "team:policy_review": "A review of a draft",
    "team:policy_adopt": "Adopting a version",
    "team:policy_changes": "A change of the policy",
    "team:policy_file": "A file for a draft",
    "retention:paper": "A paper file",
    "team:register": "A line of a register",
    "team:acknowledge": "What I have read",
}
OTHER_PAGE = "A form"
# Pages that come empty: what waits of one is all its writer's own, and opens to them when the page does not.
# Every other page may come filled in from a record, which is not theirs to read for ever.
COME_EMPTY = frozenset(
    {
        "desk:call",
        "cases:referral_new",
        "cases:voicemail",
        "cases:note_new",
        "cases:need",
        "cases:person_new",
        "cases:document_new",
        "cases:mail_new",
        "cases:allocate",
        "cases:allocation_end",
        "cases:linked",
        "cases:link_end",
        "cases:reason",
        "cases:reopen",
        "cases:meeting_new",
        "consent:new",
        "consent:decision_new",
        "consent:form_new",
        "consent:form_remind",
        "consent:records_new",
        "disclosure:decide",
        "disclosure:reply",
        "safeguarding:raise",
        "team:invite",
    }
)

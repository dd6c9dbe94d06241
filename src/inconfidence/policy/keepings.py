"""Registers, checks, notices and intervals: what a policy asks to be kept and which answers no question.

Clauses name them as they name rules, so that `coverage` is honest about which clauses bite and which are kept.
`kept_by` is the folder that handles it.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.laws import LAWS
from inconfidence.policy.parameters import months, name, names, optional, printed_months, word, words

KEEPINGS: tuple[Entry, ...] = (
    Entry(
        slug="passed-on-the-same-day",
        sentence="A concern that is believed and not passed on that day is shown to the head of service",
        kept_by="safeguarding",
    ),
    Entry(
        slug="source-of-every-rule",
        sentence="Nothing is enforced without clause, default or law behind it",
        kept_by="policy",
    ),
    Entry(
        slug="host-standing",
        sentence="Who hosts the service decides who is outside it and who is the public authority",
        kept_by="editions",
        parameters={"standing": word("in_house", "charity")},
    ),
    Entry(
        slug="words",
        sentence="This policy's own words for people are the words on screen",
        kept_by="web",
    ),
    Entry(
        slug="law-register",
        sentence="Each law named is shown beside its present equivalent; 'required by law' cites one",
        kept_by="policy",
        parameters={"laws": words(*LAWS)},
    ),
    Entry(
        slug="linked-policies",
        sentence="Linked policies are held with version and acknowledged by each worker",
        kept_by="team",
        parameters={"documents": names()},
        repeatable=True,
    ),
    Entry(
        slug="policy-history",
        sentence="Every version is kept with date and kind; a name change is not a review",
        kept_by="editions",
        parameters={
            kind: optional(printed_months()) for kind in ("issued", "revised", "reviewed", "renamed")
        },
    ),
    Entry(
        slug="referral-sources",
        sentence="Indirect referrals are counted by source and get no easier way in",
        kept_by="cases",
        parameters={"sources": words("early_help", "team_around")},
    ),
    Entry(
        slug="sharing-protocol",
        sentence="Joint work cites the version of the sharing protocol",
        kept_by="disclosure",
        parameters={"document": name()},
    ),
    Entry(
        slug="reminder",
        sentence="Procedures are brought to mind again at an interval",
        kept_by="team",
        parameters={"months": months(), "about": word("casework", "data_protection")},
    ),
    Entry(
        slug="acknowledgement",
        sentence="Everyone acknowledges the policy in force",
        kept_by="team",
    ),
    Entry(
        slug="second-factor",
        sentence="Sign-in takes two steps; the page says whether policy or product asks for it",
        kept_by="team",
    ),
    Entry(
        slug="equipment-check",
        sentence="Line, answerphone and computers are checked and dated",
        kept_by="team",
        parameters={"points": words("line", "answerphone", "devices")},
        repeatable=True,
    ),
    Entry(
        slug="premises-check",
        sentence="Premises are checked and dated; a meeting says where it was",
        kept_by="team",
        parameters={"points": words("apart", "own_office", "private_room", "own_entrance", "own_sign_in")},
        repeatable=True,
    ),
    Entry(
        slug="paper-register",
        sentence="Each case has its own paper entry: where, who holds it, out and back",
        kept_by="retention",
        parameters={"purpose": optional(word("quality_assurance"))},
    ),
    Entry(
        slug="privacy-notice-published",
        sentence="A current privacy notice is public, and each case says which was offered",
        kept_by="team",
    ),
    Entry(
        slug="privacy-notice-covers-every-field",
        sentence="No field is collected whose purpose and basis the notice does not give",
        kept_by="team",
    ),
    Entry(
        slug="literature-line",
        sentence="Literature says that the service is confidential",
        kept_by="team",
    ),
    Entry(
        slug="policy-on-show",
        sentence="The policy on show is the one in force",
        kept_by="team",
        parameters={"places": words("office", "website")},
    ),
    Entry(
        slug="standards-register",
        sentence="Evidence for the national standards is kept",
        kept_by="team",
        parameters={"standards": words("confidentiality", "impartiality")},
    ),
    Entry(
        slug="figures-on-time",
        sentence="The figures of each period are released, or there to be asked for, before the next has passed",
        kept_by="team",
    ),
    Entry(
        slug="day-to-day-watch",
        sentence="One role watches over the policy day by day",
        kept_by="team",
    ),
)

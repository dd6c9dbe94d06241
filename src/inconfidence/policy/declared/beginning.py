"""Rules about whom we contact, and how.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import word, words
from inconfidence.policy.vocabulary import Question

CHANNELS = ("mobile", "home", "work", "answerphone", "via_relative", "via_colleague", "letter", "newsletter")

BEGINNING: tuple[Entry, ...] = (
    Entry(
        slug="professional-referral",
        sentence=(
            "A family put forward by a professional is contacted only if they agreed beforehand, and, "
            "where the policy says so, only exceptionally"
        ),
        asked_by=(Question.MAY_CONTACT,),
        parameters={
            "exceptional": word("reason_and_staff_member", "reason", "not_asked"),
            "without_agreement": word("refuse", "step"),
            "we_ring": word("yes", "professional_makes_contact"),
        },
    ),
    Entry(
        slug="safe-contact",
        sentence=(
            "Home and mobile are fine until someone says otherwise; work, answerphones, relatives and "
            "colleagues are asked about first"
        ),
        asked_by=(Question.MAY_CONTACT,),
        parameters={"free": words(*CHANNELS), "ask_first": words(*CHANNELS)},
    ),
    Entry(
        slug="mailing-list",
        sentence="Nobody is on the mailing list without having agreed to that",
        asked_by=(Question.MAY_CONTACT,),
    ),
    Entry(
        slug="mailing-address",
        sentence="An address is confirmed before anything is sent to it",
        asked_by=(Question.MAY_CONTACT,),
    ),
)

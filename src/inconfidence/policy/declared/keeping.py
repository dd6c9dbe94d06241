"""Rules about how long things are kept.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import name, whole, word
from inconfidence.policy.vocabulary import Question

KEEPING: tuple[Entry, ...] = (
    Entry(
        slug="retention-period",
        sentence="Each category the file ever fell in gives a date",
        asked_by=(Question.HOW_LONG_TO_KEEP,),
        parameters={
            "category": word("in_care", "supervision_order", "parent_support"),
            "from": word("birth", "birthday_18", "closure"),
            "years": whole(),
        },
        repeatable=True,
    ),
    Entry(
        slug="latest-date-wins",
        sentence="The latest of those dates governs, compared as dates",
        asked_by=(Question.HOW_LONG_TO_KEEP,),
    ),
    Entry(
        slug="retention-source",
        sentence=(
            "Periods come from the named schedule; a blank one stops destruction until somebody "
            "authorised enters it"
        ),
        asked_by=(Question.HOW_LONG_TO_KEEP,),
        parameters={"policy": name()},
    ),
    Entry(
        slug="retention-review",
        sentence="Without a period nothing is destroyed; a person reviews on the default date",
        asked_by=(Question.HOW_LONG_TO_KEEP,),
    ),
    Entry(
        slug="holds",
        sentence=(
            "Nothing is destroyed while a request, complaint, case, claim, inquiry or inspection is open"
        ),
        asked_by=(Question.HOW_LONG_TO_KEEP,),
    ),
)

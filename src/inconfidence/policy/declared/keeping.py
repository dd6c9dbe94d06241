"""Rules about how long things are kept and what is published.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import name, whole, word, words
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
    Entry(
        slug="paper-staff-only",
        sentence="Paper files are for the service's staff",
        asked_by=(Question.MAY_MOVE_PAPER,),
    ),
    Entry(
        slug="paper-carried-securely",
        sentence="Whoever carries casework carries it securely, says why, and brings it back",
        asked_by=(Question.MAY_MOVE_PAPER,),
        parameters={"volunteers": word("never", "parent_supplied_copies")},
    ),
    Entry(
        slug="statistics",
        sentence=(
            "Figures go out as often, to whom and in the way this policy says; the head of service releases"
        ),
        asked_by=(Question.MAY_PUBLISH,),
        parameters={
            "cadence": word("monthly", "quarterly", "on_demand"),
            "audience": words("local_authority", "host", "public"),
            "mode": word("due", "available", "may"),
        },
    ),
    Entry(
        slug="nobody-in-the-figures",
        sentence="No figure lets anybody be picked out",
        asked_by=(Question.MAY_PUBLISH,),
    ),
)

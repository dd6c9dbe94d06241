"""Rules about who must hear of a risk of harm.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import words
from inconfidence.policy.vocabulary import Question

RECIPIENTS = (
    "social_care",
    "adult_care",
    "police",
    "line_manager",
    "head",
    "chair_of_governors",
    "schools_hr",
    "designated_officer",
)

HARM: tuple[Entry, ...] = (
    Entry(
        slug="raise",
        sentence=(
            "Whoever believes that someone may come to harm acts on it, and says so to those who must hear"
        ),
        asked_by=(Question.WHERE_TO_RAISE,),
    ),
    Entry(
        slug="route",
        sentence="Each kind of concern has the people who must hear it, and those who must not",
        asked_by=(Question.WHERE_TO_RAISE,),
        parameters={
            "child": words(*RECIPIENTS),
            "employee": words(*RECIPIENTS),
            "class_teacher": words(*RECIPIENTS),
            "head_teacher": words(*RECIPIENTS),
            "adult": words(*RECIPIENTS),
        },
    ),
    Entry(
        slug="only-what-is-necessary",
        sentence="No more is passed on than is needed",
        asked_by=(Question.WHERE_TO_RAISE,),
    ),
    Entry(
        slug="violence-procedure",
        sentence="Fear for a colleague starts the work-related violence procedure",
        asked_by=(Question.WHERE_TO_RAISE,),
    ),
    Entry(
        slug="mending",
        sentence="A concern closes with what was done to mend the relationship, or why nothing could be",
        asked_by=(Question.WHERE_TO_RAISE,),
    ),
    Entry(
        slug="incident-towards-staff",
        sentence=(
            "Threats and abuse towards staff are reported, without the user's consent and apart from the case"
        ),
        asked_by=(Question.WHERE_TO_RAISE,),
    ),
)

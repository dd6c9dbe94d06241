"""What a worker may ask, in the order they are shown; each explains itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import FACTS, Facts, schema
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from inconfidence.policy.questions.may_adopt import may_adopt
from inconfidence.policy.questions.may_answer_request import may_answer_request
from inconfidence.policy.questions.may_begin_casework import may_begin_casework
from inconfidence.policy.questions.may_contact import may_contact
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.questions.may_move_paper import may_move_paper
from inconfidence.policy.questions.may_obtain import may_obtain
from inconfidence.policy.questions.may_publish import may_publish
from inconfidence.policy.questions.may_record import may_record
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.questions.may_work import may_work
from inconfidence.policy.questions.where_to_raise import where_to_raise
from inconfidence.policy.vocabulary import Question


@dataclass(frozen=True, slots=True)
class Asking:
    """One question: its name, what it asks in a sentence, the facts it takes, and the function that answers."""

    name: Question
    sentence: str
    facts: type[Facts]
    answer: Callable[[Edition, Any], Decision]

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its facts."""
        return schema(self.name)


QUESTIONS: dict[Question, Asking] = {
    name: Asking(name, sentence, FACTS[name], answer)
    for name, sentence, answer in (
        (
            Question.MAY_BEGIN_CASEWORK,
            "May we work in depth for this person, and what comes before that?",
            may_begin_casework,
        ),
        (Question.MAY_CONTACT, "May we reach this person, in this way?", may_contact),
        (Question.MAY_RECORD, "May this be written down, as what it is called?", may_record),
        (Question.MAY_SEE, "May this worker or volunteer see this case, this item?", may_see),
        (Question.MAY_OBTAIN, "May we ask for, or look up, records that somebody else holds?", may_obtain),
        (Question.MAY_DISCLOSE, "May we tell this recipient this, for this purpose, now?", may_disclose),
        (Question.HOW_LONG_TO_KEEP, "When may this file be destroyed, and what holds it?", how_long_to_keep),
        (
            Question.MAY_ANSWER_REQUEST,
            "A request for what we hold has come: who answers, by when, and what goes to whom?",
            may_answer_request,
        ),
        (
            Question.WHERE_TO_RAISE,
            "Someone may come to harm: who must hear it, and what comes first?",
            where_to_raise,
        ),
        (
            Question.MAY_WORK,
            "May this member of staff or volunteer take on casework today?",
            may_work,
        ),
        (
            Question.MAY_MOVE_PAPER,
            "May this paper leave its cabinet, and in whose hands?",
            may_move_paper,
        ),
        (Question.MAY_PUBLISH, "May these figures, or this story, leave the service?", may_publish),
        (
            Question.MAY_ADOPT,
            "May this review be recorded, or this version of the policy come into force?",
            may_adopt,
        ),
    )
}

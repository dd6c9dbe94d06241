"""Words, labels and shape of what is typed about sharing."""

from inconfidence.disclosure.forms.doing import DoneForm, words_known
from inconfidence.disclosure.forms.others import CALLERS, DecideForm, ReplyForm
from inconfidence.disclosure.forms.question import ShareForm, as_typed, question_id

__all__ = [
    "CALLERS",
    "DecideForm",
    "DoneForm",
    "ReplyForm",
    "ShareForm",
    "as_typed",
    "question_id",
    "words_known",
]

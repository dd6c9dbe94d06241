"""What may be read about consent, from a case that has been opened."""

from inconfidence.consent.queries.aloud import AloudPage, aloud_page
from inconfidence.consent.queries.asking import RecordsPage, records_page
from inconfidence.consent.queries.deciding import DecisionsPage, DecisionView, decisions_page
from inconfidence.consent.queries.forms_out import FormOut, FormsOut, forms_out
from inconfidence.consent.queries.history import ConsentView, consents, listed
from inconfidence.consent.queries.page import AnswerPage, ConsentPage, answer_page, consent_page
from inconfidence.consent.queries.reminding import RemindPage, remind_page
from inconfidence.consent.queries.sentences import TalkView, who_we_may_talk_to
from inconfidence.consent.queries.standing import entries, standing

__all__ = [
    "AloudPage",
    "AnswerPage",
    "ConsentPage",
    "ConsentView",
    "DecisionView",
    "DecisionsPage",
    "FormOut",
    "FormsOut",
    "RecordsPage",
    "RemindPage",
    "TalkView",
    "aloud_page",
    "answer_page",
    "consent_page",
    "consents",
    "decisions_page",
    "entries",
    "forms_out",
    "listed",
    "records_page",
    "remind_page",
    "standing",
    "who_we_may_talk_to",
]

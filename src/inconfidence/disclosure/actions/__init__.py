"""What may be done about sharing: ask, share, put a question to a lead and decide it, answer a caller."""

from inconfidence.disclosure.actions.asking import Asked, ask
from inconfidence.disclosure.actions.deciding import LeadAsked, ask_lead, decide_as_lead
from inconfidence.disclosure.actions.replying import Reply, reply
from inconfidence.disclosure.actions.sharing import Changed, Shared, in_words, share

__all__ = [
    "Asked",
    "Changed",
    "LeadAsked",
    "Reply",
    "Shared",
    "ask",
    "ask_lead",
    "decide_as_lead",
    "in_words",
    "reply",
    "share",
]

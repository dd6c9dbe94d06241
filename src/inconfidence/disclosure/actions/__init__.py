"""What may be done about sharing: ask, share, put a question to a lead and decide it, answer a caller."""

from inconfidence.disclosure.actions.asking import Asked, ask
from inconfidence.disclosure.actions.deciding import LeadAsked, ask_lead, decide_as_lead, open_to_decide
from inconfidence.disclosure.actions.replying import Reply, reply
from inconfidence.disclosure.actions.sharing import AlreadyShared, Changed, Shared, in_words, share

__all__ = [
    "AlreadyShared",
    "Asked",
    "Changed",
    "LeadAsked",
    "Reply",
    "Shared",
    "ask",
    "ask_lead",
    "decide_as_lead",
    "in_words",
    "open_to_decide",
    "reply",
    "share",
]

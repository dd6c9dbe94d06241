"""What may be read about sharing, through the case's own door."""

from inconfidence.disclosure.queries.ledger import Ledger, LedgerLine, RefusedLine, ledger, lines
from inconfidence.disclosure.queries.questions import (
    AskedView,
    SharePage,
    Verdict,
    WaitingLine,
    decided_for,
    share_page,
    waiting,
)
from inconfidence.disclosure.queries.replaying import Replayed, replay
from inconfidence.disclosure.queries.strangers import to_a_stranger

__all__ = [
    "AskedView",
    "Ledger",
    "LedgerLine",
    "RefusedLine",
    "Replayed",
    "SharePage",
    "Verdict",
    "WaitingLine",
    "decided_for",
    "ledger",
    "lines",
    "replay",
    "share_page",
    "to_a_stranger",
    "waiting",
]

"""What may be read about the people we help."""

from inconfidence.people.queries.callers import CallerView, callers, on_the_line, ways
from inconfidence.people.queries.cards import CardView, Waiting, card, cards, opened_with_case, safe_words
from inconfidence.people.queries.finding import cards_named
from inconfidence.people.queries.safe_contact import SafeContact, sentence

__all__ = [
    "CallerView",
    "CardView",
    "SafeContact",
    "Waiting",
    "callers",
    "card",
    "cards",
    "cards_named",
    "on_the_line",
    "opened_with_case",
    "safe_words",
    "sentence",
    "ways",
]

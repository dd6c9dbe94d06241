"""What may be read about the people we help."""

from inconfidence.people.queries.cards import CardView, card, cards, opened_with_case
from inconfidence.people.queries.safe_contact import SafeContact, sentence

__all__ = ["CardView", "SafeContact", "card", "cards", "opened_with_case", "sentence"]

"""What may be read about consent, from a case that has been opened."""

from inconfidence.consent.queries.sentences import ConsentView, TalkView, consents, listed, who_we_may_talk_to
from inconfidence.consent.queries.standing import entries, standing

__all__ = ["ConsentView", "TalkView", "consents", "entries", "listed", "standing", "who_we_may_talk_to"]

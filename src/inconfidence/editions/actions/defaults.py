"""Keeping the law and the defaults of a release as long as a decision rests on them."""

from datetime import datetime

from inconfidence import policies
from inconfidence.editions.models import Defaults
from inconfidence.editions.writing import hash_of


def keep_defaults(now: datetime) -> str:
    """Keep today's, once; their hash. Inside the transaction of the decision that rests on them."""
    text = policies.default_text()
    row, _ = Defaults.objects.get_or_create(sha256=hash_of(text), defaults={"text": text, "kept_at": now})
    return row.sha256

"""The explicit, ordered list of everything a clause can name."""

from inconfidence.policy.declared import DECLARED
from inconfidence.policy.entry import Entry
from inconfidence.policy.keepings import KEEPINGS
from inconfidence.policy.rules import RULES

ENTRIES: dict[str, Entry] = {entry.slug: entry for entry in (*RULES, *DECLARED, *KEEPINGS)}
CLOSING = {"may_disclose": "only-these-grounds", "may_see": "need-to-see"}

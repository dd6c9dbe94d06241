"""What each question takes: flat, frozen records of closed words.

Every fact has a default, the first of its words, and the default is the unremarkable case, never the permitting one:
a caller states only what it knows. Rows become these words in an area's `facts` and in `standing`, nowhere else.
"""

from inconfidence.policy.facts.beginning import MayBeginCasework
from inconfidence.policy.facts.disclosing import MayDisclose
from inconfidence.policy.facts.obtaining import MayObtain
from inconfidence.policy.facts.reading import FACTS, WORDS, BadFacts, Facts, allowed_words, parse, schema
from inconfidence.policy.facts.recording import MayRecord
from inconfidence.policy.facts.seeing import MaySee
from inconfidence.policy.facts.words import NoYes, YesNo, fact

__all__ = [
    "FACTS",
    "WORDS",
    "BadFacts",
    "Facts",
    "MayBeginCasework",
    "MayDisclose",
    "MayObtain",
    "MayRecord",
    "MaySee",
    "NoYes",
    "YesNo",
    "allowed_words",
    "fact",
    "parse",
    "schema",
]

"""What each question takes: flat, frozen records of closed words.

Every fact has a default, the first of its words, and the default is the unremarkable case, never the permitting one:
a caller states only what it knows. Rows become these words in an area's `facts` and in `standing`, nowhere else.
"""

from inconfidence.policy.facts.adopting import MayAdopt
from inconfidence.policy.facts.answering import MayAnswerRequest
from inconfidence.policy.facts.beginning import MayBeginCasework
from inconfidence.policy.facts.contacting import MayContact
from inconfidence.policy.facts.disclosing import MayDisclose
from inconfidence.policy.facts.keeping import FileToday, HowLongToKeep
from inconfidence.policy.facts.moving import MayMovePaper
from inconfidence.policy.facts.obtaining import MayObtain
from inconfidence.policy.facts.publishing import MayPublish
from inconfidence.policy.facts.raising import WhereToRaise
from inconfidence.policy.facts.reading import (
    CONTRADICTIONS,
    FACTS,
    TURNS_ON,
    VALUES,
    WORDS,
    BadFacts,
    Facts,
    built,
    parse,
    schema,
)
from inconfidence.policy.facts.recording import MayRecord
from inconfidence.policy.facts.seeing import MaySee
from inconfidence.policy.facts.words import NoYes, YesNo, fact
from inconfidence.policy.facts.working import MayWork

__all__ = [
    "CONTRADICTIONS",
    "FACTS",
    "TURNS_ON",
    "VALUES",
    "WORDS",
    "BadFacts",
    "Facts",
    "FileToday",
    "HowLongToKeep",
    "MayAdopt",
    "MayAnswerRequest",
    "MayBeginCasework",
    "MayContact",
    "MayDisclose",
    "MayMovePaper",
    "MayObtain",
    "MayPublish",
    "MayRecord",
    "MaySee",
    "MayWork",
    "NoYes",
    "WhereToRaise",
    "YesNo",
    "built",
    "fact",
    "parse",
    "schema",
]

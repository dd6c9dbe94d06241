"""Rules whose question is still to be built: `coverage` shows their clauses as missing until it is."""

from inconfidence.policy.declared.keeping import KEEPING

DECLARED = (*KEEPING,)

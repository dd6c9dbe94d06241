"""Every two services side by side, in under a minute each: their pages say what the policies say now.

A number is a pair of services. Each example on its page is asked anew of both.
"""

import time

from bench.piece import Piece, together
from inconfidence import policies
from inconfidence.commands.difference_pages import TO, name, page, pairs
from inconfidence.policy.differences import AnswersDiffer, compare
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import FACTS
from inconfidence.policy.questions import QUESTIONS

LARGE = len(pairs())
PIECE = 1
SMALL = 1
GUARDS = (
    "src/inconfidence/policy",
    "src/inconfidence/policies",
    "src/inconfidence/commands",
    "docs/policy/differences",
)
SECONDS = 60


def side_by_side(pair: tuple[str, str]) -> Piece:
    """One pair: how long it took, whether its page is true, and whether its examples are."""
    first, second = map(policies.edition, pair)
    began = time.process_time()
    found = compare(first, second)
    took = time.process_time() - began
    file = TO / name(*pair)
    failed = [f"{file.name}: {took:.0f} seconds"] if took > SECONDS else []
    if not file.exists() or file.read_text(encoding="utf-8") != page(first, second, found):
        failed.append(
            f"{file.name} is not what the policies say now: inconfidence policy pages --differences"
        )
    counted = {
        "ways the facts can stand": sum(each.walked for each in found.answers),
        "answered otherwise": sum(each.otherwise for each in found.answers),
    }
    asked = (_asked_anew(first, second, each) for each in found.answers)
    return together([Piece(failed, counted, {"seconds of one processor": round(took, 1)}), *asked])


def _asked_anew(first: Edition, second: Edition, found: AnswersDiffer) -> Piece:
    failed, ask = [], QUESTIONS[found.question].answer
    for each in found.differences:
        facts = FACTS[found.question](**each.facts)
        for edition, said in ((first, each.first), (second, each.second)):
            if ask(edition, facts).outcome != said.outcome:
                failed.append(f"{found.question} under {edition.slug}: {dict(each.facts)}")
    return Piece(failed, {"examples asked anew": len(found.differences)})


def attempt(first: int, count: int, seed: int) -> Piece:
    """Lay these pairs side by side. The seed says nothing: nothing is drawn."""
    return together(side_by_side(pair) for pair in pairs()[first : first + count])

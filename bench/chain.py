"""The ceiling for any decision in this language: twenty-five plain `if` statements over the same facts.

It is no policy and answers no question; it reads about as many facts, gathers about as many citations and duties and
builds a frozen answer of the same width, and does nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inconfidence.policy.facts import MayDisclose


@dataclass(frozen=True, slots=True)
class Plain:
    """Outcome, citations, duties."""

    outcome: str
    citations: tuple[str, ...]
    duties: tuple[str, ...]


# (facts and their words, what it cites, whether it permits): the rows are written out as `if` statements below.
ROWS: tuple[tuple[dict[str, str], bool], ...] = (
    ({"consent": "given", "consent_recipient": "yes", "consent_purpose": "yes"}, True),
    ({"consent": "refused"}, False),
    ({"consent": "withdrawn"}, False),
    ({"consent_from": "someone_else"}, False),
    ({"consent_items": "no"}, False),
    ({"consent_before": "no"}, False),
    ({"consent_record": "not_recorded"}, False),
    ({"consent_review": "overdue"}, False),
    ({"form_back": "no"}, False),
    ({"risk_to": "child", "belief": "believed"}, True),
    ({"risk_to": "adult_at_risk", "belief": "believed"}, True),
    ({"emergency": "yes"}, True),
    ({"law": "order", "within_terms": "yes"}, True),
    ({"law": "requires", "within_terms": "yes"}, True),
    ({"law": "asserted"}, False),
    ({"inspection": "authority_open", "recipient": "inspector"}, True),
    ({"identifies": "nobody"}, True),
    ({"recipient": "service_staff", "act": "internal"}, True),
    ({"recipient": "mixed_audience"}, False),
    ({"recipient": "public"}, False),
    ({"act": "confirm_known"}, False),
    ({"act": "training_example", "checklist_signed": "no"}, False),
    ({"extent": "whole_file"}, False),
    ({"relevant": "no"}, False),
    ({"need_stated": "no"}, False),
)


def _written_out() -> str:
    """The rows as source: one `if` for each, nothing interpreted while it runs."""
    lines = ["def answer(facts):", "    citations, duties, allowed, barred = [], [], False, False"]
    for number, (words, permits) in enumerate(ROWS):
        lines.append(
            "    if " + " and ".join(f"facts.{name} == {word!r}" for name, word in words.items()) + ":"
        )
        lines.append(
            f"        citations.append('clause-{number}'); {'allowed' if permits else 'barred'} = True"
        )
        lines.append(f"        duties.append('duty-{number}')" if permits else "        pass")
    lines.append("    outcome = 'permit' if allowed and not barred else 'refuse'")
    lines.append("    return Plain(outcome, tuple(citations), tuple(duties))")
    return "\n".join(lines)


def _compiled() -> Callable[[MayDisclose], Plain]:
    """The function made of those lines."""
    names: dict[str, Any] = {"Plain": Plain}
    exec(compile(_written_out(), "written-out", "exec"), names)  # noqa: S102 - our own rows, written out once
    made: Callable[[MayDisclose], Plain] = names["answer"]
    return made


answer = _compiled()

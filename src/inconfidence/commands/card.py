"""The answer card in a terminal: the same words as on the screen, in a box."""

from collections.abc import Iterable, Iterator
from datetime import date

from inconfidence.commands.printing import WIDTH, wrapped
from inconfidence.policy.clocks import spelt
from inconfidence.policy.explain import Answer

ROOM = WIDTH - 4


def card(answer: Answer) -> str:
    """An answer as it is read aloud: the word, the sentence, why, what comes first or is owed."""
    lines = [*_head(answer), *_request(answer), *_why(answer), *_steps(answer), *_duties(answer)]
    rule = "─" * (WIDTH - 2)
    return "\n".join([f"┌{rule}┐", *(f"│ {line:<{ROOM}} │" for line in lines), f"└{rule}┘"])


def _head(answer: Answer) -> Iterator[str]:
    word = f"{answer.sign}  {answer.word}"
    if len(word) + len(answer.service_line) + 2 <= ROOM:
        yield f"{word}{answer.service_line:>{ROOM - len(word)}}"
    else:
        yield word
        yield from _folded(answer.service_line)
    yield from _folded(answer.heading)


def _request(answer: Answer) -> Iterator[str]:
    """Of a request for what we hold: who answers, to whom it goes, by when, and what may be said meanwhile."""
    said = answer.answer
    if "answered_by_title" in said:
        yield ""
        yield "Who, to whom, by when"
        yield f"  The {said['answered_by_title']} answers it."
    if "goes_to" in said:
        yield from _folded(f"It goes to {said['goes_to_said']}.", "  ")
    if "legal_due" in said:
        due, target = (date.fromisoformat(str(said[name])) for name in ("legal_due", "target"))
        yield from _folded(f"It is due by {spelt(due)}; aim for {spelt(target)}.", "  ")
    for name, hearer in (("reply", "Whoever asked"), ("council_hears", "The council")):
        if name in said:
            yield from _folded(f"{hearer} hears: “{said[name]}”", "  ")


def _why(answer: Answer) -> Iterator[str]:
    """What the heading has not said yet, and the clauses, those that decided first."""
    yield ""
    yield "Why"
    for reason in answer.further:
        yield from _folded(reason, "  ")
    for clause in answer.clauses:
        yield from _folded(f"{clause.ref} ({clause.id}): {clause.says}", "    ", "  ")


def _steps(answer: Answer) -> Iterator[str]:
    if answer.steps:
        yield ""
        yield "What comes first" if answer.outcome == "refer" else "What would change it"
        yield from _numbered(step.says for step in answer.steps)


def _duties(answer: Answer) -> Iterator[str]:
    if answer.duties:
        yield ""
        yield "What you must also do"
        yield from _numbered(duty.says for duty in answer.duties)


def _numbered(sentences: Iterable[str]) -> Iterator[str]:
    for at, says in enumerate(sentences, 1):
        yield from _folded(says, "     ", f"  {at}  ")


def _folded(text: str, indent: str = "", first: str | None = None) -> list[str]:
    return wrapped(text, indent, first, ROOM).split("\n")

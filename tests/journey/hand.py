"""A hand that counts: what a task costs in presses and typing, and how long it takes.

A press is a pointer press or a key that opens, chooses or sends. Typing is every character but those of the note
itself. The time is what the program took, measured, and what a practised hand takes for those presses and characters:
1.2 seconds to point and press, 0.28 seconds for a character (the keystroke-level model).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import FilePayload, Locator

from tests.journey.worker import Worker

PRESS, CHARACTER = 1.2, 0.28


@dataclass(frozen=True)
class Target:
    """What a task may cost: its number and name in the list of top tasks, presses, characters, seconds.

    `typed_besides`: characters above the target that this program asks for on purpose; the table says so.
    """

    number: int
    what: str
    presses: int
    typing: int
    seconds: float
    typed_besides: int = 0


@dataclass(frozen=True)
class Cost:
    """What a task did cost."""

    target: Target
    presses: int
    typing: int
    seconds: float

    @property
    def held(self) -> bool:
        """Whether no part of it is above its target."""
        aim = self.target
        typing = aim.typing + aim.typed_besides
        return self.presses <= aim.presses and self.typing <= typing and self.seconds <= aim.seconds


@dataclass
class Hand:
    """One worker's hand: it presses, chooses and types as a person would, and counts."""

    worker: Worker
    costs: list[Cost] = field(default_factory=list)
    presses: int = 0
    typing: int = 0

    @contextmanager
    def at(self, target: Target) -> Iterator["Hand"]:
        """Count from here to the end of the block."""
        self.presses = self.typing = 0
        began = time.perf_counter()
        yield self
        wrong = self.worker.page.locator(".govuk-error-summary")
        assert wrong.count() == 0, (target.what, wrong.first.inner_text())
        seconds = time.perf_counter() - began + self.presses * PRESS + self.typing * CHARACTER
        self.costs.append(Cost(target, self.presses, self.typing, round(seconds, 1)))

    def press(self, words: str) -> None:
        """Press a link or a button that leads to a page."""
        self.presses += 1
        self.worker.press(words)

    def press_at(self, place: str) -> None:
        """Press what stands last at this place and leads to a page."""
        self.presses += 1
        self.worker.click(self.worker.page.locator(place).last)

    def press_nth(self, found: Locator, number: int) -> None:
        """Press one of several that lead to a page."""
        self.presses += 1
        self.worker.click(found.nth(number))

    def send(self) -> None:
        """Press the main button of the form."""
        self.presses += 1
        self.worker.send()

    def open(self, words: str) -> None:
        """Unfold a part of the page."""
        self.presses += 1
        self.worker.page.get_by_text(words).first.click()

    def choose(self, **answers: str) -> None:
        """Choose one radio or box for each."""
        self.presses += len(answers)
        self.worker.choose(**answers)

    def pick(self, **answers: str) -> None:
        """Choose from one drop-down list for each."""
        self.presses += len(answers)
        self.worker.write(**answers)

    def note(self, **texts: str) -> None:
        """Type the note itself, which is not counted."""
        self.worker.write(**texts)

    def type(self, **texts: str) -> None:
        """Type something that is counted."""
        self.typing += sum(map(len, texts.values()))
        self.worker.write(**texts)

    def drop(self, name: str, *files: FilePayload) -> None:
        """Put files into a form in one movement."""
        self.presses += 1
        self.worker.page.locator(f"[name={name}]").set_input_files(list(files))


def table(costs: list[Cost]) -> list[str]:
    """The lines of the table: task by task, what it cost and what it may."""
    head = f"{'task':<58} {'presses':>9} {'typing':>9} {'seconds':>13}"
    lines = [head, "-" * len(head)]
    for cost in costs:
        aim = cost.target
        lines.append(
            f"{f'{aim.number}. {aim.what}':<58} {f'{cost.presses} of {aim.presses}':>9} "
            f"{f'{cost.typing} of {aim.typing}':>9} {f'{cost.seconds:.1f} of {aim.seconds:.0f}':>13}"
            f"{'' if cost.held else '  too much'}{'  (a reason in words)' if aim.typed_besides else ''}"
        )
    return lines

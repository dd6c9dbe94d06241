"""A hand that counts: what a task costs in presses and typing, and how long it takes.

A press is a pointer press, or a key that opens, chooses or sends. A press into a text box counts where the pointer is
needed to reach it: not where the page puts the cursor there (autofocus), nor where at most REACH strokes of Tab lead
there from the last press. A choice in a drop-down list counts two presses, one to open it and one to choose; it counts
one where the cursor or Tab gets to the list and the first letters of the answer choose it by the keyboard. Typing is
every character that the task has somebody type, but those of the note itself: what was said, which the list of top
tasks leaves out of every row. None of this is declared by the test: the hand really presses Tab, types those letters,
and counts a press where they did not do.

The time is what the program took, measured, and what a practised hand takes for those presses, characters and other
keys (Tab, the letters that choose): 1.2 seconds to point and press, 0.28 seconds for a key (the keystroke-level model).
"""

import base64
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import FilePayload, Locator

from tests.journey.worker import Worker

PRESS, CHARACTER = 1.2, 0.28
# So many strokes of Tab take no longer than one press of the pointer.
REACH = int(PRESS / CHARACTER)
HERE = "box => box === document.activeElement"
DROP = """(place, files) => {
    const dropped = new DataTransfer();
    for (const [name, type, data] of files) {
        const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
        dropped.items.add(new File([bytes], name, { type }));
    }
    place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));
}"""


@dataclass(frozen=True)
class Target:
    """What a task may cost: its number and name in the list of top tasks, presses, characters, seconds.

    `typed_besides`: characters above the target that the task has somebody type, on purpose; `because` is the reason
    in words, and the table prints it.
    """

    number: int
    what: str
    presses: int
    typing: int
    seconds: float
    typed_besides: int = 0
    because: str = ""


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
    keys: int = 0

    @contextmanager
    def at(self, target: Target) -> Iterator["Hand"]:
        """Count from here to the end of the block."""
        self.presses = self.typing = self.keys = 0
        began = time.perf_counter()
        yield self
        wrong = self.worker.page.locator(".govuk-error-summary")
        assert wrong.count() == 0, (target.what, wrong.first.inner_text())
        seconds = time.perf_counter() - began + self.presses * PRESS + (self.typing + self.keys) * CHARACTER
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
        """Choose from one drop-down list for each: by its first letters where the keyboard gets there."""
        for name, word in answers.items():
            box = self.worker.page.locator(f"[name={name}]").first
            by_keyboard = self._reaches(box)
            self.presses += 1 if by_keyboard else 2
            if not by_keyboard or not self._chooses(box, word):
                box.select_option(word)

    def note(self, **texts: str) -> None:
        """Type the note itself, whose characters are not counted."""
        self._into(texts)

    def type(self, **texts: str) -> None:
        """Type something that is counted."""
        self.typing += sum(map(len, texts.values()))
        self._into(texts)

    def type_at(self, place: str, text: str) -> None:
        """Type something that is counted into what stands first at this place."""
        self.typing += len(text)
        self._fill(self.worker.page.locator(place).first, text)

    def drop(self, *files: FilePayload) -> None:
        """Drop files where files are dropped, in one movement."""
        self.presses += 1
        carried = [
            [file["name"], file["mimeType"], base64.b64encode(file["buffer"]).decode()] for file in files
        ]
        self.worker.page.locator(".drop").evaluate(DROP, carried)

    def _into(self, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self._fill(self.worker.page.locator(f"[name={name}]").first, text)

    def _fill(self, box: Locator, text: str) -> None:
        if not self._reaches(box):
            self.presses += 1
            box.click()
        box.fill(text)

    def _reaches(self, box: Locator) -> bool:
        """Whether the cursor stands there, or gets there by so many strokes of Tab; if not, none is counted."""
        for strokes in range(REACH + 1):
            if box.evaluate(HERE):
                self.keys += strokes
                return True
            if strokes < REACH:
                self.worker.page.keyboard.press("Tab")
        return False

    def _chooses(self, box: Locator, word: str) -> bool:
        """Type the beginning of an answer, letter by letter, until it is the one that stands there."""
        label = box.locator(f"option[value='{word}']").inner_text().strip()
        for strokes, sign in enumerate(label, 1):
            self.worker.page.keyboard.press(sign if sign != " " else "Space")
            if box.input_value() == word:
                self.keys += strokes
                return True
        return False


def table(costs: list[Cost]) -> list[str]:
    """The lines of the table: task by task, what it cost and what it may."""
    head = f"{'task':<58} {'presses':>9} {'typing':>9} {'seconds':>13}"
    lines = [head, "-" * len(head)]
    for cost in costs:
        aim = cost.target
        lines.append(
            f"{f'{aim.number}. {aim.what}':<58} {f'{cost.presses} of {aim.presses}':>9} "
            f"{f'{cost.typing} of {aim.typing}':>9} {f'{cost.seconds:.1f} of {aim.seconds:.0f}':>13}"
            f"{'' if cost.held else '  too much'}{f'  ({aim.because})' if aim.because else ''}"
        )
    return lines

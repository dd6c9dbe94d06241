"""How long words are looked for: what a look has found by then is what is searched."""

import time
from dataclasses import dataclass, field

from inconfidence.quarantine.kinds import LONGEST_TEXT

SECONDS = 0.7


@dataclass
class Gathered:
    """Words, as many as are wanted and as long as the time lasts. `unread`: there was more, or a picture of words."""

    pieces: list[str] = field(default_factory=list)
    room: int = LONGEST_TEXT
    unread: bool = False

    def __post_init__(self) -> None:
        self.until = time.process_time() + SECONDS

    @property
    def full(self) -> bool:
        """Whether there is no more room or no more time."""
        return self.room <= 0 or time.process_time() > self.until

    def add(self, words: str) -> bool:
        """Take these words, as far as there is room; whether more may come."""
        self.pieces.append(words[: self.room])
        self.room -= len(words)
        self.unread = self.unread or self.full
        return not self.full

    def text(self) -> str:
        """All of it, without signs that cannot be stored or seen."""
        return clean("".join(self.pieces))


UNSEEN: dict[int, str | None] = dict.fromkeys((*range(9), 11, 13, *range(14, 32), 127, 0xFEFF)) | {12: "\n"}


def clean(text: str) -> str:
    """Text in which only line ends and tabs are left of the signs nobody sees; halves of a letter are replaced."""
    return text.translate(UNSEEN).encode("utf-8", "replace").decode()

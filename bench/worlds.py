"""What both sides hold: eight workers, fifty cases each, fifty notes of two kibibytes on one of them."""

from random import Random

WORKERS = 8
CASES = 50
NOTES = 50
NOTE_BYTES = 2048
SEED = 20261121

FIRST = ("Amara", "Ben", "Chidi", "Dorota", "Ewan", "Farah", "Gwen", "Hamid", "Ines", "Joel", "Karim", "Lena")
LAST = ("Abbot", "Barnes", "Cole", "Dudek", "Ellis", "Farooq", "Green", "Hussain", "Iqbal", "Jarvis", "Kowal")
WORDS = (
    "rang",
    "about",
    "the",
    "annual",
    "review",
    "asked",
    "what",
    "school",
    "must",
    "do",
    "before",
    "plan",
)


def names() -> list[str]:
    """Fifty names, the same each time."""
    chance = Random(SEED)
    return [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(CASES)]


def note(number: int) -> str:
    """A note of two kibibytes."""
    chance = Random(SEED + number)
    text = ""
    while len(text) < NOTE_BYTES:
        text += chance.choice(WORDS) + " "
    return text[:NOTE_BYTES]

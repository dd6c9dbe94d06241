"""The five answers of the five services, side by side, as a worker saw them in the browser: docs/five-by-five.md.

The journey compares its cards with the column of its service. With INCONFIDENCE_WRITE_ANSWERS set it writes that
column anew.
"""

import os
from collections.abc import Mapping

from tests.journey.worker import ROOT, Card

PAGE = ROOT / "docs" / "five-by-five.md"
SERVICES = {
    "bath-and-north-east-somerset": "Bath and North East Somerset",
    "coventry": "Coventry",
    "rotherham": "Rotherham",
    "cumbria": "Cumbria",
    "blackburn-with-darwen": "Blackburn with Darwen",
}
ATTEMPTS = {
    "school": "The school, which the family agreed to",
    "send_team": "The council’s SEND team, which they did not name",
    "social_worker": "A social worker, when a child may be in danger",
    "inspector": "An Ofsted inspector, while the council is inspected",
    "grandmother": "A grandmother: is the family known to you?",
}
WORDS = {"permit": "Yes", "refuse": "No", "refer": "Ask first"}
HEAD = """# Five answers in five services

One call, one family, the same consent (the school only), the same five attempts at sharing. Each cell is what the card
on the screen said and the clauses it named. The journey of the browser tests writes and checks this page.

"""


def column(slug: str) -> list[str]:
    """The cells of one service as the page has them, in the order of the attempts; empty where there is none."""
    number = list(SERVICES).index(slug) + 1
    return [row[number] for row in _rows()]


def seen(slug: str, cards: Mapping[str, Card]) -> list[str]:
    """The cells that these cards make."""
    found = [
        f"**{WORDS[cards[name].outcome]}** {', '.join(sorted(cards[name].clauses))}" for name in ATTEMPTS
    ]
    if os.environ.get("INCONFIDENCE_WRITE_ANSWERS"):
        _write(slug, found)
    return found


def _rows() -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return rows or [[words, *("" for _ in SERVICES)] for words in ATTEMPTS.values()]


def _write(slug: str, cells: list[str]) -> None:
    number, rows = list(SERVICES).index(slug) + 1, _rows()
    for row, cell in zip(rows, cells, strict=True):
        row[number] = cell
    head = [["", *SERVICES.values()], ["---"] * (len(SERVICES) + 1)]
    lines = ["| " + " | ".join(row) + " |" for row in head[:1]]
    lines += ["|" + "|".join(head[1]) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")

"""What the five services answer, side by side, as a worker saw it in the browser: pages under docs/.

A journey compares what it saw with the column of its service. With INCONFIDENCE_WRITE_ANSWERS set it writes that
column anew.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.journey.worker import ROOT

SERVICES = {
    "bath-and-north-east-somerset": "Bath and North East Somerset",
    "coventry": "Coventry",
    "rotherham": "Rotherham",
    "cumbria": "Cumbria",
    "blackburn-with-darwen": "Blackburn with Darwen",
}


@dataclass(frozen=True)
class Sheet:
    """A page with a row for each thing that was asked, and a column for each service."""

    page: Path
    head: str
    rows: Mapping[str, str]

    def column(self, slug: str) -> list[str]:
        """The cells of one service as the page has them; empty where there is none."""
        number = list(SERVICES).index(slug) + 1
        return [row[number] for row in self._table()]

    def seen(self, slug: str, cells: Mapping[str, str]) -> list[str]:
        """What was seen in this service, in the order of the rows."""
        found = [cells[name] for name in self.rows]
        if os.environ.get("INCONFIDENCE_WRITE_ANSWERS"):
            self._write(slug, found)
        return found

    def _table(self) -> list[list[str]]:
        text = self.page.read_text(encoding="utf-8") if self.page.exists() else ""
        lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        return rows or [[words, *("" for _ in SERVICES)] for words in self.rows.values()]

    def _write(self, slug: str, cells: list[str]) -> None:
        number, rows = list(SERVICES).index(slug) + 1, self._table()
        for row, cell in zip(rows, cells, strict=True):
            row[number] = cell
        lines = ["| " + " | ".join(["", *SERVICES.values()]) + " |"]
        lines += ["|" + "|".join(["---"] * (len(SERVICES) + 1)) + "|"]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
        self.page.write_text(self.head + "\n".join(lines) + "\n", encoding="utf-8")


FIVE_BY_FIVE = Sheet(
    ROOT / "docs" / "five-by-five.md",
    """# Five answers in five services

One call, one family, the same consent (the school only), the same five attempts at sharing. Each cell is what the card
on the screen said and the clauses it named. The journey of the browser tests writes and checks this page.

""",
    {
        "school": "The school, which the family agreed to",
        "send_team": "The council’s SEND team, which they did not name",
        "social_worker": "A social worker, when a child may be in danger",
        "inspector": "An Ofsted inspector, while the council is inspected",
        "grandmother": "A grandmother: is the family known to you?",
    },
)
FRONT_DOOR = Sheet(
    ROOT / "docs" / "front-door.md",
    """# The front door of five services

A mother rings without a name, rings again and gives it, and is helped in depth. Each cell is what the screen said then,
with what comes first and the clauses it named. The journey of the browser tests writes and checks this page.

""",
    {
        "general": "She has given her name: may she have general information?",
        "child": "Something about her child?",
        "depth": "May we work in depth?",
        "opened": "The case is opened, and nothing is told yet",
        "told": "She was told what confidentiality means, and given the notice and the form",
        "back": "The form is back",
        "answered": "She has answered whether we may talk to others",
    },
)

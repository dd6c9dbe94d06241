"""`script/prove [NAME…]`: the long campaigns, in pieces, so that an interrupted one goes on where it stopped.

A campaign is a module `tests/campaigns/NAME.py` with:

- `LARGE`, how often the campaign asks; `PIECE`, how many make a piece; `GUARDS`, the folders it proves something of;
- `attempt(first, count, seed) -> Piece`: ask numbers `first` to `first + count` and answer what failed, in words that
  hold nothing of a person, with how often each thing happened;
- `conclusion(said) -> Piece`, where only the whole can be judged: what is wrong with everything that was counted.

`script/test` runs the same function with a small number (`tests/campaigns/test_small.py`).
"""

import importlib
import json
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol, cast

from bench.piece import Piece, together
from bench.result import RESULTS, ROOT, commit, write

SEED = 2026
SHOWN = 20
STATE = ROOT / ".cache" / "prove"
CAMPAIGNS = ROOT / "tests" / "campaigns"


class Campaign(Protocol):
    """What each module of `tests/campaigns` has."""

    LARGE: int
    PIECE: int
    GUARDS: tuple[str, ...]

    def attempt(self, first: int, count: int, seed: int) -> Piece:
        """Ask `count` times from number `first` on."""
        ...


def names() -> list[str]:
    """Names of the campaigns there are."""
    return sorted(path.stem for path in CAMPAIGNS.glob("*.py") if not path.stem.startswith(("test_", "_")))


def campaign(name: str) -> Campaign:
    """The campaign of that name."""
    return cast(Campaign, importlib.import_module(f"tests.campaigns.{name}"))


def guarded(of: Campaign) -> str:
    """What the guarded folders held when it ran: a number that changes with any byte of them."""
    done = subprocess.run(
        ["git", "ls-files", "-s", "--", *of.GUARDS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return subprocess.run(
        ["git", "hash-object", "--stdin"],
        input=done.stdout,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def resumed(path: Path, of: Campaign) -> dict[str, Any]:
    """Where an interrupted run of the same code stopped, or the beginning."""
    fresh: dict[str, Any] = {"done": 0, "said": asdict(Piece([])), "guarded": guarded(of), "seconds": 0.0}
    if path.exists():
        kept: dict[str, Any] = json.loads(path.read_text())
        if kept["guarded"] == fresh["guarded"]:
            return kept
    return fresh


def prove(name: str) -> bool:
    """Run one campaign to its end and write its result; whether nothing failed."""
    of, path = campaign(name), STATE / f"{name}.json"
    STATE.mkdir(parents=True, exist_ok=True)
    state = resumed(path, of)
    while state["done"] < of.LARGE:
        began, count = time.monotonic(), min(of.PIECE, of.LARGE - state["done"])
        said = together([Piece(**state["said"]), of.attempt(state["done"], count, SEED)])
        state["said"] = asdict(said)
        state["done"] += count
        state["seconds"] += time.monotonic() - began
        path.write_text(json.dumps(state))
        print(f"{name}: {state['done']:,} of {of.LARGE:,}, {len(said.failed)} failed", flush=True)
    said = concluded(of, Piece(**state["said"]))
    for what, times in said.counted.items():
        print(f"  {times:>13,}  {what}")
    for line in said.failed[:SHOWN]:
        print(f"  {line}")
    write(name, result(of.LARGE, said, state))
    path.unlink()
    return not said.failed


def concluded(of: Campaign, said: Piece) -> Piece:
    """Everything that was said, with what the campaign says of the whole."""
    conclusion = getattr(of, "conclusion", None)
    return together([said, conclusion(said)]) if conclusion else said


def result(n: int, said: Piece, state: dict[str, Any]) -> dict[str, Any]:
    """What is written of a campaign that came to its end."""
    return {
        "n": n,
        "seed": SEED,
        "result": "failed" if said.failed else "held",
        "failed": len(said.failed),
        "first": said.failed[:SHOWN],
        "counted": said.counted,
        "most": said.most,
        **({"listed": sorted(said.listed)} if said.listed else {}),
        "guarded": state["guarded"],
        "seconds": round(state["seconds"]),
    }


def standing(name: str) -> str:
    """How the last result of a campaign stands: `held`, `failed`, `missing`, or `older` than the code it guards."""
    path = RESULTS / f"{name}.json"
    if not path.exists():
        return "missing"
    said = json.loads(path.read_text())
    if said["result"] != "held":
        return "failed"
    return "held" if said["guarded"] == guarded(campaign(name)) else "older"


def main(words: list[str]) -> int:
    """Run the named campaigns, all of them when none is named."""
    unknown = [word for word in words if word not in names()]
    if unknown:
        print(f"script/prove knows {', '.join(names())}, not {', '.join(unknown)}.", file=sys.stderr)
        return 2
    print(f"at {commit()}")
    outcomes = [prove(name) for name in words or names()]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

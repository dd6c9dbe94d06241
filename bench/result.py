"""What a run said, written where the tests look for it."""

import json
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"


def commit() -> str:
    """The commit that was measured, with a plus when files differed from it."""

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "src", "bench", "uv.lock")
    return git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")


def write(name: str, content: dict[str, Any]) -> Path:
    """Write `bench/results/NAME.json` whole or not at all."""
    RESULTS.mkdir(exist_ok=True)
    head = {
        "name": name,
        "commit": commit(),
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
    }
    path = RESULTS / f"{name}.json"
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(head | content, indent=2, ensure_ascii=False) + "\n")
    return aside.replace(path)

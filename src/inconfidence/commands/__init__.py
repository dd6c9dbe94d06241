"""The `inconfidence` command line: parse, ask one thing, print.

Each module of `MODULES` adds its commands in `add(commands)`, and imports Django, where it needs it, only
when one of them runs: the policy commands start without it.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from inconfidence.commands.arguments import Reader, reader
from inconfidence.commands.printing import BadInput

MODULES = (
    "policy",
    "questions",
    "coverage",
    "clock",
    "retention",
    "audit",
    "demonstration",
    "work",
    "set_up",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when it answered, 2 for bad input, 1 for a fault of ours."""
    try:
        asked = _reader().parse_args(argv)
        answer: int = asked.run(asked)
        sys.stdout.flush()
    except BadInput as bad:
        print(bad, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read along (`… | head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:  # noqa: BLE001 - a traceback may carry what was typed or read; its kind may not
        print(
            f"The program failed ({type(fault).__name__}); this is our fault, please report it.",
            file=sys.stderr,
        )
        return 1
    return answer


def _reader() -> Reader:
    parser = reader("inconfidence", "Casework in which the service's confidentiality policy is the program.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in MODULES:
        import_module(f"inconfidence.commands.{name}").add(commands)
    return parser

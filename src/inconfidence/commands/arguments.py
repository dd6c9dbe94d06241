"""How arguments are read: one sentence when they are wrong, and `--json` on every command."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from inconfidence.commands.printing import BadInput

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Reader"]  # noqa: SLF001 - argparse gives its type no other name


class Reader(argparse.ArgumentParser):
    """A parser that answers a mistake with one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and where help is. Raises BadInput."""
        raise BadInput(f"{message[:1].upper()}{message[1:]}; see {self.prog} --help.")


def reader(name: str, sentence: str) -> Reader:
    """The parser of the whole command line."""
    parser = Reader(prog=name, description=sentence, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", default=False, help="answer as JSON")
    return parser


def command(
    commands: "Commands", name: str, sentence: str, run: Callable[[argparse.Namespace], int] | None = None
) -> Reader:
    """Add a command with its sentence and `--json`; without `run` it is a group of further commands."""
    parser = commands.add_parser(name, help=sentence, description=sentence, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer as JSON")
    if run:
        parser.set_defaults(run=run)
    return parser

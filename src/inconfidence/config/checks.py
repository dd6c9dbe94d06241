"""What must be right before the server starts. `config.urls` imports this module, so that `check` knows them all.

`refuse_to_start` runs them, those of the vault included, and is called by `config.wsgi`: a server under
gunicorn otherwise never asks.
"""

import logging
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register, run_checks
from django.db import connections

from inconfidence.editions import actions as editions
from inconfidence.editions import queries
from inconfidence.letters import stationery
from inconfidence.quarantine import cage
from inconfidence.vault import key_folder
from inconfidence.vault.disk import folder as data_folder

LOG = logging.getLogger("inconfidence.checks")
TAGS = [Tags.security, Tags.database]
SHUT = "This machine cannot hold the worker that opens documents: they are kept sealed and shown nowhere."
ON_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})

# PostgreSQL writes the values of a refused row into its log unless told otherwise (vault-notes 1, danger 6).
QUIET_LOG = {
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_parameter_max_length_on_error": "0",
}


class CannotStart(SystemExit):
    """The server does not start; the message says why, one line each."""


def refuse_to_start() -> None:
    """Run every check of ours. Raises CannotStart with all that is wrong; what only works less well is logged."""
    messages = run_checks(tags=TAGS, databases=["default"])
    found = [str(message.msg) for message in messages if message.level >= Error("").level]
    for message in messages:
        if message.id == "config.W001":
            LOG.warning(SHUT)
        elif message.id == "config.W002":
            LOG.warning("A wording is left out: %s", message.msg)
    if found:
        raise CannotStart("In Confidence does not start:\n" + "\n".join(f"- {line}" for line in found))


@register(Tags.security)
def unopened_documents(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Files from outside are opened only behind walls; a machine that has none keeps them sealed and shut."""
    if cage.possible():
        return []
    return [checks.Warning(SHUT, id="config.W001")]


@register(Tags.security)
def wordings_in_order(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A wording of a service's own that cannot be read is left out, and said when the server starts."""
    return [checks.Warning(says, id="config.W002") for says in stationery.faults(Path(settings.DATA))]


@register(Tags.security)
def plain_address(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Cookies may travel in clear on this very machine only."""
    address = urlsplit(settings.ADDRESS)
    if settings.SECURE_COOKIES or address.hostname in ON_THIS_MACHINE:
        return []
    words = f"INCONFIDENCE_ADDRESS is {settings.ADDRESS}: expected https, or http on localhost."
    return [Error(words, id="config.E001")]


@register(Tags.security)
def private_key_folder(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Nobody but the program's own account may look into the key folder."""
    folder = data_folder(key_folder.NAME)
    mode = stat.S_IMODE(folder.stat().st_mode)
    if not mode & (stat.S_IRWXG | stat.S_IRWXO):
        return []
    words = f"Others on this machine can reach the key folder (mode {mode:o}): expected 700. Run: chmod 700 {folder}"
    return [Error(words, id="config.E002")]


@register(Tags.database)
def debug_with_real_data(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Django's debugging pages show what is in memory: never where a real service's records lie."""
    if not settings.DEBUG or not databases or not has_tables() or not queries.any_real_service():
        return []
    words = "DEBUG is on and this data folder holds a real service: expected DEBUG off."
    return [Error(words, id="config.E003")]


@register(Tags.database)
def adopted_policies(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Every adopted policy still loads; each fault in the words of `inconfidence policy check`."""
    if not databases or not has_tables():
        return []
    found: list[CheckMessage] = []
    for service, text in queries.adopted_texts():
        checked = editions.check(text, f"the policy adopted by {service}")
        if isinstance(checked, tuple):
            found += [Error(str(fault), id="config.E004") for fault in checked]
    return found


@register(Tags.database)
def untouched_policies(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Every adopted policy is the very text that was adopted, in force from the very day."""
    if not databases or not has_tables():
        return []
    words = "The policy adopted by {} is not the text, or not from the day, that its adoption recorded: restore it."
    return [Error(words.format(service), id="config.E006") for service in queries.swapped_texts()]


@register(Tags.database)
def quiet_database_log(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """PostgreSQL must not write refused values and statements into its own log."""
    found: list[CheckMessage] = []
    for name in databases or ():
        if connections[name].vendor == "postgresql":
            found += [
                Error(f"PostgreSQL's {key} is {value}: expected {QUIET_LOG[key]}.", id="config.E005")
                for key, value in loud_settings(name).items()
            ]
    return found


def loud_settings(name: str) -> dict[str, str]:
    """The log settings of a PostgreSQL server that are not quiet, as they stand there."""
    with connections[name].cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(QUIET_LOG)])
        return {key: value for key, value in cursor.fetchall() if value != QUIET_LOG[key]}


def has_tables() -> bool:
    """Whether the database has been prepared; before that there is nothing to check in it."""
    return "editions_adoption" in connections["default"].introspection.table_names()

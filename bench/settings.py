"""Our program's settings with the peer's plain tables beside its own, so that both kinds of write meet one database."""

from inconfidence.config.settings import *  # noqa: F403
from inconfidence.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "bench.peer"]
MIGRATION_MODULES = {"peer": None}

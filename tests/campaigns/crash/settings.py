"""The program's own settings, with what only makes a test slow taken out; the database is as in service."""

from inconfidence.config.settings import *  # noqa: F403
from inconfidence.config.settings import STORAGES

TESTING = True
ARGON2_MEMORY_KIB = 64
ARGON2_LEAST_MILLISECONDS = 0
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

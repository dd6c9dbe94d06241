"""The program's own settings, with the two costs that only make a test slow taken out."""

from inconfidence.config.settings import *  # noqa: F403
from inconfidence.config.settings import DATABASES, STORAGES

TESTING = True
ARGON2_MEMORY_KIB = 64
ARGON2_LEAST_MILLISECONDS = 0
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
DATABASES["default"]["OPTIONS"]["timeout"] = 0.5

"""The program's own settings, with what only makes a test slow taken out; mail stays in the process, to be compared."""

from inconfidence.config.settings import *  # noqa: F403
from inconfidence.config.settings import DATABASES, STORAGES

TESTING = True
ARGON2_MEMORY_KIB = 64
ARGON2_LEAST_MILLISECONDS = 0
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if "init_command" in DATABASES["default"].get("OPTIONS", {}):
    pragmas = DATABASES["default"]["OPTIONS"]["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    DATABASES["default"]["OPTIONS"]["init_command"] = pragmas

"""Settings for tests: the program's own, with a folder of its own for every process and a cheap key.

The cost of opening a key lives in one setting, so that tests can lower it; start-up refuses the low value
anywhere else.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
_FOLDER = Path(tempfile.mkdtemp(prefix=f"inconfidence-{_WORKER}-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
(_FOLDER / "static").mkdir()
os.environ["INCONFIDENCE_DATA"] = str(_FOLDER)
os.environ.setdefault("INCONFIDENCE_ADDRESS", "http://localhost:8000")

from inconfidence.config.settings import *  # noqa: E402, F403
from inconfidence.config.settings import DATABASES, STORAGES  # noqa: E402

TESTING = True
SECRET_KEY = "tests only: nothing real is ever signed with this"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

ARGON2_MEMORY_KIB = 64
ARGON2_LEAST_MILLISECONDS = 0

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads and a second process then meet the same locks as in service.
    DATABASES["default"]["TEST"] = {"NAME": str(_FOLDER / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0

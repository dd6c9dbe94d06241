"""Django settings. Everything that differs between hosts comes from the environment.

`INCONFIDENCE_DATA` is the data folder (database, key folder, spool, sealed files); `DATABASE_URL` points
elsewhere than its embedded SQLite; `INCONFIDENCE_ADDRESS` is the address people type, and decides whether
cookies may travel in clear (only on this very machine).
"""

import os
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from inconfidence.vault import host

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("INCONFIDENCE_DATA", "var")).resolve()
ADDRESS = os.environ.get("INCONFIDENCE_ADDRESS", "http://localhost:8000")

DEBUG = False
# Without a data folder nothing is served: commands and type checks then need no lasting secret.
SECRET_KEY = host.secret_key(data=DATA) if DATA.is_dir() else token_hex(32)
ALLOWED_HOSTS = [urlsplit(ADDRESS).hostname or "localhost", "localhost", "127.0.0.1"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "inconfidence.vault",
    "inconfidence.audit",
    "inconfidence.editions",
    "inconfidence.web",
    "inconfidence.team",
    "inconfidence.duties",
    "inconfidence.people",
    "inconfidence.cases",
    "inconfidence.consent",
    "inconfidence.disclosure",
    "inconfidence.safeguarding",
    "inconfidence.portal",
    "inconfidence.retention",
    "inconfidence.desk",
]

# The key cookie is taken out of the request before anything else runs: vault-notes 1, danger 1.
MIDDLEWARE = [
    "inconfidence.team.middleware.TakeKeyCookie",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "inconfidence.team.middleware.OpenSitting",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "inconfidence.config.urls"
WSGI_APPLICATION = "inconfidence.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["inconfidence.web.context.shell"],
            "builtins": ["inconfidence.web.templatetags.shell"],
        },
    }
]
FORM_RENDERER = "inconfidence.web.forms.Renderer"

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA / 'database.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "inconfidence.config.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        # What waits longer is kept in the spool: nobody looks at a page that stands still.
        "timeout": 4,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Uploads stay in memory until they are sealed: no personal word in a temporary file.
FILE_UPLOAD_HANDLERS = ["inconfidence.web.uploads.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 200

SECURE_COOKIES = urlsplit(ADDRESS).scheme == "https"
CSRF_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "inconfidence.team.views.stale.stale_form"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DEFAULT_EXCEPTION_REPORTER = "inconfidence.web.errors.QuietReporter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"quiet": {"()": "inconfidence.web.errors.QuietFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["quiet"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}

# The cost of opening a person's key (Argon2id, 64 MiB a pass); tests lower it, start-up refuses less.
ARGON2_MEMORY_KIB = 64 * 1024
ARGON2_LEAST_MILLISECONDS = 250

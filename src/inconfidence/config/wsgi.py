"""The web server's way in."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inconfidence.config.settings")
application = get_wsgi_application()

from inconfidence.config.checks import refuse_to_start  # noqa: E402 - the checks need the program set up

refuse_to_start()

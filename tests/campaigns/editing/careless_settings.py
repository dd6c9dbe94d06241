"""The campaigns' settings with a fault put into the program."""

from tests.campaigns.crash.settings import *  # noqa: F403
from tests.campaigns.crash.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.campaigns.editing.careless.CarelessApp"]

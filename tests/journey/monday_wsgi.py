"""The program as it is served, on a Monday: its clock goes on from nine in the morning."""

import time_machine

from tests.journey.monday import nine_on_monday

time_machine.travel(nine_on_monday(), tick=True).start()

from inconfidence.config.wsgi import application  # noqa: E402 - the clock first

__all__ = ["application"]

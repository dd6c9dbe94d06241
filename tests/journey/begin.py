"""Makes a service with a lead and a worker in a fresh data folder: `python -m tests.journey.begin SLUG`."""

import sys

import django


def begin(slug: str) -> None:
    """The service under this policy, led by Maryam, with Tom as its caseworker."""
    from django.utils import timezone

    from tests import cast
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service(slug, clock)
    cast.invite(lead, slug, "tom")


if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])

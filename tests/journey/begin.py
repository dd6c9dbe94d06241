"""Makes a service with its people in a fresh data folder: `python -m tests.journey.begin SLUG`."""

import sys

import django


def begin(slug: str) -> None:
    """The service under this policy, led by Maryam: Tom and Ewa are its caseworkers, Joan is at the front desk."""
    from django.utils import timezone

    from tests import cast
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service(slug, clock)
    for who in ("tom", "ewa", "joan"):
        cast.invite(lead, slug, who)


if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])

"""`python -m tests.campaigns.hostile.begin`: a service with one worker and one case; prints the case's reference."""

import django


def begin() -> str:
    """The reference of the case."""
    from django.utils import timezone

    from tests import cast
    from tests.cases.family import a_case
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service("cumbria", clock)
    return a_case(cast.invite(lead, "cumbria", "tom"))


if __name__ == "__main__":
    django.setup()
    print(begin())

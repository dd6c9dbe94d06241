"""Counting wrong passwords and codes, so that guessing is slow and nobody can lock an honest person out.

A browser in which this person has signed in before is counted by itself: what others try elsewhere never stops
it, and its own wrong passwords only do when there are more than a person makes, for it may be a stolen laptop.
Everybody else waits when their address, or the account as tried from unknown browsers, has failed too often in
the last quarter of an hour.
"""

from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from inconfidence.team.cookies import Browser, hashed
from inconfidence.team.models import Device, FailedAttempt, Person
from inconfidence.team.words import Step

WINDOW = timedelta(minutes=15)
FROM_HERE = 10
FROM_OWN_DEVICE = 100
FROM_ADDRESS = 50
FROM_STRANGERS = 60
KEPT_FOR = timedelta(days=1)


def account_hash(name: str) -> str:
    """A keyed hash of a name as typed: a list of attempts then tells no names."""
    return salted_hmac("team.account", name.strip().casefold(), algorithm="sha256").hexdigest()


def source_hash(browser: Browser) -> str:
    """A keyed hash of the address a request comes from."""
    return salted_hmac("team.source", browser.address, algorithm="sha256").hexdigest()


def known_device(person: Person | None, browser: Browser) -> Device | None:
    """The browser's row for this person, when they gave their second factor in it before."""
    if person is None or not browser.device:
        return None
    return Device.objects.filter(person=person, cookie_hash=hashed(browser.device)).first()


def minutes_to_wait(step: Step, name: str, browser: Browser, device: Device | None, now: datetime) -> int:
    """Whole minutes until this browser may try again; 0 when it may now."""
    recent = FailedAttempt.objects.filter(at__gt=now - WINDOW)
    if device is not None:
        limit = FROM_OWN_DEVICE if step == Step.PASSWORD else FROM_HERE
        own = recent.filter(device=device, step=step).order_by("-at")
        return _wait(list(own.values_list("at", flat=True)[:limit]), limit, now)
    strange = recent.filter(device__isnull=True)
    account, source = {"account": account_hash(name)}, {"source": source_hash(browser)}
    limits = ((account | source, FROM_HERE), (source, FROM_ADDRESS), (account, FROM_STRANGERS))
    waits = []
    for which, limit in limits:
        times = list(strange.filter(**which).order_by("-at").values_list("at", flat=True)[:limit])
        waits.append(_wait(times, limit, now))
    return max(waits)


def _wait(times: list[datetime], limit: int, now: datetime) -> int:
    if len(times) < limit:
        return 0
    return max(1, -int((now - (times[limit - 1] + WINDOW)).total_seconds() // 60))


def note_failure(step: Step, name: str, browser: Browser, device: Device | None, now: datetime) -> None:
    """Write down one wrong password or code."""
    FailedAttempt.objects.create(
        at=now, step=step, account=account_hash(name), source=source_hash(browser), device=device
    )


def forget_old(now: datetime) -> int:
    """Delete what is older than a day; returns how many."""
    return FailedAttempt.objects.filter(at__lt=now - KEPT_FOR).delete()[0]

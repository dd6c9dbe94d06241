"""Fill the peer with the same world in clear, and sign its eight users in. Prints the same JSON as ours."""

import json
from datetime import date, timedelta

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench import worlds  # noqa: E402
from bench.peer.models import PlainCase, PlainNote  # noqa: E402


def worker(number: int) -> dict[str, str]:
    """One user with fifty cases; the last has fifty notes."""
    user = User.objects.create_user(f"worker{number}")
    rows = [
        PlainCase(
            worker=user.username, reference=f"W{number}C{place:03}", name=name, opened_on=date(2026, 11, 20)
        )
        for place, name in enumerate(worlds.names())
    ]
    PlainCase.objects.bulk_create(rows)
    last = PlainCase.objects.get(reference=rows[-1].reference)
    now = timezone.now()
    PlainNote.objects.bulk_create(
        PlainNote(
            case=last, written_at=now - timedelta(hours=place), author="Worker", body=worlds.note(place)
        )
        for place in range(worlds.NOTES)
    )
    client = Client()
    client.force_login(user)
    said = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    return {"cookies": said, "case": f"/cases/{last.reference}/"}


if __name__ == "__main__":
    print(json.dumps([worker(number) for number in range(worlds.WORKERS)]))

"""The demonstration is loaded through the ordinary actions: it can be opened, shared from, and its record verified."""

from datetime import date

import pytest
from pytest_django import Settings

from inconfidence.audit.verify import verify
from inconfidence.cases.models import Case
from inconfidence.demonstration import accounts, plan
from inconfidence.demonstration.accounts import PASSWORD, NotADemonstrationError
from inconfidence.demonstration.loading import load
from inconfidence.disclosure.models import Disclosure
from inconfidence.team.models import Person
from inconfidence.vault import persons


@pytest.mark.django_db(transaction=True)
def test_five_services_are_loaded_and_their_people_can_sign_in(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody's password opens their key, something was shared somewhere, and the chain of events holds."""
    monkeypatch.setitem(plan.FILES, "small", 5)
    accounts.keep(settings.DATA, ())
    told: list[tuple[str, int, int]] = []
    found = load(settings.DATA, today=date(2026, 11, 20), told=lambda *line: told.append(line))
    assert found == accounts.accounts(settings.DATA)
    assert len({account.service for account in found}) == 5
    assert all(done <= of for _, done, of in told)
    for person in Person.objects.all():
        assert persons.unlock(person.id, PASSWORD) is not None
    assert Case.objects.count() >= 25
    assert Disclosure.objects.exists()
    assert verify().ok


@pytest.mark.django_db
def test_a_folder_without_the_mark_is_left_alone(settings: Settings) -> None:
    """Nobody is made in it."""
    with pytest.raises(NotADemonstrationError):
        load(settings.DATA, today=date(2026, 11, 20), told=lambda *line: None)
    assert not Person.objects.exists()

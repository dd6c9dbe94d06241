"""The server refuses to start on what would break the promise, and says what it expected instead."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.checks import CheckMessage
from pytest_django import Settings

from inconfidence import policies
from inconfidence.commands.checking import check_files
from inconfidence.config import checks
from inconfidence.editions import actions, queries
from inconfidence.editions.models import Adoption
from inconfidence.editions.writing import hash_of
from inconfidence.vault.ids import new_id

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
EVERYWHERE = ["default"]


def said(found: Sequence[CheckMessage]) -> list[str]:
    """The sentences of what was found."""
    return [str(message.msg) for message in found]


@pytest.mark.parametrize(
    ("address", "secure", "starts"),
    [
        ("http://localhost:8000", False, True),
        ("http://127.0.0.1:8000", False, True),
        ("https://casework.example", True, True),
        ("http://casework.example", False, False),
        ("http://192.168.1.4", False, False),
    ],
)
def test_cookies_in_clear_on_this_machine_only(
    settings: Settings, address: str, secure: bool, starts: bool
) -> None:
    settings.ADDRESS, settings.SECURE_COOKIES = address, secure
    assert (checks.plain_address(None) == []) is starts


@pytest.mark.parametrize(("mode", "starts"), [(0o700, True), (0o750, False), (0o701, False)])
def test_the_key_folder_is_closed_to_others(data_folder: Path, mode: int, starts: bool) -> None:
    (data_folder / "keys").mkdir()
    (data_folder / "keys").chmod(mode)
    assert (checks.private_key_folder(None) == []) is starts


@pytest.mark.parametrize(
    ("debug", "demonstration", "starts"), [(True, False, False), (True, True, True), (False, False, True)]
)
def test_no_debugging_beside_real_records(
    settings: Settings, debug: bool, demonstration: bool, starts: bool
) -> None:
    settings.DEBUG = debug
    actions.create_service("Elmshire", NOW, demonstration=demonstration)
    assert (checks.debug_with_real_data(None, databases=EVERYWHERE) == []) is starts


@pytest.mark.parametrize(
    "swapped",
    [
        {"text": policies.text("coventry")},
        {"text": policies.text("coventry"), "sha256": hash_of(policies.text("coventry"))},
        {"in_force_from": NOW.date().replace(day=1)},
    ],
    ids=["the text", "the text and its hash", "the day"],
)
def test_a_policy_that_was_swapped_stops_the_server(swapped: dict[str, object]) -> None:
    service = actions.create_service("Elmshire", NOW)
    actions.adopt(service, new_id(), policies.text("rotherham"), NOW.date(), actions.Minute(), NOW)
    assert checks.untouched_policies(None, databases=EVERYWHERE) == []
    Adoption.objects.update(**swapped)
    (found,) = said(checks.untouched_policies(None, databases=EVERYWHERE))
    assert found.startswith("The policy adopted by Elmshire is not the text")
    with pytest.raises(checks.CannotStart, match="Elmshire"):
        checks.refuse_to_start()


def test_nothing_is_decided_by_a_text_that_was_swapped_while_the_server_runs() -> None:
    service = actions.create_service("Elmshire", NOW)
    actions.adopt(service, new_id(), policies.text("rotherham"), NOW.date(), actions.Minute(), NOW)
    Adoption.objects.update(text=policies.text("coventry"))
    with pytest.raises(queries.SwappedText):
        queries.in_force(service, NOW.date())


def test_an_adopted_policy_with_faults_stops_the_server_in_the_words_of_policy_check(tmp_path: Path) -> None:
    service = actions.create_service("Elmshire", NOW)
    actions.adopt(service, new_id(), policies.text("rotherham"), NOW.date(), actions.Minute(), NOW)
    assert checks.adopted_policies(None, databases=EVERYWHERE) == []
    faulty = policies.text("rotherham").replace("rules.need-to-see = {}", "rules.need-to-sea = {}", 1)
    Adoption.objects.update(text=faulty)
    file = tmp_path / "ours.toml"
    file.write_text(faulty)
    faults, _ = check_files([file])
    name = "the policy adopted by Elmshire"
    expected = [str(fault).replace(str(file), name) for fault in faults]
    assert said(checks.adopted_policies(None, databases=EVERYWHERE)) == expected != []
    with pytest.raises(checks.CannotStart) as refused:
        checks.refuse_to_start()
    assert all(line in str(refused.value) for line in expected)


def test_all_is_well_in_a_good_installation(data_folder: Path) -> None:
    checks.refuse_to_start()

"""Dated entries → the consent facts of `may_obtain`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from inconfidence.policy.standing.consent import ConsentEntry
from inconfidence.policy.standing.obtaining import ObtainStanding, obtain_standing

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
BEFORE = NOW - timedelta(days=2)
YES = ConsentEntry(
    happened=BEFORE,
    recorded=BEFORE,
    kind="obtain",
    answer="given",
    recipients=frozenset({"body:setting"}),
    purposes=frozenset({"annual_review"}),
    method="letter",
)
FORM = replace(YES, kind="permission_form", answer="returned")


def standing(*entries: ConsentEntry) -> ObtainStanding:
    """Asking the SENCO of a school for the annual review, now."""
    return obtain_standing(
        entries, holder="senco", body="body:setting", purpose="annual_review", moment=NOW, today=NOW.date()
    )


@pytest.mark.parametrize(
    ("entries", "consent"),
    [
        ((), "none"),
        ((YES,), "given"),
        ((replace(YES, kind="share"),), "share_only"),
        ((replace(YES, kind="wish", answer="implied"),), "none"),
        ((replace(YES, kind="release_form"),), "none"),
        ((replace(YES, kind="mailing_list"),), "none"),
        ((FORM,), "none"),
        ((replace(YES, answer="asked"),), "none"),
        ((replace(YES, answer="refused"),), "refused"),
        ((YES, replace(YES, answer="withdrawn", happened=BEFORE + timedelta(hours=1))), "withdrawn"),
        ((replace(YES, answer="refused"), replace(YES, kind="share")), "refused"),
        ((YES, replace(YES, kind="share", answer="refused")), "given"),
        ((replace(YES, recipients=frozenset({"body:la"})),), "none"),
        ((replace(YES, purposes=frozenset({"transport"})),), "none"),
        ((replace(YES, recorded_before_reopening=True),), "none"),
        ((replace(YES, reach="everyone", recipients=frozenset()),), "given"),
        ((replace(YES, recipients=frozenset({"body:la"})), replace(YES, kind="share")), "share_only"),
    ],
)
def test_what_was_decided_about_asking_for_records(entries: tuple[ConsentEntry, ...], consent: str) -> None:
    assert standing(*entries).consent == consent


def test_a_yes_that_came_too_late_is_marked_late() -> None:
    assert standing(replace(YES, happened=NOW, recorded=NOW)).consent_before == "no"
    earlier = NOW - timedelta(seconds=1)
    assert standing(replace(YES, happened=earlier, recorded=earlier)).consent_before == "yes"


@pytest.mark.parametrize(
    ("entry", "record"),
    [
        (YES, "letter"),
        (replace(YES, method="telephone"), "telephone_note"),
        (replace(YES, method="telephone", date_known=False), "note_no_date"),
        (replace(YES, method="telephone", worker_known=False), "note_no_worker"),
        (replace(YES, method="in_person", signed=False), "form_unsigned"),
        (replace(YES, method="in_person"), "form"),
        (replace(YES, method="in_person", recipients_named_or_reason=False), "form"),
        (replace(YES, recorded=NOW + timedelta(hours=1)), "not_recorded"),
    ],
)
def test_how_it_stands_on_the_file(entry: ConsentEntry, record: str) -> None:
    assert standing(entry).consent_record == record


def test_whose_yes_it_is_and_whether_the_form_is_back() -> None:
    assert standing(replace(YES, giver="someone_else")).consent_from == "someone_else"
    assert (standing(YES).form_back, standing(YES, FORM).form_back) == ("no", "yes")
    assert standing(FORM, replace(YES, answer="refused")).form_back == "yes"

"""Dated entries of consent → the consent facts of `may_obtain`.

A yes to asking others for what they hold is read exactly as a yes to telling them: who was named, about what, when, how
it is on file. It is its own kind of yes: a yes to talk to somebody shows as `share_only`, and never as more.
A yes from before the case was opened again counts for nothing until it has been given again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from inconfidence.policy.standing.consent import ConsentEntry, ConsentStanding, consent_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ObtainStanding:
    """The consent facts of `may_obtain`, in its words; the defaults are those of nothing on file."""

    consent: Literal["none", "share_only", "refused", "withdrawn", "given"] = "none"
    consent_from: Literal["subject", "someone_else"] = "subject"
    consent_before: Literal["yes", "no"] = "yes"
    consent_record: Literal[
        "form", "letter", "telephone_note", "note_no_date", "note_no_worker", "form_unsigned", "not_recorded"
    ] = "form"
    form_back: Literal["yes", "no"] = "no"


def obtain_standing(
    entries: Iterable[ConsentEntry],
    *,
    holder: str,
    body: str,
    purpose: str,
    moment: datetime,
    today: date,
) -> ObtainStanding:
    """How consent stands for asking this holder (a role in a body) for records for this purpose at this moment."""
    history = tuple(entries)

    def asked(kind: str) -> ConsentStanding:
        of_kind = [_as_share(entry, kind) for entry in history if entry.kind in (kind, "permission_form")]
        return consent_standing(
            of_kind,
            recipient=holder,
            body=body,
            purpose=purpose,
            items=frozenset(),
            moment=moment,
            today=today,
        )

    obtaining = asked("obtain")
    if obtaining.consent in ("refused", "withdrawn"):
        return ObtainStanding(consent=_no(obtaining), form_back=obtaining.form_back)
    if not _reaches(obtaining):
        sharing = asked("share")
        only = sharing.consent == "given" and sharing.consent_recipient == "yes"
        return ObtainStanding(consent="share_only" if only else "none", form_back=obtaining.form_back)
    return ObtainStanding(
        consent="given",
        consent_from=obtaining.consent_from,
        consent_before=obtaining.consent_before,
        consent_record=_record(obtaining),
        form_back=obtaining.form_back,
    )


def _as_share(entry: ConsentEntry, kind: str) -> ConsentEntry:
    return replace(entry, kind="share") if entry.kind == kind else entry


def _no(found: ConsentStanding) -> Literal["refused", "withdrawn"]:
    return "refused" if found.consent == "refused" else "withdrawn"


def _reaches(found: ConsentStanding) -> bool:
    """A yes that names this holder and this purpose, and is of this opening of the case."""
    named = found.consent_recipient == "yes" and found.consent_purpose == "yes"
    whole = found.consent_items == "yes" and found.consent_review != "reopened"
    return found.consent == "given" and named and whole


def _record(
    found: ConsentStanding,
) -> Literal[
    "form", "letter", "telephone_note", "note_no_date", "note_no_worker", "form_unsigned", "not_recorded"
]:
    """A form that names nobody reached nobody, and never comes this far."""
    return "form" if found.consent_record == "form_no_recipients" else found.consent_record

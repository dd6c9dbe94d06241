"""The working as whole sentences, so that somebody who must defend a date can follow it."""

from datetime import date

import pytest

from inconfidence.policy.clocks import HOLIDAYS, Off, Reckoned, reckon


def on(text: str) -> date:
    return date.fromisoformat(text)


PLAIN = (
    "The duty is to do it without undue delay; this is only the last day.",
    "This is guidance, not legal advice.",
)
FAMILY = "This is guidance, not legal advice. Check the letter: it may give another date."


@pytest.mark.parametrize(
    ("name", "received", "events", "working"),
    [
        (
            "subject-access",
            "2027-01-31",
            {},
            (
                "The request was received on Sunday 31 January 2027.",
                "One month after Sunday 31 January 2027 is Sunday 28 February 2027.",
                "That month has no day 31, so its last day counts.",
                "Sunday 28 February 2027 is no working day, so it moves to Monday 1 March 2027.",
                "The answer must be there by Monday 1 March 2027.",
                "Aim for Sunday 21 February 2027, so that there is room for what goes wrong.",
                *PLAIN,
            ),
        ),
        (
            "subject-access",
            "2026-11-20",
            {
                "identity-asked": ["2026-11-21"],
                "identity-received": ["2026-12-01"],
                "clarification-asked": ["2026-12-03", "2026-12-04", "2027-01-28"],
                "clarified": ["2026-12-08", "2026-12-10", "2027-01-29"],
            },
            (
                "The request was received on Friday 20 November 2026.",
                "Proof of identity came on Tuesday 1 December 2026: the time runs from that day.",
                "A clarification was asked for on Thursday 3 December 2026; it came on Tuesday 8 December 2026.",
                "A clarification was asked for on Friday 4 December 2026; it came on Thursday 10 December 2026.",
                "A clarification was asked for on Thursday 28 January 2027, after the last day: it moves nothing.",
                "One month after Tuesday 1 December 2026 is Friday 1 January 2027.",
                "7 days of waiting are left out, which gives Friday 8 January 2027.",
                "The answer must be there by Friday 8 January 2027.",
                (
                    "The law can be read to leave out the day of the answer as well; then the last"
                    " day is Monday 11 January 2027."
                ),
                "Keep to the earlier day.",
                "Aim for Tuesday 29 December 2026, so that there is room for what goes wrong.",
                *PLAIN,
            ),
        ),
        (
            "subject-access",
            "2026-11-20",
            {"extended": ["2026-12-01"], "closed": ["2027-02-23"]},
            (
                "The request was received on Friday 20 November 2026.",
                "The notice of the extension, with its reasons, must reach the person by Monday 21 December 2026.",
                "The extension was told on Tuesday 1 December 2026.",
                "Three months after Friday 20 November 2026 is Saturday 20 February 2027.",
                "Saturday 20 February 2027 is no working day, so it moves to Monday 22 February 2027.",
                "The answer must be there by Monday 22 February 2027.",
                "It was closed on Tuesday 23 February 2027, 1 day late.",
                *PLAIN,
            ),
        ),
        (
            "subject-access",
            "2026-11-20",
            {"identity-asked": ["2026-11-21"]},
            (
                "The request was received on Friday 20 November 2026.",
                (
                    "Proof of identity was asked for on Saturday 21 November 2026 and has not come:"
                    " there is no last day yet."
                ),
                "When it comes, the last day cannot be earlier than Monday 21 December 2026.",
                *PLAIN,
            ),
        ),
        (
            "foi-40",
            "2026-11-20",
            {"clarified": ["2026-12-03"], "fee-asked": ["2026-12-10"], "fee-paid": ["2026-12-14"]},
            (
                "The request was received on Friday 20 November 2026.",
                "The clarification came on Thursday 3 December 2026: the time runs from that day.",
                "A fee was asked for on Thursday 10 December 2026; it came on Monday 14 December 2026.",
                "The notice that names the exemption must be given by Monday 11 January 2027.",
                "The 40th working day after Thursday 3 December 2026 is Monday 8 February 2027.",
                (
                    "Weekends do not count, nor do bank holidays anywhere in the United Kingdom: here Friday"
                    " 25 December 2026, Monday 28 December 2026, Friday 1 January 2027, Monday 4 January 2027."
                ),
                "The days of waiting do not count either, from the day of the question to that of the answer.",
                "The answer must be there by Monday 8 February 2027.",
                "Aim for Tuesday 26 January 2027, so that there is room for what goes wrong.",
                *PLAIN,
            ),
        ),
        (
            "foi",
            "2026-10-01",
            {},
            (
                "The request was received on Thursday 1 October 2026.",
                "The 20th working day after Thursday 1 October 2026 is Thursday 29 October 2026.",
                "Weekends do not count, nor do bank holidays anywhere in the United Kingdom.",
                "The answer must be there by Thursday 29 October 2026.",
                "Aim for Thursday 22 October 2026, so that there is room for what goes wrong.",
                *PLAIN,
            ),
        ),
        (
            "complaint",
            "2027-02-24",
            {},
            (
                "The complaint was received on Wednesday 24 February 2027.",
                "30 days after Wednesday 24 February 2027 is Friday 26 March 2027.",
                "Friday 26 March 2027 is no working day, so it moves to Tuesday 30 March 2027.",
                "The person must have been told that it came by Tuesday 30 March 2027.",
                "Aim for Wednesday 24 March 2027, so that there is room for what goes wrong.",
                *PLAIN,
            ),
        ),
        (
            "appeal",
            "2026-10-31",
            {"mediation-certificate": ["2026-11-20"]},
            (
                "The decision letter is dated Saturday 31 October 2026.",
                "Two months after the letter is Thursday 31 December 2026.",
                (
                    "That is between 25 December and 1 January, so it moves to the next working day"
                    " in January, Monday 4 January 2027."
                ),
                "One month after the mediation certificate of Friday 20 November 2026 is Sunday 20 December 2026.",
                "The later of the two counts: Monday 4 January 2027.",
                "The last day to appeal to the tribunal is Monday 4 January 2027.",
                "Aim for Monday 21 December 2026, so that there is room for what goes wrong.",
                FAMILY,
            ),
        ),
        (
            "appeal",
            "2026-06-15",
            {},
            (
                "The decision letter is dated Monday 15 June 2026.",
                "Two months after the letter is Saturday 15 August 2026.",
                "That is in August, so it moves to the first working day of September, Tuesday 1 September 2026.",
                "A mediation certificate can make this later, and never earlier.",
                "The last day to appeal to the tribunal is Tuesday 1 September 2026.",
                "Aim for Tuesday 18 August 2026, so that there is room for what goes wrong.",
                FAMILY,
            ),
        ),
        (
            "plan-final",
            "2026-11-20",
            {},
            (
                "The request for an assessment was received on Friday 20 November 2026.",
                "20 weeks after that is Friday 9 April 2027; weekends and bank holidays do not move it.",
                "The final plan must be there by Friday 9 April 2027.",
                FAMILY,
            ),
        ),
        (
            "draft-comment",
            "2026-11-20",
            {},
            (
                "The draft plan came on Friday 20 November 2026.",
                "15 days after that is Saturday 5 December 2026; weekends and bank holidays count.",
                "The family may comment at least until Saturday 5 December 2026.",
                "Aim for Wednesday 2 December 2026, so that there is room for what goes wrong.",
                FAMILY,
            ),
        ),
        (
            "school-leaving",
            "2010-09-01",
            {},
            (
                "The date of birth is Wednesday 1 September 2010.",
                "The sixteenth birthday is Tuesday 1 September 2026.",
                "It lies in the school year from 1 September 2026 to 31 August 2027.",
                "The last Friday of June in that year is Friday 25 June 2027.",
                "Compulsory school age ends on Friday 25 June 2027.",
                FAMILY,
            ),
        ),
    ],
)
def test_every_step_is_a_sentence(
    name: str, received: str, events: dict[str, list[str]], working: tuple[str, ...]
) -> None:
    happened = {kind: [on(day) for day in days] for kind, days in events.items()}
    assert reckon(name, on(received), happened).working == working


def test_of_several_of_a_kind_the_one_that_counts_is_named() -> None:
    """Two proofs of one day, the first of two notices, the last of two closings."""
    day = on("2026-12-01")
    events = {
        "identity-asked": [on("2026-11-21")],
        "identity-received": [day],
        "authority-received": [day],
        "extended": [on("2026-12-10"), on("2026-12-03")],
        "closed": [on("2027-01-20"), on("2027-01-12")],
    }
    assert reckon("subject-access", on("2026-11-20"), events).working == (
        "The request was received on Friday 20 November 2026.",
        "Proof that one person may act for another came on Tuesday 1 December 2026: the time runs from that day.",
        "The notice of the extension, with its reasons, must reach the person by Monday 4 January 2027.",
        "The extension was told on Thursday 3 December 2026.",
        "Three months after Tuesday 1 December 2026 is Monday 1 March 2027.",
        "The answer must be there by Monday 1 March 2027.",
        "It was closed on Wednesday 20 January 2027, in time.",
        *PLAIN,
    )


@pytest.mark.parametrize(
    ("received", "holidays"),
    [
        # Received on a bank holiday; on the day before one; a holiday on a Saturday is a weekend like any other.
        ("2026-08-31", ""),
        ("2026-08-30", ": here Monday 31 August 2026"),
        ("2026-09-04", ""),
    ],
)
def test_the_bank_holidays_on_the_way_are_named(received: str, holidays: str) -> None:
    found = reckon("foi", on(received), holidays=HOLIDAYS.added(Off.ANYWHERE, [on("2026-09-05")]))
    says = f"Weekends do not count, nor do bank holidays anywhere in the United Kingdom{holidays}."
    assert says in found.working


def test_two_readings_that_end_on_one_day_are_one() -> None:
    """Asked on Thursday 5 March 2026, answered on Saturday: either way the time ends on the Tuesday after Easter."""
    pause = {"clarification-asked": [date(2026, 3, 5)], "clarified": [date(2026, 3, 7)]}
    found = reckon("subject-access", date(2026, 3, 2), pause)
    assert isinstance(found, Reckoned)
    assert found.legal_due == found.legal_due_latest == date(2026, 4, 7)
    assert not any("earlier day" in sentence for sentence in found.working)

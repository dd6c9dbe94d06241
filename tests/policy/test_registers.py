"""Registers at their edges: the day before, the day and the day after; what weighs most; what is not counted yet."""

from dataclasses import replace
from datetime import date

import pytest

from inconfidence import policies
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.edition import Naming
from inconfidence.policy.standing.registers import (
    Book,
    Entry,
    Line,
    Standing,
    State,
    Task,
    owed,
    periods,
    standing,
    things,
)
from inconfidence.policy.standing.registers.entries import WEIGHTS
from inconfidence.policy.standing.registers.paper import REFUSED, Paper, paper
from inconfidence.policy.standing.reviewing import review_of

COVENTRY, BATH, ROTHERHAM = "coventry", "bath-and-north-east-somerset", "rotherham"
TODAY = date(2026, 11, 20)


def on(text: str) -> date:
    return date.fromisoformat(text)


def book(service: str, *entries: Entry, today: str = "2026-11-20", staff: tuple[str, ...] = ()) -> Book:
    return Book(edition=policies.edition(service), today=on(today), entries=entries, staff=staff)


def said(found: Standing) -> dict[str, State]:
    return {line.says: line.state for line in found.lines}


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-10-20", State.IN_ORDER),
        ("2026-10-21", State.DUE),
        ("2026-11-20", State.DUE),
        ("2026-11-21", State.OVERDUE),
    ],
)
def test_a_yearly_reminder_is_due_a_month_before_and_overdue_the_day_after(today: str, state: State) -> None:
    reminded = Entry(on=on("2025-11-20"), person="Jo")
    assert standing("reminder", book(BATH, reminded, today=today, staff=("Jo",))).state is state


def test_somebody_who_was_never_reminded_is_named() -> None:
    reminded = Entry(on=on("2026-11-20"), person="Jo")
    found = said(standing("reminder", book(BATH, reminded, staff=("Jo", "Tom"))))
    assert found["Tom: how casework is to be handled within the law, never yet."] is State.NEVER
    assert list(found.values()) == [State.IN_ORDER, State.NEVER]


def test_a_reminder_of_29_february_comes_round_on_the_last_day_of_february() -> None:
    reminded = Entry(on=on("2028-02-29"), person="Jo")
    found = standing("reminder", book(BATH, reminded, today="2029-02-28", staff=("Jo",)))
    assert said(found) == {
        "Jo: how casework is to be handled within the law, on Tuesday 29 February 2028;"
        " again by Wednesday 28 February 2029.": State.DUE
    }


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-11-24", State.IN_ORDER),
        ("2026-11-25", State.DUE),
        ("2026-12-02", State.DUE),
        ("2026-12-03", State.OVERDUE),
    ],
)
def test_the_watch_of_every_day_is_written_down_every_month(today: str, state: State) -> None:
    watched = Entry(on=on("2026-11-02"), what="watch")
    assert standing("day-to-day-watch", book(COVENTRY, watched, today=today)).state is state


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2025-07-01", State.IN_ORDER),
        ("2025-07-02", State.DUE),
        ("2025-08-31", State.DUE),
        ("2025-09-01", State.FLAGGED),
    ],
)
def test_a_review_is_due_for_sixty_days_and_flagged_the_day_after(today: str, state: State) -> None:
    assert standing("policy-history", book(ROTHERHAM, today=today)).state is state


def test_a_review_recorded_here_counts_from_its_day() -> None:
    looked = Entry(on=on("2025-09-10"), what="reviewed")
    found = said(standing("policy-history", book(ROTHERHAM, looked)))
    assert found["Wednesday 10 September 2025: reviewed."] is State.IN_ORDER
    last = "Last reviewed in September 2025; the next review falls due on Sunday 10 September 2028."
    assert found[last] is State.IN_ORDER


def test_a_policy_that_was_only_renamed_was_never_reviewed() -> None:
    edition = policies.edition(ROTHERHAM)
    kinds = {("policy-history", kind) for kind in ("issued", "reviewed")}
    bare = {key: setting for key, setting in edition.settings.items() if key not in kinds}
    renamed = replace(edition.settings["policy-history", "reviewed"], value=("2022-08",))
    settings = bare | {("policy-history", "renamed"): renamed}
    edition = replace(edition, settings=settings, last_review=None)
    found = standing("policy-history", Book(edition=edition, today=TODAY))
    assert said(found) == {
        "August 2022: only its name changed, which is no review.": State.IN_ORDER,
        "When this policy was last reviewed is not known: write down its last review.": State.FLAGGED,
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-11-19", State.IN_ORDER), ("2026-11-20", State.IN_ORDER), ("2026-11-21", State.NEVER)],
)
def test_what_is_dated_later_than_today_does_not_count_yet(day: str, state: State) -> None:
    version = policies.edition(ROTHERHAM).label
    read = Entry(on=on(day), person="Jo", version=version)
    assert standing("acknowledgement", book(ROTHERHAM, read, staff=("Jo",))).state is state


def test_the_last_look_counts_in_whatever_order_they_were_entered() -> None:
    bad = Entry(on=on("2026-05-04"), what="line", found=False)
    good = Entry(on=on("2026-05-11"), what="line")
    assert standing("equipment-check", book(COVENTRY, good, bad)).lines == (
        standing("equipment-check", book(COVENTRY, bad, good)).lines
    )
    assert State.FLAGGED not in said(standing("equipment-check", book(COVENTRY, good, bad))).values()


def test_two_computers_are_two_points() -> None:
    first = Entry(on=on("2026-05-04"), what="devices", name="laptop 1")
    second = replace(first, name="laptop 2", on=on("2026-06-01"))
    found = said(standing("equipment-check", book(COVENTRY, first, second)))
    look = "Each staff computer asks for two passwords"
    assert [says for says in found if says.startswith(look)] == [
        f"{look} (laptop 1): looked at on Monday 4 May 2026; again by Tuesday 4 May 2027.",
        f"{look} (laptop 2): looked at on Monday 1 June 2026; again by Tuesday 1 June 2027.",
    ]


def test_what_is_on_show_has_to_name_its_version() -> None:
    shown = Entry(on=on("2026-05-04"), what="office")
    found = said(standing("policy-on-show", book(COVENTRY, shown)))
    assert found["The office shows version unknown; version undated is in force."] is State.FLAGGED


def test_leaflets_that_nobody_has_looked_at() -> None:
    found = said(standing("literature-line", book(COVENTRY)))
    assert found == {"No leaflet or page has been looked at yet.": State.NEVER}


def test_a_leaflet_is_named_with_the_day_it_was_looked_at() -> None:
    found = said(standing("literature-line", book(COVENTRY, Entry(on=on("2026-09-01"), name="Poster"))))
    assert found == {
        "Poster says that we are confidential: looked at on Tuesday 1 September 2026.": State.IN_ORDER
    }


def test_the_newest_privacy_notice_is_the_current_one() -> None:
    old = Entry(on=on("2025-01-01"), version="5", where="www.example.org")
    new = Entry(on=on("2026-01-01"), version="6")
    found = standing("privacy-notice-published", book(COVENTRY, old, new))
    assert said(found) == {
        "Version 6 of Thursday 1 January 2026 is not public: it has no address.": State.FLAGGED
    }


@pytest.mark.parametrize(
    ("purpose", "basis", "state"),
    [
        ("to help", "public task", State.IN_ORDER),
        ("", "public task", State.FLAGGED),
        ("to help", "", State.FLAGGED),
    ],
)
def test_a_kind_of_data_has_both_a_purpose_and_a_basis(purpose: str, basis: str, state: State) -> None:
    entry = Entry(on=on("2026-01-01"), what="notes", purpose=purpose, basis=basis)
    asked = replace(book(COVENTRY, entry), kinds={"notes": "Notes"})
    assert standing("privacy-notice-covers-every-field", asked).state is state


def test_a_service_that_collects_nothing_has_nothing_to_cover() -> None:
    assert standing("privacy-notice-covers-every-field", book(COVENTRY)) == Standing(())


def test_an_acknowledgement_of_one_document_is_none_of_another() -> None:
    names = ("Information sharing policy of the council", "Remote and mobile working policy of the council")
    held = [Entry(on=on("2026-01-01"), what=name, version="1") for name in names]
    read = Entry(on=on("2026-01-02"), what=names[0], version="1", person="Jo")
    found = said(standing("linked-policies", book(BATH, *held, read, staff=("Jo",))))
    assert found == {
        f"{names[0]}, version 1, of Thursday 1 January 2026.": State.IN_ORDER,
        f"Jo acknowledged {names[0]}, version 1 on Friday 2 January 2026.": State.IN_ORDER,
        f"{names[1]}, version 1, of Thursday 1 January 2026.": State.IN_ORDER,
        f"Jo has not acknowledged {names[1]}, version 1.": State.NEVER,
    }


def test_only_the_sources_that_the_policy_names_are_counted() -> None:
    entries = [Entry(on=on("2026-01-01"), what=what, found=False) for what in ("early_help", "elsewhere")]
    found = said(standing("referral-sources", book("cumbria", *entries)))
    assert found == {
        "Early-help assessment: 1 so far.": State.IN_ORDER,
        "Early-help assessment, Thursday 1 January 2026: nothing shows yet that the family wants our help.": (
            State.FLAGGED
        ),
    }


def test_somebody_with_two_steps_is_not_named() -> None:
    found = said(standing("second-factor", book(COVENTRY, Entry(on=TODAY, person="Jo"))))
    assert found == {"Our policy asks for two steps.": State.IN_ORDER}


def test_every_rule_is_counted() -> None:
    edition = policies.edition(BATH)
    found = standing("source-of-every-rule", book(BATH))
    assert said(found) == {f"{len(edition.namings)} rules and registers are in force.": State.IN_ORDER}
    bare = replace(edition, namings={"need-to-see": Naming()})
    assert standing("source-of-every-rule", Book(edition=bare, today=TODAY)).state is State.FLAGGED


def test_the_heaviest_line_is_where_the_register_stands() -> None:
    assert list(WEIGHTS) == [State.IN_ORDER, State.DUE, State.NEVER, State.OVERDUE, State.FLAGGED]
    assert Standing(()).state is State.IN_ORDER
    assert Standing((Line("a", State.OVERDUE), Line("b"), Line("c", State.NEVER))).state is State.OVERDUE


def test_a_register_that_is_kept_elsewhere_is_no_register_here() -> None:
    with pytest.raises(KeyError):
        standing("passed-on-the-same-day", book(COVENTRY))


IN = Paper(label="A", kept_in="cabinet 1", checked_on=on("2026-01-12"))
OUT = replace(IN, out_on=on("2026-11-18"), due_back=on("2026-11-25"))


@pytest.mark.parametrize(
    ("today", "state"), [("2026-11-24", State.DUE), ("2026-11-25", State.DUE), ("2026-11-26", State.OVERDUE)]
)
def test_a_file_that_is_out_is_late_the_day_after_its_day(today: str, state: State) -> None:
    assert paper([OUT], on(today)).state is state


@pytest.mark.parametrize(
    ("back", "state"),
    [("2026-11-19", State.IN_ORDER), ("2026-11-20", State.IN_ORDER), ("2026-11-21", State.DUE)],
)
def test_a_file_is_back_from_the_day_it_came_back(back: str, state: State) -> None:
    assert paper([replace(OUT, back_on=on(back))], TODAY).state is state


def test_a_file_goes_out_with_a_day_for_its_return() -> None:
    found = paper([replace(OUT, due_back=None)], TODAY)
    assert said(found) == {
        "A: out since Wednesday 18 November 2026, with no day for its return.": State.FLAGGED
    }


def test_one_file_holds_the_papers_of_one_case() -> None:
    assert paper([replace(IN, cases=1)], TODAY).state is State.IN_ORDER
    assert paper([replace(IN, cases=2)], TODAY).state is State.FLAGGED


def test_a_purpose_is_asked_only_where_the_policy_fixes_one() -> None:
    assert paper([IN], TODAY).state is State.IN_ORDER
    assert paper([IN], TODAY, "quality_assurance").state is State.FLAGGED


@pytest.mark.parametrize(
    ("holder", "copies", "flagged"),
    [
        ("staff", False, False),
        ("volunteer", False, True),
        ("volunteer", True, False),
        ("outside", False, True),
        ("outside", True, True),
    ],
)
def test_only_our_staff_hold_paper_but_for_copies_of_a_familys_own(
    holder: str, copies: bool, flagged: bool
) -> None:
    found = paper([replace(IN, holder=holder, copies=copies)], TODAY)
    assert any(REFUSED in line.says for line in found.lines) is flagged


def owes(slug: str, asked: Book, person: str = "Jo") -> list[str]:
    return [task.says for task in owed(slug, asked, person)]


def test_whoever_has_not_acknowledged_the_version_in_force_has_to() -> None:
    read = Entry(on=TODAY, person="Jo", version="2022-08")
    assert owes("acknowledgement", book(ROTHERHAM)) == ["Our policy, version 2022-08"]
    assert owes("acknowledgement", book(ROTHERHAM, read)) == []
    assert owes("acknowledgement", book(ROTHERHAM, read), "Tom") == ["Our policy, version 2022-08"]
    assert owes("acknowledgement", book(ROTHERHAM, replace(read, version="2019-04"))) != []
    assert owes("acknowledgement", book(ROTHERHAM, replace(read, on=on("2026-11-21")))) != []


def test_of_linked_policies_only_those_on_file_have_to_be_read() -> None:
    name = "Information sharing policy of the council"
    held = Entry(on=on("2026-01-01"), what=name, version="4")
    read = replace(held, person="Jo")
    assert owes("linked-policies", book(BATH)) == []
    assert owes("linked-policies", book(BATH, held)) == [f"{name}, version 4"]
    assert owes("linked-policies", book(BATH, held, read)) == []
    newer = replace(held, on=on("2026-02-01"), version="5")
    assert owed("linked-policies", book(BATH, held, read, newer), "Jo") == [
        Task("linked-policies", name, "5", f"{name}, version 5")
    ]


@pytest.mark.parametrize(
    ("reminded", "many"), [("2025-12-20", 1), ("2025-12-21", 0), ("2025-11-19", 1), ("", 1)]
)
def test_a_reminder_has_to_be_acknowledged_when_it_comes_round(reminded: str, many: int) -> None:
    entries = [Entry(on=on(reminded), person="Jo")] if reminded else []
    assert len(owes("reminder", book(BATH, *entries))) == many


def test_training_and_other_registers_are_not_for_the_worker_to_acknowledge() -> None:
    assert owes("reminder", book(COVENTRY)) == []
    assert owes("words", book(COVENTRY)) == []


@pytest.mark.parametrize(
    ("service", "slug", "whats"),
    [
        (
            BATH,
            "linked-policies",
            ["Information sharing policy of the council", "Remote and mobile working policy of the council"],
        ),
        (ROTHERHAM, "sharing-protocol", ["Rotherham children’s information-sharing protocol"]),
        (COVENTRY, "equipment-check", ["line", "answerphone", "devices"]),
        (COVENTRY, "premises-check", ["apart", "own_office", "private_room", "own_entrance", "own_sign_in"]),
        (COVENTRY, "policy-on-show", ["office", "website"]),
        (COVENTRY, "standards-register", ["confidentiality", "impartiality"]),
        (COVENTRY, "day-to-day-watch", ["watch"]),
        (COVENTRY, "privacy-notice-covers-every-field", ["notes"]),
        (COVENTRY, "literature-line", []),
        (BATH, "figures-on-time", ["notes"]),
    ],
)
def test_what_a_line_of_a_register_can_be_about(service: str, slug: str, whats: list[str]) -> None:
    found = things(slug, policies.edition(service), {"notes": "Notes"})
    assert list(found) == whats
    assert all(words[0].isupper() for words in found.values())


@pytest.mark.parametrize(
    ("header", "printed", "recorded", "last"),
    [
        (None, (), (), None),
        (None, ("2022-08",), (), "2022-08-31"),
        ("2023-01-05", ("2022-08",), (), "2023-01-05"),
        ("2022-08-30", ("2022-08",), (), "2022-08-31"),
        ("2023-01-05", ("2022-08",), ("2023-01-04",), "2023-01-05"),
        ("2023-01-05", ("2022-08",), ("2023-01-06", "2022-01-01"), "2023-01-06"),
    ],
)
def test_the_last_review_is_the_latest_of_what_is_printed_and_what_was_recorded(
    header: str | None, printed: tuple[str, ...], recorded: tuple[str, ...], last: str | None
) -> None:
    edition = policies.edition(ROTHERHAM)
    given = edition.settings["policy-history", "reviewed"]
    settings = {key: value for key, value in edition.settings.items() if key[0] != "policy-history"}
    settings |= {("policy-history", "reviewed"): replace(given, value=printed)}
    edition = replace(edition, settings=settings, last_review=on(header) if header else None)
    found = review_of(edition, [on(day) for day in recorded], TODAY)
    assert found.last == (on(last) if last else None)
    assert found.due == (months_after(found.last, 36) if found.last else None)


def since(begun: str, *gone: Entry, service: str = BATH, today: str = "2026-11-20") -> Book:
    return book(service, Entry(on=on(begun), what="begun"), *gone, today=today)


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2026-09-30", []),
        ("2026-10-01", [State.DUE]),
        ("2026-10-31", [State.DUE]),
        ("2026-11-01", [State.OVERDUE, State.DUE]),
    ],
)
def test_figures_are_due_when_a_month_ends_and_overdue_a_month_later(today: str, states: list[State]) -> None:
    found = standing("figures-on-time", since("2026-09-01", today=today))
    assert [line.state for line in found.lines] == states


def test_figures_are_counted_from_the_first_whole_period() -> None:
    assert list(periods(since("2026-08-31"))) == ["2026-10", "2026-09"]
    assert list(periods(since("2026-09-01"))) == ["2026-10", "2026-09"]
    assert list(periods(since("2026-09-02"))) == ["2026-10"]
    assert dict(periods(since("2026-07-01", service="cumbria"))) == {"2026-07": "July to September 2026"}
    assert dict(periods(book(BATH))) == {}
    assert dict(periods(since("2026-01-01", service=ROTHERHAM))) == {}


def test_what_was_released_is_owed_no_more() -> None:
    gone = Entry(on=on("2026-11-06"), what="2026-10")
    odd = Entry(on=on("2026-11-07"), what="2026-04")
    assert said(standing("figures-on-time", since("2026-09-01", gone, odd))) == {
        "October 2026: released on Friday 6 November 2026.": State.IN_ORDER,
        "No return for September 2026 has been released.": State.OVERDUE,
    }


def test_a_lost_file_is_flagged_whatever_else_is_known_of_it() -> None:
    lost = replace(OUT, lost_on=on("2026-11-19"))
    found = paper([lost], TODAY)
    assert [line.state for line in found.lines] == [State.FLAGGED]
    assert found.lines[0].says.startswith("A: lost, as was noticed on Thursday 19 November 2026.")


def test_our_own_words_are_told_with_what_they_stand_for() -> None:
    assert "Service user: we say “service user”." in said(standing("words", book(COVENTRY)))


def test_a_review_that_nobody_can_date_is_flagged() -> None:
    assert standing("policy-history", book("blackburn-with-darwen")).state is State.FLAGGED

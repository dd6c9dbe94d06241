"""The day on which a young person begins to answer for themselves: what a case says of it, owes and asks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions
from inconfidence.cases.actions import BirthDetails, ChildDetails, NotAccepted
from inconfidence.cases.queries import OpenCase, identity, open_case_for, right, right_in_words
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.consent.queries import who_we_may_talk_to
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.queries.weighing import weigh
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import due_for
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock

SignIn = Callable[[Person], Client]
Gather = Callable[[str], Cast]
LONDON = ZoneInfo("Europe/London")
THE_DAY, BORN = date(2027, 6, 25), date(2011, 7, 20)
KINDS = ("right_soon", "right_passes")
SERVICES = ("bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham")
YES = ConsentDetails(
    kind="share",
    answer="limited",
    words="You may talk to the SENCO about the review.",
    recipients=frozenset({"senco"}),
    purposes=frozenset({"annual_review"}),
)
HERS = replace(YES, giver="young_person")


def on(clock: Clock, day: date, hour: int = 10) -> None:
    """This hour of this day."""
    clock.set(datetime(day.year, day.month, day.day, hour, tzinfo=LONDON))


def a_family(tom: Person, **child: Any) -> str:
    """A mother's case about Sam, with her yes to the SENCO about the review, and her form back."""
    reference = a_case(tom, child=ChildDetails(name="Sam", **child))
    record_consent(tom.actor, reference, YES)
    record_form_returned(tom.actor, reference, FormReturned())
    return reference


def opened(who: Person, reference: str) -> OpenCase:
    """The case, opened."""
    door = open_case_for(who.actor, reference)
    assert isinstance(door, OpenCase)
    return door


def telling(who: Person, reference: str, **more: Any) -> str:
    """What telling the SENCO about the review comes to now."""
    sharing = Sharing(who="senco", telling="How she is", need="to plan it", purpose="annual_review", **more)
    weighed = weigh(who.actor, opened(who, reference), sharing)
    assert weighed
    return weighed.outcome


def owed(kind: str = "") -> list[date | None]:
    """The days on which asking the young person is owed."""
    rows = Duty.objects.filter(kind__in=[kind] if kind else KINDS, state="open").order_by("due_on")
    return list(rows.values_list("due_on", flat=True))


@pytest.mark.parametrize("slug", SERVICES)
def test_from_the_day_a_mothers_yes_does_not_cover_what_is_the_young_persons(
    slug: str, gather: Gather, clock: Clock
) -> None:
    tom = gather(slug).tom
    on(clock, date(2027, 6, 24), 9)
    reference = a_family(tom)
    actions.record_birth(tom.actor, reference, BirthDetails(BORN))
    on(clock, date(2027, 6, 24))
    assert telling(tom, reference) == "permit"
    for day in (THE_DAY, date(2027, 6, 26)):
        on(clock, day)
        assert telling(tom, reference) == "refuse"
        assert telling(tom, reference, whose="own") == "permit"
    record_consent(tom.actor, reference, HERS)
    on(clock, date(2027, 6, 26), 11)
    assert telling(tom, reference) == "permit"
    record_consent(tom.actor, reference, replace(HERS, answer="refused", recipients=frozenset()))
    on(clock, date(2027, 6, 26), 12)
    assert telling(tom, reference) == "refuse"
    assert telling(tom, reference, whose="own") == "permit"


def test_what_was_told_before_the_day_is_judged_by_its_own_day(cast: Cast, clock: Clock) -> None:
    on(clock, date(2027, 6, 20))
    reference = a_family(cast.tom)
    actions.record_birth(cast.tom.actor, reference, BirthDetails(BORN))
    on(clock, date(2027, 6, 24))
    assert telling(cast.tom, reference, on="2027-06-23") == "permit"


@pytest.mark.parametrize(
    ("child", "stage"),
    [
        ({"year_of_birth": 2010}, "passed"),
        ({"year_of_birth": 2011}, "before"),
        ({"age_band": "a11_15"}, "before"),
        ({"age_band": "a16_18"}, "passed"),
        ({"age_band": "not_asked"}, "not_known"),
        ({}, "not_known"),
        ({"is_the_person": True}, "before"),
    ],
)
def test_the_careful_reading_of_what_is_known(cast: Cast, child: dict[str, Any], stage: str) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam", **child))
    door = opened(cast.tom, reference)
    assert right(door, cast.tom.actor.today()).stage == stage
    assert (right_in_words(door, cast.tom.actor.today()) is None) == (stage == "before")


def test_a_young_person_on_their_own_case_answers_as_the_person_we_help(cast: Cast, clock: Clock) -> None:
    reference = a_family(cast.tom, year_of_birth=2008, is_the_person=True)
    clock.forward(hours=1)
    assert telling(cast.tom, reference) == "permit"
    assert owed() == []
    with pytest.raises(NotAccepted, match="giver"):
        record_consent(cast.tom.actor, reference, HERS)


def test_a_case_says_it_three_months_before_and_on_the_day(cast: Cast, clock: Clock, sign_in: SignIn) -> None:
    reference = a_family(cast.tom)
    actions.record_birth(cast.tom.actor, reference, BirthDetails(BORN))
    page = f"/cases/{reference}/"
    said = {}
    for day in (date(2027, 3, 24), date(2027, 3, 25), date(2027, 6, 24), THE_DAY):
        on(clock, day)
        said[day] = text(sign_in(cast.tom).get(page))
    soon = "From Friday 25 June 2027 the young person answers for themselves"
    now = "Since Friday 25 June 2027 the young person answers for themselves"
    assert [soon in each for each in said.values()] == [False, True, True, False]
    assert [now in each for each in said.values()] == [False, False, False, True]
    assert "(L-07)" in said[THE_DAY]


def test_it_is_owed_on_both_days_by_whoever_has_the_case(cast: Cast, clock: Clock) -> None:
    reference = a_family(cast.tom)
    assert owed() == []
    actions.record_birth(cast.tom.actor, reference, BirthDetails(BORN))
    assert owed("right_soon") == [date(2027, 3, 25)]
    assert owed("right_passes") == [THE_DAY]
    on(clock, date(2027, 3, 20))
    assert "right_soon" in [duty.kind for duty in due_for(cast.tom.actor, until=date(2027, 3, 27))]
    head = sum("answers for themselves" in line for line in _due(cast, reference))
    on(clock, date(2027, 3, 25))
    assert (head, sum("answers for themselves" in line for line in _due(cast, reference))) == (0, 1)


def _due(cast: Cast, reference: str) -> Sequence[str]:
    return identity(cast.tom.actor, opened(cast.tom, reference)).due


def test_more_than_a_year_ahead_nothing_is_owed_and_later_it_is(cast: Cast, clock: Clock) -> None:
    reference = a_family(cast.tom)
    actions.record_birth(cast.tom.actor, reference, BirthDetails(date(2011, 9, 1)))
    assert owed() == []
    on(clock, date(2027, 7, 1))
    record_consent(cast.tom.actor, reference, YES)
    assert owed() == [date(2028, 3, 30), date(2028, 6, 30)]
    Duty.objects.filter(kind="right_soon").update(state="done", done_at=clock(), done_by_id=cast.tom.id)
    record_consent(cast.tom.actor, reference, YES)
    assert owed() == [date(2028, 6, 30)]


def test_their_own_answer_is_what_was_owed(cast: Cast, clock: Clock) -> None:
    reference = a_family(cast.tom)
    actions.record_birth(cast.tom.actor, reference, BirthDetails(BORN))
    on(clock, date(2027, 3, 25))
    record_consent(cast.tom.actor, reference, replace(HERS, answer="asked"))
    assert owed() == [THE_DAY]
    record_consent(cast.tom.actor, reference, replace(HERS, answer="refused"))
    assert owed() == []


def test_a_case_nobody_has_owes_it_to_the_leads_and_a_late_one_today(cast: Cast) -> None:
    a_case(cast.tom, child=ChildDetails(name="Sam", year_of_birth=2008), take_myself=False)
    duty = Duty.objects.get(kind="right_passes")
    assert (duty.owed_by_role, duty.due_on) == ("leads", cast.tom.actor.today())
    assert owed("right_soon") == []


def test_what_is_known_anew_is_owed_anew(cast: Cast) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam", year_of_birth=2010))
    assert owed() == [cast.tom.actor.today()]
    actions.record_birth(cast.tom.actor, reference, BirthDetails(date(2010, 9, 1)))
    assert owed() == [date(2027, 3, 25), THE_DAY]


def test_what_is_owed_ends_with_the_case_and_comes_back_with_it(gather: Gather) -> None:
    tom = gather("bath-and-north-east-somerset").tom
    reference = a_case(tom, child=ChildDetails(name="Sam", year_of_birth=2010))
    closed = actions.close_case(
        tom.actor,
        reference,
        actions.ClosingDetails(outcomes=("needs_met",), issue="annual_review", settle_rest=False),
    )
    assert closed
    assert owed() == []
    assert right_in_words(opened(tom, reference), tom.actor.today()) is None
    assert actions.reopen_case(tom.actor, reference) is True
    assert owed() == [tom.actor.today()]


def test_who_we_may_talk_to_says_about_whom(cast: Cast, clock: Clock) -> None:
    reference = a_family(cast.tom, year_of_birth=2008)
    record_consent(cast.tom.actor, reference, replace(HERS, recipients=frozenset({"body:la"})))
    clock.forward(hours=1)
    talk = who_we_may_talk_to(opened(cast.tom, reference), cast.tom.actor.today())
    council = "anyone from the council's SEND and education teams"
    assert talk.yes == (
        f"{council}, about the annual review, until 20 May 2027 (about the young person)",
        "SENCO, about the annual review, until 20 May 2027 (only about the person we help)",
    )
    assert talk.no == (
        "everybody else (about the young person); everybody else, including the council (about the person we help)"
    )


def test_where_they_were_not_asked_it_says_so_of_the_young_person(cast: Cast) -> None:
    reference = a_family(cast.tom, year_of_birth=2008)
    talk = who_we_may_talk_to(opened(cast.tom, reference), cast.tom.actor.today())
    assert talk.no.startswith(
        "everybody, including the council: they have not been asked (about the young person); "
    )


def test_a_birthday_is_written_down_once_with_its_event_and_the_page_says_it(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam"))
    client = sign_in(cast.tom)
    address = f"/cases/{reference}/born/"
    for _ in range(2):
        answer = send(
            client, address, "0" * 31 + "1", born_on_day="20", born_on_month="7", born_on_year="2011"
        )
        assert answer.status_code == 302
    assert Event.objects.filter(act=Act.birth_recorded).count() == 1
    page = text(client.get(f"/cases/{reference}/"))
    assert "Born on Wednesday 20 July 2011" in page
    assert "Wednesday 20 July 2011" in text(client.get(f"/cases/{reference}/begin/"))


def test_the_year_alone_is_kept_and_the_question_is_come_back_to(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom, child=ChildDetails(name="Sam"))
    client = sign_in(cast.tom)
    answer = send(client, f"/cases/{reference}/born/?next=/cases/{reference}/share/", year_of_birth="2011")
    assert answer["Location"] == f"/cases/{reference}/share/"
    assert "Born in 2011" in text(client.get(f"/cases/{reference}/"))
    assert "The child or young person was born in: 2011" in text(client.get(f"/cases/{reference}/begin/"))


@pytest.mark.parametrize(
    ("details", "field", "says"),
    [
        (BirthDetails(), "born_on", "Give the birthday, or the year of birth"),
        (BirthDetails(date(2026, 11, 21)), "born_on", "A date of birth lies in the past: check the year"),
        (BirthDetails(date(1999, 12, 31)), "born_on", "Give a year from 2000 to 2026, or leave it empty"),
        (BirthDetails(year=2027), "year_of_birth", "Give a year from 2000 to 2026, or leave it empty"),
        (
            BirthDetails(BORN, 2012),
            "year_of_birth",
            "The birthday is in 2011: check the year, or leave it empty",
        ),
    ],
)
def test_what_cannot_be_is_said(cast: Cast, details: BirthDetails, field: str, says: str) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.record_birth(cast.tom.actor, reference, details)
    assert (wrong.value.field, wrong.value.says) == (field, says)


def test_a_birthday_of_somebody_elses_case_is_not_written(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert actions.record_birth(cast.vik.actor, reference, BirthDetails(BORN)) is None


def test_whose_it_is_is_asked_only_once_it_matters(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.tom)
    young, grown = a_family(cast.tom, year_of_birth=2016), a_family(cast.tom, year_of_birth=2008)
    for reference, asked in ((young, False), (grown, True)):
        assert ("Whose is it?" in text(client.get(f"/cases/{reference}/share/"))) is asked
        assert (
            "The young person, themselves" in text(client.get(f"/cases/{reference}/consent/new/"))
        ) is asked


@pytest.mark.parametrize(("whose", "says"), [("young_person", "L-07"), ("own", "Yes")])
def test_the_page_asks_and_answers_for_whoever_it_belongs_to(
    cast: Cast, clock: Clock, sign_in: SignIn, whose: str, says: str
) -> None:
    reference = a_family(cast.tom, year_of_birth=2008)
    clock.forward(hours=1)
    typed = {"press": "ask", "who": "other", "kind": "senco", "what": "chosen", "telling": "How she is"}
    rest = {
        "need": "to plan it",
        "purpose": "annual_review",
        "identifies": "named",
        "danger": "no",
        "behind": "no",
    }
    client = sign_in(cast.tom)
    came = send(client, f"/cases/{reference}/share/", whose=whose, **typed, **rest)
    page = client.get(came["Location"])
    outcome = page.context["asked"].answer
    assert outcome.outcome == ("permit" if whose == "own" else "refuse")
    if whose == "young_person":
        assert says in {clause.id for clause in outcome.clauses}

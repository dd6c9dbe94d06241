"""Where a concern goes: before it is sent, on its own page, and in what may be written down about who was told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.duties.queries import due_for
from inconfidence.editions.models import Adoption
from inconfidence.editions.queries import forget_adoptions
from inconfidence.safeguarding import actions
from inconfidence.safeguarding.actions import EntryDetails
from inconfidence.safeguarding.models import Concern, Entry
from inconfidence.vault.models import PersonKey
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

pytestmark = pytest.mark.django_db
SAID = "The teacher shouts at Sam, and Sam flinches."
Gather = Callable[[str], Cast]


def raised(client: Client, **more: str) -> UUID:
    """Raise one; its own page is where that leads."""
    sent = client.post("/concern/", {"words": SAID, "once": str(uuid4()), **more})
    return UUID(sent["Location"].strip("/").rpartition("/")[2])


def note(client: Client, concern: UUID, **said: str | list[str]) -> "Page":
    return client.post(f"/concerns/{concern}/note/", {"once": str(uuid4()), **said}, follow=True)


def end(client: Client, concern: UUID, **said: str) -> "Page":
    return client.post(f"/concerns/{concern}/close/", {"once": str(uuid4()), **said}, follow=True)


def owed(person: Person, concern: UUID) -> set[str]:
    return {duty.kind for duty in due_for(person.actor) if duty.about == concern}


def acts() -> list[str]:
    return list(Event.objects.values_list("act", flat=True))


def test_the_page_that_raises_one_says_where_each_kind_goes(gather: Gather, sign_in: SignIn) -> None:
    page = words(page_of(sign_in(gather("rotherham").tom), "/concern/"))

    assert "A head teacher" in page
    assert "The Chair of Governors, Schools’ HR." in page
    assert "Never: their line manager, the Head." in page
    assert "(RO-HARM-03d)" in page
    assert "RO-HARM-03f" not in page


def test_after_raising_it_the_worker_sees_who_must_hear_and_who_must_not(
    gather: Gather, sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)

    concern = raised(tom, whom="head_teacher", belief="believed")
    page = words(page_of(tom, f"/concerns/{concern}/"))

    assert "the Chair of Governors, Schools’ HR" in page
    assert "their line manager, the Head" in page
    assert "(RO-HARM-03d)" in page
    assert 'data-clause="RO-HARM-02b"' in page
    assert SAID not in page
    assert Concern.objects.get().believed_on == date(2026, 11, 20)


def test_while_nobody_has_said_whom_it_is_about_telling_is_owed_today(
    gather: Gather, sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)

    concern = raised(tom)

    assert "Nobody has said yet whom it is about" in words(page_of(tom, f"/concerns/{concern}/"))
    [duty] = [duty for duty in due_for(rotherham.tom.actor) if duty.about == concern]
    assert (duty.kind, duty.due_on, duty.by_hand) == ("tell_hearers", date(2026, 11, 20), False)
    assert "Open the concern" in words(page_of(tom, "/"))


@pytest.mark.parametrize("whom", ["nobody", "", "child\0"])
def test_an_answer_that_is_none_of_ours_holds_nothing_up(cast: Cast, sign_in: SignIn, whom: str) -> None:
    concern = raised(sign_in(cast.tom), whom=whom, belief="perhaps", emergency="on")

    assert Concern.objects.get().id == concern


def test_a_believed_risk_to_a_child_is_a_yes_and_what_is_missing_is_owed_today(
    gather: Gather, sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)

    concern = raised(tom, whom="child", belief="believed")

    assert 'data-outcome="permit"' in words(page_of(tom, f"/concerns/{concern}/"))
    assert owed(rotherham.tom, concern) == {
        "tell_hearers",
        "check_meant",
        "speak_to_person",
        "consult_lead",
        "record_mending",
    }
    saved = note(
        tom,
        concern,
        checked="She said it again.",
        spoken_to="yes",
        consulted="on",
        told=["social_care"],
        what="What Sam said",
        mending="We offered a meeting.",
    )
    assert "Told: Social Care" in words(saved)
    assert owed(rotherham.tom, concern) == set()
    assert Concern.objects.get().passed_on == date(2026, 11, 20)


def test_rotherham_checks_and_speaks_first_while_we_wonder(gather: Gather, sign_in: SignIn) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)

    concern = raised(tom, whom="adult", belief="wondering")
    page = words(page_of(tom, f"/concerns/{concern}/"))

    assert 'data-outcome="refer"' in page
    assert f"/concerns/{concern}/note/#id_checked" in page
    assert "RO-HARM-01a" in page


@pytest.mark.parametrize("ticked", ["child_hurt", "emergency"])
def test_nothing_comes_first_where_a_child_may_be_hurt_or_there_is_no_time(
    gather: Gather, sign_in: SignIn, ticked: str
) -> None:
    """X-19, X-30: whom a teacher may hurt is said when the concern is raised."""
    tom = sign_in(gather("rotherham").tom)

    waits = words(page_of(tom, f"/concerns/{raised(tom, whom='class_teacher', belief='believed')}/"))
    goes = raised(tom, whom="class_teacher", belief="believed", **{ticked: "on"})
    page = words(page_of(tom, f"/concerns/{goes}/"))

    assert 'data-outcome="refer"' in waits
    assert 'data-outcome="permit"' in page
    assert ("Social Care and the designated officer must hear this" in page) is (ticked == "child_hurt")


def test_the_head_teacher_is_not_told_of_a_concern_about_them(gather: Gather, sign_in: SignIn) -> None:
    tom = sign_in(gather("rotherham").tom)
    concern = raised(tom, whom="head_teacher", belief="believed")

    answer = note(tom, concern, told=["head", "schools_hr"], what="All of it", spoken_to="yes")

    assert 'data-outcome="refuse"' in words(answer)
    assert "it is about a head teacher, who is not told" in words(answer)
    assert "All of it" in words(answer)
    assert Entry.objects.count() == 1
    assert acts().count("concern_not_told") == 1


def test_what_was_told_already_is_written_down_and_shown_to_the_head(gather: Gather, sign_in: SignIn) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)
    concern = raised(tom, whom="head_teacher", belief="believed")

    answer = note(tom, concern, told=["head"], already="on")

    assert "They knew already: The Head" in words(answer)
    assert "told_wrongly" in owed(rotherham.maryam, concern)
    assert Concern.objects.get().passed_on is None


def test_one_of_two_is_written_down_and_the_other_is_still_owed(gather: Gather, sign_in: SignIn) -> None:
    rotherham = gather("rotherham")
    tom = sign_in(rotherham.tom)
    concern = raised(tom, whom="head_teacher", belief="believed")
    note(tom, concern, checked="Yes", spoken_to="unsafe", why_unsafe="He was there", consulted="on")

    half = note(tom, concern, told=["chair_of_governors"])

    assert "Told so far: The Chair of Governors." in words(half)
    assert 'data-outcome="refer"' in words(half)
    assert "tell_hearers" in owed(rotherham.tom, concern)
    assert Concern.objects.get().passed_on is None
    note(tom, concern, told=["schools_hr"])
    assert Concern.objects.get().passed_on == date(2026, 11, 20)
    assert "tell_hearers" not in owed(rotherham.tom, concern)


def test_words_not_meant_are_told_to_nobody(gather: Gather, sign_in: SignIn, wall_clock: Clock) -> None:
    tom = sign_in(gather("rotherham").tom)
    concern = raised(tom, whom="employee", belief="wondering")
    wall_clock.forward(minutes=1)

    answer = note(tom, concern, belief="no_intention", told=["line_manager"])

    assert "it was talked through and not meant" in words(answer)
    assert Entry.objects.count() == 1
    note(tom, concern, belief="no_intention")
    assert "This is told to nobody" in words(page_of(tom, f"/concerns/{concern}/"))
    assert Concern.objects.get().believed_on is None


def test_the_head_of_service_has_been_consulted_when_they_write(gather: Gather, sign_in: SignIn) -> None:
    rotherham = gather("rotherham")
    concern = raised(sign_in(rotherham.tom), whom="child", belief="believed")
    assert "consult_lead" in owed(rotherham.tom, concern)

    note(sign_in(rotherham.maryam), concern, reasons="I have met Sam")

    assert "consult_lead" not in owed(rotherham.tom, concern)


def test_a_lead_and_the_raiser_read_the_same_entries(gather: Gather, sign_in: SignIn) -> None:
    rotherham = gather("rotherham")
    tom, maryam = sign_in(rotherham.tom), sign_in(rotherham.maryam)
    concern = raised(tom, whom="child", belief="believed")
    note(tom, concern, reasons="The marks are new")
    note(maryam, concern, mending="I rang the school")

    for page in (words(page_of(client, f"/concerns/{concern}/")) for client in (tom, maryam)):
        assert "Why: The marks are new" in page
        assert "To mend the relationship: I rang the school" in page


def test_what_is_written_stands_nowhere_in_clear(gather: Gather, sign_in: SignIn) -> None:
    tom = sign_in(gather("rotherham").tom)
    concern = raised(tom, whom="child", belief="believed")
    note(tom, concern, reasons="The marks are new")

    raw = [bytes(column.raw) for entry in Entry.objects.all() for column in (entry.record, entry.own_record)]
    assert len(raw) == 4
    assert not [each for each in raw if b"marks" in each or b"child" in each]


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
@pytest.mark.parametrize("page", ["", "note/", "close/"])
def test_nobody_else_reads_or_writes_about_it(cast: Cast, sign_in: SignIn, who: str, page: str) -> None:
    concern = actions.raise_concern(cast.tom.actor, SAID)
    client = sign_in(getattr(cast, who))

    assert client.get(f"/concerns/{concern}/{page}").status_code == 404
    assert client.post(f"/concerns/{concern}/{page}", {"once": str(uuid4())}).status_code == 404
    assert actions.note(getattr(cast, who).actor, concern, EntryDetails()) is None
    assert actions.close(getattr(cast, who).actor, concern, EntryDetails()) is None


def test_a_form_sent_twice_writes_once(cast: Cast, sign_in: SignIn) -> None:
    tom, maryam = sign_in(cast.tom), sign_in(cast.maryam)
    concern = raised(tom, whom="child", belief="believed")
    for client, page, said in ((tom, "note", {"told": "social_care"}), (maryam, "close", {"mending": "x"})):
        form = {"once": str(uuid4()), **said}
        for _ in range(2):
            client.post(f"/concerns/{concern}/{page}/", form)
        assert (
            "That was already saved" in words(client.post(f"/concerns/{concern}/{page}/", form, follow=True))
            or page == "close"
        )

    assert Entry.objects.count() == 3


def test_believed_and_not_passed_on_is_shown_to_the_leads_the_next_day(
    gather: Gather, sign_in: SignIn, wall_clock: Clock
) -> None:
    rotherham = gather("rotherham")
    concern = raised(sign_in(rotherham.tom), whom="child", belief="believed")
    assert "believed and not passed on" not in words(page_of(sign_in(rotherham.maryam), "/"))
    wall_clock.forward(days=1)
    maryam, tom = sign_in(rotherham.maryam), sign_in(rotherham.tom)

    assert "1 believed and not passed on" in words(page_of(maryam, "/"))
    assert "Believed on Friday 20 November 2026, and not passed on." in words(page_of(maryam, "/concerns/"))
    assert "and not passed on." in words(page_of(maryam, f"/concerns/{concern}/"))
    assert "believed and not passed on" not in words(page_of(tom, "/"))
    note(tom, concern, told=["social_care"])
    assert "believed and not passed on" not in words(page_of(maryam, "/"))


def test_a_service_whose_policy_is_silent_about_mending_is_not_asked_for_it(
    gather: Gather, sign_in: SignIn
) -> None:
    for slug, asked in (("coventry", False), ("rotherham", True)):
        tom = sign_in(gather(slug).tom)
        concern = raised(tom, whom="employee", belief="believed")
        page = words(page_of(tom, f"/concerns/{concern}/note/"))
        assert ('name="mending"' in page) is asked
        assert ('name="violence_procedure"' in page) is asked


def test_an_unsigned_key_costs_the_raiser_their_copy_and_nothing_else(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    PersonKey.objects.filter(owner=cast.tom.id).update(signature=None)

    concern = raised(tom, whom="child", belief="believed")

    assert Concern.objects.get().id == concern
    assert [entry.own_record for entry in Entry.objects.all()] == [None]


@contextmanager
def no_policy() -> Iterator[None]:
    Adoption.objects.all().delete()
    forget_adoptions()
    yield
    forget_adoptions()


def test_without_a_policy_a_concern_is_taken_all_the_same(cast: Cast) -> None:
    with no_policy():
        concern = actions.raise_concern(cast.tom.actor, SAID, details=EntryDetails(about="child"))

    assert owed(cast.tom, concern) == {"tell_hearers"}

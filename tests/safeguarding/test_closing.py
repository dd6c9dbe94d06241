"""A concern closes with what was done about it, never empty; an incident towards staff stands apart from any case."""

from collections.abc import Callable

import pytest

from inconfidence.safeguarding import actions
from inconfidence.safeguarding.actions import EntryDetails, NotClosed
from inconfidence.safeguarding.models import Concern, Entry
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words
from tests.safeguarding.test_where_it_goes import SAID, acts, end, note, owed, raised

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]


def test_a_believed_concern_is_not_closed_with_nobody_told(cast: Cast, sign_in: SignIn) -> None:
    concern = raised(sign_in(cast.tom), whom="child", belief="believed")

    answer = end(sign_in(cast.maryam), concern)

    assert 'data-outcome="refuse"' in words(answer)
    assert "it is believed, so it must be acted on, and nobody has been told" in words(answer)
    assert Concern.objects.get().closed_at is None
    assert acts().count("concern_not_closed") == 1


def test_one_that_is_not_settled_and_one_about_nobody_stay_open(cast: Cast, sign_in: SignIn) -> None:
    maryam = sign_in(cast.maryam)
    wondering = raised(sign_in(cast.tom), whom="child", belief="wondering")
    nobody = actions.raise_concern(cast.tom.actor, SAID)

    assert "nobody has written down whether it is believed" in words(end(maryam, wondering))
    assert "Nobody has said whom it is about: write that down first." in words(end(maryam, nobody))
    assert not Concern.objects.filter(closed_at__isnull=False).exists()


def test_it_closes_once_those_who_must_hear_were_told(cast: Cast, sign_in: SignIn) -> None:
    maryam = sign_in(cast.maryam)
    concern = raised(sign_in(cast.tom), whom="child", belief="believed")
    note(maryam, concern, told=["social_care"], spoken_to="unsafe", why_unsafe="He lives there")

    closed = end(maryam, concern)

    assert "The concern is closed." in words(closed)
    assert "Maryam Sesay closed it" in words(page_of(maryam, f"/concerns/{concern}/"))
    assert owed(cast.maryam, concern) == owed(cast.tom, concern) == set()
    assert Concern.objects.get().closed_by_id == cast.maryam.id
    assert "concern_closed" in acts()


def test_a_closed_concern_takes_nothing_more(cast: Cast, sign_in: SignIn) -> None:
    maryam = sign_in(cast.maryam)
    concern = raised(sign_in(cast.tom), whom="child", belief="believed")
    note(maryam, concern, told=["social_care"])
    end(maryam, concern)

    assert actions.note(cast.maryam.actor, concern, EntryDetails(mending="More")) is None
    assert actions.close(cast.maryam.actor, concern, EntryDetails()) is None
    assert "Write down what has happened" not in words(page_of(maryam, f"/concerns/{concern}/"))


def test_rotherham_asks_what_was_done_to_mend_things_and_for_the_violence_procedure(
    gather: Gather, sign_in: SignIn
) -> None:
    rotherham = gather("rotherham")
    maryam = sign_in(rotherham.maryam)
    concern = raised(sign_in(rotherham.tom), whom="employee", belief="believed")
    note(maryam, concern, told=["line_manager"], checked="He repeated it", spoken_to="yes")
    assert owed(rotherham.tom, concern) == {"start_violence_procedure", "record_mending"}

    first = end(maryam, concern)
    assert 'data-step="start_violence_procedure"' in words(first)
    assert 'data-step="record_mending"' in words(first)
    second = end(maryam, concern, violence_procedure="on")
    assert 'data-step="record_mending"' in words(second)
    closed = end(maryam, concern, violence_procedure="on", mending="They met with a colleague.")

    assert "The concern is closed." in words(closed)
    page = words(page_of(maryam, f"/concerns/{concern}/"))
    assert "The work-related violence procedure was started" in page
    assert "To mend the relationship: They met with a colleague." in page


def test_hot_words_close_with_nobody_told_and_stay_with_worker_and_leads(
    gather: Gather, sign_in: SignIn, wall_clock: Clock
) -> None:
    rotherham = gather("rotherham")
    tom, maryam = sign_in(rotherham.tom), sign_in(rotherham.maryam)
    concern = raised(tom, whom="employee", belief="wondering")
    wall_clock.forward(minutes=1)
    note(tom, concern, checked="He laughed and took it back", belief="no_intention")

    assert "The concern is closed." in words(end(maryam, concern, mending="We had tea."))
    assert "He laughed" in words(page_of(tom, f"/concerns/{concern}/"))
    assert sign_in(rotherham.ewa).get(f"/concerns/{concern}/").status_code == 404


def test_a_threat_towards_staff_is_reported_apart_from_any_case(gather: Gather, sign_in: SignIn) -> None:
    coventry = gather("coventry")
    tom, maryam = sign_in(coventry.tom), sign_in(coventry.maryam)
    form = words(page_of(tom, "/concern/?incident=1&case=2345-6789"))
    assert "Report a threat or abuse towards somebody who works here" in form
    assert 'name="whom"' not in form

    concern = raised(tom, kind="incident", about="2345-6789")

    page = words(page_of(maryam, f"/concerns/{concern}/"))
    assert "A threat or abuse towards somebody who works here" in page
    assert 'data-clause="CV-SAFEGUARD-02b"' in page
    assert "their line manager" in page
    assert "2345-6789" not in page
    assert 'data-step="consult_lead"' in page
    note(tom, concern, consulted="on")
    assert 'data-duty="record_incident"' in words(page_of(maryam, f"/concerns/{concern}/"))
    assert "Threat or abuse, raised" in words(page_of(maryam, "/concerns/"))


def test_an_incident_left_unreported_is_shown_to_the_head(gather: Gather, sign_in: SignIn) -> None:
    coventry = gather("coventry")
    concern = raised(sign_in(coventry.tom), kind="incident")

    came = actions.close(coventry.maryam.actor, concern, EntryDetails())

    assert isinstance(came, NotClosed)
    assert "flag_unreported" in owed(coventry.maryam, concern)
    assert Entry.objects.count() == 1
    note(sign_in(coventry.maryam), concern, told=["line_manager"])
    assert actions.close(coventry.maryam.actor, concern, EntryDetails()) is True
    assert owed(coventry.maryam, concern) == set()

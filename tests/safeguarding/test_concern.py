"""A concern is never refused and never lost: from any role, stale, timed out, or while the database refuses."""

from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.test import Client

from inconfidence.duties.queries import due_for
from inconfidence.safeguarding import actions, queries
from inconfidence.safeguarding.models import Concern
from inconfidence.vault import spool
from inconfidence.vault.groups import Group
from inconfidence.vault.models import GroupKey
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db
SAID = "Sam has bruises on both arms, and would not say why."


def send(client: Client, said: str = SAID, **more: str) -> str:
    answer = client.post("/concern/", {"words": said, "once": str(uuid4()), **more}, follow=True)
    assert answer.status_code in {200, 503}, answer.status_code
    return words(answer)


def read_by_a_lead(cast: Cast) -> list[str]:
    rows = queries.concerns(cast.maryam.actor)
    views = [queries.concern(cast.maryam.actor, row.id) for row in rows]
    return [view.words for view in views if view]


@pytest.mark.parametrize("who", ["maryam", "tom", "joan", "vik"])
def test_anybody_raises_one_in_two_presses_and_the_head_owes_a_reading_today(
    cast: Cast, sign_in: SignIn, who: str
) -> None:
    client = sign_in(getattr(cast, who))
    assert 'href="/concern/"' in words(page_of(client, "/"))

    page = send(client)

    assert "Your concern is with the leads" in page
    assert read_by_a_lead(cast) == [SAID]
    owed = [duty for duty in due_for(cast.maryam.actor) if duty.kind == "read_concern"]
    assert [duty.due_on for duty in owed] == [cast.maryam.actor.today()]


def test_the_words_stand_nowhere_in_clear(cast: Cast, sign_in: SignIn) -> None:
    send(sign_in(cast.tom))

    with connection.cursor() as cursor:
        cursor.execute("SELECT record FROM safeguarding_concern")
        stored = bytes(cursor.fetchone()[0])
    assert b"bruises" not in stored


def test_an_empty_one_is_asked_for_once_and_then_taken(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)

    first = send(tom, "  ")
    assert "Nothing is written yet" in first
    assert not Concern.objects.exists()
    send(tom, "", again="1")

    assert Concern.objects.count() == 1


def test_a_page_without_its_marks_is_taken_too(cast: Cast, sign_in: SignIn) -> None:
    tom = Client(enforce_csrf_checks=True)
    tom.cookies = sign_in(cast.tom).cookies

    answer = tom.post("/concern/", {"words": SAID, "once": "no token at all"}, follow=True)

    assert answer.status_code == 200
    assert read_by_a_lead(cast) == [SAID]


def test_one_as_long_as_a_request_may_be_is_taken(cast: Cast, sign_in: SignIn) -> None:
    long = "He said it again. " * 100_000

    send(sign_in(cast.tom), long)

    assert read_by_a_lead(cast) == [long.strip()]


def test_sent_twice_it_is_there_once(cast: Cast, sign_in: SignIn) -> None:
    tom, once = sign_in(cast.tom), str(uuid4())

    for _ in range(2):
        page = words(tom.post("/concern/", {"words": SAID, "once": once}, follow=True))
        assert "Your concern is with the leads" in page

    assert Concern.objects.count() == 1


def test_after_a_time_out_it_waits_for_the_next_lead_and_arrives(
    cast: Cast, sign_in: SignIn, wall_clock: Clock
) -> None:
    tom = sign_in(cast.tom)
    wall_clock.forward(minutes=30)

    page = send(tom)

    assert "safe" in page
    assert not Concern.objects.exists()
    assert len(spool.waiting_for_group(cast.service_id, Group.leads)) == 1
    day = words(page_of(sign_in(cast.maryam), "/"))
    assert "1 concern" in day
    assert read_by_a_lead(cast) == [SAID]
    assert spool.waiting_for_group(cast.service_id, Group.leads) == []
    assert Concern.objects.get().raised_by_id == cast.tom.id


@pytest.mark.django_db(transaction=True)
def test_while_the_database_refuses_it_is_kept_and_arrives_later(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)

    def refuse(*_: object) -> None:
        raise OperationalError("the database refuses")

    with connection.execute_wrapper(refuse):
        page = words(tom.post("/concern/", {"words": SAID, "once": str(uuid4())}))

    assert "safe" in page
    assert actions.deliver_waiting(cast.maryam.actor) == 1
    assert actions.deliver_waiting(cast.maryam.actor) == 0
    assert read_by_a_lead(cast) == [SAID]


def test_who_is_no_lead_delivers_and_reads_nothing(cast: Cast, sign_in: SignIn, wall_clock: Clock) -> None:
    joan = sign_in(cast.joan)
    wall_clock.forward(minutes=30)
    send(joan)

    assert actions.deliver_waiting(cast.tom.actor) == 0
    assert len(spool.waiting_for_group(cast.service_id, Group.leads)) == 1


def test_when_the_leads_key_was_exchanged_the_words_stay_with_who_wrote_them(
    cast: Cast, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    GroupKey.objects.filter(group="leads").update(signature=b"\0" * 64)

    answer = tom.post("/concern/", {"words": SAID, "once": str(uuid4())})

    assert answer.status_code == 503
    [kept_id] = spool.waiting_for(cast.tom.id)
    assert SAID in words(page_of(tom, f"/concern/?kept={kept_id}"))

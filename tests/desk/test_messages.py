"""A message left by whoever answers the phone: sealed to those who hold the case, on their day, then on the case."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import connection

from inconfidence.audit.models import Event
from inconfidence.audit.verify import verify
from inconfidence.cases.actions import allocate, end_allocation, file_message, leave_message
from inconfidence.cases.models import Item, Message
from inconfidence.cases.queries import messages
from inconfidence.desk.queries import my_day
from inconfidence.duties.models import Duty
from inconfidence.people.models import Card
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.disclosure.family import SERVICES
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db

WORDS = "Please ring about Thursday, after six."


def the_card() -> UUID:
    return Card.objects.get().id


def left(who: Person) -> UUID:
    assert leave_message(who.actor, the_card(), WORDS)
    return Message.objects.latest("taken_at").said


@pytest.mark.parametrize("slug", SERVICES)
def test_a_message_is_read_by_who_holds_the_case_and_the_leads_alone(
    gather: Callable[[str], Cast], slug: str
) -> None:
    cast = gather(slug)
    a_case(cast.tom)
    said = left(cast.joan)

    assert messages(cast.tom.actor, {said})[said].words == WORDS
    assert messages(cast.maryam.actor, {said})[said].words == WORDS
    for other in (cast.joan, cast.ewa, cast.vik):
        assert not messages(other.actor, {said})


def test_no_word_of_it_lies_in_clear(cast: Cast) -> None:
    a_case(cast.tom)
    left(cast.joan)
    with connection.cursor() as cursor:
        cursor.execute("SELECT record, own_record FROM cases_message")
        (row,) = cursor.fetchall()
    assert not [column for column in row if b"Thursday" in bytes(column)]


def test_after_the_name_it_takes_three_presses_and_stands_on_the_workers_day(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = a_case(cast.tom)
    joan = sign_in(cast.joan)

    address = f"/on-the-line/{the_card()}/"
    assert send(joan, "/on-the-line/", name="marta").url == address
    assert f'action="{address}message/"' in words(page_of(joan, address))
    answer = send(joan, f"{address}message/", words=WORDS)

    assert answer.url == address
    day = words(page_of(sign_in(cast.tom), "/"))
    assert WORDS in day
    assert "Message taken by Joan Petty, Friday 20 November 2026, 10am. Nobody made sure who it was." in day
    assert f"/cases/{reference}/messages/" in day
    assert "Thursday" not in words(page_of(joan, "/"))
    assert "Thursday" not in words(page_of(joan, address))


def test_it_says_how_whoever_left_it_was_known(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan = sign_in(cast.joan)
    send(joan, f"/on-the-line/{the_card()}/", how="rang_back")
    send(joan, f"/on-the-line/{the_card()}/message/", words=WORDS)

    (line,) = my_day(cast.tom.actor).groups[0].lines

    assert line.message is not None
    assert line.message.taken.endswith("We rang back on the number on the card.")


def test_put_on_the_case_it_is_a_note_and_nowhere_else(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    said = left(cast.joan)
    tom = sign_in(cast.tom)

    for _ in range(2):
        assert tom.post(f"/cases/{reference}/messages/{said}/")["Location"] == "/"

    assert Item.objects.count() == 1
    page = words(page_of(tom, f"/cases/{reference}/"))
    assert WORDS in page
    assert "Message taken by Joan Petty" in page
    assert not messages(cast.tom.actor, {said})
    assert not messages(cast.maryam.actor, {said})
    assert Duty.objects.get(kind="message").state == "done"
    assert Event.objects.filter(act__in=("message_left", "message_filed")).count() == 2


def test_of_two_who_hold_the_case_both_have_it_until_one_puts_it_there(cast: Cast) -> None:
    reference = a_case(cast.tom)
    allocate(cast.maryam.actor, reference, cast.ewa.id)
    said = left(cast.joan)

    assert Message.objects.count() == 2
    assert messages(cast.ewa.actor, {said})
    assert file_message(cast.ewa.actor, reference, said) is True
    assert not messages(cast.tom.actor, {said})
    assert not Duty.objects.filter(kind="message", state="open").exists()


def test_one_person_with_two_cases_is_told_once(cast: Cast) -> None:
    first = a_case(cast.tom)
    a_case(cast.tom, again=first)

    left(cast.joan)

    assert Message.objects.count() == 1


def test_where_nobody_works_with_them_it_is_for_the_leads(cast: Cast) -> None:
    reference = a_case(cast.maryam, take_myself=False)
    said = left(cast.joan)

    duty = Duty.objects.get(kind="message")
    assert (duty.owed_by_id, duty.owed_by_role) == (None, "leads")
    assert file_message(cast.maryam.actor, reference, said) is True
    assert not messages(cast.tom.actor, {said})


def test_whoever_leaves_the_case_leaves_its_message_to_the_leads(cast: Cast) -> None:
    reference = a_case(cast.tom)
    said = left(cast.joan)

    end_allocation(cast.maryam.actor, reference, cast.tom.id)

    assert file_message(cast.tom.actor, reference, said) is None
    lines = [line.message for line in my_day(cast.maryam.actor).groups[0].lines]
    assert [one.words for one in lines if one] == [WORDS]


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_words_are_no_message(cast: Cast, sign_in: SignIn, typed: str) -> None:
    a_case(cast.tom)

    page = text(send(sign_in(cast.joan), f"/on-the-line/{the_card()}/message/", words=typed))

    assert "Write the message" in page
    assert not Message.objects.exists()


def test_it_is_left_once(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan, once = sign_in(cast.joan), str(uuid4())

    for _ in range(2):
        send(joan, f"/on-the-line/{the_card()}/message/", once, words=WORDS)

    assert Message.objects.count() == 1


def test_only_those_who_have_the_card_leave_one_and_only_holders_put_it_on_the_case(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    here, there = gather("cumbria"), gather("coventry")
    reference = a_case(here.tom)
    said = left(here.joan)

    for who in (here.vik, there.joan):
        assert send(sign_in(who), f"/on-the-line/{the_card()}/message/", words="x").status_code == 404
    for who in (here.joan, here.ewa, there.tom):
        assert sign_in(who).post(f"/cases/{reference}/messages/{said}/").status_code == 404
    assert Message.objects.count() == 1
    assert not Item.objects.exists()


def test_a_message_of_another_case_is_not_put_on_this_one(cast: Cast) -> None:
    a_case(cast.tom)
    said = left(cast.joan)
    other = a_case(cast.tom, "Ines Duarte")

    assert file_message(cast.tom.actor, other, said) is False
    assert file_message(cast.tom.actor, other, uuid4()) is False


def test_the_record_is_whole_after_it_was_filed(cast: Cast) -> None:
    reference = a_case(cast.tom)
    file_message(cast.tom.actor, reference, left(cast.joan))

    assert verify().ok

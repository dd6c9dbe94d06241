"""/cases/<reference>/form/aloud/: a form gone through aloud, with an interpreter, until it counts as come back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases.actions import NotAccepted, open_case
from inconfidence.cases.queries import NeedsReason, may_begin
from inconfidence.consent import actions, queries
from inconfidence.consent.actions import Aloud, WentThrough
from inconfidence.consent.models import Entry
from inconfidence.duties.queries import due_for
from inconfidence.duties.words import FORM, FORM_ALOUD
from inconfidence.people.actions import CardDetails
from tests.cases.browser import bare, send, text
from tests.cases.family import MARTA, SAFE, a_case
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.consent.test_recording import door

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
Gather = Callable[[str], Cast]
ANSWERS = {"advise": "yes", "talk": "yes", "obtain": "no", "keep": "yes", "feedback": "no"}
TOLD: dict[str, Any] = {"statement": True, "notice": True, "answers": ANSWERS, "confirmed": True}
WHOLE = Aloud(**TOLD)
URDU = replace(WHOLE, language="Urdu", interpreter="professional", interpreter_name="Word Bridge, number 41")
TYPED: dict[str, Any] = {
    "method": "telephone",
    "language": "Urdu",
    "interpreter": "professional",
    "interpreter_name": "Word Bridge, number 41",
    "statement": "on",
    "notice": "on",
    "confirmed": "on",
    **ANSWERS,
}


def an_urdu_speaker(who: Person) -> str:
    """A case of somebody who needs an interpreter."""
    card = CardDetails(
        name="Shazia Khan", phones=("07700 900 321",), safe=SAFE, language="Urdu", interpreter=True
    )
    reference = open_case(who.actor, replace(MARTA, card=card))
    assert isinstance(reference, str)
    return reference


def missing(who: Person, reference: str, details: Aloud) -> tuple[str, ...]:
    """What still keeps it from counting, after this going through."""
    came = actions.go_through_aloud(who.actor, reference, details)
    assert isinstance(came, WentThrough)
    return came.missing


def steps(who: Person, reference: str) -> list[str]:
    """What comes before work in depth."""
    return [str(step.kind) for step in may_begin(who.actor, door(who, reference)).steps]


def kinds(who: Person) -> list[str]:
    """What this person owes."""
    return [duty.kind for duty in due_for(who.actor)]


def test_a_mother_with_an_interpreter_by_telephone(gather: Gather, sign_in: SignIn) -> None:
    cast = gather("rotherham")
    reference = an_urdu_speaker(cast.tom)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/form/aloud/"))
    assert "Their language: Urdu. An interpreter is needed." in page
    assert "What you tell us stays with us." in page
    assert 'value="Urdu"' in page
    assert "chase_form" in steps(cast.tom, reference)
    answer = send(client, f"/cases/{reference}/form/aloud/", **TYPED)
    assert answer.cookies["said"].value.startswith("form-aloud:")
    assert "chase_form" not in steps(cast.tom, reference)
    assert "give_pack" not in steps(cast.tom, reference)
    assert FORM not in kinds(cast.tom)
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert "The permission form was gone through aloud and confirmed: it counts as come back" in page
    stamp = "(Friday 20 November 2026, Tom Aldridge, in Urdu, through an interpreter, Word Bridge, number 41)"
    assert f"Ask for records: no {stamp}" in page
    assert f"Give advice and support: yes {stamp}" in page


def test_the_lead_is_shown_it_where_work_waits_for_the_form_and_nowhere_else(gather: Gather) -> None:
    for slug, shown in (("rotherham", True), ("cumbria", False)):
        cast = gather(slug)
        assert missing(cast.tom, an_urdu_speaker(cast.tom), URDU) == ()
        assert (FORM_ALOUD in kinds(cast.maryam)) is shown, slug


def test_what_was_told_aloud_is_known_to_first_contact(cast: Cast) -> None:
    reference = a_case(cast.tom)
    missing(cast.tom, reference, replace(WHOLE, gone_through_on=date(2026, 11, 19)))
    found = queries.aloud_page(cast.tom.actor, reference)
    assert isinstance(found, queries.AloudPage)
    assert (found.before["statement"], found.before["notice"], found.back) == (True, True, True)
    assert queries.forms_out(cast.tom.actor).waiting == ()
    assert Event.objects.filter(act=Act.first_contact_recorded).count() == 1


@pytest.mark.parametrize(
    ("changes", "still"),
    [
        ({"statement": False}, ("statement",)),
        ({"notice": False}, ("notice",)),
        ({"confirmed": False}, ("confirmed",)),
        ({"answers": {"advise": "yes"}, "confirmed": False}, ("answers", "confirmed")),
        ({"statement": False, "notice": False, "answers": {}, "confirmed": False},
         ("statement", "notice", "answers", "confirmed")),
    ],
)  # fmt: skip
def test_what_is_not_complete_does_not_count_and_is_kept(
    gather: Gather, changes: dict[str, Any], still: tuple[str, ...]
) -> None:
    cast = gather("rotherham")
    reference = a_case(cast.tom)
    assert missing(cast.tom, reference, replace(WHOLE, **changes)) == still
    assert "chase_form" in steps(cast.tom, reference)
    assert FORM in kinds(cast.tom)
    assert FORM_ALOUD not in kinds(cast.maryam)
    assert Event.objects.filter(act=Act.form_gone_through).count() == 1
    (shown,) = queries.consents(cast.tom.actor, door(cast.tom, reference))
    assert "It is not complete, and does not count as come back." in shown.sentence


def test_what_was_answered_before_stands_there_with_its_own_day_and_interpreter(
    cast: Cast, sign_in: SignIn, wall_clock: Clock
) -> None:
    reference = an_urdu_speaker(cast.tom)
    first = replace(URDU, answers={"advise": "yes", "talk": "no"}, confirmed=False, whom="Her GP")
    missing(cast.tom, reference, first)
    wall_clock.forward(days=3)
    client = sign_in(cast.tom)
    page = client.get(f"/cases/{reference}/form/aloud/").content.decode()
    assert 'value="Word Bridge, number 41"' in page
    assert 'value="Her GP"' in page
    second = TYPED | {"interpreter": "nobody", "language": "English", "talk": "yes"}
    assert send(client, f"/cases/{reference}/form/aloud/", **second).status_code == 302
    (after, _) = queries.consents(cast.tom.actor, door(cast.tom, reference))
    early = "Friday 20 November 2026, Tom Aldridge, in Urdu, through an interpreter, Word Bridge, number 41"
    assert f"Give advice and support: yes ({early})" in after.spoken
    assert (
        "Talk to the people named on the form: yes (Monday 23 November 2026, Tom Aldridge, in English)"
        in after.spoken
    )


@pytest.mark.parametrize("interpreter", ["relative", "child"])
def test_one_of_the_family_interprets_only_after_a_warning(
    cast: Cast, sign_in: SignIn, interpreter: str
) -> None:
    reference = an_urdu_speaker(cast.tom)
    client = sign_in(cast.tom)
    family = TYPED | {
        "interpreter": interpreter,
        "interpreter_name": "Her sister Sana",
        "words": "Kept words.",
    }
    warned = send(client, f"/cases/{reference}/form/aloud/", **family)
    assert "Find an interpreter first, or write down why nobody else could" in text(warned)
    assert "Kept words." in text(warned)
    assert not Entry.objects.exists()
    why = {"why_family": "No interpreter before the hearing."}
    assert send(client, f"/cases/{reference}/form/aloud/", **family | why).status_code == 302
    page = text(client.get(f"/cases/{reference}/consent/"))
    assert "Why one of the family interpreted: No interpreter before the hearing." in page
    assert "Her sister Sana" in page


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"interpreter": "professional"}, "interpreter_name", "Write down who interprets"),
        (
            {"interpreter": "relative", "interpreter_name": "Sana"},
            "why_family",
            "A relative, a friend or a child",
        ),
        ({"answers": {"advise": "yes"}}, "confirmed", "may we talk to the people named on the form?"),
        ({"answers": ANSWERS | {"talk": "perhaps"}}, "confirmed", "Choose from the answers shown"),
        ({"answers": ANSWERS | {"fly": "yes"}}, "confirmed", "Choose from the answers shown"),
        ({"method": "letter"}, "method", "Choose how you are talking"),
        ({"language": " "}, "language", ""),
        ({"interpreter": "parrot"}, "interpreter", ""),
        ({"gone_through_on": date(2026, 11, 21)}, "gone_through_on", "This day has not come yet"),
        ({"gone_through_on": date(1926, 11, 20)}, "gone_through_on", ""),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_written(
    cast: Cast, changes: dict[str, Any], field: str, says: str
) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.go_through_aloud(cast.tom.actor, reference, replace(WHOLE, **changes))
    assert wrong.value.field == field
    assert says in wrong.value.says
    assert not Entry.objects.exists()


def test_an_interpreter_who_was_not_there_is_not_kept(cast: Cast) -> None:
    reference = a_case(cast.tom)
    missing(cast.tom, reference, replace(WHOLE, interpreter_name="Somebody", why_family="A reason"))
    (shown,) = queries.consents(cast.tom.actor, door(cast.tom, reference))
    assert not [line for line in shown.spoken if "Somebody" in line or "A reason" in line]


def test_what_is_said_beside_the_answers_is_kept(cast: Cast) -> None:
    reference = a_case(cast.tom)
    more = replace(WHOLE, whom="The school", about="Transport, until May", not_mentioned="Her illness")
    missing(cast.tom, reference, more)
    (shown,) = queries.consents(cast.tom.actor, door(cast.tom, reference))
    assert shown.spoken[-3:] == (
        "Whom we may talk to: The school",
        "About what, until when: Transport, until May",
        "Not to be mentioned: Her illness",
    )


def test_a_yes_on_the_form_is_no_yes_to_sharing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    missing(cast.tom, reference, WHOLE)
    talk = queries.who_we_may_talk_to(door(cast.tom, reference), cast.tom.actor.today())
    assert talk.yes == ()


def test_sent_twice_it_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    reference, once = a_case(cast.tom), str(uuid4())
    client = sign_in(cast.tom)
    send(client, f"/cases/{reference}/form/aloud/", once, **TYPED)
    answer = send(client, f"/cases/{reference}/form/aloud/", once, **TYPED)
    assert answer.cookies["said"].value.startswith("already-done:")
    assert Entry.objects.count() == 1


def test_a_colleague_is_asked_why_and_others_find_no_such_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path = f"/cases/{reference}/form/aloud/"
    assert sign_in(cast.maryam).get(path)["Location"].startswith(f"/cases/{reference}/reason/")
    assert isinstance(actions.go_through_aloud(cast.maryam.actor, reference, WHOLE), NeedsReason)
    assert sign_in(cast.joan).get(path).status_code == 404
    ewa = sign_in(cast.ewa)
    assert bare(ewa.get(path)) == bare(ewa.get("/cases/7KQM-4XH2/form/aloud/"))


def test_list_and_day_lead_there_in_one_press(gather: Gather, sign_in: SignIn) -> None:
    cast = gather("rotherham")
    reference = a_case(cast.tom, form_given_on=date(2026, 11, 9), opened_on=date(2026, 11, 9))
    client = sign_in(cast.tom)
    for path in ("/forms/", "/", f"/cases/{reference}/consent/"):
        assert f'href="/cases/{reference}/form/aloud/"' in client.get(path).content.decode(), path

"""Who would be told, in words that stand within a sentence."""

import pytest

from inconfidence import codes
from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.facts.listeners import LISTENERS, in_a_sentence, listening
from tests.cast import Cast
from tests.disclosure.family import a_family


@pytest.mark.parametrize(
    ("who", "name", "said"),
    [
        ("la_send_officer", "", "the LA SEND officer (plan coordinator)"),
        ("la_send_officer", "Ros Marsh", "the LA SEND officer (Ros Marsh)"),
        ("social_worker", "", "the social worker"),
        ("senco", "Kit Vale, Brook Lane School", "the SENCO (Kit Vale, Brook Lane School)"),
        ("inspector", "", "the Ofsted or CQC inspector"),
        ("other_parent", "", "the other parent"),
        ("other", "", "another professional"),
    ],
)
def test_a_role_in_a_sentence(who: str, name: str, said: str) -> None:
    assert in_a_sentence(who, name) == said


def test_nobody_has_a_capital_in_mid_sentence_but_names_and_short_forms() -> None:
    said = [in_a_sentence(row.code, "") for row in codes.rows("professional_role")]
    said += [listener.said for listener in LISTENERS.values()]

    assert [words for words in said if words[:1].isupper()] == []


def test_nobody_we_know() -> None:
    assert listening("somebody-made-up", "", ()) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "heading"),
    [
        ("colleague", "This may be talked over with a colleague in our service:"),
        ("la_send_officer", "The LA SEND officer (plan coordinator) may not be told this:"),
    ],
)
def test_the_heading_is_a_sentence(cast: Cast, who: str, heading: str) -> None:
    reference = a_family(cast.tom).reference
    came = actions.ask(cast.tom.actor, reference, Sharing(who=who, telling="x", need="y"))
    assert isinstance(came, actions.Asked)

    page = queries.share_page(cast.tom.actor, reference, came.question_id)

    assert isinstance(page, queries.SharePage)
    assert page.asked is not None
    assert page.asked.answer.heading.startswith(heading)

"""Whether the person agreed to this recipient, and whether asking them would add anything."""

from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.agreement import asking_adds, asking_helps, covers
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.vocabulary import StepKind

GIVEN: dict[str, Any] = {"consent": "given"}


@pytest.mark.parametrize(
    ("stated", "covered", "may_be_asked", "adds"),
    [
        ({}, False, True, True),
        ({"consent": "implied"}, False, True, True),
        ({"consent": "asked"}, False, False, False),
        ({"consent": "refused"}, False, False, False),
        ({"consent": "withdrawn"}, False, False, False),
        (GIVEN, True, True, False),
        ({**GIVEN, "consent_from": "someone_else"}, False, True, True),
        ({**GIVEN, "consent_recipient": "no"}, False, True, True),
        ({**GIVEN, "consent_purpose": "no"}, True, True, True),
        ({**GIVEN, "consent_items": "no"}, True, True, True),
    ],
)
def test_what_is_agreed_and_what_is_still_to_be_asked(
    stated: dict[str, Any], covered: bool, may_be_asked: bool, adds: bool
) -> None:
    facts = MayDisclose(**stated)
    assert (covers(facts), asking_helps(facts), asking_adds(facts)) == (covered, may_be_asked, adds)


@pytest.mark.parametrize(
    "stated",
    [
        {"act": "training_example", "recipient": "public", "relevant": "no"},
        {"recipient": "inspector", "relevant": "no"},
    ],
)
def test_nobody_is_sent_to_ask_for_what_was_agreed(stated: dict[str, Any]) -> None:
    edition = policies.edition("coventry")
    assert StepKind.OBTAIN_CONSENT in may_disclose(edition, MayDisclose(**stated)).steps
    assert StepKind.OBTAIN_CONSENT not in may_disclose(edition, MayDisclose(**stated, **GIVEN)).steps

"""The core's standing and the plain model say the same of drawn histories; `script/prove standing` draws very many."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence.policy.standing.consent import ConsentStanding, consent_standing
from inconfidence.policy.standing.risk import RiskStanding, risk_standing
from tests.policy import standing_model
from tests.policy.standing_model import COUNTS, an_act, consents, differences, happens, risks

pytestmark = pytest.mark.walk


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_core_and_model_say_the_same(draw: Random) -> None:
    assert not differences(draw)


def test_the_draws_meet_everything_that_can_happen() -> None:
    met, said, dangers = set(), set(), set()
    for seed in range(4000):
        draw = Random(seed)
        history, act = consents(draw), an_act(draw)
        met |= {happens(entry, act) for entry in history if entry.kind in ("share", "wish")}
        found = consent_standing(
            history,
            recipient=act.recipient,
            body=act.body,
            purpose=act.purpose,
            items=act.items,
            moment=act.moment,
            today=act.today,
        )
        said |= {(found.consent, found.consent_record, found.consent_review, found.consent_before)}
        dangers.add(risk_standing(risks(draw)))
    assert met == {what for counts in COUNTS.values() for what in counts} | {"nothing"}
    states, records, reviews, before = ({each[at] for each in said} for at in range(4))
    assert states == {"none", "asked", "refused", "withdrawn", "implied", "given"}
    assert len(records) == 8
    assert reviews == {"current", "overdue", "reopened"}
    assert before == {"yes", "no"}
    assert len(dangers) > 20


@pytest.mark.parametrize(
    ("core", "other"),
    [
        ("consent_standing", lambda *_, **__: ConsentStanding(consent="given")),
        ("risk_standing", lambda _: RiskStanding(belief="believed")),
    ],
)
def test_a_core_that_says_something_else_is_caught(
    core: str, other: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing_model, core, other)
    assert any(differences(Random(seed)) for seed in range(5))

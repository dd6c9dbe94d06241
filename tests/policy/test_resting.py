"""What rests on a default or the law and on no clause of the policy's own; what a draft without a clause lets fall."""

import re

import pytest

from inconfidence import policies
from inconfidence.policy.differences import fallen, resting
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Faulty, load
from tests.policy.elmshire import elmshire


def without(slug: str, clause: str) -> Edition:
    """A policy of the package without one of its clauses."""
    parts = re.split(r"(?=^\[\[clause\]\])", policies.text(slug), flags=re.MULTILINE)
    kept = [part for part in parts if f'id = "{clause}"' not in part]
    assert len(kept) == len(parts) - 1
    return load("".join(kept), policies.default_text(), f"{slug}.toml")


@pytest.mark.parametrize(
    ("slug", "clause", "fell"),
    [
        (
            "rotherham",
            "RO-HARM-02a",
            [("check-and-speak-first (speak first)", ("RO-HARM-02a",), ("D-29",))],
        ),
        ("rotherham", "RO-THIRD-03c", [("permission-form-gate", ("RO-THIRD-03c",), ())]),
        (
            "bath-and-north-east-somerset",
            "BN-5.2f",
            [("consent-evidence (telephone)", ("BN-5.2f",), ("D-06",))],
        ),
        ("bath-and-north-east-somerset", "BN-4.4c", []),
        ("coventry", "CV-INTRO-01", []),
    ],
)
def test_a_clause_that_is_dropped_lets_fall_what_only_it_settled(
    slug: str, clause: str, fell: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert list(fallen(policies.edition(slug), without(slug, clause))) == fell


def test_a_draft_that_drops_bd_share_02b_does_not_load() -> None:
    with pytest.raises(Faulty) as caught:
        without("blackburn-with-darwen", "BD-SHARE-02b")
    assert "rules.public-interest.decided_by: found nothing; expected one of head_of_service" in str(
        caught.value
    )


def test_a_policy_beside_itself_lets_nothing_fall() -> None:
    for slug in policies.slugs():
        assert fallen(policies.edition(slug), policies.edition(slug)) == ()


def test_what_a_policy_is_silent_on_is_named_with_what_answers() -> None:
    found = resting(policies.edition("rotherham"))
    assert found["consent-evidence (telephone)"] == ("D-06",)
    assert found["holds"] == ("L-08",)
    assert "check-and-speak-first (speak first)" not in found
    assert "permission-form-gate" not in found


def test_a_rule_of_rows_is_told_as_a_whole() -> None:
    assert "retention-period" not in resting(policies.edition("bath-and-north-east-somerset"))
    assert resting(policies.edition("coventry"))["retention-period"] == ("L-10",)


def test_nothing_of_a_policys_own_is_among_it() -> None:
    for edition in (elmshire(), *map(policies.edition, policies.slugs())):
        own = {clause.id for clause in edition.clauses}
        cited = {each for clauses in resting(edition).values() for each in clauses}
        assert cited
        assert not cited & own or edition.kind != "service"

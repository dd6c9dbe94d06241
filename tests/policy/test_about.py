"""Everything that hangs on one clause."""

import pytest

from inconfidence import policies
from inconfidence.policy.about import RuleAbout, about
from inconfidence.policy.vocabulary import Origin, Question

BATH, COVENTRY, ROTHERHAM = (
    policies.edition(slug) for slug in ("bath-and-north-east-somerset", "coventry", "rotherham")
)


def rule(slug: str, rules: tuple[RuleAbout, ...]) -> RuleAbout:
    """One of the rules by its slug."""
    return next(each for each in rules if each.slug == slug)


def test_a_rule_says_what_it_rests_on_which_questions_ask_it_and_how_it_is_read() -> None:
    found = about(ROTHERHAM, "RO-THIRD-03c")
    gate = rule("permission-form-gate", found.rules)
    assert gate.sentence.startswith("No ongoing work")
    assert gate.authority
    assert found.questions == (Question.MAY_BEGIN_CASEWORK, Question.MAY_OBTAIN, Question.MAY_DISCLOSE)
    assert (gate.values, gate.law, gate.beside, gate.kept_by) == ((), (), (), "")
    assert [reading.id for reading in found.readings] == ["X-17"]


def test_every_value_says_who_set_it() -> None:
    values = rule("consent-evidence", about(COVENTRY, "CV-PRACTICAL-03b").rules).values
    assert [(value.name, value.words, value.clauses, value.here) for value in values] == [
        ("telephone", "any record", ("CV-PRACTICAL-03b",), True),
        ("in_person", "any record", ("CV-PRACTICAL-03b",), True),
    ]
    default = rule("consent-evidence", about(COVENTRY, "D-06").rules).values
    assert {(value.clauses, value.origin, value.here) for value in default} == {
        (("CV-PRACTICAL-03b",), Origin.OWN, False)
    }


def test_law_laid_over_a_rule_and_its_other_clauses_stand_beside_it() -> None:
    risk = rule("child-at-risk", about(ROTHERHAM, "RO-SAFEGUARDING-01").rules)
    assert [law.id for law in risk.law] == ["L-01"]
    assert "RO-HARM-01d" in risk.beside
    assert "RO-SAFEGUARDING-01" not in risk.beside
    assert rule("child-at-risk", about(ROTHERHAM, "L-01").rules).law == ()


def test_rows_of_a_repeatable_rule_are_the_clauses_own() -> None:
    row = rule("retention-period", about(BATH, "BN-4.4c").rules)
    assert [(value.name, value.words, value.here) for value in row.values] == [
        ("category", "supervision order", True),
        ("from", "birth", True),
        ("years", "21", True),
    ]


def test_what_is_only_kept_names_no_question() -> None:
    found = about(COVENTRY, "CV-PRIVACY-01")
    assert found.questions == ()
    assert {(each.authority, each.questions) for each in found.rules} == {("", ())}
    assert all(each.kept_by for each in found.rules)


def test_a_default_that_keeps_silent_here_is_told_all_the_same() -> None:
    silent = [
        each for each in policies.edition("default").clauses for effect in each.effects if effect.unless
    ]
    slugs = {effect.rule for clause in silent for effect in clause.effects if effect.unless}
    mute = next(slug for slug in slugs if not COVENTRY.names(slug))
    clause = next(each for each in silent if each.effect(mute))
    assert rule(mute, about(COVENTRY, clause.id).rules).law == ()


@pytest.mark.parametrize("slug", policies.slugs())
def test_every_clause_can_be_told(slug: str) -> None:
    edition = policies.edition(slug)
    for clause in edition.every_clause.values():
        assert [each.slug for each in about(edition, clause.id).rules] == [
            effect.rule for effect in clause.effects
        ]


def test_an_unknown_clause_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        about(COVENTRY, "CV-0")

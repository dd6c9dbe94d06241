"""Every value of every rule, and every word it may be, is called something that people understand."""

import pytest

from inconfidence.policy import labels
from inconfidence.policy.parameters import Value
from inconfidence.policy.register import ENTRIES

VALUES = [(rule, key) for rule, entry in ENTRIES.items() for key in entry.parameters]


def test_every_value_is_labelled_and_nothing_else_is() -> None:
    assert [
        (rule, key) for rule in ENTRIES for key in ENTRIES[rule].parameters if labels.label(rule, key)
    ] == VALUES
    assert set(VALUES) == {(rule, key) for rule, keys in labels.LABELS.items() for key in keys}


@pytest.mark.parametrize(("rule", "key"), VALUES)
def test_no_two_words_of_a_value_are_called_alike_and_none_is_a_code(rule: str, key: str) -> None:
    words = ENTRIES[rule].parameters[key].words
    said = [labels.word_said(rule, key, word) for word in words]
    assert len(set(said)) == len(words)
    assert not any("_" in each for each in said)


def test_no_two_values_of_a_rule_are_labelled_alike() -> None:
    for rule, keys in labels.LABELS.items():
        assert len(set(keys.values())) == len(keys), rule


@pytest.mark.parametrize(
    ("rule", "key", "value", "says"),
    [
        ("public-interest", "decided_by", "not_a_ground", "nobody: it is no reason to share"),
        ("statistics", "purpose", "any", "for any purpose"),
        ("request-evidence", "evidence", "any", "in any way"),
        ("safe-contact", "free", ("mobile", "via_relative"), "mobile, a message with a relative"),
        ("safe-contact", "free", (), "none"),
        ("person-at-risk", "outside_policy", True, "yes"),
        ("consent-review", "months", 6, "6"),
        ("statistics", "cadence", "monthly", "monthly"),
    ],
)
def test_a_value_as_people_read_it(rule: str, key: str, value: Value, says: str) -> None:
    assert labels.said(rule, key, value) == says


def test_the_values_of_a_rule_stand_each_under_its_label() -> None:
    assert labels.values_said("statistics", {"cadence": "monthly", "mode": "due"}) == [
        "How often figures are made: monthly",
        "Whether there must be figures: they are due",
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("social_care",), "children’s social care"),
        (("police", "adult_care"), "at least one of: police; adult social care"),
    ],
)
def test_what_a_list_cannot_be_without(words: tuple[str, ...], says: str) -> None:
    assert labels.needed("route", "child", words) == says

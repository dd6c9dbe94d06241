"""Every value in which the five policies differ can be reached in forms: from each policy to each other one."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import permutations

import pytest
from django.http import QueryDict

from inconfidence import policies
from inconfidence.editions.actions import check
from inconfidence.policy.clause import Clause
from inconfidence.policy.differences import values_differ
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import Value
from inconfidence.policy.register import ENTRIES
from inconfidence.team.forms.policy_change import NEW, SilentForm, StatementForm
from inconfidence.team.forms.policy_head import HeadForm
from inconfidence.team.forms.policy_values import DraftForm, as_typed

SLUGS = [slug for slug in policies.slugs() if slug != "default"]
TODAY = date(2026, 11, 20)
PAIRS = list(permutations(SLUGS, 2))
ALIKE = min(PAIRS, key=lambda pair: len(values_differ(*map(policies.edition, pair))))


class Drafting:
    """A draft that is written through forms alone; `each` checks it after each of them, as the pages do."""

    def __init__(self, slug: str, *, each: bool) -> None:
        self.each, self.text = each, policies.text(slug)
        self.edition = policies.edition(slug)

    def send(
        self, form: Callable[[QueryDict], DraftForm], blank: DraftForm, typed: Mapping[str, object]
    ) -> None:
        """Send a form as it stands with some fields typed over."""
        shown = {name: blank.get_initial_for_field(field, name) for name, field in blank.fields.items()}
        filled = form(_as_posted({**shown, "version": 1, **typed}))
        assert filled.is_valid(), (filled.errors, typed)
        self.text = filled.write(self.text)  # type: ignore[attr-defined]
        if self.each:
            self.look()

    def look(self) -> None:
        """It is a whole policy as it stands."""
        found = check(self.text, "the draft")
        assert isinstance(found, Edition), found
        self.edition = found

    def give_up(self, clause: Clause, rules: Iterable[str]) -> None:
        """A statement no longer says some of its rules."""
        given_up = [rule for rule in rules if clause.effect(rule)]
        left = len(clause.effects) - len(given_up)
        typed = {"given_up": given_up, "promises": "" if left else "Shown on the policy page."}
        now = next(each for each in self.edition.clauses if each.id == clause.id)
        blank = StatementForm(clause=now, edition=self.edition)
        self.send(lambda data: StatementForm(data, clause=now, edition=self.edition), blank, typed)

    def say(self, number: int, rule: str, values: Mapping[str, Value]) -> None:
        """A new statement gives effect to a rule."""
        new = {"where": NEW, "id": f"NEW-{number}", "ref": "New", "kind": "workflow", "says": "We do this."}
        typed = {
            f"{rule}__{key}": as_typed(ENTRIES[rule].parameters[key].sort, value)
            for key, value in values.items()
        }
        blank = SilentForm(rule=rule, edition=self.edition)
        self.send(lambda data: SilentForm(data, rule=rule, edition=self.edition), blank, {**new, **typed})

    def head(self, like: Edition) -> None:
        """The head says what another policy's head says."""
        aim = HeadForm(edition=like, today=TODAY)
        shown = {name: aim.get_initial_for_field(field, name) for name, field in aim.fields.items()}
        typed = {name: value for name, value in shown.items() if name not in ("once", "draft", "version")}
        blank = HeadForm(edition=self.edition, today=TODAY)
        self.send(lambda data: HeadForm(data, edition=self.edition, today=TODAY), blank, typed)


def _as_posted(typed: Mapping[str, object]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        if isinstance(value, date):
            for part in ("day", "month", "year"):
                data[f"{name}_{part}"] = str(getattr(value, part))
        elif isinstance(value, list | tuple):
            data.setlist(name, [str(each) for each in value])
        elif value not in (None, ""):
            data[name] = str(value)
    return data


def _values(edition: Edition) -> dict[str, object]:
    """What is set of every rule: values, rows in any order, or only that it has effect."""
    found: dict[str, object] = {}
    for rule in edition.namings:
        settings = {key: setting.value for (of, key), setting in edition.settings.items() if of == rule}
        each = [row.values.items() for row in edition.rows.get(rule, ())]
        rows = sorted(sorted((key, str(value)) for key, value in row) for row in each)
        found[rule] = (settings, rows)
    return found


def _headed(edition: Edition) -> tuple[object, ...]:
    return (edition.title, edition.service, edition.short, edition.label, edition.in_force_from, edition.last_review,
            edition.next_review, sorted(edition.reviewed_by), edition.titles, edition.terms)  # fmt: skip


def _unlike(draft: Edition, like: Edition) -> list[str]:
    """The rules whose values are not alike, and those that only one of the two speaks of itself."""
    ours, theirs = _values(draft), _values(like)
    silencing = {effect.unless for clause in like.every_clause.values() for effect in clause.effects}
    return [
        rule
        for rule in ENTRIES
        if ours.get(rule) != theirs.get(rule) or (rule in silencing and _own(draft, rule) != _own(like, rule))
    ]


def _own(edition: Edition, rule: str) -> bool:
    return any(clause.effect(rule) for clause in edition.clauses)


def _from_to(start: str, aim: str, *, each: bool) -> Drafting:
    """Those who only cite a rule give it up before those that set its values: a value is never missed."""
    draft, like = Drafting(start, each=each), policies.edition(aim)
    rules = _unlike(draft.edition, like)
    assert {each.rule for each in values_differ(draft.edition, like)} <= set(rules)
    for setting in (False, True):
        for clause in draft.edition.clauses:
            here = [
                each.rule for each in clause.effects if each.rule in rules and bool(each.values) is setting
            ]
            if here:
                draft.give_up(clause, here)
        draft.look()
    for number, (rule, values) in enumerate(_said(like, rules)):
        draft.say(number, rule, values)
    draft.look()
    draft.head(like)
    draft.look()
    return draft


def _said(like: Edition, rules: Iterable[str]) -> list[tuple[str, dict[str, Value]]]:
    found: list[tuple[str, dict[str, Value]]] = []
    for rule in rules:
        effects = [effect.values for clause in like.clauses if (effect := clause.effect(rule))]
        if ENTRIES[rule].repeatable:
            found += [(rule, dict(values)) for values in effects if values]
        elif effects:
            found.append((rule, {key: value for values in effects for key, value in values.items()}))
    return found


def _reached(start: str, aim: str, *, each: bool) -> None:
    found, like = _from_to(start, aim, each=each).edition, policies.edition(aim)
    assert values_differ(found, like) == ()
    assert _values(found) == _values(like)
    assert _headed(found) == _headed(like)


def test_one_policy_becomes_another_form_by_form_and_is_whole_after_each() -> None:
    _reached(*ALIKE, each=True)


@pytest.mark.campaign
@pytest.mark.parametrize(("start", "aim"), [pair for pair in PAIRS if pair != ALIKE])
def test_every_policy_becomes_every_other_in_forms_alone(start: str, aim: str) -> None:
    _reached(start, aim, each=False)

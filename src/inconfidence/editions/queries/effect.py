"""What a change of the policy would do: the answers that come out otherwise, the stories that end in another way."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from inconfidence.editions.queries.changes import DraftView, draft
from inconfidence.editions.queries.in_force import last_adopted
from inconfidence.editions.writing import hash_of
from inconfidence.policies.stories import Story, stories_of
from inconfidence.policy import labels
from inconfidence.policy.differences import (
    AnswersDiffer,
    Difference,
    Kind,
    SetDiffers,
    answers_differ,
    asked_otherwise,
    in_all,
    values_differ,
)
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import parse
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.telling import told
from inconfidence.policy.vocabulary import Question

CALLED = ("in force", "in the draft")


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A story that ends in another way: its name, the question, and both answers."""

    name: str
    question: str
    before: Answer
    after: Answer

    @property
    def another_word(self) -> bool:
        """Whether the answer itself is another, not only what is owed or cited with it."""
        return (self.before.word, self.before.heading) != (self.after.word, self.after.heading)

    @property
    def only_now(self) -> tuple[str, ...]:
        """What goes with the answer of today and would not with the other: reasons, steps, duties, statements."""
        return _without(self.before, self.after)

    @property
    def only_then(self) -> tuple[str, ...]:
        """What would go with the other answer."""
        return _without(self.after, self.before)


def _without(said: Answer, other: Answer) -> tuple[str, ...]:
    known = set(_beside(other))
    return tuple(each for each in _beside(said) if each not in known)


def _beside(said: Answer) -> tuple[str, ...]:
    return (
        *said.further,
        *(step.says for step in said.steps),
        *(duty.says for duty in said.duties),
        *(f"It names {clause.id}: {clause.says}" for clause in said.clauses),
    )


@dataclass(frozen=True, slots=True)
class Stories:
    """How many stories were asked again, and those that end in another way; another answer stands first."""

    asked: int
    changed: tuple[StoryChange, ...]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that is set otherwise: the sentence of its rule, what it is called, and what it is now and then."""

    sentence: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a draft would do: the values it sets otherwise, the questions that may notice, the stories that do."""

    values: tuple[ValueChange, ...]
    questions: tuple[tuple[str, str], ...]
    stories: Stories


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest example of a difference: how often it is met, its facts in words, and both answers."""

    times: int
    facts: str
    says: str


@dataclass(frozen=True, slots=True)
class AnswersChange:
    """One question under both texts: how often it is answered otherwise, in a sentence, and the smallest examples."""

    sentence: str
    in_all: str
    examples: tuple[Example, ...]


def effect_of(found: DraftView) -> Effect:
    """What a draft would do, as far as it can be said at once; each question is walked on a page of its own."""
    asked = asked_otherwise(found.before, found.after)
    return Effect(
        tuple(_value(each) for each in values_differ(found.before, found.after)),
        tuple((each.value, QUESTIONS[each].sentence) for each in asked),
        stories_that_change(found.before, found.after),
    )


def asked_as(question: str) -> str | None:
    """A question in words; None where there is none of this name."""
    return QUESTIONS[Question(question)].sentence if question in set(map(str, QUESTIONS)) else None


def answers_that_change(service_id: UUID, draft_id: UUID, question: str) -> AnswersChange | None:
    """Every combination of facts of one question asked under both texts. None for no draft or no such question."""
    found = draft(service_id, draft_id)
    sentence = asked_as(question)
    if found is None or sentence is None:
        return None
    before = last_adopted(service_id).sha256
    differ = _differ(service_id, draft_id, before, hash_of(found.text), Question(question))
    if differ is None:
        return AnswersChange(sentence, "However the facts stand, it is answered as now.", ())
    examples = tuple(
        Example(each.times, told(differ.question, each.facts), each.says)
        for each in differ.differences
        if _reads_apart(each)
    )
    return AnswersChange(sentence, in_all(differ), examples)


def _value(differs: SetDiffers) -> ValueChange:
    label = labels.label(differs.rule, differs.key) if differs.key else ""
    unsaid = "nothing" if differs.key else "no effect"
    return ValueChange(differs.sentence, label, differs.first.told or unsaid, differs.second.told or unsaid)


@lru_cache(maxsize=64)
def _differ(
    service_id: UUID, draft_id: UUID, _before: str, _after: str, question: Question
) -> AnswersDiffer | None:
    """Kept while both texts say the same: some questions are asked millions of times."""
    found = draft(service_id, draft_id)
    return answers_differ(found.before, found.after, question, CALLED) if found else None


def _reads_apart(each: Difference) -> bool:
    """Whether a reader sees two answers: some differ only in clauses that are cited besides."""
    if each.kind in (Kind.STEPS, Kind.DUTIES, Kind.ANSWER):
        return True
    return _decided(each.first) != _decided(each.second)


def _decided(said: Answer) -> tuple[object, ...]:
    return said.word, said.heading, said.deciding


def stories_that_change(before: Edition, after: Edition) -> Stories:
    """Ask every story of this policy under both texts."""
    asked = stories_of(before.slug)
    found = [_change(story, before, after) for story in asked]
    changed = sorted((each for each in found if each), key=lambda each: not each.another_word)
    return Stories(len(asked), tuple(changed))


def _change(story: Story, before: Edition, after: Edition) -> StoryChange | None:
    then, now = _answer(story, before), _answer(story, after)
    if _shown(then) == _shown(now):
        return None
    return StoryChange(story.name, QUESTIONS[story.question].sentence, then, now)


def _answer(story: Story, edition: Edition) -> Answer:
    facts = parse(story.question, story.facts)
    return answer(QUESTIONS[story.question].answer(edition, facts), edition, facts)


def _shown(said: Answer) -> tuple[object, ...]:
    """What a reader of the card would see: the version's name is not what changed."""
    return (said.word, said.heading, said.reasons, said.clauses, said.steps, said.duties, said.answer)

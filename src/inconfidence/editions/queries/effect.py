"""What a change of the policy would do: the answers that come out otherwise, the stories that end in another way."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from inconfidence.editions.queries.changes import DraftView, draft
from inconfidence.editions.queries.in_force import last_adopted
from inconfidence.editions.writing import hash_of
from inconfidence.policies.stories import Story, stories_of
from inconfidence.policy.differences import (
    AnswersDiffer,
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


@dataclass(frozen=True, slots=True)
class Stories:
    """How many stories were asked again, and those that end in another way; another answer stands first."""

    asked: int
    changed: tuple[StoryChange, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a draft would do: the values it sets otherwise, the questions that may notice, the stories that do."""

    values: tuple[SetDiffers, ...]
    questions: tuple[tuple[str, str], ...]
    stories: Stories


@dataclass(frozen=True, slots=True)
class AnswersChange:
    """One question under both texts: how often it is answered otherwise, in a sentence, and the smallest examples."""

    sentence: str
    in_all: str
    examples: tuple[tuple[int, str], ...]


def effect_of(found: DraftView) -> Effect:
    """What a draft would do, as far as it can be said at once; each question is walked on a page of its own."""
    asked = asked_otherwise(found.before, found.after)
    return Effect(
        values_differ(found.before, found.after),
        tuple((each.value, QUESTIONS[each].sentence) for each in asked),
        stories_that_change(found.before, found.after),
    )


def answers_that_change(service_id: UUID, draft_id: UUID, question: str) -> AnswersChange | None:
    """Every combination of facts of one question asked under both texts. None for no draft or no such question."""
    found = draft(service_id, draft_id)
    if found is None or question not in set(map(str, QUESTIONS)):
        return None
    before = last_adopted(service_id).sha256
    differ = _differ(service_id, draft_id, before, hash_of(found.text), Question(question))
    sentence = QUESTIONS[Question(question)].sentence
    if differ is None:
        return AnswersChange(sentence, "However the facts stand, it is answered as now.", ())
    examples = tuple((each.times, each.says) for each in differ.differences)
    return AnswersChange(sentence, in_all(differ), examples)


@lru_cache(maxsize=64)
def _differ(
    service_id: UUID, draft_id: UUID, _before: str, _after: str, question: Question
) -> AnswersDiffer | None:
    """Kept while both texts say the same: some questions are asked millions of times."""
    found = draft(service_id, draft_id)
    return answers_differ(found.before, found.after, question, CALLED) if found else None


def stories_that_change(before: Edition, after: Edition) -> Stories:
    """Ask every story of this policy under both texts."""
    told = stories_of(before.slug)
    found = [_change(story, before, after) for story in told]
    changed = sorted((each for each in found if each), key=lambda each: not each.another_word)
    return Stories(len(told), tuple(changed))


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

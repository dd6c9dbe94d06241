"""What a change of the policy would do: which of the stories told of it would end in another way."""

from dataclasses import dataclass

from inconfidence.policies.stories import Story, stories_of
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import parse
from inconfidence.policy.questions import QUESTIONS


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

"""A service's policy as anybody may read it: in plain words, aloud, statement by statement, and as a paper."""

from dataclasses import dataclass
from datetime import date

from inconfidence.editions import queries as editions
from inconfidence.editions import reading
from inconfidence.letters import stationery, typeset
from inconfidence.letters.family import THEMES, spoken
from inconfidence.letters.paper import Block, Paper, Sheet
from inconfidence.policy.edition import Edition
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY

HEADINGS = {
    "asking": "When we talk to others",
    "without_asking": "When we may pass something on without asking first",
    "who_sees": "Who can see what we keep",
    "your_file": "Your file",
    "your_mind": "You can change your mind",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some plain sentences under a heading."""

    heading: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the document: its place and what it says in our words."""

    ref: str
    says: str


@dataclass(frozen=True, slots=True)
class PublicPolicy:
    """Everything that is public of a policy. `spoken` is what is said at a first contact, `to_callers` what
    everybody hears who asks whether a family is known.
    """

    slug: str
    service: str
    title: str
    label: str
    chapters: tuple[Chapter, ...]
    spoken: tuple[str, ...]
    to_callers: str
    statements: tuple[Statement, ...]
    contact: tuple[str, ...]


def public_policy(slug: str, today: date) -> PublicPolicy | None:
    """The policy in force of the service of that short name; None for none."""
    found = _service(slug, today)
    return _public(*found) if found else None


def public_pdf(slug: str, today: date) -> bytes | None:
    """The same as a tagged PDF; None for none."""
    found = _service(slug, today)
    if found is None:
        return None
    service, edition = found
    page = _public(service, edition)
    paper = Paper(
        page.title, stationery.letterhead(service), (Sheet(page.title, _blocks(page)),), _version(page)
    )
    return typeset.pdf(paper)


def _service(slug: str, today: date) -> tuple[editions.ServiceView, Edition] | None:
    service = editions.service_called(slug, today)
    return (service, editions.in_force(service.id, today)) if service else None


def _public(service: editions.ServiceView, edition: Edition) -> PublicPolicy:
    policy = reading.whole(edition)
    return PublicPolicy(
        slug=service.slug,
        service=service.name,
        title=policy.title,
        label=policy.label,
        chapters=tuple(_chapter(theme, says(edition)) for theme, says in THEMES.items()),
        spoken=spoken(edition),
        to_callers=NEITHER_CONFIRM_NOR_DENY,
        statements=tuple(Statement(clause.ref, clause.says) for clause in policy.clauses),
        contact=service.letterhead,
    )


def _chapter(theme: str, says: tuple[str, ...]) -> Chapter:
    """Each sentence begins with a capital: on a leaflet some go on from the line above them."""
    return Chapter(HEADINGS[theme], tuple(sentence[:1].upper() + sentence[1:] for sentence in says))


def _version(page: PublicPolicy) -> str:
    return page.title if page.label == "undated" else f"{page.title}, {page.label}"


def _blocks(page: PublicPolicy) -> tuple[Block, ...]:
    plain = (
        block
        for chapter in page.chapters
        if chapter.says
        for block in (Block("h", chapter.heading), Block("list", items=chapter.says))
    )
    aloud = (
        Block("h", "What we say when you first talk to us"),
        *(Block("p", sentence) for sentence in page.spoken),
        Block("h", "What everybody hears who asks whether we know a family"),
        Block("p", page.to_callers),
        Block("h", "The whole policy, statement by statement"),
    )
    statements = (Block("p", f"{each.ref}. {each.says}") for each in page.statements)
    return (*plain, *aloud, *statements)

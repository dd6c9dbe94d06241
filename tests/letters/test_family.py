"""What a policy comes to for a family: true for each of the five, in plain words, and no promise beyond it."""

import re
from dataclasses import replace
from itertools import chain

import pytest

from inconfidence import policies
from inconfidence.letters import leaflets, typeset
from inconfidence.letters.family import THEMES, exceptions, spoken, unless
from inconfidence.letters.paper import Letterhead
from inconfidence.letters.wording import templates
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MaySee
from inconfidence.policy.loading import load
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.vocabulary import Outcome
from tests.letters.reading import pages, words

HEAD = Letterhead("Elmshire SENDIASS", "1d5b4e")
CHILD, LAW = "we believe that a child could be hurt", "a court or a law says that we must"
BY_LAW = "inspectors have a right by law to see it"
RARE = "somebody could be badly hurt, and the law lets us act"
ASKED = "somebody asks for it, the law allows it, and our {} agrees"
GOOD = "it matters very much for others, and our {} agrees"

EXCEPTIONS = {
    "rotherham": (CHILD, "we believe that somebody, of any age, could be badly hurt", LAW, BY_LAW),
    "cumbria": (CHILD, RARE, LAW, BY_LAW, ASKED.format("Service Co-ordinator")),
    "bath-and-north-east-somerset": (CHILD, RARE, LAW, BY_LAW, ASKED.format("Manager")),
    "blackburn-with-darwen": (
        CHILD,
        RARE,
        LAW,
        "Ofsted inspects the council, and our SENDIASS Manager lets them see it",
        GOOD.format("SENDIASS Manager"),
    ),
    "coventry": (
        CHILD,
        "we believe that an adult who cannot keep safe could be hurt",
        LAW,
        BY_LAW,
        GOOD.format("Service Manager"),
    ),
}
OWN = {
    "rotherham": (
        "You can come and read your file.",
        "we talk to you about it",
        "Our staff can open your file. Those who",
    ),
    "cumbria": (
        "You can ask for a copy of what we keep",
        "From about 12",
        "Others of our staff have to say why",
    ),
    "bath-and-north-east-somerset": (
        "From about 12",
        "We ask you again after 6 months",
        "what you gave us yourself",
    ),
    "blackburn-with-darwen": ("If we answer them, you get a copy.", "Young people who know what it means"),
    "coventry": (
        "Our volunteers do not see your file.",
        "Young people who know what it means",
        "The numbers go to the council, those who run us and anybody who asks, without names.",
    ),
}
ABSOLUTE = re.compile(
    r"\b(never|nobody else|no one|always|only if you agree|unless you agree|guarantee)\b", re.I
)
WORKERS = re.compile(r"\b(disclos|safeguard|statut|footing|retention|anonymity|supervision|footing)", re.I)


def edition(slug: str) -> Edition:
    """A service's policy."""
    return load(policies.text(slug), policies.default_text(), slug)


def said(slug: str) -> list[str]:
    """Every line of the leaflet that is made from this policy."""
    own = edition(slug)
    return list(chain.from_iterable(theme(own) for theme in THEMES.values()))


def syllables(word: str) -> int:
    """About how many, as readability measures count them: groups of vowels, without a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word.casefold()))
    return max(1, groups - (1 if re.search(r"[^aeiouyl]e$", word.casefold()) else 0))


def years_of_school(text: str) -> float:
    """The Flesch-Kincaid grade; 7 is read at twelve."""
    sentences = max(1, len(re.findall(r"[.!?:]+(?:\s|$)", text)))
    found = re.findall(r"[A-Za-z’']+", text)
    return 0.39 * len(found) / sentences + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_each_policys_exceptions_stand_there_and_no_others(slug: str) -> None:
    own = edition(slug)
    assert exceptions(own) == EXCEPTIONS[slug]
    assert [line for line in said(slug) if line.startswith("if ")] == [
        f"if {one}." for one in EXCEPTIONS[slug]
    ]
    assert all(one in unless(own) for one in EXCEPTIONS[slug])


@pytest.mark.parametrize("slug", OWN)
def test_what_this_policy_says_of_ones_own_file_stands_there(slug: str) -> None:
    text = " ".join(said(slug))
    assert all(words in text for words in OWN[slug])


@pytest.mark.parametrize("slug", EXCEPTIONS)
@pytest.mark.parametrize("name", [name for name, one in templates().items()])
def test_no_paper_promises_more_than_the_policy(slug: str, name: str) -> None:
    own, one = edition(slug), templates()[name]
    page = leaflets.sheet(one, leaflets.terms(own) | {"service": "Elmshire SENDIASS"}, own)
    text = " ".join(chain.from_iterable((block.text, *block.items) for block in page.blocks))
    assert not ABSOLUTE.findall(text.replace("Is there anybody we must never contact", ""))
    assert not WORKERS.findall(text)


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_it_is_read_at_twelve(slug: str) -> None:
    lines = said(slug)
    assert years_of_school(" ".join(lines)) <= 7
    assert max(len(sentence.split()) for line in lines for sentence in re.split(r"(?<=\.) ", line)) <= 18


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_the_leaflet_is_one_page_and_holds_no_clause(slug: str) -> None:
    own = edition(slug)
    made = typeset.pdf(leaflets.leaflet(templates()["privacy"], HEAD, own, large=False))
    text = words(made)
    assert pages(made) == 1
    assert all(line in text for line in said(slug))
    assert not [clause.id for clause in own.clauses if len(clause.says) > 30 and clause.says in text]


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_each_form_is_one_page(slug: str) -> None:
    own, head = (
        edition(slug),
        Letterhead("Elmshire SENDIASS", "1d5b4e", ("House", "Row", "Town", "01632", "a@b.c")),
    )
    for name in ("permission", "wishes", "privacy"):
        assert pages(typeset.pdf(leaflets.leaflet(templates()[name], head, own, large=False))) == 1, name


@pytest.mark.parametrize(
    ("slug", "form"),
    [
        ("rotherham", "permission form"),
        ("coventry", "permission form"),
        ("cumbria", "consent form"),
        ("bath-and-north-east-somerset", "consent form"),
        ("blackburn-with-darwen", "consent form"),
    ],
)
def test_the_form_is_called_what_this_service_calls_it(slug: str, form: str) -> None:
    assert leaflets.terms(edition(slug))["permission_form"] == form


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_who_opens_a_file_is_said_as_it_is_decided(slug: str) -> None:
    asked = MaySee(actor="worker", assigned="no")
    without, why = (may_see(edition(slug), replace(asked, reason=word)) for word in ("no", "yes"))
    assert (without.outcome, why.outcome) == (Outcome.REFUSE, Outcome.PERMIT)
    assert any("have to say why" in line for line in said(slug))


@pytest.mark.parametrize("slug", EXCEPTIONS)
def test_what_is_said_aloud_can_be_said_in_one_breath(slug: str) -> None:
    spoken_words = spoken(edition(slug))
    assert all(any(one in sentence for sentence in spoken_words) for one in EXCEPTIONS[slug])
    assert max(len(sentence.split()) for sentence in spoken_words) <= 26

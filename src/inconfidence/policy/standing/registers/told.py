"""What is kept by the policy file and the program themselves, and only has to be shown."""

from collections import Counter
from collections.abc import Mapping

from inconfidence.policy.clocks.days import MONTHS, spelt
from inconfidence.policy.clocks.reviewing import Kind
from inconfidence.policy.laws import LAWS
from inconfidence.policy.standing.registers.checks import words_of
from inconfidence.policy.standing.registers.entries import Book, Line, State, flagged
from inconfidence.policy.standing.reviewing import printed, review_of
from inconfidence.policy.vocabulary import Origin

KINDS: Mapping[Kind, str] = {
    "issued": "issued",
    "revised": "revised",
    "reviewed": "reviewed",
    "renamed": "only its name changed, which is no review",
}
REVIEWS = {"current": State.IN_ORDER, "remind": State.DUE, "overdue": State.FLAGGED}
STANDINGS = {
    "in_house": (
        "We are part of the {council} and work at arm's length from it.",
        "Its officers outside this service have no access, and are told things as anybody outside is.",
        "The {council} is the public authority that answers for information rights.",
    ),
    "charity": (
        "A charity hosts us; we work at arm's length from the {council}.",
        "Officers of the {council} have no access, and neither have the host's other staff.",
        "The host answers for information rights; what we hold for the {council} may fall under its duties.",
    ),
}
SOURCES = {"early_help": "Early-help assessment", "team_around": "Team around the child"}


def laws(book: Book) -> list[Line]:
    """Each law as the policy names it beside what it is read as today."""
    named = (LAWS[each] for each in words_of(book.edition, "law-register", "laws"))
    return [Line(f"{law.named[:1].upper()}{law.named[1:]}: {law.today}.") for law in named]


def history(book: Book) -> list[Line]:
    """Every version with its month and kind, what was adopted and reviewed here, and whether a review is past due."""
    lines = [Line(f"{_month(month)}: {KINDS[kind]}.") for month, kind in sorted(printed(book.edition))]
    lines += [
        Line(f"{spelt(each.on)}: {each.what or f'version {each.version} adopted'}.") for each in book.entries
    ]
    return lines + _review(book)


def _review(book: Book) -> list[Line]:
    recorded = [each.on for each in book.entries if each.what == "reviewed"]
    found = review_of(book.edition, recorded, book.today)
    if found.last is None or found.due is None:
        return [flagged("When this policy was last reviewed is not known: write down its last review.")]
    fell = "fell" if found.state == "overdue" else "falls"
    last = f"{MONTHS[found.last.month - 1]} {found.last.year}"
    says = f"Last reviewed in {last}; the next review {fell} due on {spelt(found.due)}."
    return [Line(says, REVIEWS[found.state])]


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def sources(book: Book) -> list[Line]:
    """Indirect referrals counted by where they came from; the family's own yes is asked for whatever their number."""
    wanted = words_of(book.edition, "referral-sources", "sources")
    many = Counter(each.what for each in book.entries)
    lines = [Line(f"{SOURCES[what]}: {many[what]} so far.") for what in wanted]
    return lines + [
        flagged(f"{SOURCES[each.what]}, {spelt(each.on)}: nothing shows yet that the family wants our help.")
        for each in book.entries
        if each.what in wanted and not each.found
    ]


def host(book: Book) -> list[Line]:
    """Who hosts us, who is outside, who answers for information rights."""
    words = STANDINGS[str(book.edition.value("host-standing", "standing"))]
    return [Line(each.format_map(book.edition.terms)) for each in words]


def words(book: Book) -> list[Line]:
    """The policy's own words, which are the words on screen."""
    terms = book.edition.terms.items()
    return [Line(f"{word.replace('_', ' ').capitalize()}: we say “{ours}”.") for word, ours in terms]


def rules(book: Book) -> list[Line]:
    """How many rules are in force, and whether each has a clause, a default or a law behind it."""
    bare = [slug for slug, naming in book.edition.namings.items() if not naming.cites]
    lines = [Line(f"{len(book.edition.namings)} rules and registers are in force.")]
    return lines + [flagged(f"No source for this rule: {slug}.") for slug in bare]


def two_steps(book: Book) -> list[Line]:
    """Whose wish the second step is, and who has set up none: they cannot come in."""
    own = book.edition.naming("second-factor").origin is Origin.OWN
    asks = (
        "Our policy asks for two steps." if own else "Our policy is silent; the program asks for two steps."
    )
    bare = [each for each in book.entries if not each.found]
    return [Line(asks), *(flagged(f"{each.person}: a second step is required to sign in.") for each in bare)]

"""What a policy comes to for a family, in their words: short sentences a twelve-year-old can read.

Each sentence is made from a value of the policy, never from a clause's own wording: clauses are written for workers.
None promises more than the policy does; whatever lets us speak without asking stands in `exceptions`.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from inconfidence.policy.edition import Edition

WHOSE = (
    (frozenset({"adult", "public"}), "we believe that somebody, of any age, could be badly hurt"),
    (frozenset({"adult_at_risk"}), "we believe that an adult who cannot keep safe could be hurt"),
)
COUNTED = {"local_authority": "the council", "host": "those who run us", "public": "anybody who asks"}


def exceptions(edition: Edition) -> tuple[str, ...]:
    """What lets us pass something on without asking first, a clause each that goes on after "if" or "unless"."""
    lead = edition.titles["head_of_service"]
    found = [
        ("we believe that a child could be hurt", edition.names("child-at-risk")),
        *_somebody_else(edition),
        ("a court or a law says that we must", edition.names("law-ground")),
        (_inspectors(edition, lead), edition.names("inspection")),
        (
            f"it matters very much for others, and our {lead} agrees",
            _value(edition, "public-interest", "decided_by") not in ("", "not_a_ground"),
        ),
        (
            f"somebody asks for it, the law allows it, and our {lead} agrees",
            _value(edition, "outside-request", "permits") not in ("", "not_a_ground"),
        ),
    ]
    return tuple(words for words, counts in found if counts and words)


def unless(edition: Edition) -> str:
    """The same as one running clause."""
    *most, last = exceptions(edition) or ("a law says that we must",)
    return f"{', '.join(most)}, or {last}" if most else last


def spoken(edition: Edition) -> tuple[str, ...]:
    """What is said aloud when somebody first comes: what confidentiality means here, and where it ends."""
    first, *more = exceptions(edition) or ("a law says that we must",)
    return (
        "We help you, and take no side: not the council’s, and not the school’s.",
        "What you tell us stays with us.",
        "We talk to others about you only if you say yes, and you can change your mind at any time.",
        f"We may have to pass something on without a yes if {first}.",
        *(f"The same is so if {one}." for one in more),
        "If we can, we tell you first.",
        "You need not give your name to ask us something in general.",
    )


def _somebody_else(edition: Edition) -> list[tuple[str, bool]]:
    whose = set(_words(edition, "person-at-risk", "whose"))
    words = next((words for some, words in WHOSE if some & whose), "")
    rare = "somebody could be badly hurt, and the law lets us act"
    outside = _value(edition, "person-at-risk", "outside_policy") == "True"
    return [(words, bool(words)), (rare, not words and outside)]


def _inspectors(edition: Edition, lead: str) -> str:
    if _value(edition, "inspection", "files") == "while_authority_inspected":
        return f"Ofsted inspects the council, and our {lead} lets them see it"
    return "inspectors have a right by law to see it"


def _asking(edition: Edition) -> tuple[str, ...]:
    """What we do about others, and whom we tell without asking."""
    told = "We tell each of them what they need to know for that, and no more."
    return (
        "We ask you before we talk to others about you.",
        "You can say yes, yes to some people, or no.",
        *((told,) if edition.names("need-to-know") else ()),
    )


def _without_asking(edition: Edition) -> tuple[str, ...]:
    return tuple(f"if {words}." for words in exceptions(edition))


def _who_sees(edition: Edition) -> tuple[str, ...]:
    volunteer = {
        "nothing": "Our {volunteers} do not see your file.",
        "assigned_case": "{a} {volunteer} who helps you can see your case.",
        "parent_supplied": "{a} {volunteer} who helps you gets what you gave us yourself.",
    }.get(_value(edition, "volunteer-scope", "sees"), "")
    staff = {
        "staff": "Our staff can open your file. Those who do not work with you have to say why first.",
        "allocated": "Whoever works with you can open your file. Others of our staff have to say why.",
    }[_value(edition, "only-the-service", "case_keys")]
    article = "An" if edition.terms["volunteer"][:1] in "AEIOU" else "A"
    people = _listed([COUNTED[one] for one in _words(edition, "statistics", "audience")])
    return tuple(
        line.format(a=article, volunteer=edition.terms["volunteer"], volunteers=edition.terms["volunteers"])
        for line in (
            staff,
            "We write down who opens it, and when.",
            volunteer,
            "Paper is locked away." if edition.names("paper-staff-only") else "",
            "In our team we may talk about how best to help you."
            if edition.names("internal-discussion")
            else "",
            "We may tell your story without anything that shows it is yours."
            if edition.names("de-identified-use")
            else "",
            f"We count how many families we help. The numbers go to {people}, without names."
            if edition.names("statistics")
            else "",
        )
        if line
    )


def _your_file(edition: Edition) -> tuple[str, ...]:
    see = {
        "by_arrangement": "You can come and read your file. Ask us, and we will find a time.",
        "as_subject_access": "You can ask for a copy of what we keep about you. Ask in any way you like.",
    }[_value(edition, "subject-access", "viewing")]
    age = {
        "twelve": "From about 12, young people ask for themselves. For a younger child, a parent asks.",
        "competence": "Young people who know what it means can ask for themselves.",
    }[_value(edition, "child-access", "line")]
    asked = {
        "told": "If somebody else asks for it, we tell you.",
        "discussed": "If somebody else asks for it, we talk to you about it.",
    }.get(_value(edition, "request-user-told", "user"), "")
    copied = {
        "must": "If we answer them, you get a copy.",
        "offer": "If we answer them, you can have a copy.",
    }.get(_value(edition, "request-copy", "copy"), "")
    return tuple(line for line in (see, age, asked, copied) if line)


def _your_mind(edition: Edition) -> tuple[str, ...]:
    review = edition.setting("consent-review", "months")
    again = f"We ask you again after {review.value} months." if review.origin.value == "own" else ""
    told = "Then there may be things we cannot do. We will tell you which."
    return tuple(
        line
        for line in (
            "You can change your mind at any time. Tell us in any way you like.",
            "It counts from the moment you tell us.",
            again,
            f"You can say no. {told}" if edition.names("limits-after-refusal") else "You can say no.",
        )
        if line
    )


THEMES: Mapping[str, Callable[[Edition], tuple[str, ...]]] = MappingProxyType(
    {
        "asking": _asking,
        "without_asking": _without_asking,
        "who_sees": _who_sees,
        "your_file": _your_file,
        "your_mind": _your_mind,
    }
)


def _value(edition: Edition, rule: str, key: str) -> str:
    """A value as a word; empty where this policy has none."""
    return str(edition.value(rule, key)) if (rule, key) in edition.settings else ""


def _listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: one, two and three."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _words(edition: Edition, rule: str, key: str) -> tuple[str, ...]:
    found = edition.value(rule, key) if (rule, key) in edition.settings else ()
    return found if isinstance(found, tuple) else ()

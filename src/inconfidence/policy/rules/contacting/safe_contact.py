"""Home and mobile are fine until someone says otherwise; work, answerphones, relatives and colleagues are asked about \
first.
"""

from collections.abc import Collection, Mapping

from inconfidence.policy.facts import WORDS, MayContact
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import words_or_none
from inconfidence.policy.rule import Bound, Check, Example, contacting, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

CONTACT = Question.MAY_CONTACT
HERE = Ground.CONTACT
CHANNELS = WORDS[CONTACT]["channel"]
RULED_OUT = "{person} asked us not to get in touch this way"


def contact(bound: Bound) -> Check:
    """The ground of getting in touch, way by way; a way that is in both lists is asked about first."""
    free, ask_first = _free(bound), _ask_first(bound)
    listed: dict[str, Collection[str]] = {key: _words(bound.values[key]) for key in ("free", "ask_first")}

    def check(facts: MayContact) -> Findings:
        if facts.channel in listed["ask_first"]:
            return ask_first[facts.preference]
        return free[facts.preference] if facts.channel in listed["free"] else NOTHING

    return check


def _free(bound: Bound) -> Mapping[str, Findings]:
    here = bound.hanging_on("free")
    fine = here.ground(HERE, "this way is fine until somebody says otherwise")
    return {
        "not_asked": fine,
        "yes": fine,
        "yes_other_number": fine,
        "no": fine + here.bar(HERE, RULED_OUT),
    }


def _ask_first(bound: Bound) -> Mapping[str, Findings]:
    here = bound.hanging_on("ask_first")
    safe = here.ground(HERE, "{person} said that this way is safe")
    unasked = here.bar(HERE, "{person} has not been asked whether this way is safe", StepKind.ASK_IF_SAFE)
    another = here.bar(
        HERE, "{person} said yes to another number, not to this one", StepKind.USE_OTHER_NUMBER
    )
    return {
        "not_asked": safe + unasked,
        "yes": safe,
        "yes_other_number": safe + another,
        "no": safe + here.bar(HERE, RULED_OUT),
    }


def _words(value: object) -> Collection[str]:
    assert isinstance(value, tuple)
    return frozenset(value)


USUAL = {
    "free": ("home", "mobile", "letter"),
    "ask_first": ("work", "answerphone", "via_relative", "via_colleague"),
}
RULE = rule(
    __doc__,
    slug="safe-contact",
    authority="Common-law duty of confidence; UK GDPR Art. 5(1)(f)",
    parameters={"free": words_or_none(*CHANNELS), "ask_first": words_or_none(*CHANNELS)},
    asked=(contacting(contact, "channel", "preference"),),
    examples=(
        Example("Her mobile, about which nobody has asked.", {}, "ground", USUAL, CONTACT),
        Example("She asked us not to ring her mobile.", {"preference": "no"}, "ground bar", USUAL, CONTACT),
        Example(
            "Her answerphone, and nobody has asked.", {"channel": "answerphone"}, "ground bar", USUAL, CONTACT
        ),
        Example(
            "Her answerphone, and she said yes.",
            {"channel": "answerphone", "preference": "yes"},
            "ground",
            USUAL,
            CONTACT,
        ),
        Example(
            "She said yes to another machine.",
            {"channel": "answerphone", "preference": "yes_other_number"},
            "ground bar",
            USUAL,
            CONTACT,
        ),
        Example("The newsletter is for the mailing list.", {"channel": "newsletter"}, "", USUAL, CONTACT),
    ),
)

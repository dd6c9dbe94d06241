"""The space of `may_begin_casework`, act by act."""

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, each

BEGIN = WORDS[Question.MAY_BEGIN_CASEWORK]


def blocks() -> list[Axes]:
    """One block for each act."""
    return [_beginning(act) for act in BEGIN["act"]]


def _beginning(act: str) -> Axes:
    later = act in ("casework", "close_first_contact")
    return [
        [{"act": act}],
        _comers(),
        _origins(),
        *(each(name, BEGIN[name]) for name in ("statement", "pack", "consent_question") if later),
        each("form_back", BEGIN["form_back"]),
        [{}, {"refused": "yes"}, {"refused": "yes", "limits_explained": "yes"}],
        each("names_child", BEGIN["names_child"]),
        each("reason_declined", BEGIN["reason_declined"]) if act == "decline" else [{}],
    ]


def _comers() -> list[Fragment]:
    adults = [each for each in BEGIN["relation"] if each not in ("child", "young_person", "relative")]
    without = [{"relation": each, "responsibility": "no"} for each in adults]
    return [*each("relation", BEGIN["relation"]), *without, {"anonymous": "yes"}]


def _origins() -> list[Fragment]:
    led = [{"origin": origin} for origin in BEGIN["origin"]]
    unheard = [{"origin": origin, "confirmed": "no"} for origin in BEGIN["origin"] if origin != "self"]
    alone = {"origin": "professional_absent", "absence_reason": "no"}
    return [*led, *unheard, alone, alone | {"confirmed": "no"}]

"""The space of `may_answer_request`, by what is asked for and what is done with it."""

from collections.abc import Iterable, Sequence

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, crossed, each

ANSWER = WORDS[Question.MAY_ANSWER_REQUEST]
ACCESS = ("subject_access", "view_notes")
THEMSELVES = ("own", "child", "case_notes")
CHILDREN = ANSWER["child"][1:]
FIGURES = ("counts", "small_counts")


def blocks() -> list[Axes]:
    """One block for each kind of request that is logged, released or closed."""
    kinds = ANSWER["kind"]
    return [
        *(_logging(kind) for kind in kinds),
        *(_closing(kind) for kind in kinds),
        *(_personal(kind, ANSWER["about"]) for kind in (*ACCESS, "parents_route")),
        _personal("foi", ("own", "child")),
        [*_released("foi"), each("about", ("other_enquiry", "case_notes", *FIGURES))],
        _council(),
        _outside(),
    ]


def _actors() -> list[Fragment]:
    return each("actor", ANSWER["actor"])


def _released(kind: str) -> list[Sequence[Fragment]]:
    return [[{"kind": kind, "stage": "release"}], _actors()]


def _logging(kind: str) -> Axes:
    return [[{"kind": kind, "stage": "log"}], _actors(), each("about", ANSWER["about"])]


def _closing(kind: str) -> Axes:
    """How a council's request ended and whether the copy went; of the others only that they are closed."""
    ended: list[Fragment] = [{}]
    if kind == "council":
        released = [{"ended": "released", **rest} for rest in crossed(ANSWER, "law", "copy_sent", "copy_to")]
        ended = [*released, *each("ended", ANSWER["ended"][1:])]
    return [[{"kind": kind, "stage": "close"}], _actors(), each("about", ANSWER["about"]), ended]


def _personal(kind: str, abouts: Sequence[str]) -> Axes:
    return [
        *_released(kind),
        [asked for asked in _askers(kind) if asked["about"] in abouts],
        *(each(name, ANSWER[name]) for name in ("to", "identity", "others_decided")),
    ]


def _askers(kind: str) -> Iterable[Fragment]:
    """Who asks for whose, with what is looked at of a child, of a parent for a child, of a solicitor."""
    for requester in ANSWER["requester"]:
        for about in ANSWER["about"]:
            asked = {"requester": requester, "about": about}
            for rest in _details(kind, requester, about):
                yield {**asked, **rest}


def _details(kind: str, requester: str, about: str) -> Iterable[Fragment]:
    if requester == "parent" and about == "child":
        return crossed(
            ANSWER,
            "child",
            "capacity",
            "child_authority",
            "turned_12_since",
            "responsibility",
            "head_decided",
        )
    if requester == "subject" and about in THEMSELVES:
        judged = crossed(ANSWER, "capacity", "turned_12_since")
        return [{"child": "not_a_child"}, *({"child": age, **rest} for age in CHILDREN for rest in judged)]
    if requester == "solicitor" and kind != "parents_route":
        return crossed(ANSWER, "consent", "consent_from")
    return [{}]


def _council() -> Axes:
    names = ("to", "told", "user_discussed", "lead_discussed", "approvals", "extent", "others_decided")
    return [
        *_released("council"),
        each("about", ("own", "other_enquiry")),
        _consents(),
        *(each(name, ANSWER[name]) for name in (*names, "passed_to_parent", "law", "head_decided")),
    ]


def _outside() -> Axes:
    return [
        *_released("outside"),
        each("about", ("own", "other_enquiry")),
        _consents(),
        *(each(name, ANSWER[name]) for name in ("to", "told", "user_discussed", "law", "head_decided")),
    ]


def _consents() -> list[Fragment]:
    """From whom a yes is and how it is shown is looked at in a yes to this very request, and in no other answer."""
    specific = crossed(ANSWER, "consent_from", "evidence")
    other = [{"consent": state} for state in ANSWER["consent"] if state != "specific"]
    return [*other, *({"consent": "specific", **rest} for rest in specific)]

"""Dated entries of consent → what beginning depends on: is the form back, was the question answered, is it a no?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from inconfidence.policy.standing.consent import ConsentEntry

YES = frozenset({"given"})
NO = frozenset({"refused", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginStanding:
    """`answered`: the person has said yes or no to our talking to others. `refused`: their no stands, and no yes."""

    form_back: bool = False
    answered: bool = False
    refused: bool = False


def begin_standing(entries: Iterable[ConsentEntry], moment: datetime) -> BeginStanding:
    """What these entries come to at this moment. Only the person's own count, and only what had been said by then.

    A no about somebody ends the yes that named them and no other; a no about everybody ends every yes.
    """
    own = [each for each in entries if each.giver == "subject" and each.since <= moment]
    said = sorted(
        (each for each in own if each.kind == "share" and each.answer in YES | NO),
        key=lambda each: (each.since, each.recorded, each.answer in NO),
    )
    return BeginStanding(
        form_back=any(each.kind == "permission_form" and each.answer == "returned" for each in own),
        answered=bool(said),
        refused=bool(said) and said[-1].answer in NO and not _standing(said),
    )


def _standing(said: Iterable[ConsentEntry]) -> list[ConsentEntry]:
    standing: list[ConsentEntry] = []
    for each in said:
        if each.answer in YES:
            standing.append(each)
        else:
            standing = [yes for yes in standing if not _ends(each, yes)]
    return standing


def _ends(no: ConsentEntry, yes: ConsentEntry) -> bool:
    return not no.recipients or (bool(yes.recipients) and yes.recipients <= no.recipients)

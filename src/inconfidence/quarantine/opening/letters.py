"""A message with what was sent along, each attachment looked at as a file of its own would be."""

from inconfidence.quarantine.kinds import LETTERS, Trouble
from inconfidence.quarantine.opening.looking import kind_of, look, opened_letter
from inconfidence.quarantine.opening.trouble import Troubled


def letter(data: bytes, number: int) -> tuple[dict[str, object], list[bytes]]:
    """The message; `looks` says of each attachment what `look` says of a file, or its trouble.

    With number 1 no attachment is opened: all of them are then to be held.
    """
    kind = kind_of(data)
    if kind not in LETTERS:
        raise Troubled(Trouble.NOTHING_WE_KEEP)
    found = opened_letter(data, kind)
    parts = [content for _, content in found.attached]
    looks = [_looked(part) if not number else {"trouble": Trouble.TOO_SLOW} for part in parts]
    return {"kind": kind, **found.said(), "looks": looks}, parts


def _looked(part: bytes) -> dict[str, object]:
    try:
        return look(part)[0]
    except Troubled as wrong:
        return {"trouble": wrong.trouble}
    # As in the worker: a broken attachment is held, and the letter is kept.
    except Exception:  # noqa: BLE001
        return {"trouble": Trouble.BROKEN}

"""The campaign of edits against programs that are wrong on purpose: it says so, and says what."""

import pytest

from tests.campaigns.edits import careless


@pytest.mark.campaign
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            "overwrites",
            (
                *(f"{kind}: saved, 0 times" for kind in ("note", "meeting", "document", "first contact")),
                "a card: ",
                "a card does not say",
            ),
        ),
        ("refuses", ("saved: note", "saved: card")),
        (
            "forgets",
            (
                ": draft: kept, 0 times in history, 0",
                ": signed out: nothing told",
                ": shown, 0 times in history, 0",
            ),
        ),
        ("clings", (": draft: saved, 1 times in history, 1",)),
    ],
)
def test_a_program_that_loses_edits_is_found_out(fault: str, said: tuple[str, ...]) -> None:
    found = careless(fault)
    assert all(any(words in line for line in found) for words in said), found[:5]
